import { createHash } from 'node:crypto';
import type { TextFeatures } from '#core/language/features/extract-features.ts';
import type { HeadData } from '#core/language/heads/linear-head.ts';
import { bytesOf, encodeModelFile, packRising } from '#core/language/heads/model-file.ts';
import type { HeadName, ModelFileName } from '#core/language/heads/understanding.ts';
import type { VocabularyData } from '#core/language/heads/vocabulary.ts';
import { buildVocabulary } from '#core/learning/build-vocabulary.ts';
import { reportOn, type Report } from '#core/learning/report.ts';
import { crossValidate, fitHead, selectFeatures, type HeldOut, type Task } from '#core/learning/train-heads.ts';
import { readLexicon } from './lexicon-data.ts';
import { openTasks } from './tasks.ts';

const FOLDS = 5;

export interface Trained {
  version: string;
  files: Record<ModelFileName, Uint8Array>;
  reports: Report[];
}

/** Learns every head from the data of a folder: the same data and seed give the same bytes. `say`: progress, a line at a time. */
export function trainModels(folder: string, seed: number, say: (line: string) => void): Trained {
  const lexicon = readLexicon();
  const learned: { task: Task & { name: HeadName }; heldOut: HeldOut; selected: Set<number> }[] = [];
  const reports: Report[] = [];
  for (const task of openTasks(folder, lexicon)) {
    say(`${task.name}: cross-validating over ${task.texts.length.toLocaleString('en-GB')} texts …`);
    const heldOut = crossValidate(task, { folds: FOLDS, seed });
    const report = reportOn(task, heldOut);
    reports.push(report);
    say(`${task.name}: ${report.measures.map(({ name, value }) => `${name} ${value.toFixed(3)}`).join(', ')}`);
    learned.push({ task, heldOut, selected: selectFeatures(task) });
  }
  say('learning from all texts over the shared vocabulary …');
  const data = sharedVocabulary(learned);
  const heads = learned.map(({ task, heldOut, selected }) => [task.name, encodeHead(fitHead(task, data, selected, heldOut))] as const);
  const sharedArrays = {
    hashes: bytesOf(data.hashes),
    idfSteps: data.idfSteps,
    lexiconHashes: bytesOf(lexicon.hashes),
    lexiconTenths: bytesOf(lexicon.tenths),
  };
  const digest = createHash('sha256');
  for (const bytes of [...Object.values(sharedArrays), ...heads.map(([, bytes]) => bytes)]) digest.update(bytes);
  const version = `linear-${digest.digest('hex').slice(0, 10)}`;
  const files = { shared: encodeModelFile({ head: { version }, arrays: sharedArrays }), ...Object.fromEntries(heads) } as Trained['files'];
  return { version, files, reports };
}

function sharedVocabulary(learned: readonly { task: Task; selected: ReadonlySet<number> }[]): VocabularyData {
  const union = new Set(learned.flatMap(({ selected }) => [...selected]));
  const all: TextFeatures[] = learned.flatMap(({ task }) => [...task.features]);
  return buildVocabulary(all, 1, union);
}

function encodeHead({ features, weights, ...head }: HeadData): Uint8Array {
  return encodeModelFile({ head: { ...head }, arrays: { features: packRising(features), weights: bytesOf(weights) } });
}
