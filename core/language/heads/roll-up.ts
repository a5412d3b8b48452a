/** How much the whole text counts beside the clause that speaks most for a label; cross-validated, docs/adr/0008. */
const WHOLE = 0.7;

/**
 * Logits of a text's labels from those of the whole and of its clauses: a mean with the clause that speaks most for the label. Labels with few examples
 * take the larger of the two, since one clause among others drowns them. A text of one clause is its own clause.
 */
export function rollUp(whole: Float64Array, clauses: readonly Float64Array[], isRare: readonly boolean[]): Float64Array {
  if (clauses.length < 2) return whole;
  return whole.map((logit, label) => {
    let most = -Infinity;
    for (const clause of clauses) most = Math.max(most, clause[label]!);
    return isRare[label] ? Math.max(logit, most) : WHOLE * logit + (1 - WHOLE) * most;
  });
}
