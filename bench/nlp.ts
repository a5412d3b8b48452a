import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import vader from 'vader-sentiment';
import winkSentiment from 'wink-sentiment';
import { detectLanguage } from '#core/language/detect-language.ts';
import { createLexicon } from '#core/language/features/lexicon.ts';
import { createFeatureReader } from '#core/language/features/read-features.ts';
import { decodeModelFile, int32Of, int8Of } from '#core/language/heads/model-file.ts';
import { HEADS } from '#core/language/heads/understanding.ts';
import { createVocabulary } from '#core/language/heads/vocabulary.ts';
import { readText } from '#core/language/read-text.ts';
import { loadKnowledge } from '#infra/profiles/knowledge.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { createDraft, type Draft } from '#workers/pipeline/draft.ts';
import { createAnalysis } from '#workers/pipeline/pipeline.ts';
import { machineLine, median, printTable, rate } from './measure.ts';
import { batchesOf, createPrepare, itemsOf, rawPosts } from './workload.ts';

/**
 * How fast texts are understood, on one core after a warm-up, beside two sentiment packages in the same run. Texts are invented posts, redacted as the
 * pipeline sees them.
 */
const { values: flags } = parseArgs({ options: { posts: { type: 'string', default: '20000' }, runs: { type: 'string', default: '5' } } });
const RUNS = Number(flags.runs);
const written = rawPosts(Number(flags.posts), 1).map(({ text }) => text);
const redact = loadRedactor();
const items = itemsOf(createPrepare()(rawPosts(Number(flags.posts), 1)));
const texts = items.map(({ post }) => post.text);
const knowledge = loadKnowledge();
const { understanding } = knowledge;

const reads = texts.map(readText);
const { arrays } = decodeModelFile(readFileSync(new URL('../core/language/models/shared.bin', import.meta.url)), 'shared');
const readFeatures = createFeatureReader(createLexicon(int32Of(arrays['lexiconHashes']!), int8Of(arrays['lexiconTenths']!)));
const vocabulary = createVocabulary({ hashes: int32Of(arrays['hashes']!), idfSteps: arrays['idfSteps']! });
const analyse = createAnalysis(knowledge);
// What is kept between runs keeps the work from being left out.
let sink = 0;

/** Each once per run, all of them in turn, so that a noisy minute meets every one. */
const measured: Record<string, { aim?: number; run: () => Promise<void> | void }> = {
  'shared features': {
    aim: 30_000,
    run: () => {
      for (const text of texts) {
        const { features } = readFeatures(text, [], []);
        sink += vocabulary.weigh(vocabulary.locate(features), features.dense).indices.length;
      }
    },
  },
  'shared features and all heads': {
    run: () => {
      for (const text of texts) {
        const reading = understanding.read(text, [], []);
        for (const name of HEADS) sink += understanding.probabilities(name, reading)[0]!;
      }
    },
  },
  'redaction, names included': {
    aim: 15_000,
    run: () => {
      for (const text of written) sink += redact(text).spans.length;
    },
  },
  language: {
    aim: 40_000,
    run: () => {
      for (const { text, words } of reads) sink += detectLanguage(text, words).code.length;
    },
  },
  'everything: read, language, relevance, organisations, sentiment, themes, clauses, explanations, urgency': {
    aim: 7_000,
    run: async () => {
      for (const batch of batchesOf(items)) sink += (await analyse(batch.map((item): Draft => createDraft(item)))).length;
    },
  },
  'wink-sentiment, sentiment alone': {
    run: () => {
      for (const text of texts) sink += winkSentiment(text).normalizedScore || 0;
    },
  },
  'vader-sentiment, sentiment alone': {
    run: () => {
      for (const text of texts) sink += vader.SentimentIntensityAnalyzer.polarity_scores(text).compound;
    },
  },
};

const seconds = new Map<string, number[]>(Object.keys(measured).map((name) => [name, []]));
for (let nth = 0; nth <= RUNS; nth++) {
  for (const [name, { run }] of Object.entries(measured)) {
    const startedMs = performance.now();
    await run();
    if (nth > 0) seconds.get(name)!.push((performance.now() - startedMs) / 1_000);
  }
}

console.log(`${machineLine()}; ${texts.length.toLocaleString('en-GB')} invented posts, medians of ${RUNS} runs\n`);
// What the heads take is what is left when the features are taken off: their time alone.
const all = median(seconds.get('shared features and all heads')!) - median(seconds.get('shared features')!);
const vaderSeconds = median(seconds.get('vader-sentiment, sentiment alone')!);
const rows = Object.entries(measured).map(([name, { aim }]) => ({ name, aim, wall: median(seconds.get(name)!) }));
rows.splice(2, 0, { name: 'all heads, given the features (the difference)', aim: 20_000, wall: all });
printTable([
  ['one core', 'texts/s', 'µs a text', 'times vader-sentiment', 'aim'],
  ...rows.map(({ name, aim, wall }) => [
    name,
    rate(texts.length, wall),
    ((1e6 * wall) / texts.length).toFixed(1),
    (vaderSeconds / wall).toFixed(1),
    aim === undefined ? '' : `${aim.toLocaleString('en-GB')} ${texts.length / wall >= aim ? 'met' : 'missed'}`,
  ]),
]);
if (!Number.isFinite(sink)) throw new TypeError('a result was not a number');
