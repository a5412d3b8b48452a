import stemmers from 'natural/lib/natural/stemmers/index.js';

const CACHE_LIMIT = 50_000;
const cache = new Map<string, string>();
const ENGLISH_WORD = /^[a-z]+$/;

/** Porter's stem of a folded word; words that aren't plain English letters stay as they are. Cached by word. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stemmed = word.length > 2 && word.length <= 40 && ENGLISH_WORD.test(word) ? stemmers.PorterStemmer.stem(word) : word;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, stemmed);
  return stemmed;
}
