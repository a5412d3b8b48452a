import { interval } from '#core/learning/metrics.ts';
import { seededRandom } from '#core/seeded-random.ts';

const RESAMPLES = 1_000;

/** How well numbers follow the true ones: Pearson's r, and the mean distance where both are on one scale of whole numbers. */
export function describeOrder(truth: readonly number[], predicted: Readonly<Record<string, readonly number[]>>): string[] {
  return Object.entries(predicted).map(([name, values]) => {
    const r = pearson(truth, values);
    const [low, high] = interval(
      truth.length,
      (sample) =>
        pearson(
          Array.from(sample, (nth) => truth[nth]!),
          Array.from(sample, (nth) => values[nth]!),
        ),
      seededRandom(1),
      RESAMPLES,
    );
    const scale = [...truth, ...values].every(Number.isInteger) ? `, mean distance ${meanDistance(truth, values).toFixed(3)}` : '';
    return `${name}: Pearson r ${r.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})${scale}`;
  });
}

/** Pearson's correlation; 0 where one side doesn't vary. */
export function pearson(left: readonly number[], right: readonly number[]): number {
  const n = left.length;
  const [meanLeft, meanRight] = [left, right].map((values) => values.reduce((sum, value) => sum + value, 0) / (n || 1)) as [number, number];
  let [both, ownLeft, ownRight] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    const [x, y] = [left[at]! - meanLeft, right[at]! - meanRight];
    both += x * y;
    ownLeft += x * x;
    ownRight += y * y;
  }
  return ownLeft === 0 || ownRight === 0 ? 0 : both / Math.sqrt(ownLeft * ownRight);
}

function meanDistance(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, at) => sum + Math.abs(value - right[at]!), 0) / (left.length || 1);
}
