/** Positions of 32-bit hashes, in open addressing: key and position stand side by side, so most look-ups touch one cache line. */
export interface HashTable {
  /** −1 where the hash isn't there. */
  get(hash: number): number;
  readonly size: number;
}

/** `hashes`: distinct, none 0. */
export function createHashTable(hashes: Int32Array): HashTable {
  let capacity = 16;
  while (capacity < 2 * hashes.length) capacity *= 2;
  const mask = capacity - 1;
  const slots = new Int32Array(2 * capacity);
  for (let nth = 0; nth < hashes.length; nth++) {
    const hash = hashes[nth]!;
    let slot = hash & mask;
    while (slots[2 * slot] !== 0 && slots[2 * slot] !== hash) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = nth;
  }
  return {
    size: hashes.length,
    get(hash) {
      let slot = hash & mask;
      for (let key = slots[2 * slot]!; key !== 0; key = slots[2 * slot]!) {
        if (key === hash) return slots[2 * slot + 1]!;
        slot = (slot + 1) & mask;
      }
      return -1;
    },
  };
}
