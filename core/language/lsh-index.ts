import { areNearCopies, HASHES, MAX_UNEQUAL, SIGNATURE_SIZE } from './min-hash.ts';

/** Locality-sensitive hashing: two signatures are compared if they agree on a band. 21 of 3: .5 alike: .94 are, .6: .99, .1: .02. */
const BANDS = 21;
const ROWS = 3;
/** One chain more, by the whole signature, leads to exact copies. */
const CHAINS = BANDS + 1;
const WHOLE = BANDS;
/** A flood of variations on one text shares bands without being alike: no more of a band than these, the latest, are compared. */
const MAX_COMPARED = 100;
const FIRST_CAPACITY = 1_024;
const NONE = 0;

export interface LshIndexOptions {
  /** Entries held at most: with one more the oldest goes. Default: no limit. */
  maxSize?: number;
}

/** An entry that was found, and the place by which it can be removed. */
export interface LshMatch<Item> {
  item: Item;
  place: number;
}

export interface LshQuery {
  signature: Uint8Array;
  /** The date that the horizon is measured on. */
  atMs: number;
}

/**
 * MinHash signatures in order of entry, in memory: 204 bytes for each that there is room for, which doubles, and what `Item` takes. Entries with equal
 * band values hang on one chain, the latest first, as positions do in the window of DEFLATE (zlib's `head` and `prev`), so that the oldest are dropped by
 * moving the window's start. Growing takes some 0.4 µs an entry.
 */
export class LshIndex<Item> {
  readonly #maxSize: number;
  /** The window: places from `#first` up to `#next`, each in the slot of its lowest bits. */
  #first = 1;
  #next = 1;
  #capacity = FIRST_CAPACITY;
  #items: (Item | undefined)[] = [];
  /** NaN: removed. */
  #dates = new Float64Array(FIRST_CAPACITY);
  #signatures = new Uint8Array(FIRST_CAPACITY * SIGNATURE_SIZE);
  /** Places in 32 bits. What is not in the window, or not before the one it follows, ends a chain. */
  #heads = new Int32Array((CHAINS * FIRST_CAPACITY) / 2);
  #links = new Int32Array(CHAINS * FIRST_CAPACITY);

  constructor({ maxSize = Infinity }: LshIndexOptions = {}) {
    this.#maxSize = maxSize;
  }

  /** Entries in the window, removed ones included. */
  get size(): number {
    return this.#next - this.#first;
  }

  /** @returns the place, by which it can be removed. */
  add({ signature, atMs }: LshQuery, item: Item): number {
    if (this.size >= this.#maxSize) this.#dropFirst();
    if (this.size >= this.#capacity) this.#grow();
    const place = this.#next++;
    const slot = this.#slotOf(place);
    this.#items[slot] = item;
    this.#dates[slot] = atMs;
    this.#signatures.set(signature, slot * SIGNATURE_SIZE);
    this.#link(place, slot);
    return place;
  }

  /**
   * The latest exact copy dated within `horizonMs`, so that equal texts always agree; else the entry most like the query of its near-copies that share a
   * band with it, of equally like ones the latest.
   */
  find(query: LshQuery, horizonMs: number): LshMatch<Item> | undefined {
    const best = { unequal: 0, age: NONE };
    this.#compareChain(WHOLE, query, horizonMs, best);
    if (best.age === NONE) {
      best.unequal = MAX_UNEQUAL;
      for (let band = 0; band < BANDS; band++) this.#compareChain(band, query, horizonMs, best);
    }
    if (best.age === NONE) return undefined;
    const place = this.#next - best.age;
    return { item: this.#items[this.#slotOf(place)]!, place };
  }

  remove(place: number): void {
    if (place < this.#first || place >= this.#next) return;
    const slot = this.#slotOf(place);
    this.#items[slot] = undefined;
    this.#dates[slot] = Number.NaN;
    this.#signatures.fill(0, slot * SIGNATURE_SIZE, (slot + 1) * SIGNATURE_SIZE);
  }

  /** Drops entries, the oldest first, while `isOld` says so. @returns the dropped ones. */
  dropWhile(isOld: (item: Item) => boolean): Item[] {
    const dropped: Item[] = [];
    while (this.size > 0) {
      const item = this.#items[this.#slotOf(this.#first)];
      if (item !== undefined && !isOld(item)) break;
      if (item !== undefined) dropped.push(item);
      this.#dropFirst();
    }
    return dropped;
  }

  #dropFirst(): void {
    this.remove(this.#first);
    this.#first++;
  }

  #slotOf(place: number): number {
    return (place | 0) & (this.#capacity - 1);
  }

  /** Puts the entry of a chain in `best`, by how many places back it is, that differs in fewer values, or in as many and is later. */
  #compareChain(chain: number, { signature, atMs }: LshQuery, horizonMs: number, best: { unequal: number; age: number }): void {
    let place = this.#heads[this.#headOf(chain, signature, 0)]!;
    let lastAge = 0;
    for (let compared = 0; compared < MAX_COMPARED;) {
      const age = (this.#next - place) | 0;
      if (age <= lastAge || age > this.size) return;
      const slot = this.#slotOf(place);
      if (Math.abs(this.#dates[slot]! - atMs) <= horizonMs && this.#sharesBand(chain, slot, signature)) {
        const unequal = this.#unequal(slot, signature, best.unequal);
        const isBetter = unequal < best.unequal || (unequal === best.unequal && (best.age === NONE || age < best.age));
        if (isBetter && areNearCopies(unequal, this.#signatures[slot * SIGNATURE_SIZE + HASHES]!, signature[HASHES]!)) {
          best.unequal = unequal;
          best.age = age;
          if (unequal === 0) return;
        }
        compared++;
      }
      lastAge = age;
      place = this.#links[slot * CHAINS + chain]!;
    }
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

  #link(place: number, slot: number): void {
    for (let chain = 0; chain < CHAINS; chain++) {
      const head = this.#headOf(chain, this.#signatures, slot * SIGNATURE_SIZE);
      this.#links[slot * CHAINS + chain] = this.#heads[head]!;
      this.#heads[head] = place;
    }
  }

  /** Where the chain of a signature's band begins: each kind of chain has a table of its own. */
  #headOf(chain: number, signatures: Uint8Array, start: number): number {
    const [from, length] = chain === WHOLE ? [0, SIGNATURE_SIZE] : [chain * ROWS, ROWS];
    let hash = 0x811c9dc5;
    for (let n = start + from; n < start + from + length; n++) hash = Math.imul(hash ^ signatures[n]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    const heads = this.#capacity / 2;
    return chain * heads + ((hash ^ (hash >>> 13)) & (heads - 1));
  }

  #grow(): void {
    const [items, dates, signatures, mask] = [this.#items, this.#dates, this.#signatures, this.#capacity - 1];
    this.#capacity *= 2;
    this.#items = [];
    this.#items.length = this.#capacity;
    this.#dates = new Float64Array(this.#capacity);
    this.#signatures = new Uint8Array(this.#capacity * SIGNATURE_SIZE);
    this.#heads = new Int32Array((CHAINS * this.#capacity) / 2);
    this.#links = new Int32Array(CHAINS * this.#capacity);
    for (let place = this.#first; place < this.#next; place++) {
      const [from, slot] = [(place | 0) & mask, this.#slotOf(place)];
      this.#items[slot] = items[from];
      this.#dates[slot] = dates[from]!;
      this.#signatures.set(signatures.subarray(from * SIGNATURE_SIZE, (from + 1) * SIGNATURE_SIZE), slot * SIGNATURE_SIZE);
      if (!Number.isNaN(dates[from])) this.#link(place, slot);
    }
  }
}
