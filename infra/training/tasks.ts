import { cleanText } from '#core/language/clean-text.ts';
import { createLexicon } from '#core/language/features/lexicon.ts';
import { createFeatureReader } from '#core/language/features/read-features.ts';
import { EMOTIONS, RELEVANCE_KINDS } from '#core/insight.ts';
import type { StackedHead } from '#core/language/heads/stacked.ts';
import type { HeadName } from '#core/language/heads/understanding.ts';
import { readText } from '#core/language/read-text.ts';
import type { Redactor } from '#core/language/redactor/redactor.ts';
import { withRoom } from '#core/learning/stack.ts';
import type { Task } from '#core/learning/train-heads.ts';
import { createThemeFinder } from '#core/taxonomy/find-themes.ts';
import { QDC_THEMES } from '#core/taxonomy/qdc-v7.ts';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';
import { LEVELS, OFFENCE, relevanceOf, SENTIMENTS, SINGLE_LABELS, type Datasets, type Labelled } from './datasets.ts';
import { generateRelevanceSet } from './relevance-set/generate-relevance-set.ts';
import type { readLexicon } from './lexicon-data.ts';

export interface HeadTask extends Task {
  name: HeadName;
  /** Heads before it whose answers are features of it. */
  listensTo: readonly StackedHead[];
}

type Settings = Pick<Task, 'link' | 'balance' | 'l2' | 'keep' | 'leastTexts' | 'bag'> & { listensTo?: readonly StackedHead[] };

/** What cross-validation chose: docs/adr/0008 has the table. */
const SETTINGS: Record<HeadName, Settings> = {
  emotion: { link: 'one', balance: 0.5, l2: 1, keep: 8_000, leastTexts: 2 },
  offensive: { link: 'one', balance: 0.5, l2: 1, keep: 10_000, leastTexts: 2 },
  'post-sentiment': {
    link: 'one',
    balance: 1,
    l2: 1.5,
    keep: 40_000,
    leastTexts: 3,
    bag: { keep: 8_000, dimensions: 32, hidden: 24, epochs: 1, rate: 0.05, dropout: 0.3, seed: 1 },
    listensTo: ['emotion', 'offensive'],
  },
  'feedback-sentiment': { link: 'one', balance: 1, l2: 1, keep: 15_000, leastTexts: 2, listensTo: ['post-sentiment'] },
  'feedback-level': { link: 'one', balance: 0.5, l2: 1, keep: 15_000, leastTexts: 2, listensTo: ['post-sentiment'] },
  themes: { link: 'many', balance: 0, l2: 0.3, keep: 12_000, leastTexts: 2 },
  'single-label': { link: 'one', balance: 0.5, l2: 1, keep: 12_000, leastTexts: 2 },
  relevance: { link: 'one', balance: 0, l2: 1, keep: 8_000, leastTexts: 3 },
};
/** The themes of the published framework, measured apart from those beside it. */
const FRAMEWORK = { name: 'framework v7', labels: new Set(QDC_THEMES.map(({ id }) => id)) };
/** Organisations and holders of office as on this day, so that training on another gives the same bytes. */
const AS_OF = '2026-11-01';
/** The relevance set is invented: as many texts as its families can say in ways of their own. */
const INVENTED = { seed: 1, size: 6_000 };
/** Criticality is another scale than sentiment: enough to learn words from, too little to move the classes. */
const CRITICALITY_WEIGHT = 0.1;

/** The tasks of all heads, one after another, in the order in which they listen to each other. `redact`: as the pipeline does it. */
export function* openTasks(data: Datasets, lexiconData: ReturnType<typeof readLexicon>, redact: Redactor): Generator<HeadTask> {
  const readFeatures = createFeatureReader(createLexicon(lexiconData.hashes, lexiconData.tenths));
  const find = createThemeFinder(TAXONOMY.themes);
  const make = (name: HeadName, labels: string[], rows: Labelled): HeadTask => {
    const isTheme = name === 'themes';
    const readings = rows.texts.map((text) => {
      // As the pipeline sees it: cleaned, and without personal data.
      const { text: found, clauses, fired } = find(readText(redact(cleanText(text).text, AS_OF).text));
      // Theme rules help to find themes; they made the other heads no better.
      return { ...readFeatures(found, clauses, isTheme ? fired : []), fired };
    });
    const task = { name, labels, listensTo: [], ...SETTINGS[name], ...rows, features: readings.map(({ features }) => withRoom(features)) };
    if (!isTheme) return task;
    const rules = readings.flatMap(({ fired }) => labels.map((label) => (fired.some(({ id }) => id === label) ? 1 : 0)));
    return { ...task, parts: readings.map(({ parts }) => parts), rules: Uint8Array.from(rules), apart: FRAMEWORK };
  };
  yield make('emotion', [...EMOTIONS], data.emotion());
  yield make('offensive', OFFENCE, data.offensive());
  yield make('post-sentiment', SENTIMENTS, data.postSentiment());
  yield make('feedback-sentiment', SENTIMENTS, data.feedbackSentiment(CRITICALITY_WEIGHT));
  yield make('feedback-level', LEVELS, data.feedbackLevel(0));
  const themes = data.themes();
  yield make('themes', themes.labels, themes);
  yield make('single-label', SINGLE_LABELS, data.singleLabel());
  const invented = generateRelevanceSet(INVENTED);
  yield { ...make('relevance', [...RELEVANCE_KINDS], relevanceOf(invented)), groups: invented.map(({ family }) => family) };
}
