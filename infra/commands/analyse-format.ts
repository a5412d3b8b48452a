import { z } from 'zod';
import { EMOTIONS, PLACE_BASES, RELEVANCE_KINDS, SENTIMENT_LABELS, URGENCY_LEVELS } from '#core/insight.ts';
import { GENRES } from '#core/post.ts';
import { frameworksOf } from '#core/taxonomy/frameworks.ts';

/** One line of input. Fields beyond these are ignored. */
export const analyseInput = z.object({
  id: z.string().describe('Returned as it is.'),
  text: z.string().describe('May be empty.'),
  genre: z.enum(GENRES).optional(),
  question: z.string().optional().describe('What the person was asked.'),
  source: z.string().optional(),
  createdAt: z.iso.datetime({ offset: true, local: true }).or(z.iso.date()).optional().describe('Names resolve on this date; absent: now.'),
  author: z.string().optional(),
  place: z.string().optional().describe("The post's own structured place field."),
});
export type AnalyseInput = z.infer<typeof analyseInput>;

const offset = z.number().int().min(0).describe('UTF-16 code units of the input text; ends are exclusive.');
const label = z.enum(SENTIMENT_LABELS);
const words = z
  .array(z.object({ start: offset, end: offset, word: z.string(), weight: z.number() }))
  .describe('Strongest first. The weight is what a word adds to the logit of what was decided.');
const share = z.number().min(0).max(1);

/** One line of output for each good line of input, in order. */
export const analyseOutput = z.object({
  id: z.string(),
  language: z.object({ code: z.string(), reliable: z.boolean() }),
  relevance: z.object({ kind: z.enum(RELEVANCE_KINDS), confidence: share }),
  sentiment: z
    .object({
      label,
      level: z.number().int().min(-2).max(2),
      score: z.number().min(-1).max(1),
      confidence: share,
      probabilities: z.object({ negative: share, neutral: share, positive: share }),
    })
    .describe('By heads learned from English, whatever the language: look at "language" before you use it.'),
  themes: z
    .array(z.object({ id: z.string(), score: share, sentiment: label, over: z.boolean().optional(), words: words.optional() }))
    .describe('Best first.'),
  emotion: z
    .object({ label: z.enum(EMOTIONS), confidence: share })
    .optional()
    .describe('The likeliest of four, supposing that the text shows one.'),
  offensive: share.optional().describe('How likely its words would offend.'),
  mapped: z
    .union([
      z.object({ framework: z.enum(frameworksOf('one')), label: z.string() }),
      z.object({ framework: z.enum(frameworksOf('many')), labels: z.array(z.string()), scores: z.record(z.string(), share) }),
    ])
    .optional(),
  organisations: z.array(
    z.object({ ods: z.string(), name: z.string(), basis: z.enum(PLACE_BASES), site: z.string().optional(), start: offset, end: offset }),
  ),
  unresolved: z.array(z.object({ text: z.string(), start: offset, end: offset, candidates: z.array(z.string()) })),
  urgency: z
    .object({ level: z.enum(URGENCY_LEVELS), score: share, reasons: z.array(z.string()) })
    .describe('Whether people should look at it because it tells of specific harm. The score orders such a queue and is no probability.'),
  cluster: z.string().describe('Id of the first line of its near-duplicate cluster.'),
  text: z.string().describe('Redacted.'),
  clauses: z
    .array(z.object({ start: offset, end: offset, sentiment: label, score: z.number(), themes: z.array(z.string()) }))
    .optional()
    .describe('In order, each with the themes that it carries.'),
  words: words.optional(),
  versions: z.object({ model: z.string(), taxonomy: z.string(), redactor: z.string() }),
});
export type AnalyseOutput = z.infer<typeof analyseOutput>;
