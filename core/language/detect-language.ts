import { eld } from 'eld/small';

export interface DetectedLanguage {
  /** ISO 639-1; `und` when there is nothing to tell it from. */
  code: string;
  reliable: boolean;
}

const ENGLISH = new Set(
  `the a an and or of to in on at for with from by is are was were be been have has had do does did not no my your his her our their i you he
  she we they it this that these those there here what when who how why all so as if but because just about after before they their them
  me him us would could should will can get got one out up very more than then now only`.split(/\s+/),
);
/** Function words of Welsh that English lacks; "i", "a", "o" and "am" are left out because English has them. */
const WELSH = new Set(
  `y yr yn mae ddim ei eu fy dy oedd wedi gan gyda hefyd iawn roedd nid fel sydd hynny dwi diolch ond fod cael mewn bod ac`.split(/\s+/),
);

const ENGLISH_SHARE = 0.28;
const WELSH_SHARE = 0.2;
const MIN_WORDS = 4;
/** A rough share of non-ASCII letters above which English needs proof. */
const FOREIGN_SHARE = 0.1;
const SAMPLE = 400;

/**
 * Language of a text from its folded words and, where those don't settle it, from `eld`'s n-grams. Cheap certainty first: most comments are
 * English, and English function words say so at once.
 */
export function detectLanguage(text: string, words: readonly string[]): DetectedLanguage {
  if (words.every((word) => word.startsWith('emoji_'))) return { code: 'und', reliable: false };
  const english = share(words, ENGLISH);
  if (words.length >= MIN_WORDS && english >= ENGLISH_SHARE && foreignShare(text) < FOREIGN_SHARE) return { code: 'en', reliable: true };
  const detected = eld.detect(text.slice(0, SAMPLE));
  const isReliable = detected.isReliable();
  if (
    detected.language !== 'cy' &&
    (!isReliable || detected.language === 'en') &&
    words.length >= MIN_WORDS &&
    share(words, WELSH) >= WELSH_SHARE
  ) {
    return { code: 'cy', reliable: true };
  }
  if (isReliable && words.length >= MIN_WORDS) return { code: detected.language || 'und', reliable: Boolean(detected.language) };
  // A few words are too little for n-grams: call plain Latin letters English, and say that it is a guess.
  if (foreignShare(text) < FOREIGN_SHARE && (english > 0 || words.length < MIN_WORDS)) return { code: 'en', reliable: false };
  return { code: detected.language || 'und', reliable: false };
}

function share(words: readonly string[], list: ReadonlySet<string>): number {
  let found = 0;
  const length = Math.min(words.length, 60);
  for (let index = 0; index < length; index++) if (list.has(words[index]!)) found++;
  return found / length;
}

/** Share of characters beyond Latin-1 letters, typographic quotes and emoji left out, of the first 400. */
function foreignShare(text: string): number {
  const length = Math.min(text.length, SAMPLE);
  let foreign = 0;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x24f && code < 0x2000) foreign++;
    else if (code > 0x2bff && (code < 0xd800 || code > 0xdfff) && code < 0xfe00) foreign++;
  }
  return length ? foreign / length : 0;
}
