import { areNearCopies, HASHES, SIGNATURE_SIZE } from './min-hash.ts';

/** Locality-sensitive hashing: two signatures are compared if they agree on a band. 21 of 3: .5 alike: .94 are, .6: .99, .1: .02. */
export const BANDS = 21;
const ROWS = 3;
/** One chain more, by the whole signature, leads to exact copies. */
const CHAINS = BANDS + 1;
export const WHOLE = CHAINS - 1;
/** Slots are numbered from 1 in 16 bits; 0 ends a chain. */
export const MAX_SLOTS = 2 ** 16 - 1;

export interface LshQuery {
  signature: Uint8Array;
  /** The date that the horizon is measured on. */
  atMs: number;
}

/** The best match so far: `place` is −1 before there is any, and then `unequal` the most values that it may differ in. */
export interface LshBest {
  unequal: number;
  place: number;
}

export interface ChainSearch extends LshQuery {
  chain: number;
  /** `hashChain` of the signature. */
  hash: number;
  horizonMs: number;
  /** Entries compared at most. */
  limit: number;
}

/**
 * Signatures in order of entry, with what belongs to each; it never grows, so adding never waits for a larger copy. Entries with equal values of a band
 * hang on one chain, the latest first, as positions do in DEFLATE (zlib's `head` and `prev`). 160 bytes an entry, touched as they are used.
 */
export class LshSegment<Item> {
  /** Slot 0 is at place `base`, and is not used. */
  readonly base: number;
  readonly items: (Item | undefined)[] = [undefined];
  readonly #slots: number;
  readonly #mask: number;
  /** NaN: removed. */
  readonly #dates: Float64Array;
  readonly #signatures: Uint8Array;
  readonly #heads: Uint16Array;
  readonly #links: Uint16Array;

  constructor(base: number, slots: number) {
    const heads = 2 ** Math.ceil(Math.log2(slots + 1));
    this.base = base;
    this.#slots = slots;
    this.#mask = heads - 1;
    this.#dates = new Float64Array(slots + 1);
    this.#signatures = new Uint8Array((slots + 1) * SIGNATURE_SIZE);
    this.#heads = new Uint16Array(CHAINS * heads);
    this.#links = new Uint16Array(CHAINS * (slots + 1));
  }

  get lastSlot(): number {
    return this.items.length - 1;
  }

  get isFull(): boolean {
    return this.lastSlot === this.#slots;
  }

  add({ signature, atMs }: LshQuery, item: Item): void {
    const slot = this.items.push(item) - 1;
    this.#dates[slot] = atMs;
    this.#signatures.set(signature, slot * SIGNATURE_SIZE);
    for (let chain = 0; chain < CHAINS; chain++) {
      const head = this.#headOf(chain, hashChain(chain, signature));
      this.#links[slot * CHAINS + chain] = this.#heads[head]!;
      this.#heads[head] = slot;
    }
  }

  remove(slot: number): void {
    this.items[slot] = undefined;
    this.#dates[slot] = Number.NaN;
    this.#signatures.fill(0, slot * SIGNATURE_SIZE, (slot + 1) * SIGNATURE_SIZE);
  }

  /**
   * Puts what a chain has from `firstSlot` on in `best`: near-copies that differ in fewer values, or in as many and are later.
   * @returns how many entries were compared.
   */
  search({ chain, hash, signature, atMs, horizonMs, limit }: ChainSearch, firstSlot: number, best: LshBest): number {
    let compared = 0;
    let slot = this.#heads[this.#headOf(chain, hash)]!;
    for (; slot >= firstSlot && compared < limit; slot = this.#links[slot * CHAINS + chain]!) {
      const isCandidate = Math.abs(this.#dates[slot]! - atMs) <= horizonMs && this.#sharesBand(chain, slot, signature);
      if (!isCandidate) continue;
      compared++;
      const unequal = this.#unequal(slot, signature, best.unequal);
      const isBetter = unequal < best.unequal || (unequal === best.unequal && this.base + slot > best.place);
      if (!isBetter || !areNearCopies(unequal, this.#signatures[slot * SIGNATURE_SIZE + HASHES]!, signature[HASHES]!)) continue;
      best.unequal = unequal;
      best.place = this.base + slot;
      if (unequal === 0) break;
    }
    return compared;
  }

  #headOf(chain: number, hash: number): number {
    return chain * (this.#mask + 1) + (hash & this.#mask);
  }

  #sharesBand(chain: number, slot: number, signature: Uint8Array): boolean {
    if (chain === WHOLE) return true;
    const [held, asked] = [slot * SIGNATURE_SIZE + chain * ROWS, chain * ROWS];
    for (let row = 0; row < ROWS; row++) if (this.#signatures[held + row] !== signature[asked + row]) return false;
    return true;
  }

  /** In how many values an entry's signature differs; more than `most` is not counted to the end. */
  #unequal(slot: number, signature: Uint8Array, most: number): number {
    const start = slot * SIGNATURE_SIZE;
    let unequal = 0;
    for (let n = 0; n < HASHES; n++) if (this.#signatures[start + n] !== signature[n] && ++unequal > most) break;
    return unequal;
  }
}

/** Of a signature's values on a band, or of all. */
export function hashChain(chain: number, signature: Uint8Array): number {
  const [from, to] = chain === WHOLE ? [0, SIGNATURE_SIZE] : [chain * ROWS, (chain + 1) * ROWS];
  let hash = 0x811c9dc5;
  for (let n = from; n < to; n++) hash = Math.imul(hash ^ signature[n]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
