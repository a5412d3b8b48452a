/*
 * Near-duplicate signatures: MinHash (Broder 1997) over character 5-grams, 63 hash functions, of each minimum the lowest 8 bits (b-bit minwise
 * hashing, Li and König 2010): a quarter of the room, and the chance equality of 1 in 256 is taken out of the estimate. A last byte tells the number of
 * 5-grams, so that containment can be estimated too.
 */

export const HASHES = 63;
/** Bytes of a signature. */
export const SIGNATURE_SIZE = HASHES + 1;
const COUNT_AT = HASHES;

/** Shorter texts are alike by chance: 1,000 people saying "thank you NHS" are 1,000 posts. */
export const MIN_WORDS = 6;

/** Jaccard similarity of near-copies: three typing errors in 60 characters leave .58. */
const MIN_SIMILARITY = 0.55;
/** A text that was cut, or that a comment was added to, is contained in the other to this degree; then less will do: cut to 60 % leaves .6 ± .06. */
const MIN_CONTAINMENT = 0.8;
const MIN_CONTAINED_SIMILARITY = 0.43;

const SHINGLE = 5;
const MAX_SHINGLES = 2_000;
/** The number is kept as 16 times its logarithm to base 2: within 2.2 %. */
const COUNT_SCALE = 16;
const CHANCE_EQUALITY = 2 ** -8;

/** Multiplicative hashing needs odd factors; made once from a fixed seed, so that signatures never change between versions. */
const FACTORS = new Int32Array(HASHES);
const OFFSETS = new Int32Array(HASHES);
{
  let state = 0x9e3779b9;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x6d2b79f5) >>> 0;
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35) >>> 0;
    return (state ^ (state >>> 16)) >>> 0;
  };
  for (let index = 0; index < HASHES; index++) {
    FACTORS[index] = next() | 1;
    OFFSETS[index] = next();
  }
}

const hashes = new Int32Array(MAX_SHINGLES);

/** Signature of a text given by its folded words. Equal for equal words, whatever stands between them. */
export function signatureOf(words: readonly string[]): Uint8Array {
  const count = hashShingles(words.join(' '));
  const signature = new Uint8Array(SIGNATURE_SIZE);
  for (let index = 0; index < HASHES; index++) {
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
  signature[COUNT_AT] = Math.round(COUNT_SCALE * Math.log2(count));
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

/** Estimated Jaccard similarity, at most 1, of texts that are equal in all but `unequal` values: Li and König (2010), theorem 1, for b = 8. */
export function similarityOf(unequal: number): number {
  return ((HASHES - unequal) / HASHES - CHANCE_EQUALITY) / (1 - CHANCE_EQUALITY);
}

/** No near-copies differ in more values. */
export const MAX_UNEQUAL = Math.floor(HASHES * (1 - CHANCE_EQUALITY) * (1 - MIN_CONTAINED_SIMILARITY));

/** Whether texts whose signatures differ in `unequal` values are near-copies, given the last byte of each. */
export function areNearCopies(unequal: number, leftCount: number, rightCount: number): boolean {
  const similarity = similarityOf(unequal);
  if (similarity >= MIN_SIMILARITY) return true;
  return similarity >= MIN_CONTAINED_SIMILARITY && containment(similarity, Math.abs(leftCount - rightCount)) >= MIN_CONTAINMENT;
}

/**
 * The share of the smaller set that is in the larger, s(1 + r) / (1 + s) of similarity s and the ratio r of their sizes: both follow from
 * |A ∩ B| = s |A ∪ B| (Broder 1997, resemblance and containment).
 */
function containment(similarity: number, countDifference: number): number {
  return (similarity * (1 + 2 ** (countDifference / COUNT_SCALE))) / (1 + similarity);
}
