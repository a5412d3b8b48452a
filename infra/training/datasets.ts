import type { NamedText } from './names/generate-name-texts.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { configError } from '#core/errors.ts';
import { EMOTIONS, RELEVANCE_KINDS, type RelevanceKind } from '#core/insight.ts';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';

/** Labelled texts as a head learns from them. `targets`: by row, then label, 0 or 1. */
export interface Labelled {
  texts: string[];
  targets: Float32Array;
  /** How much a row counts beside others, before classes are balanced. */
  weights: Float32Array;
  /** Rows that cross-validation judges; the others are only learned from. */
  judged: boolean[];
}

export const OFFENCE = ['not-offensive', 'offensive'];
export const SENTIMENTS = ['negative', 'neutral', 'positive'];
export const LEVELS = ['-2', '-1', '0', '1', '2'];
export const SINGLE_LABELS = [
  'Access',
  'Care received',
  'Communication',
  "Couldn't be improved",
  'Dignity',
  'Environment/ facilities',
  'Miscellaneous',
  'Staff',
  'Transition/coordination',
];

/** Columns of framework v6 whose theme has another name in v7 or beside it; the rest keep theirs. */
const FOLDED: Record<string, string> = {
  'Environment & Facilities': 'Environment, facilities & equipment',
  'Provision of medical equipment': 'Environment, facilities & equipment',
  'Diagnosis & triage': 'Continuity of care',
  'Referals & continuity of care': 'Continuity of care',
  'Staff continuity': 'Continuity of care',
  'Care plans': 'Continuity of care',
  'Number & deployment of staff': 'Staffing levels & responsiveness',
  'Staff responsiveness': 'Staffing levels & responsiveness',
  'Impact of treatment/ care': 'Impact of treatment & care',
  'Out of hours support (community services)': 'Out of hours support',
};
/** Themes that surveys were labelled with: what public conversation adds has no examples. */
const SURVEYED = TAXONOMY.themes.filter(({ category }) => category !== 'Public conversation');
const UNLABELLED = 'Labelling not possible';

export function openDatasets(folder: string) {
  const read = (path: string): string => {
    try {
      return readFileSync(join(folder, path), 'utf8');
    } catch (error) {
      throw configError('--data', `${path} is not in the folder that --data names. Its README says what the training data are.`, error);
    }
  };
  const lines = (path: string) =>
    read(path)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string; label: string });
  const tweets = (name: string) => [...lines(`sentiment/posts_${name}_train.jsonl`), ...lines(`sentiment/posts_${name}_val.jsonl`)];
  const table = (path: string) => parse<Record<string, string>>(read(path), { columns: true, bom: true });
  const multi = table('feedback/multi_label_train.csv');
  const single = table('feedback/single_label_train.csv');

  /** Sentiment of survey answers, 1 very positive to 5 very negative; criticality of the other survey where it isn't 0, which is a trust's habit. */
  function feedback(classOf: (level: number) => number, classes: number, weight: number): Labelled {
    const own = multi
      .filter((row) => /^[1-5]$/.test(row['Comment sentiment'] ?? ''))
      .map((row) => ({ text: row['FFT answer']!, label: classOf(3 - Number(row['Comment sentiment'])), weight: 1, judged: true }));
    const others = single
      .filter((row) => /^-?[1-5]$/.test(row['criticality'] ?? ''))
      .map((row) => ({ text: row['feedback']!, label: classOf(levelOfCriticality(Number(row['criticality']))), weight, judged: false }));
    return oneLabel([...own, ...others], classes);
  }

  const named = (file: string, labels: readonly string[]): Labelled =>
    oneLabel(
      tweets(file).map(({ text, label }) => ({ text, label: labels.indexOf(label) })),
      labels.length,
    );

  return {
    /** Labels are "neg", "neu" and "pos". */
    postSentiment: () =>
      oneLabel(
        tweets('sentiment').map(({ text, label }) => ({ text, label: SENTIMENTS.findIndex((name) => name.startsWith(label)) })),
        SENTIMENTS.length,
      ),
    emotion: () => named('emotion', EMOTIONS),
    offensive: () => named('offensive', OFFENCE),
    feedbackSentiment: (weight: number) => feedback((level) => Math.sign(level) + 1, 3, weight),
    feedbackLevel: (weight: number) => feedback((level) => level + 2, 5, weight),
    singleLabel: () =>
      oneLabel(
        single.map((row) => ({ text: row['feedback']!, label: SINGLE_LABELS.indexOf(row['label']!) })),
        SINGLE_LABELS.length,
      ),
    /** Tweets of British accounts with the names of people in them (Broad Twitter Corpus). */
    namedTweets: (): NamedText[] => namedTexts(read('pii/uk_tweets_names.jsonl')),
    /** Survey answers from which the names were taken before they were published. */
    nameless: (): string[] => multi.map((row) => row['FFT answer']!),
    /** Texts of every set, for what words are like at large. */
    unlabelled: (): string[] =>
      [...tweets('sentiment'), ...tweets('offensive'), ...tweets('emotion')]
        .map(({ text }) => text)
        .concat(multi.map((row) => row['FFT answer']!)),
    themes(): Labelled & { labels: string[] } {
      const rows = multi.filter((row) => row[UNLABELLED] !== '1');
      const idOf = new Map(SURVEYED.map(({ id, name }) => [name, id]));
      const labels = SURVEYED.map(({ id }) => id);
      const targets = new Float32Array(rows.length * labels.length);
      for (const [row, fields] of rows.entries()) {
        for (const [column, value] of Object.entries(fields)) {
          const id = value === '1' ? idOf.get(FOLDED[column] ?? column) : undefined;
          if (id !== undefined) targets[row * labels.length + labels.indexOf(id)] = 1;
        }
      }
      return {
        labels,
        texts: rows.map((row) => row['FFT answer']!),
        targets,
        weights: new Float32Array(rows.length).fill(1),
        judged: rows.map(() => true),
      };
    },
  };
}

export type Datasets = ReturnType<typeof openDatasets>;

/** Spans are in code points; those that are accounts' or topics' names are no people, and ignored. */
function namedTexts(lines: string): NamedText[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const { text, spans } = JSON.parse(line) as { text: string; spans: [number, number, string, string][] };
      const offsets = [0];
      for (const character of text) offsets.push(offsets.at(-1)! + character.length);
      const people = spans
        .filter(([, , label]) => label === 'PER')
        .map(([start, end]) => ({ start: offsets[start]!, end: offsets[end]!, kind: 'person' }));
      const isAccount = ({ start, end }: { start: number; end: number }): boolean =>
        /[@\d_]/.test(text.slice(start, end)) || /[@#] $/.test(text.slice(0, start));
      return { text, names: people.filter((name) => !isAccount(name)), ignored: people.filter(isAccount) };
    });
}

/** Invented texts as rows. */
export function relevanceOf(examples: readonly { text: string; kind: RelevanceKind }[]): Labelled {
  return oneLabel(
    examples.map(({ text, kind }) => ({ text, label: RELEVANCE_KINDS.indexOf(kind) })),
    RELEVANCE_KINDS.length,
  );
}

/** −5 … 5 as −2 … 2. */
function levelOfCriticality(criticality: number): number {
  return Math.sign(criticality) * (Math.abs(criticality) >= 3 ? 2 : 1);
}

interface Row {
  text: string;
  label: number;
  weight?: number;
  judged?: boolean;
}

function oneLabel(rows: readonly Row[], labels: number): Labelled {
  const kept = rows.filter(({ label }) => label >= 0);
  const targets = new Float32Array(kept.length * labels);
  for (const [row, { label }] of kept.entries()) targets[row * labels + label] = 1;
  return {
    texts: kept.map(({ text }) => text),
    targets,
    weights: Float32Array.from(kept, ({ weight = 1 }) => weight),
    judged: kept.map(({ judged = true }) => judged),
  };
}
