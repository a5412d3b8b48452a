import { scoreLabels, type LabelScores } from './metrics.ts';
import { judgeLabels, supportOf, type HeldOut } from './held-out.ts';
import type { Task } from './train-heads.ts';

/** Fewer examples say too little of a label: its rule decides. */
const LEAST_EXAMPLES = 10;
/** From here on the head has seen enough to decide, whatever a rule says. */
const ENOUGH_EXAMPLES = 100;
/** A rule must be better by this much of F1, since people who wrote it had seen such texts. */
const RULE_MARGIN = 0.03;
/** What a rule's precision is taken for before anything is measured, and how many findings that counts as. */
const PRIOR = { precision: 0.6, findings: 5 };

/**
 * By label, null where the head decides. Where the label's rule does, since examples are few and it finds better, how likely it is right when it
 * fires: its precision, drawn to what rules are taken for where it fired seldom.
 */
export function scoresOfRules(task: Task, heldOut: HeldOut): (number | null)[] {
  const { rules, labels } = task;
  if (!rules) return labels.map(() => null);
  const width = labels.length;
  const truth = valuesOf(heldOut.rows, task.targets, width);
  const fired = valuesOf(heldOut.rows, rules, width);
  const [byRule, byHead] = [fired, judgeLabels(task, heldOut).predicted].map(
    (predicted) => scoreLabels(truth, predicted, width).labels,
  ) as [LabelScores['labels'], LabelScores['labels']];
  return labels.map((_, label) => {
    const support = supportOf(task, label);
    if (support >= ENOUGH_EXAMPLES || (support >= LEAST_EXAMPLES && byRule[label]!.f1 < byHead[label]!.f1 + RULE_MARGIN)) return null;
    let [found, right] = [0, 0];
    for (let at = label; at < fired.length; at += width) {
      found += fired[at]!;
      right += fired[at]! * truth[at]!;
    }
    // A label without an example is unmeasured, not wrong whenever its rule fires.
    if (support === 0) return PRIOR.precision;
    return (right + PRIOR.precision * PRIOR.findings) / (found + PRIOR.findings);
  });
}

/** What some rows have, one after another. */
export function valuesOf(rows: readonly number[], values: Float32Array | Uint8Array, width: number): Uint8Array {
  return Uint8Array.from(rows.flatMap((row) => Array.from(values.subarray(row * width, (row + 1) * width))));
}
