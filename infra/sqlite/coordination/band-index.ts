const EMPTY = -1;
const FIRST_SLOTS = 1_024;

/**
 * Which entries have a band, in memory: some 40 bytes a band. In SQLite each entry would touch 16 random pages of an index, which is
 * thousands of pages a batch; so the table holds entries in order and this is read from it.
 */
export class BandIndex {
  /** Of the last entry added. */
  lastSeq = 0;
  entries = 0;
  #bands = new Float64Array(FIRST_SLOTS).fill(EMPTY);
  #first = new Int32Array(FIRST_SLOTS);
  #last = new Int32Array(FIRST_SLOTS);
  #used = 0;
  #seqs = new Int32Array(FIRST_SLOTS);
  #next = new Int32Array(FIRST_SLOTS);
  #nodes = 0;

  /** Entries are added in rising order of `seq`. */
  add(seq: number, bands: Iterable<number>): void {
    for (const band of new Set(bands)) this.#append(band, seq);
    this.lastSeq = seq;
    this.entries++;
  }

  /** Entries that share a band, each once, earliest first. */
  *sharing(bands: Iterable<number>): Generator<number> {
    const heads = [...new Set(bands)]
      .map((band) => this.#slotOf(band))
      .flatMap((slot) => (this.#bands[slot] === EMPTY ? [] : [this.#first[slot]!]));
    for (;;) {
      let earliest = Infinity;
      for (const node of heads) if (node !== EMPTY && this.#seqs[node]! < earliest) earliest = this.#seqs[node]!;
      if (earliest === Infinity) return;
      heads.forEach((node, n) => {
        if (node !== EMPTY && this.#seqs[node] === earliest) heads[n] = this.#next[node]!;
      });
      yield earliest;
    }
  }

  #append(band: number, seq: number): void {
    const node = this.#nodes++;
    if (node === this.#seqs.length) {
      this.#seqs = doubled(this.#seqs);
      this.#next = doubled(this.#next);
    }
    this.#seqs[node] = seq;
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

function doubled(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}
