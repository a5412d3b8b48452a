import { flagUrgency } from '#core/language/flag-urgency.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { withInsight, type Draft, type ShouldAnalyse } from '../draft.ts';

/** Marks first-person, specific harm for people to review. */
export function createFlagUrgency(shouldAnalyse: ShouldAnalyse): Stage<Draft, Draft> {
  return function flagUrgencies(batch) {
    return batch.map((draft) => keep(shouldAnalyse(draft) ? withInsight(draft, { urgency: flagUrgency(draft.read, draft.title) }) : draft));
  };
}
