import { z } from 'zod';
import { ODS_CODE } from './organisations/ods-code.ts';
import { GENRES, POST_KINDS } from './post.ts';

/** The source of what is pushed without a name. */
export const PUSH_SOURCE = 'push';
export const MAX_PUSHED_ITEMS = 1_000;
export const MAX_PUSH_BYTES = 1_048_576;

const id = z
  .string('must be a string')
  .min(1, 'must not be empty')
  .max(1_000, 'has at most 1,000 characters')
  .regex(/^(?!at:\/\/)/, 'must not begin with "at://": those are ids of Bluesky')
  .describe(
    'What tells this comment from others of its source. The same id again is the same comment: a later wording takes the place of the former.',
  );

const source = z
  .string('must be a string')
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'is lower-case letters, digits and dashes, at most 40, beginning with a letter')
  .default(PUSH_SOURCE)
  .describe('Name that the comments are counted under, as --source-name of an import. No name of a source that Earshot collects itself.');

const line = (description: string) => z.string('must be a string').describe(description).optional();

/** A comment, or a new wording of one. */
export const pushedUpsertSchema = z
  .strictObject({
    op: z.literal('upsert', 'is "upsert" or "delete"').default('upsert'),
    id,
    text: z.string('must be a string').describe('The comment as it was written. Personal data is taken out before anything is kept.'),
    createdAt: z
      .union([z.iso.datetime({ offset: true }), z.iso.date()], 'is an instant with a time zone or a date, such as 2026-11-18T09:30:00Z')
      .describe('When it was written; a date alone is the day in London. Without it, when it comes in.')
      .optional(),
    author: z
      .string('must be a string')
      .min(1, 'must not be empty')
      .max(1_000, 'has at most 1,000 characters')
      .describe('Any id that tells one author from another. A pseudonym of it is kept, never the id.')
      .optional(),
    title: line('Heading of a review or story.'),
    question: line('The question that the text answers.'),
    place: line('Where it was, as the author or a form says: a hospital, a ward.'),
    lang: z.string('must be a string').max(35, 'has at most 35 characters').describe('Language tag, such as en or pl.').optional(),
    url: z
      .string('must be a string')
      .max(4_000, 'has at most 4,000 characters')
      .regex(/^https?:\/\//i, 'begins with http:// or https://')
      .describe('Address of the comment. Kept sealed.')
      .optional(),
    parentId: z.string('must be a string').max(1_000, 'has at most 1,000 characters').describe('Id of what it replies to.').optional(),
    organisation: z
      .string('must be a string')
      .toUpperCase()
      .regex(ODS_CODE, 'is an ODS code, such as RR8')
      .describe('ODS code of the organisation that it is about.')
      .optional(),
    kind: z
      .enum(POST_KINDS, `is one of ${POST_KINDS.join(', ')}`)
      .describe('Told from the other fields when not given.')
      .optional(),
    genre: z
      .enum(GENRES, `is one of ${GENRES.join(', ')}`)
      .describe('feedback: a review, a survey answer, a story. Default: post.')
      .optional(),
    source,
  })
  .describe('A comment. null counts as not given; other keys are refused.');
export type PushedUpsert = z.output<typeof pushedUpsertSchema>;

/** A comment to be forgotten. */
export const pushedDeletionSchema = z
  .object({ op: z.literal('delete'), id, source })
  .describe('A comment to be forgotten for good: the same id never comes back.');
export type PushedDeletion = z.output<typeof pushedDeletionSchema>;

export const PUSH_FORMATS = ['json', 'ndjson'] as const;
export type PushFormat = (typeof PUSH_FORMATS)[number];

/** A request whose signature is right. */
export interface Push {
  /** The sender's id of it, the same whenever it is sent again. */
  id: string;
  format: PushFormat;
  body: Uint8Array;
}

/** What is wrong with one item: never what it holds. */
export interface PushError {
  /** Position among the items, from 0. */
  index: number;
  /** Empty: the item itself. */
  field: string;
  problem: string;
}

/**
 * What became of a push. `taken`: what is good of it is durable. `repeated`: it was taken before, and nothing was done. `refused`: nothing of it is
 * good. `crowded`: too much waits to be analysed.
 */
export type PushAnswer =
  | { type: 'taken'; accepted: number; errors: PushError[] }
  | { type: 'repeated' }
  | { type: 'refused'; detail: string; errors: PushError[] }
  | { type: 'crowded' };
