/** Which kind of feature a hash stands for: the kinds never meet in one hash's seed. */
export const SEEDS = {
  word: 0x811c9dc5,
  negated: 0x2f0b4c47,
  pair: 0x6b43a9b5,
  piece: 0x3c6ef372,
  rule: 0x5bd1e995,
  lexicon: 0x1b873593,
} as const;

/** FNV-1a over UTF-16 code units (Fowler, Noll and Vo), its state carried on so that parts can be hashed one after another. */
export function hashPart(state: number, text: string, start = 0, end = text.length): number {
  let hash = state;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
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
