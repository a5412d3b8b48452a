import { seededRandom } from '../seeded-random.ts';
import { bestThreshold } from './calibrate.ts';
import { argmaxOf, calibrationOf, interval, scoreClasses, scoreLabels, type Bin } from './metrics.ts';
import { probabilitiesOf, temperaturesOf, type HeldOut, type Task } from './train-heads.ts';

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
  /** By label: recall, precision, F1 and how many rows have it. */
  labels: { label: string; recall: number; precision: number; f1: number; support: number }[];
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
  const probabilities = probabilitiesOf(task, heldOut.logits, temperaturesOf(task, heldOut));
  return task.link === 'one' ? reportClasses(task, heldOut, probabilities) : reportLabels(task, heldOut, probabilities);
}

function reportClasses(task: Task, { rows }: HeldOut, probabilities: Float64Array): Report {
  const width = task.labels.length;
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
    })),
    reliability: bins,
  };
}

function reportLabels(task: Task, { rows }: HeldOut, probabilities: Float64Array): Report {
  const width = task.labels.length;
  const truth = Uint8Array.from(rows.flatMap((row) => [...task.targets.subarray(row * width, (row + 1) * width)]));
  // Thresholds are chosen on the same held-out predictions, which flatters rare themes a little: one number a theme.
  const thresholds = task.labels.map((_, label) =>
    bestThreshold(
      rows.map((_row, nth) => probabilities[nth * width + label]!),
      rows.map((row) => task.targets[row * width + label]!),
    ),
  );
  const predicted = Uint8Array.from(probabilities, (probability, at) => (probability >= thresholds[at % width]! ? 1 : 0));
  const scores = scoreLabels(truth, predicted, width, LEAST_SUPPORT);
  const judged = [...probabilities.keys()].filter((at) => probabilities[at]! >= LEAST_JUDGED);
  const { ece, bins } = calibrationOf(
    judged.map((at) => probabilities[at]!),
    judged.map((at) => truth[at]!),
  );
  const take = (values: Uint8Array, sample: Int32Array) =>
    Uint8Array.from({ length: sample.length * width }, (_, at) => values[sample[Math.floor(at / width)]! * width + (at % width)]!);
  const within = (pick: (of: typeof scores) => number): [number, number] =>
    interval(
      rows.length,
      (sample) => pick(scoreLabels(take(truth, sample), take(predicted, sample), width, LEAST_SUPPORT)),
      seededRandom(1),
      RESAMPLES / 5,
    );
  return {
    head: task.name,
    rows: rows.length,
    measures: [
      { name: 'micro-F1', value: scores.microF1, interval: within((of) => of.microF1) },
      { name: `macro-F1 (n ≥ ${LEAST_SUPPORT})`, value: scores.macroF1, interval: within((of) => of.macroF1) },
      { name: `ECE (pairs from ${LEAST_JUDGED})`, value: ece },
    ],
    labels: task.labels.map((label, nth) => ({ label, ...scores.labels[nth]! })),
    reliability: bins,
  };
}
