import { z } from 'zod';
import type { AnalysedPost } from '#core/insight.ts';
import { createHistory, type History, type HistoryRequest } from '#workers/reprocess/history.ts';
import { positionSchema } from '#workers/reprocess/position.ts';
import { defineOperation } from './operation.ts';
import type { ProfileAccess } from './with-profile.ts';

const id = z.string().min(1).max(400);
const instant = z.number().int();
const searchPosition = z.object({ createdAtMs: instant, id });
const revision = z.number().int().positive();
/** The adapters of the store refuse larger pages. */
const MAX_PAGE = 100;

/** What both stores and the pipeline go by; the rest is passed on as it is. */
const analysedPostShape = z.looseObject({
  id,
  version: z.number().int().nonnegative(),
  contentHash: z.string(),
  text: z.string(),
  createdAtMs: instant,
  collectedAtMs: instant,
  insight: z.looseObject({ cluster: z.string(), versions: positionSchema.shape.versions }),
  words: z.string(),
  stems: z.string(),
  places: z.array(z.string()),
  themeIds: z.array(z.string()),
});

/** Safe: it was an AnalysedPost of the same versions, which `begin` compares, before it became JSON on the other side of the endpoint. */
function analysedPostSchema(): z.ZodType<AnalysedPost> {
  return analysedPostShape as unknown as z.ZodType<AnalysedPost>;
}

const requestSchema: z.ZodType<HistoryRequest> = z.object({
  fromMs: instant.optional(),
  toMs: instant.optional(),
  theme: z.string().max(200).optional(),
  after: searchPosition.nullable(),
  limit: z.number().int().min(1).max(MAX_PAGE),
});

export const beginReprocessOperation = defineOperation({
  name: 'reprocess-begin',
  input: z.object({ positionId: id }),
  output: z.object({
    versions: positionSchema.shape.versions,
    held: z.object({ revision, position: positionSchema }).nullable(),
  }),
  run: (profile, { positionId }) => createHistory(profile).begin(positionId),
});

export const readHistoryOperation = defineOperation({
  name: 'reprocess-read',
  input: requestSchema,
  output: z.object({ posts: z.array(analysedPostSchema()), total: z.number(), next: searchPosition.nullable() }),
  run: (profile, request) => createHistory(profile).read(request),
});

const saveResult = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['stored', 'stale', 'erased']) }),
  z.object({ type: z.literal('rejected'), reason: z.string() }),
]);

export const saveHistoryOperation = defineOperation({
  name: 'reprocess-save',
  input: z.array(analysedPostSchema()).max(MAX_PAGE),
  output: z.array(saveResult),
  run: (profile, posts) => createHistory(profile).save(posts),
});

export const keepPositionOperation = defineOperation({
  name: 'reprocess-keep',
  input: z.object({ positionId: id, position: positionSchema, expected: z.union([revision, z.literal('absent')]) }),
  output: revision.nullable(),
  run: (profile, { positionId, position, expected }) => createHistory(profile).keepPosition(positionId, position, expected),
});

export const removePositionOperation = defineOperation({
  name: 'reprocess-end',
  input: z.object({ positionId: id, revision }),
  output: z.null(),
  async run(profile, { positionId, revision: held }) {
    await createHistory(profile).removePosition(positionId, held);
    return null;
  },
});

/** The history in the stores that a command has access to. */
export function reachHistory({ call }: Pick<ProfileAccess, 'call'>): History {
  return {
    begin: (positionId) => call(beginReprocessOperation, { positionId }),
    read: (request) => call(readHistoryOperation, request),
    save: (posts) => call(saveHistoryOperation, [...posts]),
    keepPosition: (positionId, position, expected) => call(keepPositionOperation, { positionId, position, expected }),
    async removePosition(positionId, held) {
      await call(removePositionOperation, { positionId, revision: held });
    },
  };
}
