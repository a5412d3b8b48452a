import { extractFeatures, type TextFeatures } from '../features/extract-features.ts';
import { createLexicon } from '../features/lexicon.ts';
import { scanTokens } from '../features/scan-tokens.ts';
import { createLinearHead, type HeadData, type LinearHead } from './linear-head.ts';
import { decodeModelFile, int32Of, int8Of, unpackRising } from './model-file.ts';
import { createVocabulary, type SparseVector } from './vocabulary.ts';

/** Names of the heads, and of their files. */
export const HEADS = ['post-sentiment', 'feedback-sentiment', 'feedback-level', 'themes', 'single-label'] as const;
export type HeadName = (typeof HEADS)[number];
/** All files of a model: what the heads share, and one for each head. */
export const MODEL_FILES = ['shared', ...HEADS] as const;
export type ModelFileName = (typeof MODEL_FILES)[number];

/** A text, read once for all heads. */
export interface Reading {
  vector: SparseVector;
  features: TextFeatures;
  /** Nothing in it that a head could go by. */
  isEmpty: boolean;
}

/** The learned heads over their shared features. */
export interface Understanding {
  readonly version: string;
  /** `rules`: ids of the themes whose rules found something in the text. */
  read(text: string, rules: readonly string[]): Reading;
  head(name: HeadName): LinearHead;
}

/** @throws EarshotError 'model-damaged'. */
export function createUnderstanding(files: Readonly<Record<ModelFileName, Uint8Array>>): Understanding {
  const { head, arrays } = decodeModelFile(files.shared, 'shared');
  const lexicon = createLexicon(int32Of(arrays['lexiconHashes']!), int8Of(arrays['lexiconTenths']!));
  const vocabulary = createVocabulary({ hashes: int32Of(arrays['hashes']!), idfSteps: arrays['idfSteps']! });
  const heads = Object.fromEntries(HEADS.map((name) => [name, createLinearHead(decodeHead(files[name], name), vocabulary.size)])) as Record<
    HeadName,
    LinearHead
  >;

  return {
    version: String(head['version']),
    read(text, rules) {
      const scanned = scanTokens(text);
      const features = extractFeatures(scanned, lexicon, rules);
      return { vector: vocabulary.encode(features), features, isEmpty: scanned.tokens.length === 0 };
    },
    head: (name) => heads[name],
  };
}

function decodeHead(file: Uint8Array, name: string): HeadData {
  const { head, arrays } = decodeModelFile(file, name);
  return {
    ...(head as unknown as Omit<HeadData, 'features' | 'weights'>),
    features: unpackRising(arrays['features']!),
    weights: int8Of(arrays['weights']!),
  };
}
