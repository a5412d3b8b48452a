import { configError } from '#core/errors.ts';
import { EMOTIONS, RELEVANCE_KINDS } from '#core/insight.ts';
import type { Genre } from '#core/post.ts';
import type { AnalyseOutput } from '#infra/commands/analyse-format.ts';
import { createRowAnalysis } from '#infra/commands/analyse.ts';
import { LEVELS, SENTIMENTS, SINGLE_LABELS } from '../datasets.ts';
import { describeClasses, type Guess } from './classes.ts';
import { describeMixed, type LabelledClause } from './mixed.ts';
import { describeOrder } from './order.ts';
import { largestClass, REFERENCE_SCORES } from './references.ts';
import { describeSpans, type Span } from './spans.ts';
import { describeThemes } from './themes.ts';

export const EVALUATED = ['sentiment', 'level', 'score', 'single-label', 'themes', 'emotion', 'relevance', 'mixed', 'spans'] as const;
export type EvaluatedTask = (typeof EVALUATED)[number];

/** One row of a labelled file. */
export interface Labelling {
  text: string;
  question?: string | undefined;
  /** Of the row itself, where rows differ. */
  genre?: Genre | undefined;
  /** Empty for `spans` and `mixed`. */
  label: string;
  clauses?: readonly LabelledClause[] | undefined;
  spans?: readonly Span[] | undefined;
}

const BATCH = 200;

/**
 * Lines of a report on labelled texts, judged as `analyse` judges them. `say`: progress, in rows.
 *
 * @throws EarshotError 'config' for a label that the task doesn't have, or a file without rows.
 */
export async function evaluateLabels(
  task: EvaluatedTask,
  genre: Genre,
  rows: readonly Labelling[],
  say: (rows: number) => void = () => {},
): Promise<string[]> {
  if (rows.length === 0) throw configError('--data', 'The file of --data has no rows.');
  const head = [`${rows.length.toLocaleString('en-GB')} rows, ${task}, genre ${genre}`, ''];
  if (task === 'spans') return [...head, ...describeSpans(rows)];
  if (task === 'mixed') return [...head, ...describeMixed(rows, await judge(genre, rows, say))];
  const check = checkLabels(task, rows);
  const judged = await judge(genre, rows, say);
  return [...head, ...check(judged)];
}

/** Labels are read before anything is judged, so that a wrong one is told at once. */
function checkLabels(
  task: Exclude<EvaluatedTask, 'mixed' | 'spans'>,
  rows: readonly Labelling[],
): (judged: readonly AnalyseOutput[]) => string[] {
  const texts = rows.map(({ text }) => text);
  switch (task) {
    case 'themes':
      return describeThemes(rows.map(({ label }) => label));
    case 'score': {
      const truth = rows.map(({ label }, nth) => numberOf(label, nth));
      return (judged) =>
        describeOrder(truth, {
          earshot: judged.map(({ sentiment }) => sentiment.score),
          ...Object.fromEntries(Object.entries(REFERENCE_SCORES).map(([name, score]) => [name, texts.map(score)])),
        });
    }
    case 'level': {
      const truth = rows.map(({ label }, nth) => labelOf(label, LEVELS, nth));
      return (judged) => [
        ...describeClasses(
          LEVELS,
          truth,
          judged.map(({ sentiment }) => certain(sentiment.level + 2)),
          references(texts, truth, levelOfScore),
        ),
        '',
        ...describeOrder(truth, { earshot: judged.map(({ sentiment }) => sentiment.level + 2) }),
      ];
    }
    case 'sentiment': {
      const truth = rows.map(({ label }, nth) => labelOf(label, SENTIMENTS, nth));
      const probabilities = ({ sentiment }: AnalyseOutput) => SENTIMENTS.map((name) => sentiment.probabilities[name as 'neutral']);
      return (judged) => describeClasses(SENTIMENTS, truth, judged.map(probabilities).map(likeliest), references(texts, truth, signOf));
    }
    case 'single-label': {
      const truth = rows.map(({ label }, nth) => labelOf(label, SINGLE_LABELS, nth));
      const mapped = ({ mapped }: AnalyseOutput) => (mapped && 'label' in mapped ? SINGLE_LABELS.indexOf(mapped.label) : -1);
      return (judged) => describeClasses(SINGLE_LABELS, truth, judged.map(mapped).map(certain), { 'largest class': largestClass(truth) });
    }
    case 'emotion': {
      const truth = rows.map(({ label }, nth) => labelOf(label, EMOTIONS, nth));
      return (judged) =>
        describeClasses(
          EMOTIONS,
          truth,
          judged.map(({ emotion }) => ({ label: emotion ? EMOTIONS.indexOf(emotion.label) : 0, confidence: emotion?.confidence })),
          { 'largest class': largestClass(truth) },
        );
    }
    case 'relevance': {
      const truth = rows.map(({ label }, nth) => labelOf(label, RELEVANCE_KINDS, nth));
      return (judged) =>
        describeClasses(
          RELEVANCE_KINDS,
          truth,
          judged.map(({ relevance }) => ({ label: RELEVANCE_KINDS.indexOf(relevance.kind), confidence: relevance.confidence })),
          { 'largest class': largestClass(truth) },
        );
    }
  }
}

async function judge(genre: Genre, rows: readonly Labelling[], say: (rows: number) => void): Promise<AnalyseOutput[]> {
  const analyse = createRowAnalysis({ genre, framework: 'single-label', explain: true, allThemes: true });
  const judged: AnalyseOutput[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    judged.push(
      ...(await analyse(batch.map(({ text, question, genre: own }, nth) => ({ id: `${start + nth}`, text, question, genre: own })))),
    );
    say(judged.length);
  }
  return judged;
}

function references(texts: readonly string[], truth: readonly number[], toLabel: (score: number) => number): Record<string, number[]> {
  const scored = Object.entries(REFERENCE_SCORES).map(([name, score]) => [name, texts.map((text) => toLabel(score(text)))] as const);
  return { ...Object.fromEntries(scored), 'largest class': largestClass(truth) };
}

const signOf = (score: number): number => Math.sign(score) + 1;
/** Valence sums have no levels of their own: a side, and nothing for nothing. */
const levelOfScore = (score: number): number => 2 + Math.sign(score);
const certain = (label: number): Guess => ({ label });

function likeliest(probabilities: readonly number[]): Guess {
  const confidence = Math.max(...probabilities);
  return { label: probabilities.indexOf(confidence), confidence };
}

function labelOf(label: string, labels: readonly string[], nth: number): number {
  const wanted = label.trim().toLowerCase();
  const exact = labels.findIndex((each) => each.toLowerCase() === wanted);
  const found = exact >= 0 || wanted.length < 3 ? exact : labels.findIndex((each) => each.toLowerCase().startsWith(wanted));
  if (found < 0) throw configError('--label', `The label of row ${nth + 1} is none of ${labels.join(', ')}.`);
  return found;
}

function numberOf(label: string, nth: number): number {
  const value = label.trim() === '' ? Number.NaN : Number(label);
  if (!Number.isFinite(value)) throw configError('--label', `The label of row ${nth + 1} is not a number.`);
  return value;
}
