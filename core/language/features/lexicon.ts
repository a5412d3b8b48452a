import { float32s } from '../slab.ts';
import { createHashTable } from './hash-table.ts';
import { finish, SEEDS, stateOf } from './hash-token.ts';
import { TOKEN, type ScannedText } from './scan-text.ts';

/** Everyday valence of words, −4 very negative … 4 very positive, and how they boost others; by hash state of the folded token. */
export interface Lexicon {
  /** 0 for a word without one. */
  valenceOf(state: number): number;
}

export const lexiconHash = (state: number): number => finish(state ^ SEEDS.lexicon);

/** Valences in tenths. */
export function createLexicon(hashes: Int32Array, tenths: Int8Array): Lexicon {
  const table = createHashTable(hashes);
  const values = Float64Array.from(tenths, (tenth) => tenth / 10);
  return {
    valenceOf(state) {
      const position = table.get(lexiconHash(state));
      return position < 0 ? 0 : values[position]!;
    },
  };
}

const BOOSTING: readonly (readonly [word: string, boost: number])[] = [
  ...`absolutely amazingly awfully completely considerably decidedly deeply enormously entirely especially exceptionally extremely fabulously
  fully greatly highly hugely incredibly intensely majorly more most particularly purely quite really remarkably so substantially thoroughly
  totally tremendously unbelievably unusually utterly very super`
    .split(/\s+/)
    .map((word) => [word, 1] as const),
  ['too', 0.5],
  ...'almost barely hardly kinda less little marginally occasionally partly scarcely slightly somewhat sorta'
    .split(' ')
    .map((word) => [word, -1] as const),
];
const boosts = createHashTable(Int32Array.from(BOOSTING, ([word]) => lexiconHash(stateOf(word))));
/** The constants of VADER (Hutto and Gilbert 2014): how much boosting, capitals and negation change a valence. */
const BOOST = 0.293;
const BOOST_FADES = [1, 0.95, 0.9];
const CAPITALS = 0.733;
const NEGATED = -0.74;
const REACH = 3;

/**
 * Valence of each token where it stands, boosted, raised by capitals and turned round by negation: in the manner of VADER's published rules. What
 * "but" does depends on what is looked at, and is left to whoever sums.
 */
export function tokenValences({ length, kinds, states, negates, shouted }: ScannedText, lexicon: Lexicon): Float32Array {
  const valences = float32s.take(length);
  const boostOf = float32s.take(length);
  let [shouts, quiet] = [0, 0];
  for (let at = 0; at < length; at++) {
    if (shouted[at] === 1) shouts += 1;
    else quiet += 1;
    const boost = kinds[at] === TOKEN.word ? boosts.get(lexiconHash(states[at]!)) : -1;
    if (boost >= 0) boostOf[at] = BOOSTING[boost]![1];
  }
  const isMixedCase = shouts > 0 && quiet > 0;
  for (let at = 0; at < length; at++) {
    if (boostOf[at] !== 0 || kinds[at]! > TOKEN.emoticon) continue;
    let valence = lexicon.valenceOf(states[at]!);
    if (valence === 0) continue;
    const sign = Math.sign(valence);
    if (isMixedCase && shouted[at] === 1) valence += sign * CAPITALS;
    let isNegated = false;
    for (let back = 1; back <= REACH && at - back >= 0 && !endsSentence(kinds[at - back]!, states[at - back]!); back++) {
      valence += sign * boostOf[at - back]! * BOOST * BOOST_FADES[back - 1]!;
      isNegated ||= negates[at - back] === 1;
    }
    valences[at] = isNegated ? valence * NEGATED : valence;
  }
  return valences;
}

const FULL_STOP = stateOf('.');
const SEMICOLON = stateOf(';');

function endsSentence(kind: number, state: number): boolean {
  return kind === TOKEN.shout || kind === TOKEN.dots || (kind === TOKEN.mark && (state === FULL_STOP || state === SEMICOLON));
}
