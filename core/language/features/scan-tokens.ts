/** What the learned heads see of a text: its words, punctuation and emoji, folded, and where each stands. */
export interface ScannedText {
  /** Folded: lower case, "<user>", "<url>", "<num>", repeated letters cut to two. */
  tokens: string[];
  /** Offsets into the text, UTF-16 code units; `ends` exclusive. */
  starts: number[];
  ends: number[];
  /** Under a negation at most four tokens before, with no punctuation or "but" between. */
  negated: boolean[];
  /** Written in capitals, two letters or more. */
  shouted: boolean[];
}

/*
 * Alternatives, in order: web address; account; hashtag; word with inner apostrophes; number; emoji; emoticon; heart; runs of marks. Each
 * repetition is over a class that what follows can't match, so matching is linear in the text.
 */
const TOKEN =
  /https?:\/\/\S+|@\w+|#\w+|[\p{L}\p{M}]+(?:['\u2018\u2019\u02BC\uFF07][\p{L}\p{M}]+)*|\p{N}+(?:[.,:]\p{N}+)*|\p{Extended_Pictographic}|[:;=8xX][-o^']?[)(\][DPpd/\\|*3]+|<3+|[!?]+|\.{2,}|[.,;:()"&%£$]/gu;
const APOSTROPHES = /[\u2018\u2019\u02BC\uFF07]/g;
const REPEATED = /(.)\1{2,}/gu;
const LETTER = /\p{L}/u;
const STOP = /^[.,;:!?()]+$/;
const NEGATION_SPAN = 4;
const MAX_TOKEN = 100;

const NEGATIONS = new Set(
  `not no never none nothing nobody nowhere neither nor without hardly barely cannot cant dont doesnt didnt isnt wasnt arent werent wont
  wouldnt couldnt shouldnt hasnt havent hadnt aint`.split(/\s+/),
);

export function isNegation(token: string): boolean {
  return NEGATIONS.has(token) || token.endsWith("n't");
}

export function scanTokens(text: string): ScannedText {
  const scanned: ScannedText = { tokens: [], starts: [], ends: [], negated: [], shouted: [] };
  let span = 0;
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    const token = fold(raw);
    scanned.tokens.push(token);
    scanned.starts.push(match.index);
    scanned.ends.push(match.index + raw.length);
    scanned.negated.push(span > 0);
    scanned.shouted.push(raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase());
    if (STOP.test(token) || token === 'but') span = 0;
    else if (isNegation(token)) span = NEGATION_SPAN;
    else if (span > 0) span -= 1;
  }
  return scanned;
}

function fold(raw: string): string {
  const first = raw.charCodeAt(0);
  if (first === 0x40) return '<user>';
  if (raw.length > 7 && raw.startsWith('http')) return '<url>';
  if (first >= 0x30 && first <= 0x39) return raw.length > 4 ? '<num>' : raw.replace(/\d/g, '0');
  const lower = raw.slice(0, MAX_TOKEN).toLowerCase().replace(APOSTROPHES, "'");
  if (!LETTER.test(lower) && lower.length > 2) return lower.slice(0, 2);
  return lower.replace(REPEATED, '$1$1');
}
