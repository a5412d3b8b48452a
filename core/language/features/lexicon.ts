import { createHashTable } from './hash-table.ts';
import { finish, hashPart, SEEDS } from './hash-token.ts';
import { isNegation, type ScannedText } from './scan-tokens.ts';

/** Everyday valence of words, −4 very negative … 4 very positive; 0 for a word without one. */
export interface Lexicon {
  valenceOf(token: string): number;
}

export const lexiconHash = (token: string): number => finish(hashPart(SEEDS.lexicon, token));

const MOST_KNOWN = 50_000;

/** Valences in tenths. */
export function createLexicon(hashes: Int32Array, tenths: Int8Array): Lexicon {
  const table = createHashTable(hashes);
  const known = new Map<string, number>();
  return {
    valenceOf(token) {
      const held = known.get(token);
      if (held !== undefined) return held;
      const position = table.get(lexiconHash(token));
      const valence = position < 0 ? 0 : tenths[position]! / 10;
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(token, valence);
      return valence;
    },
  };
}

const BOOSTS = new Map<string, number>([
  ...`absolutely amazingly awfully completely considerably decidedly deeply enormously entirely especially exceptionally extremely fabulously
  fully greatly highly hugely incredibly intensely majorly more most particularly purely quite really remarkably so substantially thoroughly
  totally tremendously unbelievably unusually utterly very super`
    .split(/\s+/)
    .map((word) => [word, 1] as const),
  ['too', 0.5],
  ...'almost barely hardly kinda less little marginally occasionally partly scarcely slightly somewhat sorta'
    .split(' ')
    .map((word) => [word, -1] as const),
]);
/** The constants of VADER (Hutto and Gilbert 2014): how much boosting, capitals, negation and "but" change a valence. */
const BOOST = 0.293;
const BOOST_FADES = [1, 0.95, 0.9];
const CAPITALS = 0.733;
const NEGATED = -0.74;
const BEFORE_BUT = 0.5;
const AFTER_BUT = 1.5;
const SENTENCE_END = /^[.!?;]+$/;

/** Valence of each token where it stands: boosted, turned round by negation, weighed by "but". In the manner of VADER's published rules. */
export function tokenValences({ tokens, shouted }: ScannedText, lexicon: Lexicon): Float32Array {
  const valences = new Float32Array(tokens.length);
  const isMixedCase = shouted.includes(true) && shouted.includes(false);
  const but = tokens.indexOf('but');
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (BOOSTS.has(token)) continue;
    let valence = lexicon.valenceOf(token.charCodeAt(0) === 0x23 ? token.slice(1) : token);
    if (valence === 0) continue;
    const sign = Math.sign(valence);
    if (isMixedCase && shouted[at]) valence += sign * CAPITALS;
    let isNegated = false;
    for (let back = 1; back <= 3 && at - back >= 0 && !SENTENCE_END.test(tokens[at - back]!); back++) {
      const before = tokens[at - back]!;
      valence += sign * (BOOSTS.get(before) ?? 0) * BOOST * BOOST_FADES[back - 1]!;
      isNegated ||= isNegation(before);
    }
    if (isNegated) valence *= NEGATED;
    if (but >= 0) valence *= at < but ? BEFORE_BUT : AFTER_BUT;
    valences[at] = valence;
  }
  return valences;
}
