import { z } from 'zod';
import { defineDocument, type DocumentStore } from './document-store.ts';

/**
 * How a source is doing. `waiting`: a server asked for patience. `unreachable`: it is tried again with growing pauses.
 * `misconfigured`: a setting is missing or wrong, and nothing is tried until it is changed. `off`: known but not collected.
 */
export const SOURCE_STATES = ['starting', 'collecting', 'waiting', 'unreachable', 'misconfigured', 'off'] as const;

const instant = z.number().int().nonnegative();

/** A stretch of time from which posts may be missing; still open while `toMs` is null. */
const gapSchema = z.object({ fromMs: instant, toMs: instant.nullable(), reason: z.string().max(200) });

export const sourceStatusSchema = z.object({
  /** Connector id. */
  id: z.string().min(1).max(40),
  mode: z.enum(['poll', 'stream', 'push', 'file']),
  state: z.enum(SOURCE_STATES),
  /** What is wrong and what to do about it; null when nothing is. Holds no comment text and no credential. */
  detail: z.string().max(500).nullable(),
  /** When collection from it first began. */
  collectedSinceMs: instant.nullable(),
  lastSuccessAtMs: instant.nullable(),
  nextTryAtMs: instant.nullable(),
  /** Newest first, at most 100. */
  gaps: z.array(gapSchema).max(100),
  /** Of a source whose held posts are looked at again: when all of them last were, and what is wrong with that. */
  recheck: z.object({ completedAtMs: instant.nullable(), detail: z.string().max(500).nullable() }).optional(),
  updatedAtMs: instant,
});
export type SourceStatus = z.infer<typeof sourceStatusSchema>;
export type SourceGap = z.infer<typeof gapSchema>;

/** One document a source, by its id: the process that collects writes it, every API process reads it. */
export const sourceStatusDocument = defineDocument('source-status', sourceStatusSchema);

/** State of every source that is known to this deployment, in the order of ids. */
export type ReadSourceStatus = () => Promise<SourceStatus[]>;

/** Reads it from the documents, which every process shares. */
export function createSourceStatusReader(documents: Pick<DocumentStore, 'list'>): ReadSourceStatus {
  return async () => {
    const { documents: found } = await documents.list(sourceStatusDocument, { limit: 1_000 });
    return found.map(({ value }) => value);
  };
}
