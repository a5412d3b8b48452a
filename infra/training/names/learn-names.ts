import { createNameReader, namesInRun, type NameFinder, type NameRange } from '#core/language/names/find-names.ts';
import { candidateRuns, MOST_FEATURES, pairFeatures, readNameText, tokenFeatures } from '#core/language/names/name-features.ts';
import { MOST_IN_CHAIN } from '#core/language/names/name-chain.ts';
import { createNameScanner } from '#core/language/names/scan-names.ts';
import { createWordKnowledge } from '#core/language/names/word-knowledge.ts';
import { trainChain, type ChainExample } from '#core/learning/train-chain.ts';
import type { NamedText } from './generate-name-texts.ts';
import type { TaggedWords, WordTable } from './count-words.ts';

/** A text to learn names from, and how much it counts. */
export interface NameExample extends NamedText {
  weight: number;
}

/** What was learned, before it is put into steps. */
export interface NameModel {
  words: WordTable;
  weights: ReadonlyMap<number, number>;
  bias: number;
}

const CHAIN = { l2: 1, leastCount: 2, iterations: 80 };
const INVENTED_WEIGHT = 0.1;
/** Texts at large that the tagger before was sure of are learned from too (self-training, Yarowsky 1995). */
const SELF_WEIGHT = 0.1;
const ROUNDS = 2;
const SURE = 0.88;
const MOST_SELF_TAUGHT = 20_000;
/** Of texts at large, sure ones without a name are plenty: one in so many. */
const NAMELESS_KEPT = 3;

/**
 * A tagger learned from labelled and invented texts, then again from what it found in texts at large: how often each word was taken for a name there, and
 * the texts that it was sure of.
 */
export function learnNames(
  labelled: readonly NamedText[],
  invented: readonly NamedText[],
  atLarge: readonly string[],
  tableOf: (tagged?: TaggedWords) => WordTable,
): NameModel {
  const given = [...labelled.map((text) => ({ ...text, weight: 1 })), ...invented.map((text) => ({ ...text, weight: INVENTED_WEIGHT }))];
  const seen = new Set(labelled.map(({ text }) => text));
  const unlabelled = atLarge.filter((text) => !seen.has(text));
  let model = learn(given, tableOf());
  for (let round = 0; round < ROUNDS; round++) {
    const { tagged, sure } = tagTexts(model, unlabelled);
    model = learn([...given, ...sure.map((text) => ({ ...text, weight: SELF_WEIGHT }))], tableOf(tagged));
  }
  return model;
}

/** The finder that a model makes, at a threshold. */
export function finderOf(model: NameModel, threshold: number): NameFinder {
  const read = readerOf(model);
  return (text, hidden = []) => {
    const names: NameRange[] = [];
    read(text, hidden, (scanned, run, inName, withBefore) => names.push(...namesInRun(scanned, run, inName, withBefore, threshold)));
    return names;
  };
}

function readerOf({ words, weights, bias }: NameModel) {
  return createNameReader(createWordKnowledge(words.hashes, words.bits), { of: (hash) => weights.get(hash) ?? 0, bias });
}

function learn(texts: readonly NameExample[], words: WordTable): NameModel {
  const { weights, bias } = trainChain(examplesOf(texts, words), CHAIN);
  return { words, weights, bias };
}

function examplesOf(texts: readonly NameExample[], words: WordTable): ChainExample[] {
  const knowledge = createWordKnowledge(words.hashes, words.bits);
  const scan = createNameScanner();
  const features = new Int32Array(MOST_FEATURES);
  const longest = texts.reduce((most, { text }) => Math.max(most, text.length), 0);
  const room = new Uint8Array(longest + 1);
  return texts.flatMap(({ text, names, ignored, weight }) => {
    const read = readNameText(text, scan(text, ignored), knowledge, room);
    const isIn = (at: number): boolean => names.some(({ start, end }) => read.scan.starts[at]! < end && read.scan.ends[at]! > start);
    return candidateRuns(read)
      .filter((run) => run.length <= MOST_IN_CHAIN)
      .map((run) => ({
        tokens: run.map((at) => features.slice(0, tokenFeatures(read, at, features))),
        pairs: run.map((at, nth) => (nth === 0 ? new Int32Array() : features.slice(0, pairFeatures(read, run[nth - 1]!, at, features)))),
        truth: Uint8Array.from(run, (at) => (isIn(at) ? 1 : 0)),
        weight,
      }));
  });
}

function tagTexts(model: NameModel, texts: readonly string[]): { tagged: TaggedWords; sure: NamedText[] } {
  const read = readerOf(model);
  const tagged = new Map<number, { met: number; tagged: number }>();
  const sure: NamedText[] = [];
  for (const [nth, text] of texts.entries()) {
    let least = 1;
    const names: NamedText['names'] = [];
    read(text, [], (scanned, run, inName, withBefore) => {
      for (const [place, at] of run.entries()) {
        const probability = inName[place]!;
        const word = tagged.get(scanned.scan.states[at]!) ?? { met: 0, tagged: 0 };
        word.met += 1;
        if (probability > 0.5) word.tagged += 1;
        tagged.set(scanned.scan.states[at]!, word);
        least = Math.min(least, Math.max(probability, 1 - probability));
      }
      names.push(...namesInRun(scanned, run, inName, withBefore, 0.5).map((range) => ({ ...range, kind: 'found' })));
    });
    if (least >= SURE && least < 1 && (names.length > 0 || nth % NAMELESS_KEPT === 0)) sure.push({ text, names, ignored: [] });
  }
  return { tagged, sure: sure.slice(0, MOST_SELF_TAUGHT) };
}
