import type { FiredRule } from '../features/extract-features.ts';
import { createLexicon } from '../features/lexicon.ts';
import { createFeatureReader, type FeatureReading, type TextRange } from '../features/read-features.ts';
import type { BagData } from './bag-head.ts';
import { int32s } from '../slab.ts';
import { createLinearHeads, type HeadData, type LinearHead } from './linear-head.ts';
import { decodeModelFile, int32Of, int8Of, unpackRising } from './model-file.ts';
import { DENSE_INPUTS, isStacked, slotOf, STACKED, toAnswers, type StackedHead } from './stacked.ts';
import { createVocabulary, type Located, type SparseVector } from './vocabulary.ts';

/** Names of the heads, and of their files. */
export const HEADS = [
  'emotion',
  'offensive',
  'post-sentiment',
  'feedback-sentiment',
  'feedback-level',
  'themes',
  'single-label',
  'relevance',
] as const;
export type HeadName = (typeof HEADS)[number];
/** All files of a model: what the heads share, and one for each head. */
export const MODEL_FILES = ['shared', ...HEADS] as const;
export type ModelFileName = (typeof MODEL_FILES)[number];

/** A text, or a clause of one, as the heads see it. */
export interface HeadInput {
  vector: SparseVector;
  /** Of the heads' table. */
  sums: Float64Array;
  /** What the heads said that others build on. */
  said: Record<StackedHead, Float64Array>;
}

/** A text, read once for all heads. */
export interface Reading extends FeatureReading, HeadInput {
  located: Located;
  /** Where each located feature stands in the vector. */
  slots: Int32Array;
  /** Each clause alone, as if it were the whole text. */
  clauses: HeadInput[];
  /** Nothing in it that a head could go by. */
  isEmpty: boolean;
}

/** The learned heads over their shared features. */
export interface Understanding {
  readonly version: string;
  read(text: string, clauses: readonly TextRange[], rules: readonly FiredRule[]): Reading;
  /** What a head says of a text or clause, by label, before temperature and link. */
  logits(name: HeadName, input: HeadInput): Float64Array;
  /** The same, 0 … 1. */
  probabilities(name: HeadName, input: HeadInput): Float64Array;
  head(name: HeadName): LinearHead;
}

/** @throws EarshotError 'model-damaged'. */
export function createUnderstanding(files: Readonly<Record<ModelFileName, Uint8Array>>): Understanding {
  const { head, arrays } = decodeModelFile(files.shared, 'shared');
  const lexicon = createLexicon(int32Of(arrays['lexiconHashes']!), int8Of(arrays['lexiconTenths']!));
  const vocabulary = createVocabulary({ hashes: int32Of(arrays['hashes']!), idfSteps: arrays['idfSteps']! });
  const { heads: inOrder, table } = createLinearHeads(
    HEADS.map((name) => decodeHead(files[name], name)),
    vocabulary.size,
  );
  const heads = Object.fromEntries(HEADS.map((name, nth) => [name, inOrder[nth]!])) as Record<HeadName, LinearHead>;

  const readFeatures = createFeatureReader(lexicon);

  const stacked = STACKED.map(([name]) => ({ name, slot: slotOf(name), head: heads[name] }));

  /** Heads that others build on answer first; what they say is written into the vector. */
  function listen(vector: SparseVector): HeadInput {
    const sparse = vector.indices.length - DENSE_INPUTS;
    const sums = table.sums(vector);
    const said = {} as HeadInput['said'];
    for (const { name, slot, head: stackedHead } of stacked) {
      said[name] = stackedHead.logits(vector, sums);
      vector.values.set(toAnswers(said[name]), sparse + slot);
    }
    return { vector, sums, said };
  }

  function logits(name: HeadName, { vector, sums, said }: HeadInput): Float64Array {
    return isStacked(name) ? said[name] : heads[name].logits(vector, sums);
  }

  return {
    version: String(head['version']),
    read(text, clauses, rules) {
      const read = readFeatures(text, clauses, rules);
      const located = vocabulary.locate(read.features);
      const slots = int32s.take(located.features.length);
      const whole = listen(vocabulary.weigh(located, read.features.dense, undefined, slots));
      const { parts } = read;
      const clauseInputs = parts.length === 1 ? [whole] : parts.map((part) => listen(vocabulary.weigh(located, part.dense, part)));
      return { ...read, ...whole, located, slots, clauses: clauseInputs, isEmpty: read.starts.length === 0 };
    },
    logits,
    probabilities: (name, input) => heads[name].probabilitiesOf(logits(name, input)),
    head: (name) => heads[name],
  };
}

function decodeHead(file: Uint8Array, name: string): HeadData {
  const { head, arrays } = decodeModelFile(file, name);
  const { bag, ...data } = head as unknown as Omit<HeadData, 'features' | 'weights' | 'bag'> & {
    bag?: Omit<BagData, 'features' | 'embeddings'>;
  };
  return {
    ...data,
    features: unpackRising(arrays['features']!),
    weights: int8Of(arrays['weights']!),
    bag: bag && { ...bag, features: unpackRising(arrays['bagFeatures']!), embeddings: int8Of(arrays['embeddings']!) },
  };
}
