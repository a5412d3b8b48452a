import { BANDS, hashChain, LshSegment, MAX_SLOTS, WHOLE, type LshBest, type LshQuery } from './lsh-segment.ts';
import { MAX_UNEQUAL } from './min-hash.ts';

/** A flood of variations on one text shares bands without being alike: no more of a band than these, the latest, are compared. */
const MAX_COMPARED = 100;
const NOWHERE = -1;

export interface LshIndexOptions {
  /** Entries held at most: with one more the oldest goes. Default: no limit. */
  maxSize?: number;
  /** Entries of one segment, at most 65,535, the default. */
  segmentSize?: number;
}

/** An entry that was found, and the place by which it can be removed. */
export interface LshMatch<Item> {
  item: Item;
  place: number;
}

/** MinHash signatures by band, in memory: some 160 bytes each, and what `Item` takes. */
export class LshIndex<Item> {
  readonly #maxSize: number;
  readonly #segmentSize: number;
  /** Oldest first. */
  #segments: LshSegment<Item>[] = [];
  /** Places held: from `#first` up to `#next`. */
  #first = 1;
  #next = 1;

  constructor({ maxSize = Infinity, segmentSize = MAX_SLOTS }: LshIndexOptions = {}) {
    this.#maxSize = maxSize;
    this.#segmentSize = segmentSize;
  }

  /** Entries held, removed ones included. */
  get size(): number {
    return this.#next - this.#first;
  }

  /** @returns the place, by which it can be removed. */
  add(entry: LshQuery, item: Item): number {
    if (this.size >= this.#maxSize) this.#dropFirst();
    let segment = this.#segments.at(-1);
    if (!segment || segment.isFull) {
      segment = new LshSegment(this.#next - 1, this.#segmentSize);
      this.#segments.push(segment);
    }
    segment.add(entry, item);
    return this.#next++;
  }

  /**
   * The latest exact copy dated within `horizonMs`, so that equal texts always agree; else the entry most like the query of its near-copies that share a
   * band with it, of equally like ones the latest.
   */
  find(query: LshQuery, horizonMs: number): LshMatch<Item> | undefined {
    const best = { unequal: 0, place: NOWHERE };
    this.#searchChain(WHOLE, query, horizonMs, best);
    if (best.place === NOWHERE) {
      best.unequal = MAX_UNEQUAL;
      for (let band = 0; band < BANDS; band++) this.#searchChain(band, query, horizonMs, best);
    }
    if (best.place === NOWHERE) return undefined;
    return { item: this.#itemAt(best.place)!, place: best.place };
  }

  remove(place: number): void {
    if (place < this.#first || place >= this.#next) return;
    const segment = this.#segmentOf(place);
    segment.remove(place - segment.base);
  }

  /** Drops entries, the oldest first, while `isOld` says so. @returns the dropped ones. */
  dropWhile(isOld: (item: Item) => boolean): Item[] {
    const dropped: Item[] = [];
    while (this.size > 0) {
      const item = this.#itemAt(this.#first);
      if (item !== undefined && !isOld(item)) break;
      if (item !== undefined) dropped.push(item);
      this.#dropFirst();
    }
    return dropped;
  }

  #dropFirst(): void {
    this.remove(this.#first);
    this.#first++;
    const [oldest] = this.#segments;
    if (oldest?.isFull && this.#first > oldest.base + oldest.lastSlot) this.#segments.shift();
  }

  #searchChain(chain: number, { signature, atMs }: LshQuery, horizonMs: number, best: LshBest): void {
    const search = { chain, hash: hashChain(chain, signature), signature, atMs, horizonMs, limit: MAX_COMPARED };
    for (let n = this.#segments.length - 1; n >= 0 && search.limit > 0; n--) {
      const segment = this.#segments[n]!;
      search.limit -= segment.search(search, Math.max(1, this.#first - segment.base), best);
      if (best.unequal === 0 && best.place !== NOWHERE) return;
    }
  }

  #segmentOf(place: number): LshSegment<Item> {
    const nth = Math.floor((place - 1 - this.#segments[0]!.base) / this.#segmentSize);
    return this.#segments[nth]!;
  }

  #itemAt(place: number): Item | undefined {
    const segment = this.#segmentOf(place);
    return segment.items[place - segment.base];
  }
}
