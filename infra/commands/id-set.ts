const FIRST_SLOTS = 1 << 12;
const MOST_FILLED = 0.6;

/**
 * Ids of posts in some 20 bytes each, for files of millions of rows. The first 57 bits of an id, which is a hash, stand for it: of ten million ids two are taken for one with a
 * chance of 1 in 3,000.
 */
export interface IdSet {
  /** @returns whether it was not there before. */
  add(id: string): boolean;
  readonly size: number;
}

export function createIdSet(): IdSet {
  let slots = new BigUint64Array(FIRST_SLOTS);
  let size = 0;

  function put(table: BigUint64Array<ArrayBuffer>, key: bigint): boolean {
    const mask = table.length - 1;
    for (let slot = Number((key >> 8n) & 0x3fffffffn) & mask; ; slot = (slot + 1) & mask) {
      if (table[slot] === key) return false;
      if (table[slot] === 0n) {
        table[slot] = key;
        return true;
      }
    }
  }

  return {
    add(id) {
      if (!put(slots, keyOf(id))) return false;
      size += 1;
      if (size > slots.length * MOST_FILLED) {
        const larger = new BigUint64Array(slots.length * 2);
        for (const key of slots) if (key !== 0n) put(larger, key);
        slots = larger;
      }
      return true;
    },
    get size() {
      return size;
    },
  };
}

/** From the first characters of base64url; never zero, which stands for an empty slot. */
function keyOf(id: string): bigint {
  return Buffer.from(`A${id.slice(0, 10)}A`, 'base64url').readBigUInt64BE(0) | 1n;
}
