/** Near-duplicate signatures: Broder (1997), 64 hashes of 32 bits over character 5-grams, 16 bands of 4. */
export const SIGNATURE_SIZE = 64;
const BANDS = 16;
const ROWS = SIGNATURE_SIZE / BANDS;
const SHINGLE = 5;
const MAX_SHINGLES = 2_000;

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

const SIGN = 0x80000000 | 0;
const hashes = new Int32Array(MAX_SHINGLES);

/** Signature of a text given by its folded words. Equal for equal words, whatever stands between them. */
export function signatureOf(words: readonly string[]): Uint32Array {
  const count = hashShingles(words.join(' '));
  const signature = new Uint32Array(SIGNATURE_SIZE);
  for (let index = 0; index < SIGNATURE_SIZE; index++) {
    const factor = FACTORS[index]!;
    const offset = OFFSETS[index]!;
    // The sign bit is turned over, so that signed numbers, which are faster, compare as unsigned ones.
    let least = 0x7fffffff;
    for (let nth = 0; nth < count; nth++) {
      const mixed = (Math.imul(hashes[nth]!, factor) + offset) | 0;
      const value = mixed ^ (mixed >>> 15) ^ SIGN;
      if (value < least) least = value;
    }
    signature[index] = least ^ SIGN;
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

/** One key for each band: near-copies share at least one with high probability (.6 alike: .89, .8 alike: .9999). */
export function bandsOf(signature: Uint32Array): string[] {
  const bands: string[] = [];
  for (let band = 0; band < BANDS; band++) {
    let hash = 0x811c9dc5 ^ band;
    for (let row = 0; row < ROWS; row++) {
      hash = Math.imul(hash ^ signature[band * ROWS + row]!, 0x01000193);
      hash ^= hash >>> 15;
    }
    bands.push(`${band.toString(36)}-${(hash >>> 0).toString(36)}`);
  }
  return bands;
}

/** Estimated Jaccard similarity of the texts behind two signatures, 0 … 1. */
export function similarity(left: Uint32Array, right: Uint32Array): number {
  let equal = 0;
  for (let index = 0; index < SIGNATURE_SIZE; index++) if (left[index] === right[index]) equal++;
  return equal / SIGNATURE_SIZE;
}
