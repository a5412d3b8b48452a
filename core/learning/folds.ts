import { seededRandom } from '../seeded-random.ts';

/** What two texts have in common that differ in case, spacing and punctuation only. */
export function textKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A fold for each text, the same for texts that are alike: about one text in five repeats, and none may be on both sides. */
export function foldsByText(texts: readonly string[], folds: number, seed: number): number[] {
  const random = seededRandom(seed);
  const byKey = new Map<string, number>();
  return texts.map((text) => {
    const key = textKey(text);
    let fold = byKey.get(key);
    if (fold === undefined) byKey.set(key, (fold = Math.floor(random() * folds)));
    return fold;
  });
}
