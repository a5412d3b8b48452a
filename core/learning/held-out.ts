import { sigmoid, softmax } from '../language/heads/linear-head.ts';
import { bestThreshold, ownTemperature, sharedTemperature } from './calibrate.ts';
import { argmaxOf } from './metrics.ts';
import type { Task } from './train-heads.ts';

/** Predictions for rows that the head had not seen. `rows`: positions in the task. Others by row, then label. */
export interface HeldOut {
  rows: number[];
  logits: Float64Array;
}

/** Probabilities of held-out rows, by row then label. */
export function probabilitiesOf(task: Pick<Task, 'link' | 'labels'>, logits: Float64Array, temperatures: readonly number[]): Float64Array {
  const width = task.labels.length;
  const all = new Float64Array(logits.length);
  for (let at = 0; at < logits.length; at += width) {
    const row = logits.subarray(at, at + width);
    all.set(task.link === 'one' ? softmax(row, temperatures[0]) : row.map((logit, label) => sigmoid(logit / temperatures[label]!)), at);
  }
  return all;
}

export function temperaturesOf(task: Task, { rows, logits }: HeldOut): number[] {
  const width = task.labels.length;
  if (task.link === 'one') {
    const truth = rows.map((row) => argmaxOf(task.targets, row, width));
    return [round(sharedTemperature(logits, truth, new Float32Array(rows.length).fill(1), width))];
  }
  return task.labels.map((_, label) => {
    const { own, truth } = ofLabel(task, rows, logits, label);
    return truth.includes(1) ? round(ownTemperature(own, truth)) : 1;
  });
}

/** Held-out rows as the finished head judges them: thresholds are chosen on the same predictions, which flatters rare labels a little: one number a label. */
export function judgeLabels(task: Task, heldOut: HeldOut): { probabilities: Float64Array; thresholds: number[]; predicted: Uint8Array } {
  const { rows, logits } = heldOut;
  const width = task.labels.length;
  const probabilities = probabilitiesOf(task, logits, temperaturesOf(task, heldOut));
  const thresholds = task.labels.map((_, label) => {
    const { own, truth } = ofLabel(task, rows, probabilities, label);
    return round(bestThreshold(own, truth));
  });
  const predicted = Uint8Array.from(probabilities, (probability, at) => (probability >= thresholds[at % width]! ? 1 : 0));
  return { probabilities, thresholds, predicted };
}

function ofLabel(task: Task, rows: readonly number[], values: Float64Array, label: number) {
  const width = task.labels.length;
  return {
    own: Float64Array.from(rows, (_, nth) => values[nth * width + label]!),
    truth: rows.map((row) => task.targets[row * width + label]!),
  };
}

/** How many rows have a label. */
export function supportOf({ targets, labels }: Task, label: number): number {
  let support = 0;
  for (let at = label; at < targets.length; at += labels.length) support += targets[at]!;
  return support;
}

/** Six digits are more than the weights' steps deserve, and the same on every machine. */
export function round(value: number): number {
  return Number(value.toPrecision(6));
}
