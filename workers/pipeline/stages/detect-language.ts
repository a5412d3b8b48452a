import { detectLanguage } from '#core/language/detect-language.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { withInsight, type Draft } from '../draft.ts';

/** Tells the language from the text; what the author or source declared is not trusted. */
export function createDetectLanguage(): Stage<Draft, Draft> {
  return function detectLanguages(batch) {
    return batch.map((draft) => keep(withInsight(draft, { language: detectLanguage(draft.read.text, draft.read.words) })));
  };
}
