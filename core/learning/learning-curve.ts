import { seededRandom } from '../seeded-random.ts';
import { foldsOf, heldOutBy, type Task } from './train-heads.ts';
import { mainMeasure } from './report.ts';

/** How good a head is when it learns from a part of the rows: whether more rows would help. */
export interface CurvePoint {
  rows: number;
  name: string;
  value: number;
}

const SHARES = [0.1, 0.3, 1];

/** Judged on one fold, learned from growing parts of the others. */
export function learningCurve(task: Task, { folds, seed }: { folds: number; seed: number }): CurvePoint[] {
  const foldOf = foldsOf(task, folds, seed);
  const random = seededRandom(seed);
  const draws = foldOf.map(() => random());
  return SHARES.map((share) => {
    const training = foldOf.flatMap((fold, row) => (fold !== 0 && draws[row]! < share ? [row] : []));
    const held = foldOf.flatMap((fold, row) => (fold === 0 && task.judged[row]! ? [row] : []));
    return { rows: training.length, ...mainMeasure(task, heldOutBy(task, training, held)) };
  });
}
