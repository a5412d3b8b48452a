import { londonDate } from '#core/calendar.ts';
import { cleanText } from '#core/language/clean-text.ts';
import { MIN_WORDS } from '#core/language/min-hash.ts';
import { createOffsetMap } from '#core/language/offset-map.ts';
import { createRecentClusters } from '#core/language/recent-clusters.ts';
import type { TextRange } from '#core/language/features/read-features.ts';
import type { Sentiment, WeighedWord } from '#core/insight.ts';
import type { Redactor } from '#core/language/redactor/redactor.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { DUPLICATE_HORIZON_MS } from '#core/ports/coordination.ts';
import { GENRES, type Genre, type Post } from '#core/post.ts';
import { createThemeMapper, FRAMEWORKS } from '#core/taxonomy/frameworks.ts';
import { createThemeScorer, type ThemeScore } from '#core/taxonomy/score-themes.ts';
import { loadKnowledge } from '#infra/profiles/knowledge.ts';
import { createDraft, type Draft } from '#workers/pipeline/draft.ts';
import { createAnalysis } from '#workers/pipeline/pipeline.ts';
import { createUnderstand, toScore } from '#workers/pipeline/understand.ts';
import { VERSIONS } from '#workers/pipeline/versions.ts';
import { analyseInput, type AnalyseInput, type AnalyseOutput } from './analyse-format.ts';
import { UsageError, type Command } from './command.ts';
import { parseFlags } from './parse-flags.ts';
import { runLineFilter } from './line-filter.ts';

const CLUSTERS = { capacity: 100_000, horizonMs: DUPLICATE_HORIZON_MS };

interface Flags {
  genre: Genre;
  framework: string | undefined;
  explain: boolean;
  allThemes: boolean;
}

export const command: Command = {
  help: `Usage: npm run -s earshot -- analyse [--genre post|feedback] [--framework ${FRAMEWORKS.join('|')}] [--explain] [--all-themes] < in.ndjson

Reads one JSON object a line, {"id", "text", "genre"?, "question"?, "source"?, "createdAt"?, "author"?, "place"?}, and writes what the pipeline
finds out about it, in order. Nothing is stored. Formats: docs/schemas/analyse-*.json.
  --genre        for lines without one: post (social media; the default) or feedback (reviews, surveys, stories)
  --framework    adds "mapped": the themes in another framework's names
  --explain      adds the clauses with their themes and sentiment, and the words that carried each decision, with their weight
  --all-themes   lists every theme with its score, and whether it is "over" its threshold

Example: echo '{"id":"1","text":"Nurses lovely, waited nine hours in A&E"}' | npm run -s earshot -- analyse`,
  async run(args, io) {
    const analyse = createRowAnalysis(readFlags(args));
    return runLineFilter(io, { schema: analyseInput, batchSize: 200, handle: analyse });
  },
};

function readFlags(args: string[]): Flags {
  const { values } = parseFlags(args, {
    options: {
      genre: { type: 'string', default: 'post' },
      framework: { type: 'string' },
      explain: { type: 'boolean', default: false },
      'all-themes': { type: 'boolean', default: false },
    },
  });
  const genre = GENRES.find((name) => name === values.genre);
  if (!genre) throw new UsageError(`--genre is one of ${GENRES.join(', ')}`);
  const framework = FRAMEWORKS.find((name) => name === values.framework);
  if (values.framework !== undefined && !framework) throw new UsageError(`--framework is one of ${FRAMEWORKS.join(', ')}`);
  return { genre, framework, explain: values.explain, allThemes: values['all-themes'] };
}

interface PreparedRow {
  input: AnalyseInput;
  draft: Draft;
  back: (offset: number, side?: 'start' | 'end') => number;
}

/** The analysis of one batch of rows; offsets lead back to each row's own text. */
export function createRowAnalysis(flags: Flags): (rows: AnalyseInput[]) => Promise<AnalyseOutput[]> {
  const redact = loadRedactor();
  const knowledge = loadKnowledge();
  const understand = createUnderstand(knowledge.taxonomy, knowledge.understanding);
  const analyse = createAnalysis(knowledge, understand);
  const scoreThemes = createThemeScorer(knowledge.taxonomy.themes, knowledge.understanding);
  const map = createThemeMapper(knowledge.understanding);
  const clusterOf = createRecentClusters(CLUSTERS);

  function prepare(input: AnalyseInput): PreparedRow {
    const cleaned = cleanText(input.text);
    const redacted = redact(cleaned.text, dateOf(input));
    const [fromRedacted, fromCleaned] = [createOffsetMap(redacted.edits), createOffsetMap(cleaned.edits)];
    const post = toPost(input, redacted.text, redact, flags.genre);
    return { input, draft: createDraft({ post }), back: (offset, side) => fromCleaned(fromRedacted(offset, side), side) };
  }

  return async (rows) => {
    const prepared = rows.map(prepare);
    const results = await analyse(prepared.map(({ draft }) => draft));
    return prepared.map((row, index) => {
      const result = results[index]!;
      if (result.type !== 'keep') throw new TypeError('could not be analysed');
      return toOutput({ ...row, draft: result.value }, clusterFor(result.value));
    });
  };

  function scoresOf(draft: Draft): ThemeScore[] {
    return scoreThemes(toScore(draft, understand(draft)));
  }

  function clusterFor({ post, read }: Draft): string {
    if (post.genre === 'feedback' || read.words.length < MIN_WORDS) return post.id;
    return clusterOf(post.id, post.createdAtMs, read.words);
  }

  function toOutput({ input, draft, back }: PreparedRow, cluster: string): AnalyseOutput {
    const { insight, read } = draft;
    const range = ({ start, end }: TextRange): TextRange => ({ start: back(start), end: back(end, 'end') });
    const inText = ({ start, end, weight }: WeighedWord) => ({ ...range({ start, end }), word: read.text.slice(start, end), weight });
    return {
      id: input.id,
      language: insight.language,
      relevance: insight.relevance,
      sentiment: withoutWords(insight.sentiment!),
      themes: (flags.allThemes ? allThemes(insight.themes, scoresOf(draft)) : insight.themes).map(({ words = [], ...theme }) =>
        flags.explain ? { ...theme, words: words.map(inText) } : theme,
      ),
      ...(insight.emotion ? { emotion: insight.emotion } : {}),
      ...(insight.offensive === undefined ? {} : { offensive: insight.offensive }),
      ...(flags.framework ? { mapped: map(flags.framework, scoresOf(draft), understand(draft).reading) } : {}),
      organisations: insight.organisations.map((mention) => ({ ...mention, ...(mention.end > 0 ? range(mention) : {}) })),
      unresolved: insight.unresolved.map((mention) => ({ ...mention, ...range(mention) })),
      urgency: { ...insight.urgency, score: insight.urgency.score ?? 0 },
      cluster,
      text: read.text,
      ...(flags.explain ? { clauses: clausesOf(draft, range), words: (insight.sentiment?.words ?? []).map(inText) } : {}),
      versions: VERSIONS,
    };
  }
}

function withoutWords({ label, level, score, confidence, probabilities }: Sentiment): AnalyseOutput['sentiment'] {
  return { label, level, score, confidence, probabilities };
}

/** A text of one clause is that clause. */
function clausesOf({ read, insight }: Draft, range: (at: TextRange) => TextRange): NonNullable<AnalyseOutput['clauses']> {
  if (insight.clauses) {
    return insight.clauses.map(({ start, end, sentiment, score, themes }) => ({ ...range({ start, end }), sentiment, score, themes }));
  }
  const { sentiment, themes } = insight;
  const [first, last] = [read.tokens[0], read.tokens.at(-1)];
  if (!first || !last || !sentiment) return [];
  const at = range({ start: first.start, end: last.end });
  return [{ ...at, sentiment: sentiment.label, score: sentiment.score, themes: themes.map(({ id }) => id) }];
}

function allThemes(found: Draft['insight']['themes'], scores: readonly ThemeScore[]): AnalyseOutput['themes'] {
  const hits = new Map(found.map((hit) => [hit.id, hit]));
  return scores
    .map(({ id, score, over }) => ({ id, score, sentiment: hits.get(id)?.sentiment ?? ('neutral' as const), over }))
    .sort((left, right) => right.score - left.score);
}

/** The local date that a line states. */
function dateOf({ createdAt }: AnalyseInput): string | undefined {
  return createdAt === undefined ? undefined : londonDate(parseInstant(createdAt));
}

function toPost(input: AnalyseInput, text: string, redact: Redactor, genre: Genre): Post {
  const createdAtMs = input.createdAt === undefined ? Date.now() : parseInstant(input.createdAt);
  return {
    id: input.id,
    contentMs: createdAtMs,
    source: 'filter',
    origin: 'filter',
    kind: 'post',
    genre: input.genre ?? genre,
    text,
    question: input.question === undefined ? undefined : redact(cleanText(input.question).text).text,
    truncated: false,
    contentHash: '',
    createdAtMs,
    collectedAtMs: createdAtMs,
    statedPlace: input.place,
    synthetic: false,
  };
}

const LOCAL_TIME = /T[\d:.]+$/;

/** An instant; without a time zone, UTC. */
function parseInstant(text: string): number {
  return Date.parse(LOCAL_TIME.test(text) ? `${text}Z` : text);
}
