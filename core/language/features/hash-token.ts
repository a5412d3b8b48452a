/** Which kind of feature a hash stands for: the kinds never meet in one hash's seed. */
export const SEEDS = {
  word: 0x811c9dc5,
  tag: 0x1f83d9ab,
  negated: 0x2f0b4c47,
  pair: 0x6b43a9b5,
  piece: 0x3c6ef372,
  rule: 0x5bd1e995,
  lexicon: 0x1b873593,
} as const;

/** Where the state of every token begins. */
export const FIRST_STATE = 0x811c9dc5 | 0;

/** One more UTF-16 code unit of FNV-1a (Fowler, Noll and Vo). */
export function extend(state: number, unit: number): number {
  return Math.imul(state ^ unit, 0x01000193);
}

/** State of a whole token. */
export function stateOf(token: string): number {
  let state = FIRST_STATE;
  for (let index = 0; index < token.length; index++) state = extend(state, token.charCodeAt(index));
  return state;
}

/** Two tokens' states as one; their order matters. */
export function join(left: number, right: number): number {
  return Math.imul(left, 0x9e3779b1) ^ ((right << 15) | (right >>> 17));
}

/** Spreads the state's bits (the finaliser of MurmurHash3, Appleby 2011); never 0, which means "no feature". */
export function finish(state: number): number {
  let hash = state ^ (state >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash === 0 ? 1 : hash;
}
