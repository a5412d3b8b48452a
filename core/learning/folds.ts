/** Numbers 0 … 1 from a seed (mulberry32, Ettinger 2017): the same everywhere. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What two texts have in common that differ in case, spacing and punctuation only. */
export function textKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A fold for each text, the same for texts that are alike: about one text in five repeats, and none may be on both sides. */
export function foldsByText(texts: readonly string[], folds: number, seed: number): number[] {
  const random = createRandom(seed);
  const byKey = new Map<string, number>();
  return texts.map((text) => {
    const key = textKey(text);
    let fold = byKey.get(key);
    if (fold === undefined) byKey.set(key, (fold = Math.floor(random() * folds)));
    return fold;
  });
}
