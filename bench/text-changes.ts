import type { Random } from '#ingest/synthetic/random.ts';

/** What happens to a text on its way from one account to the next. */
export const TEXT_CHANGES: Readonly<Record<string, (text: string, random: Random) => string>> = {
  reshare: (text) => text,
  '"RT @name:" in front': (text) => `RT @somebody: ${text}`,
  'added URL': (text, random) => `${text} https://t.co/${nameOf(random)}`,
  'both of these': (text, random) => `RT @somebody: ${text} https://t.co/${nameOf(random)}`,
  'cut to 80 %': (text) => cut(text, 0.8),
  'cut to 60 … 90 %': (text, random) => cut(text, 0.6 + 0.3 * random.next()),
  'cut to 60 %': (text) => cut(text, 0.6),
  'a word dropped': (text, random) => {
    const words = text.split(' ');
    return words.toSpliced(random.between(0, words.length - 1), 1).join(' ');
  },
  'one typing error': (text, random) => mistype(text, random, 1),
  'two typing errors': (text, random) => mistype(text, random, 2),
  'three typing errors': (text, random) => mistype(text, random, 3),
  'other hashtags': (text) => `${text.replaceAll(/#\w+/g, '').trim()} #SaveOurNHS #important`,
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function nameOf(random: Random): string {
  return Array.from({ length: 10 }, () => letter(random)).join('');
}

function letter(random: Random): string {
  return LETTERS[random.between(0, LETTERS.length - 1)]!;
}

function cut(text: string, share: number): string {
  return text.slice(0, Math.ceil(text.length * share));
}

/** Each at a letter, anywhere: left out, put in, replaced, or changed over with the next. */
function mistype(text: string, random: Random, errors: number): string {
  let wrong = text;
  for (let n = 0; n < errors; n++) {
    const places = [...wrong.matchAll(/[a-z]/gi)].map(({ index }) => index);
    if (places.length === 0) return wrong;
    const at = random.pick(places);
    const [before, here, after] = [wrong.slice(0, at), wrong[at]!, wrong.slice(at + 1)];
    wrong = random.pick([
      () => before + after,
      () => before + letter(random) + here + after,
      () => before + letter(random) + after,
      () => before + after.slice(0, 1) + here + after.slice(1),
    ])();
  }
  return wrong;
}
