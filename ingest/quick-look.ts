const PLAIN_TOKEN = /^(?!emoji_)[a-z0-9_]+$/;
/** "A&E" is one token, folded to "a_e". */
const LETTER_PAIR = /^([a-z])_([a-z])$/;
const APOSTROPHE_OR_OTHER = /['\u0080-\u{10FFFF}]/gu;
const NOT_PLAIN = /[^a-z0-9_]/g;

/**
 * Tells of a text, for a fraction of what tokenising costs, that none of the runs of folded tokens is in it. Never wrong about that: true means that it has to be looked at.
 * Where a run has anything but plain letters and digits every text has to.
 */
export function createQuickLook(runs: readonly (readonly string[])[]): (text: string) => boolean {
  if (runs.length === 0) return () => false;
  if (!runs.flat().every((token) => PLAIN_TOKEN.test(token))) return () => true;
  const patterns = runs.map((tokens) => tokens.map((token) => token.replace(LETTER_PAIR, '$1[&_]$2')).join('[^a-z0-9_]*'));
  const anyRun = new RegExp(patterns.join('|'));
  return (text) => anyRun.test(text.replace(APOSTROPHE_OR_OTHER, plainPart).toLowerCase());
}

const MAX_REMEMBERED = 20_000;
const plainParts = new Map<string, string>();

/** The plain letters and digits that a character folds to; those that fold to none are as good as absent. */
function plainPart(character: string): string {
  const known = plainParts.get(character);
  if (known !== undefined) return known;
  const plain = character.normalize('NFKC').toLowerCase().normalize('NFKD').replace(NOT_PLAIN, '');
  if (plainParts.size >= MAX_REMEMBERED) plainParts.clear();
  plainParts.set(character, plain);
  return plain;
}
