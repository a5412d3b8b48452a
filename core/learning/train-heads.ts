import type { TextFeatures } from '../language/features/extract-features.ts';
import type { Part } from '../language/features/read-features.ts';
import type { BagData } from '../language/heads/bag-head.ts';
import type { HeadData } from '../language/heads/linear-head.ts';
import { rollUp } from '../language/heads/roll-up.ts';
import { DENSE_INPUTS } from '../language/heads/stacked.ts';
import { createVocabulary, type SparseVector, type Vocabulary, type VocabularyData } from '../language/heads/vocabulary.ts';
import { buildVocabulary } from './build-vocabulary.ts';
import { foldsByText } from './folds.ts';
import { judgeLabels, round, supportOf, temperaturesOf, type HeldOut } from './held-out.ts';
import { scoresOfRules } from './label-rules.ts';
import { matrixOf } from './matrix.ts';
import { argmaxOf } from './metrics.ts';
import { bagLogits, trainBag, type BagModel, type BagOptions } from './train-bag.ts';
import { logitsOf, trainLogistic, type LogisticModel } from './train-logistic.ts';

/** What one head is to learn, and how. */
export interface Task {
  name: string;
  link: 'one' | 'many';
  labels: string[];
  texts: readonly string[];
  /** What rows have in common that must not be on both sides of a cross-validation; by default their wording. */
  groups?: readonly string[] | undefined;
  features: readonly TextFeatures[];
  /** The clauses of each text, where labels are found in clauses too; only for `many`. */
  parts?: readonly (readonly Part[])[] | undefined;
  /** By row, then label, 0 or 1. */
  targets: Float32Array;
  /** Of labels that also have rules, whether they fired: by row, then label, 0 or 1. */
  rules?: Uint8Array | undefined;
  /** Labels that are also measured apart. */
  apart?: { name: string; labels: ReadonlySet<string> } | undefined;
  weights: Float32Array;
  judged: readonly boolean[];
  /** 0: classes count as often as they occur. 1: all classes count the same. Only for `one`. */
  balance: number;
  l2: number;
  /** Features that the head keeps, those first that move its logits most. */
  keep: number;
  /** Texts that must have a feature for it to be looked at. */
  leastTexts: number;
  /** A bag of embeddings beside the regression, over the first `keep` features; only for `one`. */
  bag?: Omit<BagOptions, 'labels' | 'targets' | 'rowWeights'> & { keep: number };
}

/** The hashes of the features that the parts of a head know. */
export interface Selection {
  linear: ReadonlySet<number>;
  bag: ReadonlySet<number>;
}

/** Grouped cross-validation: equal texts are on one side, and words, weights and selection come from the training side alone. */
export function crossValidate(task: Task, { folds, seed }: { folds: number; seed: number }): HeldOut {
  const foldOf = foldsOf(task, folds, seed);
  const width = task.labels.length;
  const all = new Float64Array(task.texts.length * width);
  for (let fold = 0; fold < folds; fold++) {
    const training = positions(foldOf, (each) => each !== fold);
    const held = positions(foldOf, (each, row) => each === fold && task.judged[row]!);
    const { logits } = heldOutBy(task, training, held);
    for (const [nth, row] of held.entries()) all.set(logits.subarray(nth * width, (nth + 1) * width), row * width);
  }
  const rows = positions(foldOf, (_, row) => task.judged[row]!);
  const logits = new Float64Array(rows.length * width);
  for (const [nth, row] of rows.entries()) logits.set(all.subarray(row * width, (row + 1) * width), nth * width);
  return { rows, logits };
}

/** A fold for each row: rows of one group, or texts that are alike, are on one side. */
export function foldsOf(task: Task, folds: number, seed: number): number[] {
  return foldsByText(task.groups ?? task.texts, folds, seed);
}

/** Logits of some rows by a head that learned from others. */
export function heldOutBy(task: Task, training: readonly number[], held: number[]): HeldOut {
  return { rows: held, logits: fitSelected(task, training)(held) };
}

/** The features that a head keeps when it learns from all rows. */
export function selectFeatures(task: Task): Selection {
  return selectFromAll(task).selection;
}

/** Kept because several ask for it, and it takes a training. */
const wholeSelections = new WeakMap<Task, ReturnType<typeof selectFrom>>();

function selectFromAll(task: Task): ReturnType<typeof selectFrom> {
  let whole = wholeSelections.get(task);
  if (!whole) {
    whole = selectFrom(
      task,
      positions(task.texts, () => true),
    );
    wholeSelections.set(task, whole);
  }
  return whole;
}

/** Logits of any texts, by row then label, of a head that learned from all rows of its task, before its weights are put in steps. */
export function fitWhole(task: Task): (features: readonly TextFeatures[]) => Float64Array {
  const predict = fitSelected(
    task,
    positions(task.texts, () => true),
  );
  return (features) =>
    predict(
      positions(features, () => true),
      features,
    );
}

/** Learns from all rows over the vocabulary that all heads share; temperatures and thresholds come from held-out predictions. */
export function fitHead(task: Task, data: VocabularyData, selection: Selection, heldOut: HeldOut): HeadData {
  const vocabulary = createVocabulary(data);
  const rows = positions(task.texts, () => true);
  const vectors = encodeRows(task.features, rows, vocabulary);
  const knows = (hashes: ReadonlySet<number>) => Uint8Array.from(data.hashes, (hash) => (hashes.has(hash) ? 1 : 0));
  const isLinear = knows(selection.linear);
  const model = fit(task, rows, onlyKnown(vectors, isLinear), vocabulary.size);
  const head = quantise(task, model, isLinear, heldOut);
  if (!task.bag) return head;
  const isInBag = knows(selection.bag);
  return { ...head, bag: quantiseBag(fitBag(task, task.bag, rows, onlyKnown(vectors, isInBag), vocabulary.size), isInBag) };
}

type Predict = (rows: readonly number[], of?: readonly TextFeatures[]) => Float64Array;

function fitSelected(task: Task, rows: readonly number[]): Predict {
  const { data, selection } = rows.length === task.texts.length ? selectFromAll(task) : selectFrom(task, rows);
  const kept = filterVocabulary(data, selection.linear);
  const vocabulary = createVocabulary(kept);
  const vectors = encodeRows(task.features, rows, vocabulary);
  const model = fit(task, rows, vectors, vocabulary.size);
  const isInBag = Uint8Array.from(kept.hashes, (hash) => (selection.bag.has(hash) ? 1 : 0));
  const bag = task.bag && fitBag(task, task.bag, rows, onlyKnown(vectors, isInBag), vocabulary.size);
  const isRare = rareLabels(task);
  return (held, of = task.features) => {
    const heldVectors = encodeRows(of, held, vocabulary);
    const logits = logitsOf(matrixOf(heldVectors, vocabulary.size), model);
    if (task.parts)
      return withParts(task, task.parts, held, logits, isRare, (parts) => logitsOf(matrixOf(parts, vocabulary.size), model), vocabulary);
    if (!bag) return logits;
    const others = bagLogits(matrixOf(onlyKnown(heldVectors, isInBag), vocabulary.size), bag);
    return logits.map((logit, at) => (logit + others[at]!) / 2);
  };
}

/** Logits of whole texts rolled up with those of their clauses. */
function withParts(
  task: Task,
  parts: NonNullable<Task['parts']>,
  rows: readonly number[],
  logits: Float64Array,
  isRare: readonly boolean[],
  logitsOfParts: (vectors: readonly SparseVector[]) => Float64Array,
  vocabulary: Vocabulary,
): Float64Array {
  const width = task.labels.length;
  const rolled = new Float64Array(logits.length);
  for (const [nth, row] of rows.entries()) {
    const features = task.features[row]!;
    const located = vocabulary.locate(features);
    const own = logitsOfParts(parts[row]!.map((part) => vocabulary.weigh(located, part.dense, part)));
    const clauses = parts[row]!.map((_, clause) => own.slice(clause * width, (clause + 1) * width));
    rolled.set(rollUp(logits.slice(nth * width, (nth + 1) * width), clauses, isRare), nth * width);
  }
  return rolled;
}

function selectFrom(task: Task, rows: readonly number[]): { data: VocabularyData; selection: Selection } {
  const data = buildVocabulary(
    rows.map((row) => task.features[row]!),
    task.leastTexts,
  );
  const vocabulary = createVocabulary(data);
  const vectors = encodeRows(task.features, rows, vocabulary);
  const model = fit(task, rows, vectors, vocabulary.size);
  const width = task.labels.length;
  // What a feature moves in all: the spread of its weights over the labels, by how often and how strongly it occurs.
  const moved = new Float64Array(data.hashes.length);
  for (const { indices, values } of vectors) {
    for (let at = 0; at < indices.length - DENSE_INPUTS; at++) moved[indices[at]!] = moved[indices[at]!]! + values[at]! ** 2;
  }
  for (let feature = 0; feature < moved.length; feature++) {
    let spread = 0;
    for (let label = 0; label < width; label++) spread += model.weights[feature * width + label]! ** 2;
    moved[feature] = Math.sqrt(moved[feature]!) * Math.sqrt(spread);
  }
  const order = Int32Array.from(moved.keys()).sort((left, right) => moved[right]! - moved[left]! || left - right);
  const first = (count: number) => new Set(Array.from(order.subarray(0, count), (feature) => data.hashes[feature]!));
  return { data, selection: { linear: first(task.keep), bag: first(task.bag?.keep ?? 0) } };
}

function filterVocabulary({ hashes, idfSteps }: VocabularyData, selected: ReadonlySet<number>): VocabularyData {
  const kept = positions(hashes, (hash) => selected.has(hash));
  return { hashes: Int32Array.from(kept, (at) => hashes[at]!), idfSteps: Uint8Array.from(kept, (at) => idfSteps[at]!) };
}

function encodeRows(features: readonly TextFeatures[], rows: readonly number[], vocabulary: Vocabulary): SparseVector[] {
  return rows.map((row) => vocabulary.encode(features[row]!));
}

/** Vectors without the features that a part of a head doesn't know; dense ones stay. */
function onlyKnown(vectors: readonly SparseVector[], isKnown: Uint8Array): SparseVector[] {
  return vectors.map(({ indices, values }) => {
    const kept = positions(indices, (feature) => feature >= isKnown.length || isKnown[feature] === 1);
    return { indices: Int32Array.from(kept, (at) => indices[at]!), values: Float32Array.from(kept, (at) => values[at]!) };
  });
}

function fit(task: Task, rows: readonly number[], vectors: readonly SparseVector[], columns: number): LogisticModel {
  const { link, l2, labels } = task;
  return trainLogistic(matrixOf(vectors, columns), {
    link,
    l2,
    labels: labels.length,
    targets: targetsOf(task, rows),
    rowWeights: balance(task, rows),
  });
}

function fitBag(
  task: Task,
  options: NonNullable<Task['bag']>,
  rows: readonly number[],
  vectors: readonly SparseVector[],
  columns: number,
): BagModel {
  const labels = task.labels.length;
  return trainBag(matrixOf(vectors, columns), { ...options, labels, targets: targetsOf(task, rows), rowWeights: balance(task, rows) });
}

function targetsOf({ labels, targets }: Task, rows: readonly number[]): Float32Array {
  const width = labels.length;
  const own = new Float32Array(rows.length * width);
  for (const [nth, row] of rows.entries()) own.set(targets.subarray(row * width, (row + 1) * width), nth * width);
  return own;
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
    Array.from({ length: DENSE_INPUTS }, (_each, nth) => round(weights[(known + nth) * width + label]!)),
  );
  const temperatures = temperaturesOf(task, heldOut);
  return {
    labels: task.labels,
    link: task.link,
    scales: scales.map(round),
    biases: Array.from(biases, round),
    dense,
    temperatures,
    thresholds: task.link === 'many' ? judgeLabels(task, heldOut).thresholds : [],
    rules: scoresOfRules(task, heldOut).map((score) => score && round(score)),
    rare: rareLabels(task),
    features,
    weights: steps,
  };
}

function quantiseBag(model: BagModel, isOwn: Uint8Array): BagData {
  const hidden = model.innerBiases.length;
  const dimensions = model.inner.length / hidden - DENSE_INPUTS;
  const features = Int32Array.from(positions(isOwn, (own) => own === 1));
  const own = new Float32Array(features.length * dimensions);
  for (const [row, feature] of features.entries()) {
    own.set(model.embeddings.subarray(feature * dimensions, (feature + 1) * dimensions), row * dimensions);
  }
  const scale = round(own.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / STEPS || 1);
  const rounded = (values: Float32Array) => Array.from(values, round);
  return {
    dimensions,
    hidden,
    scale,
    inner: rounded(model.inner),
    innerBiases: rounded(model.innerBiases),
    outer: rounded(model.outer),
    outerBiases: rounded(model.outerBiases),
    features,
    embeddings: Int8Array.from(own, (value) => Math.round(value / scale)),
  };
}

/** Below this many examples a label is rare. */
const FEW_EXAMPLES = 100;

function rareLabels(task: Task): boolean[] {
  return task.labels.map((_, label) => supportOf(task, label) < FEW_EXAMPLES);
}

function positions<T>(values: ArrayLike<T>, isKept: (value: T, at: number) => boolean): number[] {
  const kept: number[] = [];
  for (let at = 0; at < values.length; at++) if (isKept(values[at]!, at)) kept.push(at);
  return kept;
}
