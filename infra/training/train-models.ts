import { createHash } from 'node:crypto';
import type { TextFeatures } from '#core/language/features/extract-features.ts';
import { createLinearHead, type HeadData } from '#core/language/heads/linear-head.ts';
import { bytesOf, encodeModelFile, packRising } from '#core/language/heads/model-file.ts';
import { isStacked, type StackedHead } from '#core/language/heads/stacked.ts';
import type { ModelFileName } from '#core/language/heads/understanding.ts';
import { createVocabulary, type VocabularyData } from '#core/language/heads/vocabulary.ts';
import { buildVocabulary } from '#core/learning/build-vocabulary.ts';
import { learningCurve, type CurvePoint } from '#core/learning/learning-curve.ts';
import { describeMeasure, mainMeasure, reportOn, type Report } from '#core/learning/report.ts';
import { addAnswers } from '#core/learning/stack.ts';
import type { HeldOut } from '#core/learning/held-out.ts';
import { crossValidate, fitHead, fitWhole, selectFeatures, type Selection } from '#core/learning/train-heads.ts';
import { openDatasets } from './datasets.ts';
import { createFullRedactor } from '#infra/profiles/redactor.ts';
import { readLexicon } from './lexicon-data.ts';
import { describeNames, trainNames, type NameReport } from './names/train-names.ts';
import { openTasks, type HeadTask } from './tasks.ts';

const FOLDS = 5;

export interface Trained {
  version: string;
  namesVersion: string;
  files: Record<ModelFileName | 'names', Uint8Array>;
  reports: HeadReport[];
  names: NameReport;
}

export interface HeadReport extends Report {
  curve: CurvePoint[];
  /** How the head fares on texts of the other genre, none of which it learned from. */
  elsewhere?: { rows: number; name: string; value: number };
}

interface Learned {
  task: HeadTask;
  heldOut: HeldOut;
  selection: Selection;
}

/** Learns every head from the data of a folder: the same data and seed give the same bytes. `say`: progress, a line at a time. */
export function trainModels(folder: string, seed: number, say: (line: string) => void): Trained {
  const data = openDatasets(folder);
  // Names first: the heads learn from texts without them.
  say('names: cross-validating …');
  const names = trainNames(data, seed);
  say(`names: ${describeNames(names.report)}`);
  const redact = createFullRedactor(names.find);
  const lexicon = readLexicon();
  const learned: Learned[] = [];
  const reports: HeadReport[] = [];
  const answerers = new Map<StackedHead, ReturnType<typeof fitWhole>>();
  for (const task of openTasks(data, lexicon, redact)) {
    const startedMs = performance.now();
    say(`${task.name}: cross-validating over ${task.texts.length.toLocaleString('en-GB')} texts …`);
    for (const name of task.listensTo) addAnswers(task.features, name, answerers.get(name)!(task.features));
    const heldOut = crossValidate(task, { folds: FOLDS, seed });
    const report = { ...reportOn(task, heldOut), curve: learningCurve(task, { folds: FOLDS, seed }) };
    reports.push(report);
    learned.push({ task, heldOut, selection: selectFeatures(task) });
    if (isStacked(task.name)) answerers.set(task.name, fitWhole(task));
    const seconds = Math.round((performance.now() - startedMs) / 1_000);
    say(`${task.name}: ${report.measures.map(describeMeasure).join(', ')} (${seconds} s)`);
  }
  say('learning from all texts over the shared vocabulary …');
  const vocabulary = sharedVocabulary(learned);
  const fitted = fitTogether(learned, vocabulary);
  measureElsewhere(learned, fitted, vocabulary, reports);
  const heads = fitted.map(({ name, head }) => [name, encodeHead(head)] as const);
  const sharedArrays = {
    hashes: bytesOf(vocabulary.hashes),
    idfSteps: vocabulary.idfSteps,
    lexiconHashes: bytesOf(lexicon.hashes),
    lexiconTenths: bytesOf(lexicon.tenths),
  };
  const digest = createHash('sha256');
  for (const bytes of [...Object.values(sharedArrays), ...heads.map(([, bytes]) => bytes)]) digest.update(bytes);
  const version = `linear-${digest.digest('hex').slice(0, 10)}`;
  const files = {
    shared: encodeModelFile({ head: { version }, arrays: sharedArrays }),
    ...Object.fromEntries(heads),
    names: names.file,
  } as Trained['files'];
  return { version, namesVersion: names.version, files, reports, names: names.report };
}

/** In their order, so that each head learns from what the heads before it will really say. */
function fitTogether(learned: readonly Learned[], data: VocabularyData) {
  const vocabulary = createVocabulary(data);
  const heads = new Map<string, HeadData>();
  return learned.map(({ task, heldOut, selection }) => {
    for (const name of task.listensTo) {
      const head = createLinearHead(heads.get(name)!, vocabulary.size);
      const logits = task.features.flatMap((features) => [...head.logits(vocabulary.encode(features))]);
      addAnswers(task.features, name, Float64Array.from(logits));
    }
    const head = fitHead(task, data, selection, heldOut);
    heads.set(task.name, head);
    return { name: task.name, head };
  });
}

/** What a change of genre costs: the sentiment heads on each other's texts. */
function measureElsewhere(
  learned: readonly Learned[],
  fitted: readonly { name: string; head: HeadData }[],
  data: VocabularyData,
  reports: readonly HeadReport[],
): void {
  const vocabulary = createVocabulary(data);
  const headOf = (name: string) => createLinearHead(fitted.find((each) => each.name === name)!.head, vocabulary.size);
  const logitsOf = (name: string, task: HeadTask) => {
    const head = headOf(name);
    return Float64Array.from(task.features.flatMap((features) => [...head.logits(vocabulary.encode(features))]));
  };
  for (const [name, other] of [
    ['post-sentiment', 'feedback-sentiment'],
    ['feedback-sentiment', 'post-sentiment'],
  ] as const) {
    const { task } = learned.find((each) => each.task.name === other)!;
    if (name === 'feedback-sentiment') addAnswers(task.features, 'post-sentiment', logitsOf('post-sentiment', task));
    const width = task.labels.length;
    const logits = logitsOf(name, task);
    const rows = task.texts.flatMap((_, row) => (task.judged[row]! ? [row] : []));
    const own = Float64Array.from(rows.flatMap((row) => Array.from(logits.subarray(row * width, (row + 1) * width))));
    reports.find(({ head }) => head === name)!.elsewhere = { rows: rows.length, ...mainMeasure(task, { rows, logits: own }) };
  }
}

function sharedVocabulary(learned: readonly Learned[]): VocabularyData {
  const union = new Set(learned.flatMap(({ selection }) => [...selection.linear]));
  const all: TextFeatures[] = learned.flatMap(({ task }) => [...task.features]);
  return buildVocabulary(all, 1, union);
}

function encodeHead({ features, weights, bag, ...head }: HeadData): Uint8Array {
  const arrays = { features: packRising(features), weights: bytesOf(weights) };
  if (!bag) return encodeModelFile({ head: { ...head }, arrays });
  const { features: bagFeatures, embeddings, ...layers } = bag;
  return encodeModelFile({
    head: { ...head, bag: layers },
    arrays: { ...arrays, bagFeatures: packRising(bagFeatures), embeddings: bytesOf(embeddings) },
  });
}
