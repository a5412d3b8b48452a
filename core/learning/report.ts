import { seededRandom } from '../seeded-random.ts';
import { scoresOfRules, valuesOf } from './label-rules.ts';
import { argmaxOf, calibrationOf, interval, scoreClasses, scoreLabels, type Bin } from './metrics.ts';
import { judgeLabels, probabilitiesOf, temperaturesOf, type HeldOut } from './held-out.ts';
import type { Task } from './train-heads.ts';

export interface Measure {
  name: string;
  value: number;
  /** 95 %, by bootstrap over the rows. */
  interval?: [number, number];
}

/** A measure with its interval, to three digits. */
export function describeMeasure({ name, value, interval: within }: Measure): string {
  return `${name} ${value.toFixed(3)}${within ? ` (${within[0].toFixed(3)} to ${within[1].toFixed(3)})` : ''}`;
}

/** What cross-validation says of a head. */
export interface Report {
  head: string;
  rows: number;
  measures: Measure[];
  /** By label: recall, precision, F1, how many rows have it, and whether its rule decides. */
  labels: { label: string; recall: number; precision: number; f1: number; support: number; byRule: boolean }[];
  reliability: Bin[];
}

const RESAMPLES = 1_000;
/** Pairs of text and theme below this are near certain to be absent, and there are so many that they would hide the rest. */
const LEAST_JUDGED = 0.1;
const LEAST_SUPPORT = 10;

/** One number for how good a head is: macro-F1, of heads with many labels micro-F1. */
export function mainMeasure(task: Task, { rows, logits }: HeldOut): { name: string; value: number } {
  const width = task.labels.length;
  if (task.link === 'one') {
    const truth = rows.map((row) => argmaxOf(task.targets, row, width));
    const predicted = rows.map((_, nth) => argmaxOf(logits, nth, width));
    return { name: 'macro-F1', value: scoreClasses(truth, predicted, width).macroF1 };
  }
  const truth = Uint8Array.from(rows.flatMap((row) => Array.from(task.targets.subarray(row * width, (row + 1) * width))));
  // Before thresholds are chosen, what is likelier than not counts as found.
  const predicted = Uint8Array.from(logits, (logit) => (logit > 0 ? 1 : 0));
  return { name: 'micro-F1', value: scoreLabels(truth, predicted, width).microF1 };
}

export function reportOn(task: Task, heldOut: HeldOut): Report {
  return task.link === 'one' ? reportClasses(task, heldOut) : reportLabels(task, heldOut);
}

function reportClasses(task: Task, heldOut: HeldOut): Report {
  const { rows, logits } = heldOut;
  const width = task.labels.length;
  const probabilities = probabilitiesOf(task, logits, temperaturesOf(task, heldOut));
  const truth = rows.map((row) => argmaxOf(task.targets, row, width));
  const predicted = rows.map((_, nth) => argmaxOf(probabilities, nth, width));
  const scores = scoreClasses(truth, predicted, width);
  const { ece, bins } = calibrationOf(
    rows.map((_, nth) => probabilities[nth * width + predicted[nth]!]!),
    rows.map((_, nth) => truth[nth] === predicted[nth]),
  );
  const within = (pick: (of: typeof scores) => number): [number, number] =>
    interval(
      rows.length,
      (sample) =>
        pick(
          scoreClasses(
            Array.from(sample, (nth) => truth[nth]!),
            Array.from(sample, (nth) => predicted[nth]!),
            width,
          ),
        ),
      seededRandom(1),
      RESAMPLES,
    );
  return {
    head: task.name,
    rows: rows.length,
    measures: [
      { name: 'accuracy', value: scores.accuracy, interval: within((of) => of.accuracy) },
      { name: 'macro-recall', value: scores.macroRecall, interval: within((of) => of.macroRecall) },
      { name: 'macro-F1', value: scores.macroF1, interval: within((of) => of.macroF1) },
      { name: 'ECE', value: ece },
    ],
    labels: task.labels.map((label, nth) => ({
      label,
      recall: scores.recall[nth]!,
      precision: scores.precision[nth]!,
      f1: scores.f1[nth]!,
      support: scores.support[nth]!,
      byRule: false,
    })),
    reliability: bins,
  };
}

function reportLabels(task: Task, heldOut: HeldOut): Report {
  const { rows } = heldOut;
  const width = task.labels.length;
  const truth = valuesOf(rows, task.targets, width);
  const byRule = scoresOfRules(task, heldOut);
  const fired = task.rules && valuesOf(rows, task.rules, width);
  // As the product decides: by the head, or by the label's rule.
  const judged = judgeLabels(task, heldOut);
  const isRuled = (at: number): boolean => byRule[at % width] !== null;
  const predicted = judged.predicted.map((each, at) => (isRuled(at) ? (fired?.[at] ?? 0) : each));
  const probabilities = judged.probabilities.map((each, at) => (isRuled(at) ? (fired?.[at] ?? 0) * byRule[at % width]! : each));
  const scores = scoreLabels(truth, predicted, width, LEAST_SUPPORT);
  const sure = [...probabilities.keys()].filter((at) => probabilities[at]! >= LEAST_JUDGED);
  const { ece, bins } = calibrationOf(
    sure.map((at) => probabilities[at]!),
    sure.map((at) => truth[at]!),
  );
  const apart = task.apart && {
    name: ` of ${task.apart.name}`,
    labels: task.labels.flatMap((label, nth) => (task.apart!.labels.has(label) ? [nth] : [])),
  };
  return {
    head: task.name,
    rows: rows.length,
    measures: [
      ...measuresOf(truth, predicted, width, { name: '', labels: [...task.labels.keys()] }),
      ...(apart ? measuresOf(truth, predicted, width, apart) : []),
      { name: `ECE (pairs from ${LEAST_JUDGED})`, value: ece },
    ],
    labels: task.labels.map((label, nth) => ({ label, ...scores.labels[nth]!, byRule: byRule[nth] !== null })),
    reliability: bins,
  };
}

/** Over some of the labels. */
function measuresOf(
  truth: Uint8Array,
  predicted: Uint8Array,
  width: number,
  { name, labels }: { name: string; labels: number[] },
): Measure[] {
  const of = (values: Uint8Array, rows: Int32Array | number[]): Uint8Array => {
    const taken = new Uint8Array(rows.length * labels.length);
    for (let nth = 0; nth < rows.length; nth++) {
      for (const [at, label] of labels.entries()) taken[nth * labels.length + at] = values[rows[nth]! * width + label]!;
    }
    return taken;
  };
  const rows = truth.length / width;
  const score = (sample: Int32Array | number[]) => scoreLabels(of(truth, sample), of(predicted, sample), labels.length, LEAST_SUPPORT);
  const whole = score([...Array(rows).keys()]);
  const within = (pick: (scores: typeof whole) => number): [number, number] =>
    interval(rows, (sample) => pick(score(sample)), seededRandom(1), RESAMPLES / 5);
  return [
    { name: `micro-F1${name}`, value: whole.microF1, interval: within(({ microF1 }) => microF1) },
    { name: `macro-F1${name} (n ≥ ${LEAST_SUPPORT})`, value: whole.macroF1, interval: within(({ macroF1 }) => macroF1) },
  ];
}
