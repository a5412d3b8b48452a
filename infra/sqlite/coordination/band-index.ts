const EMPTY = -1;
const FIRST_SLOTS = 1_024;

export interface IndexedEntry {
  seq: number;
  atMs: number;
  bands: Iterable<number>;
  signature: Uint32Array;
}

/**
 * Entries by band with their signatures, in memory: some 40 bytes a band and 4 a value. In SQLite each entry would touch 16
 * random pages of an index, thousands a batch; and a flood of variations on one text, which share bands but are not alike,
 * would cost a read for each pair. So the table holds entries in order, and this is read from it.
 */
export class BandIndex {
  /** Of the last entry added. */
  lastSeq = 0;
  #entries = 0;
  #seqs = new Float64Array(FIRST_SLOTS);
  #dates = new Float64Array(FIRST_SLOTS);
  #signatures = new Uint32Array(0);
  /** Values in one signature: that of the first entry. One of another length is like none. */
  #width = 0;

  /** Open addressing from a band to its list of nodes, each an entry's place in order of entry. */
  #bands = new Float64Array(FIRST_SLOTS).fill(EMPTY);
  #first = new Int32Array(FIRST_SLOTS);
  #last = new Int32Array(FIRST_SLOTS);
  #used = 0;
  #places = new Int32Array(FIRST_SLOTS);
  #next = new Int32Array(FIRST_SLOTS);
  #nodes = 0;

  get size(): number {
    return this.#entries;
  }

  /** Entries are added in rising order of `seq`. */
  add({ seq, atMs, bands, signature }: IndexedEntry): void {
    if (this.#entries === 0) this.#width = signature.length;
    if (this.#entries === this.#seqs.length) {
      this.#seqs = grown(this.#seqs, Float64Array);
      this.#dates = grown(this.#dates, Float64Array);
    }
    if ((this.#entries + 1) * this.#width > this.#signatures.length) {
      const larger = new Uint32Array(this.#seqs.length * this.#width);
      larger.set(this.#signatures);
      this.#signatures = larger;
    }
    const place = this.#entries++;
    this.#seqs[place] = seq;
    this.#dates[place] = signature.length === this.#width ? atMs : Number.NaN;
    if (signature.length === this.#width) this.#signatures.set(signature, place * this.#width);
    for (const band of new Set(bands)) this.#append(band, place);
    this.lastSeq = seq;
  }

  /**
   * Numbers of the entries that share a band, have at least `minSimilarity` of their values equal at equal places, which estimates
   * the Jaccard similarity of what was hashed, and are dated within `horizonMs`; earliest entry first.
   */
  *alike(entry: Omit<IndexedEntry, 'seq'>, minSimilarity: number, horizonMs: number): Generator<number> {
    if (entry.signature.length !== this.#width) return;
    const maxUnequal = Math.floor(this.#width * (1 - minSimilarity) + 1e-9);
    for (const place of this.#sharing(entry.bands)) {
      if (!(Math.abs(this.#dates[place]! - entry.atMs) <= horizonMs)) continue;
      if (this.#isAlike(place, entry.signature, maxUnequal)) yield this.#seqs[place]!;
    }
  }

  #isAlike(place: number, signature: Uint32Array, maxUnequal: number): boolean {
    const start = place * this.#width;
    let unequal = 0;
    for (let n = 0; n < this.#width; n++) {
      if (this.#signatures[start + n] !== signature[n] && ++unequal > maxUnequal) return false;
    }
    return true;
  }

  /** Merges the bands' lists, each in order, so that a match among the earliest ends the search. */
  *#sharing(bands: Iterable<number>): Generator<number> {
    const heads = [...new Set(bands)]
      .map((band) => this.#slotOf(band))
      .flatMap((slot) => (this.#bands[slot] === EMPTY ? [] : [this.#first[slot]!]));
    for (;;) {
      let earliest = Infinity;
      for (const node of heads) if (node !== EMPTY && this.#places[node]! < earliest) earliest = this.#places[node]!;
      if (earliest === Infinity) return;
      for (let n = 0; n < heads.length; n++) {
        const node = heads[n]!;
        if (node !== EMPTY && this.#places[node] === earliest) heads[n] = this.#next[node]!;
      }
      yield earliest;
    }
  }

  #append(band: number, place: number): void {
    const node = this.#nodes++;
    if (node === this.#places.length) {
      this.#places = grown(this.#places, Int32Array);
      this.#next = grown(this.#next, Int32Array);
    }
    this.#places[node] = place;
    this.#next[node] = EMPTY;
    const slot = this.#slotOf(band);
    if (this.#bands[slot] === EMPTY) {
      this.#bands[slot] = band;
      this.#first[slot] = node;
      this.#last[slot] = node;
      if (++this.#used * 2 > this.#bands.length) this.#growSlots();
    } else {
      this.#next[this.#last[slot]!] = node;
      this.#last[slot] = node;
    }
  }

  #slotOf(band: number): number {
    const mask = this.#bands.length - 1;
    let slot = band & mask;
    while (this.#bands[slot] !== EMPTY && this.#bands[slot] !== band) slot = (slot + 1) & mask;
    return slot;
  }

  #growSlots(): void {
    const [bands, first, last] = [this.#bands, this.#first, this.#last];
    this.#bands = new Float64Array(bands.length * 2).fill(EMPTY);
    this.#first = new Int32Array(bands.length * 2);
    this.#last = new Int32Array(bands.length * 2);
    bands.forEach((band, old) => {
      if (band === EMPTY) return;
      const slot = this.#slotOf(band);
      this.#bands[slot] = band;
      this.#first[slot] = first[old]!;
      this.#last[slot] = last[old]!;
    });
  }
}

function grown<List extends Int32Array | Float64Array>(list: List, make: new (length: number) => List): List {
  const larger = new make(list.length * 2);
  larger.set(list);
  return larger;
}
