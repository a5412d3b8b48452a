import type { Estimate } from '#core/ports/post-store.ts';

/** Up to this many different keys are counted exactly: above the 3,000 that the port promises. */
const EXACT_LIMIT = 4_096;
const FIRST_SLOTS = 16;
const EMPTY = -1;

/** 2^16 registers: a standard error of 1.04 / √2^16 = 0.4 %, so 2 % is five standard errors. */
const REGISTERS = 65_536;
const REGISTER_BITS = 32;

/** Counts different 52-bit hashes in at most 64 kB: exactly at first, then by HyperLogLog. */
export class DistinctCounter {
  #slots = new Float64Array(FIRST_SLOTS).fill(EMPTY);
  #used = 0;
  #registers: Uint8Array | undefined;

  add(key: number): void {
    if (this.#registers) observe(this.#registers, key);
    else if (insert(this.#slots, key)) this.#grow();
  }

  estimate(): Estimate {
    if (this.#registers) return { value: Math.round(cardinality(this.#registers)), approximate: true };
    return { value: this.#used, approximate: false };
  }

  #grow(): void {
    this.#used++;
    if (this.#used > EXACT_LIMIT) {
      this.#registers = new Uint8Array(REGISTERS);
      for (const key of this.#slots) if (key !== EMPTY) observe(this.#registers, key);
      this.#slots = new Float64Array(0);
    } else if (this.#used * 2 > this.#slots.length) {
      const old = this.#slots;
      this.#slots = new Float64Array(old.length * 2).fill(EMPTY);
      for (const key of old) if (key !== EMPTY) insert(this.#slots, key);
    }
  }
}

/** @returns whether the key is new. Keys are hashes, so their low bits are as good a place as any. */
function insert(slots: Float64Array, key: number): boolean {
  const mask = slots.length - 1;
  for (let slot = key & mask; ; slot = (slot + 1) & mask) {
    const held = slots[slot];
    if (held === key) return false;
    if (held === EMPTY) {
      slots[slot] = key;
      return true;
    }
  }
}

function observe(registers: Uint8Array, key: number): void {
  const register = key & (REGISTERS - 1);
  const rank = Math.clz32(Math.floor(key / REGISTERS) >>> 0) + 1;
  if (rank > registers[register]!) registers[register] = rank;
}

/** The improved raw estimator of Otmar Ertl, "New cardinality estimation algorithms for HyperLogLog sketches" (2017), algorithm 6. */
function cardinality(registers: Uint8Array): number {
  const counts = new Float64Array(REGISTER_BITS + 2);
  for (const rank of registers) counts[rank]!++;
  let sum = REGISTERS * tau(1 - counts[REGISTER_BITS + 1]! / REGISTERS);
  for (let rank = REGISTER_BITS; rank >= 1; rank--) sum = 0.5 * (sum + counts[rank]!);
  sum += REGISTERS * sigma(counts[0]! / REGISTERS);
  return (REGISTERS * REGISTERS) / (2 * Math.LN2 * sum);
}

function sigma(start: number): number {
  if (start === 1) return Infinity;
  let power = start;
  let weight = 1;
  let sum = start;
  for (let last = -1; sum !== last;) {
    last = sum;
    power *= power;
    sum += power * weight;
    weight += weight;
  }
  return sum;
}

function tau(start: number): number {
  if (start === 0 || start === 1) return 0;
  let root = start;
  let weight = 1;
  let sum = 1 - start;
  for (let last = -1; sum !== last;) {
    last = sum;
    root = Math.sqrt(root);
    weight *= 0.5;
    sum -= (1 - root) ** 2 * weight;
  }
  return sum / 3;
}
