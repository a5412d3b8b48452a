import { DENSE_SIZE, type TextFeatures } from '../language/features/extract-features.ts';
import { sigmoid, softmax, type HeadData } from '../language/heads/linear-head.ts';
import { createVocabulary, type SparseVector, type Vocabulary, type VocabularyData } from '../language/heads/vocabulary.ts';
import { buildVocabulary } from './build-vocabulary.ts';
import { bestThreshold, ownTemperature, sharedTemperature } from './calibrate.ts';
import { foldsByText } from './folds.ts';
import { matrixOf } from './matrix.ts';
import { argmaxOf } from './metrics.ts';
import { logitsOf, trainLogistic, type LogisticModel } from './train-logistic.ts';

/** What one head is to learn, and how. */
export interface Task {
  name: string;
  link: 'one' | 'many';
  labels: string[];
  texts: readonly string[];
  features: readonly TextFeatures[];
  /** By row, then label, 0 or 1. */
  targets: Float32Array;
  weights: Float32Array;
  judged: readonly boolean[];
  /** 0: classes count as often as they occur. 1: all classes count the same. Only for `one`. */
  balance: number;
  l2: number;
  /** Features that the head keeps, those first that move its logits most. */
  keep: number;
  /** Texts that must have a feature for it to be looked at. */
  leastTexts: number;
}

/** Predictions for rows that the head had not seen. `rows`: positions in the task. Others by row, then label. */
export interface HeldOut {
  rows: number[];
  logits: Float64Array;
}

/** Grouped cross-validation: equal texts are on one side, and words, weights and selection come from the training side alone. */
export function crossValidate(task: Task, { folds, seed }: { folds: number; seed: number }): HeldOut {
  const foldOf = foldsByText(task.texts, folds, seed);
  const width = task.labels.length;
  const all = new Float64Array(task.texts.length * width);
  for (let fold = 0; fold < folds; fold++) {
    const training = positions(foldOf, (each) => each !== fold);
    const held = positions(foldOf, (each, row) => each === fold && task.judged[row]!);
    const { vocabulary, model } = fitSelected(task, training);
    const logits = logitsOf(matrixOf(encodeRows(task, held, vocabulary), vocabulary.size), model);
    for (const [nth, row] of held.entries()) all.set(logits.subarray(nth * width, (nth + 1) * width), row * width);
  }
  const rows = positions(foldOf, (_, row) => task.judged[row]!);
  const logits = new Float64Array(rows.length * width);
  for (const [nth, row] of rows.entries()) logits.set(all.subarray(row * width, (row + 1) * width), nth * width);
  return { rows, logits };
}

/** The hashes of the features that a head keeps when it learns from all rows. */
export function selectFeatures(task: Task): Set<number> {
  return selectFrom(
    task,
    positions(task.texts, () => true),
  ).selected;
}

/** Learns from all rows over the vocabulary that all heads share; temperatures and thresholds come from held-out predictions. */
export function fitHead(task: Task, data: VocabularyData, selected: ReadonlySet<number>, heldOut: HeldOut): HeadData {
  const vocabulary = createVocabulary(data);
  const known = data.hashes.length;
  const isOwn = Uint8Array.from(data.hashes, (hash) => (selected.has(hash) ? 1 : 0));
  const rows = positions(task.texts, () => true);
  const vectors = encodeRows(task, rows, vocabulary).map((vector) => only(vector, (feature) => feature >= known || isOwn[feature] === 1));
  const model = fit(task, rows, vectors, vocabulary.size);
  return quantise(task, model, isOwn, heldOut);
}

function fitSelected(task: Task, rows: readonly number[]): { vocabulary: Vocabulary; model: LogisticModel } {
  const { data, selected, whole } = selectFrom(task, rows);
  if (whole) return whole;
  const vocabulary = createVocabulary(filterVocabulary(data, selected));
  return { vocabulary, model: fit(task, rows, encodeRows(task, rows, vocabulary), vocabulary.size) };
}

function selectFrom(task: Task, rows: readonly number[]) {
  const data = buildVocabulary(
    rows.map((row) => task.features[row]!),
    task.leastTexts,
  );
  const vocabulary = createVocabulary(data);
  const vectors = encodeRows(task, rows, vocabulary);
  const model = fit(task, rows, vectors, vocabulary.size);
  const width = task.labels.length;
  // What a feature moves in all: the spread of its weights over the labels, by how often and how strongly it occurs.
  const moved = new Float64Array(data.hashes.length);
  for (const { indices, values } of vectors) {
    for (let at = 0; at < indices.length - DENSE_SIZE; at++) moved[indices[at]!] = moved[indices[at]!]! + values[at]! ** 2;
  }
  for (let feature = 0; feature < moved.length; feature++) {
    let spread = 0;
    for (let label = 0; label < width; label++) spread += model.weights[feature * width + label]! ** 2;
    moved[feature] = Math.sqrt(moved[feature]!) * Math.sqrt(spread);
  }
  const order = Int32Array.from(moved.keys()).sort((left, right) => moved[right]! - moved[left]! || left - right);
  const selected = new Set(Array.from(order.subarray(0, task.keep), (feature) => data.hashes[feature]!));
  return { data, selected, whole: order.length <= task.keep ? { vocabulary, model } : undefined };
}

function filterVocabulary({ hashes, idfSteps }: VocabularyData, selected: ReadonlySet<number>): VocabularyData {
  const kept = positions(hashes, (hash) => selected.has(hash));
  return { hashes: Int32Array.from(kept, (at) => hashes[at]!), idfSteps: Uint8Array.from(kept, (at) => idfSteps[at]!) };
}

function encodeRows(task: Task, rows: readonly number[], vocabulary: Vocabulary): SparseVector[] {
  return rows.map((row) => vocabulary.encode(task.features[row]!));
}

function only({ indices, values }: SparseVector, isKept: (feature: number) => boolean): SparseVector {
  const kept = positions(indices, isKept);
  return { indices: Int32Array.from(kept, (at) => indices[at]!), values: Float32Array.from(kept, (at) => values[at]!) };
}

function fit(task: Task, rows: readonly number[], vectors: readonly SparseVector[], columns: number): LogisticModel {
  const width = task.labels.length;
  const targets = new Float32Array(rows.length * width);
  for (const [nth, row] of rows.entries()) targets.set(task.targets.subarray(row * width, (row + 1) * width), nth * width);
  const { link, l2 } = task;
  return trainLogistic(matrixOf(vectors, columns), { link, labels: width, targets, rowWeights: balance(task, rows), l2 });
}

/** Weights of rows; the classes are counted among the rows that are judged. */
function balance(task: Task, rows: readonly number[]): Float32Array {
  if (task.link === 'many' || task.balance === 0) return Float32Array.from(rows, (row) => task.weights[row]!);
  const width = task.labels.length;
  const judged = rows.filter((row) => task.judged[row]!);
  const counts = task.labels.map(() => 0);
  for (const row of judged) counts[argmaxOf(task.targets, row, width)]!++;
  const byClass = counts.map((count) => (judged.length / (width * Math.max(1, count))) ** task.balance);
  return Float32Array.from(rows, (row) => task.weights[row]! * byClass[argmaxOf(task.targets, row, width)]!);
}

const STEPS = 127;

function quantise(task: Task, { weights, biases }: LogisticModel, isOwn: Uint8Array, heldOut: HeldOut): HeadData {
  const width = task.labels.length;
  const known = isOwn.length;
  const features = Int32Array.from(positions(isOwn, (own) => own === 1));
  const scales = task.labels.map((_, label) => {
    let largest = 0;
    for (const feature of features) largest = Math.max(largest, Math.abs(weights[feature * width + label]!));
    return largest / STEPS || 1;
  });
  const steps = new Int8Array(features.length * width);
  for (const [row, feature] of features.entries()) {
    for (let label = 0; label < width; label++) steps[row * width + label] = Math.round(weights[feature * width + label]! / scales[label]!);
  }
  const dense = task.labels.map((_, label) =>
    Array.from({ length: DENSE_SIZE }, (_each, nth) => round(weights[(known + nth) * width + label]!)),
  );
  const temperatures = temperaturesOf(task, heldOut);
  return {
    labels: task.labels,
    link: task.link,
    scales: scales.map(round),
    biases: Array.from(biases, round),
    dense,
    temperatures,
    thresholds: task.link === 'many' ? thresholdsOf(task, heldOut, temperatures) : [],
    learned: task.labels.map((_, label) => supportOf(task, label) >= LEAST_EXAMPLES),
    features,
    weights: steps,
  };
}

/** Fewer say too little of a theme: its rule is used. */
const LEAST_EXAMPLES = 10;

function supportOf({ targets, labels }: Task, label: number): number {
  let support = 0;
  for (let at = label; at < targets.length; at += labels.length) support += targets[at]!;
  return support;
}

/** Six digits are more than the weights' steps deserve, and the same on every machine. */
function round(value: number): number {
  return Number(value.toPrecision(6));
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

function thresholdsOf(task: Task, { rows, logits }: HeldOut, temperatures: readonly number[]): number[] {
  return task.labels.map((_, label) => {
    const { own, truth } = ofLabel(task, rows, logits, label);
    return round(
      bestThreshold(
        own.map((logit) => sigmoid(logit / temperatures[label]!)),
        truth,
      ),
    );
  });
}

function ofLabel(task: Task, rows: readonly number[], logits: Float64Array, label: number) {
  const width = task.labels.length;
  return {
    own: Float64Array.from(rows, (_, nth) => logits[nth * width + label]!),
    truth: rows.map((row) => task.targets[row * width + label]!),
  };
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

function positions<T>(values: ArrayLike<T>, isKept: (value: T, at: number) => boolean): number[] {
  const kept: number[] = [];
  for (let at = 0; at < values.length; at++) if (isKept(values[at]!, at)) kept.push(at);
  return kept;
}
