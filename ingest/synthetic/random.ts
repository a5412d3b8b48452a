/** Seeded randomness: the same seed gives the same sequence on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** An integer, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Standard normal. */
  normal(): number;
  /** A sequence of its own, named, so that one part drawing more often doesn't shift the others. */
  fork(name: string): Random;
}

const UNIT = 1 / 2 ** 32;
const WARM_UP = 12;

/** sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, from PractRand), seeded from a number. */
export function createRandom(seed: number): Random {
  let a = Math.imul(seed, 0x9e3779b9) | 0;
  let b = (seed / 2 ** 32) | 0;
  let c = 0x6d2b79f5 ^ seed;
  let counter = 1;

  function bits(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  for (let i = 0; i < WARM_UP; i++) bits();

  const random: Random = {
    next: () => bits() * UNIT,
    between: (low, high) => low + Math.floor(bits() * UNIT * (high - low + 1)),
    chance: (probability) => bits() * UNIT < probability,
    pick: (items) => items[Math.floor(bits() * UNIT * items.length)]!,
    normal: () => Math.sqrt(-2 * Math.log(1 - bits() * UNIT)) * Math.cos(2 * Math.PI * bits() * UNIT),
    fork: (name) => createRandom(hash(name, seed)),
  };
  return random;
}

/** FNV-1a over UTF-16 code units. */
function hash(name: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) value = Math.imul(value ^ name.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Draws items in proportion to their weights, in constant time a draw (Walker's alias method, Vose 1991). */
export function createWeightedPick<T>(items: readonly { item: T; weight: number }[]): (random: Random) => T {
  const size = items.length;
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = items.map(({ weight }) => (weight * size) / total);
  const keep = new Float64Array(size).fill(1);
  const alias = new Int32Array(size);
  const small: number[] = [];
  const large: number[] = [];
  scaled.forEach((weight, index) => (weight < 1 ? small : large).push(index));
  while (small.length && large.length) {
    const low = small.pop()!;
    const high = large.pop()!;
    keep[low] = scaled[low]!;
    alias[low] = high;
    scaled[high] = scaled[high]! + scaled[low]! - 1;
    (scaled[high] < 1 ? small : large).push(high);
  }
  return (random) => {
    const at = random.next() * size;
    const index = Math.floor(at);
    return items[at - index < keep[index]! ? index : alias[index]!]!.item;
  };
}
