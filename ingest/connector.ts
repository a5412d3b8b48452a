import type { z } from 'zod';
import type { Clock } from '#core/clock.ts';
import type { HttpClient } from '#core/ports/http.ts';
import type { ForgetReason, Genre, RawPost } from '#core/post.ts';

/** What a connector hands on, in the order of the source. */
export type Op =
  | { op: 'upsert'; item: RawPost }
  | { op: 'delete'; ref: PostRef; reason: Extract<ForgetReason, 'user' | 'platform' | 'expired'> }
  | {
      op: 'purge-author';
      source: string;
      author: AuthorRef;
      reason: Extract<ForgetReason, 'deleted' | 'suspended' | 'deactivated' | 'platform'>;
    };

export interface PostRef {
  source: string;
  nativeId: string;
  canonicalId: string;
}

export interface AuthorRef {
  id: string;
}

/** Operations and the state after them. A page without operations still moves the cursor. */
export interface Page<Cursor> {
  ops: Op[];
  cursor: Cursor;
  /** False: the source has nothing newer now. */
  hasMore: boolean;
  /** Posts from this time on may be missing, and why. */
  gap?: { fromMs: number; reason: string };
}

/** An item that can't be read: told apart without its content. */
export interface MalformedItem {
  field: string;
  /** Size of the item in bytes, roughly. */
  bytes: number;
}

export interface OpenSocket {
  (url: string, options: { signal: AbortSignal }): Promise<Socket>;
}

export interface Socket {
  /** Text frames in order; ends when the server closes. Throws HttpError when the connection breaks. */
  frames: AsyncIterable<string>;
  close(): void;
}

export interface ReadContext<Partition> {
  partition: Partition;
  clock: Clock;
  http: HttpClient;
  openSocket: OpenSocket;
  signal: AbortSignal;
  /** Failures in a row before this read: picks another host. */
  attempt: number;
  malformed(item: MalformedItem): void;
}

export interface ReadRange {
  sinceMs?: number | undefined;
  untilMs?: number | undefined;
}

/**
 * Reads one source. A connector only reads: it saves no cursor, waits for no rate limit and logs nothing; the runtime
 * (`run-connector.ts`) does. It throws SourceError for anything but a page.
 */
export interface Connector<Config = unknown, Partition = unknown, Cursor = unknown> {
  meta: ConnectorMeta<Config, Cursor>;
  /** Parts that are read independently, each with its own cursor: one for each feed, instance, host. Keys are stable. */
  partitions(config: Config): Map<string, Partition>;
  /** From a cursor on; without one the newest page, or for a stream from now on. Ends when there is nothing newer. */
  read(context: ReadContext<Partition>, from: Cursor | undefined, range?: ReadRange): AsyncIterable<Page<Cursor>>;
}

export interface ConnectorMeta<Config, Cursor> {
  id: string;
  mode: 'poll' | 'stream' | 'file';
  genre: Genre;
  /** Every key has a default, so that an empty object works for a source that needs no credentials. */
  configSchema: z.ZodType<Config>;
  cursorSchema: z.ZodType<Cursor>;
  /** Pause between reads that found nothing newer. */
  pollSeconds: number;
  /** Addresses come from users: they are fetched through the guard. */
  isUserGiven: boolean;
  capabilities: { backfill: boolean; edits: boolean; deletes: 'signal' | 'recheck' | 'none' };
  policy: SourcePolicy;
}

/** What a source's terms ask for. `null`: nothing beyond the deployment's own settings. */
export interface SourcePolicy {
  retentionDays: number | null;
  deleteWithinHours: number | null;
  derivedMetrics: 'allowed' | 'by-agreement';
  inferHealth: 'aggregate' | 'forbidden';
  redistribution: 'none' | 'quotes';
  enabledByDefault: boolean;
}

/** Gives a connector's parts one type, for the registry. */
export function defineConnector<Config, Partition, Cursor>(connector: Connector<Config, Partition, Cursor>): Connector {
  // Config and cursor pass through the connector's own schemas before it sees them, so any other holder may treat them as unknown.
  return connector as unknown as Connector;
}
