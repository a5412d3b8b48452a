import type { TextFeatures } from '../language/features/extract-features.ts';
import { IDF_STEP, type VocabularyData } from '../language/heads/vocabulary.ts';

/** The features that at least `least` of the texts have, with their smoothed inverse document frequency: the commonest first, so that what is looked up most lies close together. */
export function buildVocabulary(texts: readonly TextFeatures[], least: number, only?: ReadonlySet<number>): VocabularyData {
  const frequencies = new Map<number, number>();
  for (const { hashes } of texts) {
    for (const hash of new Set(hashes)) {
      if (!only || only.has(hash)) frequencies.set(hash, (frequencies.get(hash) ?? 0) + 1);
    }
  }
  const kept = [...frequencies].filter(([, count]) => count >= least);
  const hashes = Int32Array.from(kept.sort(([left, many], [right, few]) => few - many || left - right).map(([hash]) => hash));
  const idfSteps = Uint8Array.from(hashes, (hash) => {
    const idf = Math.log((1 + texts.length) / (1 + frequencies.get(hash)!)) + 1;
    return Math.min(255, Math.round(idf / IDF_STEP));
  });
  return { hashes, idfSteps };
}
