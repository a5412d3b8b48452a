/** Positions of 32-bit hashes, in open addressing: one probe in two arrays for most look-ups. */
export interface HashTable {
  /** −1 where the hash isn't there. */
  get(hash: number): number;
  readonly size: number;
}

export function createHashTable(hashes: Int32Array): HashTable {
  let capacity = 16;
  while (capacity < 2 * hashes.length) capacity *= 2;
  const mask = capacity - 1;
  const keys = new Int32Array(capacity);
  const held = new Int32Array(capacity);
  for (let nth = 0; nth < hashes.length; nth++) {
    const hash = hashes[nth]!;
    let slot = hash & mask;
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
    keys[slot] = hash;
    held[slot] = nth;
  }
  return {
    size: hashes.length,
    get(hash) {
      let slot = hash & mask;
      for (let key = keys[slot]!; key !== 0; key = keys[slot]!) {
        if (key === hash) return held[slot]!;
        slot = (slot + 1) & mask;
      }
      return -1;
    },
  };
}
