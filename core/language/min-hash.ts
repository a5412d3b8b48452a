/*
 * Near-duplicate signatures: MinHash (Broder 1997) over character 5-grams, 64 hash functions, of each minimum the lowest 8 bits (b-bit minwise
 * hashing, Li and König 2010): a quarter of the room, and the chance equality of 1 in 256 is taken out of the estimate.
 */

/** From here on two posts are near-copies: a truncation to two thirds, three typing errors in 60 characters. */
export const MIN_SIMILARITY = 0.5;
/** Shorter texts are alike by chance: 1,000 people saying "thank you NHS" are 1,000 posts. */
export const MIN_WORDS = 6;

/** Bytes of a signature: one for each hash function. */
export const SIGNATURE_SIZE = 64;
const SHINGLE = 5;
const MAX_SHINGLES = 2_000;
const CHANCE_EQUALITY = 2 ** -8;

/** Multiplicative hashing needs odd factors; made once from a fixed seed, so that signatures never change between versions. */
const FACTORS = new Int32Array(SIGNATURE_SIZE);
const OFFSETS = new Int32Array(SIGNATURE_SIZE);
{
  let state = 0x9e3779b9;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x6d2b79f5) >>> 0;
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35) >>> 0;
    return (state ^ (state >>> 16)) >>> 0;
  };
  for (let index = 0; index < SIGNATURE_SIZE; index++) {
    FACTORS[index] = next() | 1;
    OFFSETS[index] = next();
  }
}

const hashes = new Int32Array(MAX_SHINGLES);

/** Signature of a text given by its folded words. Equal for equal words, whatever stands between them. */
export function signatureOf(words: readonly string[]): Uint8Array {
  const count = hashShingles(words.join(' '));
  const signature = new Uint8Array(SIGNATURE_SIZE);
  for (let index = 0; index < SIGNATURE_SIZE; index++) {
    const factor = FACTORS[index]!;
    const offset = OFFSETS[index]!;
    let least = 0x7fffffff;
    for (let nth = 0; nth < count; nth++) {
      const mixed = (Math.imul(hashes[nth]!, factor) + offset) | 0;
      const value = mixed ^ (mixed >>> 15);
      if (value < least) least = value;
    }
    signature[index] = least;
  }
  return signature;
}

/** Fills `hashes`, leaving out immediate repeats; returns how many there are. */
function hashShingles(text: string): number {
  const last = Math.min(MAX_SHINGLES, Math.max(1, text.length - SHINGLE + 1));
  let count = 0;
  for (let start = 0; start < last; start++) {
    const hash = shingleHash(text, start);
    if (count > 0 && hash === hashes[count - 1]) continue;
    hashes[count] = hash;
    count += 1;
  }
  return count;
}

function shingleHash(text: string, start: number): number {
  let hash = 0x811c9dc5;
  const end = Math.min(text.length, start + SHINGLE);
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** Estimated Jaccard similarity, at most 1, of two texts whose signatures are equal in `equal` places: Li and König (2010), theorem 1, for b = 8. */
export function similarityOf(equal: number): number {
  return (equal / SIGNATURE_SIZE - CHANCE_EQUALITY) / (1 - CHANCE_EQUALITY);
}

/** The most places that two signatures may differ in for a similarity of at least `minSimilarity`. */
export function maxUnequal(minSimilarity: number): number {
  const leastEqual = Math.ceil(SIGNATURE_SIZE * (CHANCE_EQUALITY + minSimilarity * (1 - CHANCE_EQUALITY)) - 1e-9);
  return SIGNATURE_SIZE - leastEqual;
}
