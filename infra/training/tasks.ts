import { extractFeatures } from '#core/language/features/extract-features.ts';
import { createLexicon } from '#core/language/features/lexicon.ts';
import { scanTokens } from '#core/language/features/scan-tokens.ts';
import type { HeadName } from '#core/language/heads/understanding.ts';
import { readText } from '#core/language/read-text.ts';
import type { Task } from '#core/learning/train-heads.ts';
import { createThemeFinder } from '#core/taxonomy/find-themes.ts';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';
import { LEVELS, openDatasets, SENTIMENTS, SINGLE_LABELS, type Labelled } from './datasets.ts';
import type { readLexicon } from './lexicon-data.ts';

type Settings = Pick<Task, 'link' | 'balance' | 'l2' | 'keep' | 'leastTexts'>;

/** What cross-validation chose: docs/adr/0008 has the table. */
const SETTINGS: Record<HeadName, Settings> = {
  'post-sentiment': { link: 'one', balance: 1, l2: 1.5, keep: 80_000, leastTexts: 3 },
  'feedback-sentiment': { link: 'one', balance: 1, l2: 1, keep: 15_000, leastTexts: 2 },
  'feedback-level': { link: 'one', balance: 0.5, l2: 1, keep: 15_000, leastTexts: 2 },
  themes: { link: 'many', balance: 0, l2: 0.15, keep: 10_000, leastTexts: 2 },
  'single-label': { link: 'one', balance: 0.5, l2: 1, keep: 12_000, leastTexts: 2 },
};
/** Criticality is another scale than sentiment: enough to learn words from, too little to move the classes. */
const CRITICALITY_WEIGHT = 0.1;

/** The tasks of all heads over the data of a folder, one after another, since each takes memory. */
export function* openTasks(folder: string, lexiconData: ReturnType<typeof readLexicon>): Generator<Task & { name: HeadName }> {
  const data = openDatasets(folder);
  const lexicon = createLexicon(lexiconData.hashes, lexiconData.tenths);
  const find = createThemeFinder(TAXONOMY.themes);
  const make = (name: HeadName, labels: string[], rows: Labelled): Task & { name: HeadName } => ({
    name,
    labels,
    ...SETTINGS[name],
    ...rows,
    features: rows.texts.map((text) =>
      extractFeatures(
        scanTokens(text),
        lexicon,
        // Theme rules help to find themes; they made the other heads no better.
        name === 'themes' ? find(readText(text)).map(({ id }) => id) : [],
      ),
    ),
  });
  yield make('post-sentiment', SENTIMENTS, data.postSentiment());
  yield make('feedback-sentiment', SENTIMENTS, data.feedbackSentiment(CRITICALITY_WEIGHT));
  yield make('feedback-level', LEVELS, data.feedbackLevel(0));
  const themes = data.themes();
  yield make('themes', themes.labels, themes);
  yield make('single-label', SINGLE_LABELS, data.singleLabel());
}
