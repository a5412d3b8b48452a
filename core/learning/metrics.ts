/** Scores of predictions of one label each. By label: recall, precision, F1 (0 where there is nothing to find and nothing found). */
export interface ClassScores {
  rows: number;
  accuracy: number;
  macroRecall: number;
  macroF1: number;
  recall: number[];
  precision: number[];
  f1: number[];
  support: number[];
}

export function scoreClasses(truth: ArrayLike<number>, predicted: ArrayLike<number>, labels: number): ClassScores {
  const [hits, found, support] = [zeros(labels), zeros(labels), zeros(labels)];
  let right = 0;
  for (let row = 0; row < truth.length; row++) {
    support[truth[row]!]!++;
    found[predicted[row]!]!++;
    if (truth[row] === predicted[row]) {
      hits[truth[row]!]!++;
      right += 1;
    }
  }
  const recall = hits.map((each, label) => each / (support[label]! || 1));
  const precision = hits.map((each, label) => each / (found[label]! || 1));
  const f1 = hits.map((each, label) => f1Of(each, found[label]!, support[label]!));
  return {
    rows: truth.length,
    accuracy: right / (truth.length || 1),
    macroRecall: mean(recall),
    macroF1: mean(f1),
    recall,
    precision,
    f1,
    support,
  };
}

/** Scores of predictions of any number of labels each. `macroF1` is over labels with at least `least` rows. */
export interface LabelScores {
  rows: number;
  microF1: number;
  macroF1: number;
  labels: { precision: number; recall: number; f1: number; support: number }[];
}

/** `truth` and `predicted`: by row, then label, 0 or 1. */
export function scoreLabels(truth: ArrayLike<number>, predicted: ArrayLike<number>, labels: number, least = 10): LabelScores {
  const [hits, found, support] = [zeros(labels), zeros(labels), zeros(labels)];
  for (let at = 0; at < truth.length; at++) {
    const label = at % labels;
    if (truth[at]) support[label]!++;
    if (predicted[at]) found[label]!++;
    if (truth[at] && predicted[at]) hits[label]!++;
  }
  const each = hits.map((hit, label) => ({
    precision: hit / (found[label]! || 1),
    recall: hit / (support[label]! || 1),
    f1: f1Of(hit, found[label]!, support[label]!),
    support: support[label]!,
  }));
  return {
    rows: truth.length / labels,
    microF1: f1Of(sum(hits), sum(found), sum(support)),
    macroF1: mean(each.filter((one) => one.support >= least).map((one) => one.f1)),
    labels: each,
  };
}

export interface Bin {
  count: number;
  meanProbability: number;
  shareTrue: number;
}

/** Expected calibration error in bins of equal width (Naeini et al. 2015), and the bins, as a reliability table. */
export function calibrationOf(
  probabilities: ArrayLike<number>,
  isTrue: ArrayLike<number | boolean>,
  bins = 15,
): { ece: number; bins: Bin[] } {
  const [counts, sums, trues] = [zeros(bins), zeros(bins), zeros(bins)];
  for (let n = 0; n < probabilities.length; n++) {
    const bin = Math.min(bins - 1, Math.floor(probabilities[n]! * bins));
    counts[bin]!++;
    sums[bin]! += probabilities[n]!;
    if (isTrue[n]) trues[bin]!++;
  }
  const gaps = counts.map((_, bin) => Math.abs(sums[bin]! - trues[bin]!));
  return {
    ece: sum(gaps) / (probabilities.length || 1),
    bins: counts.map((count, bin) => ({ count, meanProbability: sums[bin]! / (count || 1), shareTrue: trues[bin]! / (count || 1) })),
  };
}

/** Position of the largest of `width` numbers from `row * width` on. */
export function argmaxOf(values: ArrayLike<number>, row: number, width: number): number {
  let best = 0;
  for (let label = 1; label < width; label++) if (values[row * width + label]! > values[row * width + best]!) best = label;
  return best;
}

/** 2.5 % and 97.5 % of a score over resamples of the rows (percentile bootstrap, Efron 1979). */
export function interval(rows: number, score: (sample: Int32Array) => number, random: () => number, resamples = 1_000): [number, number] {
  const sample = new Int32Array(rows);
  const scores = Float64Array.from({ length: resamples }, () => {
    for (let n = 0; n < rows; n++) sample[n] = Math.floor(random() * rows);
    return score(sample);
  }).sort();
  return [scores[Math.floor(0.025 * resamples)]!, scores[Math.ceil(0.975 * resamples) - 1]!];
}

function f1Of(hits: number, found: number, support: number): number {
  return hits === 0 ? 0 : (2 * hits) / (found + support);
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
