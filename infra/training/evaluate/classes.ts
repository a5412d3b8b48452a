import { calibrationOf, interval, scoreClasses } from '#core/learning/metrics.ts';
import { seededRandom } from '#core/seeded-random.ts';

/** What was said of one row. `confidence`: 0 … 1, where there is one. */
export interface Guess {
  label: number;
  confidence?: number | undefined;
}

const RESAMPLES = 1_000;
const MEASURES = ['accuracy', 'macroRecall', 'macroF1'] as const;
type Measure = (typeof MEASURES)[number];
const NAMES: Record<Measure, string> = { accuracy: 'accuracy', macroRecall: 'macro-recall', macroF1: 'macro-F1' };

/** Scores of one label a row, with 95 % intervals, beside references that are compared on the same resamples (paired bootstrap). */
export function describeClasses(
  labels: readonly string[],
  truth: readonly number[],
  guesses: readonly Guess[],
  references: Readonly<Record<string, readonly number[]>>,
): string[] {
  const ours = guesses.map(({ label }) => label);
  const scores = scoreClasses(truth, ours, labels.length);
  const confidences = guesses.map(({ confidence }) => confidence).filter((each) => each !== undefined);
  const lines = [`earshot: ${measured(truth, ours, labels.length)}`];
  if (confidences.length === guesses.length) {
    const { ece } = calibrationOf(
      confidences,
      truth.map((label, nth) => label === ours[nth]),
    );
    lines.push(`  expected calibration error ${ece.toFixed(3)}`);
  }
  for (const [name, theirs] of Object.entries(references)) {
    lines.push(`${name}: ${measured(truth, theirs, labels.length)}`, `  ${compared(truth, ours, theirs, labels.length)}`);
  }
  return [
    ...lines,
    '',
    ...labels.map(
      (label, nth) =>
        `  ${label}: recall ${scores.recall[nth]!.toFixed(3)}, precision ${scores.precision[nth]!.toFixed(3)}, F1 ${scores.f1[nth]!.toFixed(3)}, n ${scores.support[nth]}`,
    ),
  ];
}

function measured(truth: readonly number[], predicted: readonly number[], labels: number): string {
  const all = scoreClasses(truth, predicted, labels);
  return MEASURES.map((measure) => {
    const [low, high] = interval(truth.length, (sample) => scoreOf(truth, predicted, labels, sample)[measure], seededRandom(1), RESAMPLES);
    return `${NAMES[measure]} ${all[measure].toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
  }).join(', ');
}

function compared(truth: readonly number[], ours: readonly number[], theirs: readonly number[], labels: number): string {
  const [low, high] = interval(
    truth.length,
    (sample) => scoreOf(truth, ours, labels, sample).macroF1 - scoreOf(truth, theirs, labels, sample).macroF1,
    seededRandom(1),
    RESAMPLES,
  );
  const side = low > 0 ? "earshot's macro-F1 is higher" : high < 0 ? "earshot's macro-F1 is lower" : 'no clear difference in macro-F1';
  return `${side}: by ${low.toFixed(3)} to ${high.toFixed(3)} (paired bootstrap, 95 %)`;
}

function scoreOf(truth: readonly number[], predicted: readonly number[], labels: number, sample: Int32Array) {
  return scoreClasses(
    Array.from(sample, (nth) => truth[nth]!),
    Array.from(sample, (nth) => predicted[nth]!),
    labels,
  );
}
