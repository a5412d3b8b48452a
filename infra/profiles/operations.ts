import { z } from 'zod';
import { EarshotError } from '#core/errors.ts';
import { BATCH_QUEUES, queuedOpSchema } from '#core/jobs.ts';
import { ACCOUNT_OUTCOMES } from '#core/ports/coordination.ts';
import type { JobCounts } from '#core/ports/job-queue.ts';
import { sourceStatusDocument, sourceStatusSchema } from '#core/ports/source-status.ts';
import { noteCoverageOperation, readCoverageOperation } from './coverage-operations.ts';
import { defineOperation, type Operation } from './operation.ts';
import type { Profile } from './profile.ts';
import { listDocumentsOperation, putDocumentOperation, removeDocumentOperation } from './document-operations.ts';
import { readUnresolvedOperation } from './organisation-operations.ts';
import {
  beginReprocessOperation,
  keepPositionOperation,
  readHistoryOperation,
  removePositionOperation,
  saveHistoryOperation,
} from './reprocess-operations.ts';

/** Operations that a command sends in one request at most, so that a request stays below the endpoint's limit. */
export const MAX_SUBMIT = 1_000;

/** Queues operations; resolves once they are durable. */
export const submitOperation = defineOperation({
  name: 'submit',
  input: z.array(queuedOpSchema).max(MAX_SUBMIT),
  output: z.object({ accepted: z.number() }),
  async run(profile, ops) {
    await profile.intake.submit(ops);
    return { accepted: ops.length };
  },
});

const outcomeSchema = z.object({ outcome: z.enum(ACCOUNT_OUTCOMES), reason: z.string().max(60), count: z.number().int().nonnegative() });

/** Accounts for posts that were dropped or set aside before they reached the queue. The same key counts once. */
export const recordOperation = defineOperation({
  name: 'record',
  input: z.object({
    key: z.string().min(1).max(200),
    source: z.string().min(1).max(40),
    collected: z.number().int().nonnegative(),
    outcomes: z.array(outcomeSchema).max(20),
  }),
  output: z.object({ recorded: z.boolean() }),
  async run(profile, { key, source, collected, outcomes }) {
    await profile.coordination.ledger.record(key, source, collected, outcomes);
    return { recorded: true };
  },
});

const accountSchema = z.object({
  source: z.string(),
  collected: z.number(),
  pending: z.number(),
  outcomes: z.array(z.object({ outcome: z.enum(ACCOUNT_OUTCOMES), reason: z.string(), count: z.number() })),
});

/** What is queued, what became of everything so far, and how the sources are doing. */
export const statusOperation = defineOperation({
  name: 'status',
  input: z.null(),
  output: z.object({
    profile: z.enum(['embedded', 'production']),
    queue: z.object({ waiting: z.number(), active: z.number(), delayed: z.number(), failed: z.number() }),
    accounts: z.array(accountSchema),
    sources: z.array(sourceStatusSchema),
  }),
  async run(profile) {
    const [queue, accounts, { documents }] = await Promise.all([
      countBatches(profile),
      profile.coordination.ledger.accounts(),
      profile.documents.list(sourceStatusDocument, { limit: 1_000 }),
    ]);
    return { profile: profile.name, queue, accounts, sources: documents.map(({ value }) => value) };
  },
});
/** Batches of either kind. */
async function countBatches({ jobs }: Profile): Promise<JobCounts> {
  const [first, ...others] = await Promise.all(BATCH_QUEUES.map((queue) => jobs.counts(queue)));
  return others.reduce(
    (sum, each) => ({
      waiting: sum.waiting + each.waiting,
      active: sum.active + each.active,
      delayed: sum.delayed + each.delayed,
      failed: sum.failed + each.failed,
    }),
    first!,
  );
}

export type Status = z.output<typeof statusOperation.output>;

type Untyped = (profile: Profile, input: unknown) => Promise<unknown>;

/** Every operation, by name. A command's own operation is added here. */
const OPERATIONS: Record<string, Untyped> = Object.fromEntries([
  untyped(submitOperation),
  untyped(recordOperation),
  untyped(statusOperation),
  untyped(beginReprocessOperation),
  untyped(readHistoryOperation),
  untyped(saveHistoryOperation),
  untyped(keepPositionOperation),
  untyped(removePositionOperation),
  untyped(listDocumentsOperation),
  untyped(putDocumentOperation),
  untyped(removeDocumentOperation),
  untyped(readUnresolvedOperation),
  untyped(noteCoverageOperation),
  untyped(readCoverageOperation),
]);

function untyped<Input, Output>(operation: Operation<Input, Output>): [string, Untyped] {
  return [
    operation.name,
    (profile, input) => {
      const parsed = operation.input.safeParse(input);
      if (parsed.success) return operation.run(profile, parsed.data);
      const path = parsed.error.issues[0]?.path.join('.') ?? '';
      throw new EarshotError('invalid', `The input of "${operation.name}" isn't valid${path ? ` at ${path}` : ''}.`);
    },
  ];
}

/**
 * Runs an operation by name with untyped input, as the local endpoint gets it.
 * @throws EarshotError 'not-found' or 'invalid'.
 */
export async function runOperation(profile: Profile, name: string, input: unknown): Promise<unknown> {
  const run = OPERATIONS[name];
  if (!run) throw new EarshotError('not-found', `The running Earshot doesn't know "${name}": it may be another version. Restart it.`);
  return run(profile, input);
}
