import { float64s } from '../slab.ts';

/** How much the whole text counts beside the clause that speaks most for a label; cross-validated, docs/adr/0008. */
const WHOLE = 0.7;

/**
 * Logits of a text's labels from those of the whole and of its clauses: a mean with the clause that speaks most for the label. Labels with few examples
 * take the larger of the two, since one clause among others drowns them. A text of one clause is its own clause.
 */
export function rollUp(whole: Float64Array, clauses: readonly Float64Array[], isRare: readonly boolean[]): Float64Array {
  if (clauses.length < 2) return whole;
  const rolled = float64s.take(whole.length);
  for (let label = 0; label < whole.length; label++) {
    const logit = whole[label]!;
    let most = -Infinity;
    for (let clause = 0; clause < clauses.length; clause++) if (clauses[clause]![label]! > most) most = clauses[clause]![label]!;
    rolled[label] = isRare[label] ? Math.max(logit, most) : WHOLE * logit + (1 - WHOLE) * most;
  }
  return rolled;
}
