import { z } from '@hono/zod-openapi';
import {
  EMOTIONS,
  PLACE_BASES,
  RELEVANCE_KINDS,
  SENTIMENT_LABELS,
  URGENCY_LEVELS,
  type AnalysedPost,
  type WeighedWord,
} from '#core/insight.ts';
import { POST_KINDS } from '#core/post.ts';
import { categoryOf } from '#core/theme.ts';
import { LEVELS } from '#core/organisations/directory.ts';
import type { ApiDeps } from './deps.ts';
import { formatInstant } from './instants.ts';
import { instantSchema } from './shapes.ts';

const offset = z.int().nonnegative();

const place = {
  start: offset,
  end: offset,
  inTitle: z.boolean().openapi({ description: 'Whether it stands in the title and not in the text' }),
};
const words = z.array(z.object({ ...place, weight: z.number() })).openapi({
  description:
    'The words that spoke most for it, strongest first; the weight is what each adds to its logit, or 1 for words that set off the rule of a theme',
});

/** What a reader sees of a post. The author's pseudonym, the link and the native id are not part of it. */
export const postSchema = z
  .object({
    id: z.string(),
    source: z.string(),
    kind: z.enum(POST_KINDS),
    createdAt: instantSchema,
    collectedAt: instantSchema,
    title: z.string().nullable(),
    question: z.string().nullable().openapi({ description: 'What the person was asked, in surveys' }),
    text: z
      .string()
      .openapi({ description: 'Redacted before anything was written: contact details, identity numbers and most people’s names' }),
    truncated: z.boolean(),
    language: z.object({ code: z.string(), reliable: z.boolean() }),
    relevance: z.object({ kind: z.enum(RELEVANCE_KINDS), confidence: z.number() }),
    sentiment: z
      .object({
        label: z.enum(SENTIMENT_LABELS),
        level: z.number().openapi({ description: 'Very negative -2 to very positive 2' }),
        score: z.number().openapi({ description: '-1 to 1' }),
        confidence: z.number(),
        words,
      })
      .nullable()
      .openapi({ description: 'Null in a language that is not analysed' }),
    themes: z.array(
      z.object({ id: z.string(), name: z.string(), category: z.string(), score: z.number(), sentiment: z.enum(SENTIMENT_LABELS), words }),
    ),
    clauses: z
      .array(z.object({ ...place, sentiment: z.enum(SENTIMENT_LABELS), score: z.number(), themes: z.array(z.string()) }))
      .openapi({ description: 'Of a post with several: how each feels and which themes it carries' }),
    emotion: z
      .object({ label: z.enum(EMOTIONS), confidence: z.number() })
      .nullable()
      .openapi({ description: 'The likeliest of four, supposing that the post shows one; null if it was not judged' }),
    offensive: z.number().nullable().openapi({ description: '0 to 1: how likely its words would offend; null if it was not judged' }),
    organisations: z
      .array(
        z.object({
          ods: z.string(),
          name: z.string(),
          basis: z.enum(PLACE_BASES),
          site: z.string().optional(),
          start: offset,
          end: offset,
        }),
      )
      .openapi({
        description:
          'Organisations it names and how each was found, with the site of a trust if that is known; offsets are UTF-16 units into `text`, the end exclusive',
      }),
    unresolved: z
      .array(z.object({ start: offset, end: offset, candidates: z.array(z.string()) }))
      .openapi({ description: 'Names that may mean several organisations' }),
    places: z
      .array(z.object({ ods: z.string(), name: z.string(), level: z.enum(LEVELS).nullable() }))
      .openapi({ description: 'Its organisations with the ICB and region they belonged to on its date' }),
    urgency: z.object({ level: z.enum(URGENCY_LEVELS), score: z.number().nullable(), reasons: z.array(z.string()) }).openapi({
      description:
        'Whether people should look at it because it tells of specific harm; the score, 0 to 1, orders them; null if it was not kept',
    }),
    cluster: z.string().openapi({ description: 'The first post with nearly the same wording: near-copies share it' }),
    versions: z.object({ model: z.string(), taxonomy: z.string(), redactor: z.string() }),
    synthetic: z.boolean(),
  })
  .openapi('Post');

export type PostView = z.infer<typeof postSchema>;

/** How a stored post is shown, with the names of its themes and places. */
export function presentPost(deps: Pick<ApiDeps, 'taxonomy' | 'organisations'>): (post: AnalysedPost) => PostView {
  const themes = new Map(deps.taxonomy.themes.map((theme) => [theme.id, theme]));

  return ({ insight, ...post }) => ({
    id: post.id,
    source: post.source,
    kind: post.kind,
    createdAt: formatInstant(post.createdAtMs),
    collectedAt: formatInstant(post.collectedAtMs),
    title: post.title ?? null,
    question: post.question ?? null,
    text: post.text,
    truncated: post.truncated,
    language: { code: insight.language.code, reliable: insight.language.reliable },
    relevance: { kind: insight.relevance.kind, confidence: insight.relevance.confidence },
    sentiment: insight.sentiment && {
      label: insight.sentiment.label,
      level: insight.sentiment.level,
      score: insight.sentiment.score,
      confidence: insight.sentiment.confidence,
      words: (insight.sentiment.words ?? []).map(presentWord),
    },
    themes: insight.themes.map(({ id, score, sentiment, words: why = [] }) => ({
      id,
      name: themes.get(id)?.name ?? id,
      category: themes.get(id)?.category ?? categoryOf(id),
      score,
      sentiment,
      words: why.map(presentWord),
    })),
    clauses: (insight.clauses ?? []).map(({ start, end, inTitle, sentiment, score, themes: carried }) => ({
      start,
      end,
      inTitle: inTitle === true,
      sentiment,
      score,
      themes: carried,
    })),
    emotion: insight.emotion ? { label: insight.emotion.label, confidence: insight.emotion.confidence } : null,
    offensive: insight.offensive ?? null,
    organisations: insight.organisations.map(({ ods, name, basis, site, start, end }) => ({
      ods,
      name,
      basis,
      ...(site ? { site } : {}),
      start,
      end,
    })),
    unresolved: insight.unresolved.map(({ start, end, candidates }) => ({ start, end, candidates })),
    places: post.places.map((ods) => {
      const organisation = deps.organisations.get(ods);
      return { ods, name: organisation?.name ?? ods, level: organisation?.level ?? null };
    }),
    urgency: { level: insight.urgency.level, score: insight.urgency.score ?? null, reasons: insight.urgency.reasons },
    cluster: insight.cluster,
    versions: { model: insight.versions.model, taxonomy: insight.versions.taxonomy, redactor: insight.versions.redactor },
    synthetic: post.synthetic,
  });
}

function presentWord({ start, end, inTitle, weight }: WeighedWord) {
  return { start, end, inTitle: inTitle === true, weight };
}
