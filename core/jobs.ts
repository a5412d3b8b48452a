import { z } from 'zod';
import { ODS_CODE } from './organisations/ods-code.ts';
import { FORGET_REASONS, GENRES, POST_KINDS, PROGRESS } from './post.ts';

/**
 * Queues by name. Batches are of two kinds: posts to analyse, and what is to be forgotten, which waits neither behind a backlog of posts nor
 * for a store that takes no new ones.
 */
export const QUEUES = { analyse: 'analyse', erase: 'erase', maintain: 'maintain' } as const;

export const BATCH_QUEUES = [QUEUES.analyse, QUEUES.erase] as const;
export type BatchQueue = (typeof BATCH_QUEUES)[number];

/** First letters of batch ids. */
const BATCH_LETTERS = { analyse: 'b', erase: 'e' } as const satisfies Record<BatchQueue, string>;

/** A batch's id, made from the hash of its content. A letter first: BullMQ takes an id of digits only for a number. */
export function batchIdOf(queue: BatchQueue, hash: string): string {
  return BATCH_LETTERS[queue] + hash;
}

/** The queue that a batch is in, told by its id. */
export function queueOfBatch(batchId: string): BatchQueue {
  return batchId.startsWith(BATCH_LETTERS.erase) ? QUEUES.erase : QUEUES.analyse;
}

/** Schedules of the `maintain` queue, by task. */
export const MAINTENANCE = {
  'sweep-failed': '* * * * *',
  'prune-duplicates': '*/10 * * * *',
  'expire-posts': '17 3 * * *',
} as const;
export type MaintenanceTask = keyof typeof MAINTENANCE;

/** At most this many operations in one job. */
export const MAX_BATCH = 200;

const id = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const instant = z.number().int().nonnegative();

const postSchema = z.object({
  id,
  contentMs: instant,
  source: z.string().min(1).max(40),
  origin: z.string().min(1).max(200),
  kind: z.enum(POST_KINDS),
  genre: z.enum(GENRES),
  text: z.string().max(40_000),
  title: z.string().max(2_000).optional(),
  question: z.string().max(2_000).optional(),
  truncated: z.boolean(),
  contentHash: id,
  createdAtMs: instant,
  statedCreatedAt: z.string().max(64).optional(),
  collectedAtMs: instant,
  voice: id.optional(),
  statedPlace: z.string().max(200).optional(),
  organisation: z.string().regex(ODS_CODE).optional(),
  progress: z.enum(PROGRESS).optional(),
  statedLanguage: z.string().max(35).optional(),
  threadId: id.optional(),
  synthetic: z.boolean(),
});

const upsertSchema = z.object({
  op: z.literal('upsert'),
  post: postSchema,
  sealedReference: z.string().max(4_000).optional(),
  /** Version of the redactor that the post went through at ingest; a worker may be of a later release. */
  redactor: z.string().max(40).optional(),
});
const forgetSchema = z.object({ op: z.literal('forget'), id, source: z.string().min(1).max(40), reason: z.enum(FORGET_REASONS) });
const purgeSchema = z.object({
  op: z.literal('purge-voices'),
  source: z.string().min(1).max(40),
  voices: z.array(id).min(1).max(48),
  collectedBeforeMs: instant,
  reason: z.enum(FORGET_REASONS),
});

/** One operation of a batch, after redaction. Order within and between batches doesn't matter: versions decide. */
export const queuedOpSchema = z.discriminatedUnion('op', [upsertSchema, forgetSchema, purgeSchema]);
export type QueuedOp = z.infer<typeof queuedOpSchema>;

/** The envelope only: operations are parsed one by one, so that a bad one is quarantined and not its batch. */
export const analyseJobSchema = z.object({
  batchId: z.string().min(1).max(64),
  openedAtMs: instant,
  /** How often these operations were started in a larger batch that was split after a worker died on it. */
  startsBefore: z.number().int().nonnegative().optional(),
  ops: z.array(z.unknown()).min(1).max(MAX_BATCH),
});
export interface AnalyseJob {
  batchId: string;
  openedAtMs: number;
  startsBefore?: number | undefined;
  ops: QueuedOp[];
}

/** Source that an operation is accounted to. */
export function sourceOf(op: QueuedOp): string {
  return op.op === 'upsert' ? op.post.source : op.source;
}
