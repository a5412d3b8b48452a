import { configError } from '#core/errors.ts';
import { calibrationOf, interval, scoreLabels } from '#core/learning/metrics.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';
import type { AnalyseOutput } from '#infra/commands/analyse-format.ts';

const RESAMPLES = 1_000;
/** Pairs below this are near certain to be absent, and so many that they would hide the rest. */
const LEAST_JUDGED = 0.1;

/** Scores of any number of themes a row. `labels`: ids or names, separated by ";". */
export function describeThemes(labels: readonly string[]): (judged: readonly AnalyseOutput[]) => string[] {
  const { themes } = TAXONOMY;
  const width = themes.length;
  const positions = new Map(themes.flatMap(({ id, name }, at) => [[id, at] as const, [name.toLowerCase(), at] as const]));
  const truth = new Uint8Array(labels.length * width);
  for (const [row, label] of labels.entries()) {
    for (const name of label.split(';').filter((each) => each.trim() !== '')) {
      const at = positions.get(name.trim()) ?? positions.get(name.trim().toLowerCase());
      if (at === undefined) throw configError('--label', `Row ${row + 1} has a theme that is none of the taxonomy's ids or names.`);
      truth[row * width + at] = 1;
    }
  }
  return (judged) => {
    const predicted = new Uint8Array(truth.length);
    const scores = new Float64Array(truth.length);
    for (const [row, { themes: found }] of judged.entries()) {
      for (const { id, over, score } of found) {
        const at = row * width + positions.get(id)!;
        predicted[at] = over ? 1 : 0;
        scores[at] = score;
      }
    }
    return describe(truth, predicted, scores, labels.length);
  };
}

function describe(truth: Uint8Array, predicted: Uint8Array, scores: Float64Array, rows: number): string[] {
  const { themes } = TAXONOMY;
  const width = themes.length;
  const { microF1, macroF1, labels } = scoreLabels(truth, predicted, width);
  const within = (pick: 'microF1' | 'macroF1') => {
    const [low, high] = interval(
      rows,
      (sample) => scoreLabels(resampled(truth, sample, width), resampled(predicted, sample, width), width)[pick],
      seededRandom(1),
      RESAMPLES,
    );
    return `(${low.toFixed(3)} to ${high.toFixed(3)})`;
  };
  const near = Array.from(scores.keys()).filter((at) => scores[at]! >= LEAST_JUDGED);
  const { ece } = calibrationOf(
    near.map((at) => scores[at]!),
    near.map((at) => truth[at] === 1),
  );
  return [
    `earshot: micro-F1 ${microF1.toFixed(3)} ${within('microF1')}, macro-F1 ${macroF1.toFixed(3)} ${within('macroF1')} (themes with at least 10 rows)`,
    `  expected calibration error ${ece.toFixed(3)} (pairs of text and theme scored ${LEAST_JUDGED} or more)`,
    '',
    ...labels.flatMap(({ recall, precision, f1, support }, at) =>
      support > 0
        ? [`  ${themes[at]!.name}: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}, F1 ${f1.toFixed(3)}, n ${support}`]
        : [],
    ),
  ];
}

function resampled(values: Uint8Array, sample: Int32Array, width: number): Uint8Array {
  const drawn = new Uint8Array(sample.length * width);
  for (const [nth, row] of sample.entries()) drawn.set(values.subarray(row * width, (row + 1) * width), nth * width);
  return drawn;
}
