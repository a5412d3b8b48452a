import type { z } from 'zod';
import type { Clock } from '#core/clock.ts';
import type { DropReason } from '#core/outcome.ts';
import type { HttpClient } from '#core/ports/http.ts';
import type { OpenSocket } from '#core/ports/socket.ts';
import type { ForgetReason, Genre, RawPost } from '#core/post.ts';
import type { Rate } from './budgeted-client.ts';
import type { PreparedSource } from './prepare-ops.ts';

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
  /** A stretch of time from which posts may be missing, and why. */
  gap?: Gap | undefined;
}

export interface Gap {
  fromMs: number;
  toMs: number;
  reason: string;
}

/** An item that can't be read: told apart without its content. */
export interface MalformedItem {
  /** What tells it from others when it is met again: its id at the source if that could be read, else the item itself. Only its hash is kept. */
  key: string;
  /** Path of the first field that is wrong. */
  field: string;
  /** Size of the item in bytes, roughly. */
  bytes: number;
}

/** What a connector reads with. */
export interface SourceContext {
  clock: Clock;
  http: HttpClient;
  openSocket: OpenSocket;
  signal: AbortSignal;
  /** Failures in a row before this read: picks another host. */
  attempt: number;
  /** An item was set aside, or left out on purpose; the rest of the page goes on. `key` as for MalformedItem. */
  malformed(item: MalformedItem): void;
  dropped(item: { key: string; reason: DropReason }): void;
  /** The answer was used but wasn't whole: told once to the operator. The message names the host at most. */
  warn(message: string): void;
}

export interface ReadContext<Partition> extends SourceContext {
  partition: Partition;
  /** What is there now is wanted, and no more: nothing is waited for. */
  isOnce?: boolean | undefined;
}

export interface RecheckContext<Config> extends SourceContext {
  config: Config;
}

/** A post that is held, as it leads back to its source. */
export interface HeldPost extends PostRef {
  feed?: string | undefined;
  url?: string | undefined;
  createdAtMs: number;
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
  /**
   * Looks at posts again that were collected, at most `recheckSize` at a time: a delete for each that is gone, an upsert of the present wording for each
   * that is there (the runtime passes on only what was edited), nothing for one that the answer doesn't tell of. Throws as `read` does.
   */
  recheck?(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncIterable<readonly Op[]>;
  /** When the server wants to be asked again at the earliest, as the cursor remembers it. */
  dueMs?(cursor: Cursor): number;
}

export interface ConnectorMeta<Config, Cursor> {
  id: string;
  mode: 'poll' | 'stream' | 'push' | 'file';
  genre: Genre;
  about: SourceAbout;
  /** Every key has a default, so that an empty object works for a source that needs no credentials. */
  configSchema: z.ZodType<Config>;
  cursorSchema: z.ZodType<Cursor>;
  /** Pause between reads that found nothing newer. */
  pollSeconds: number;
  /** Requests to one host: `capacity` at once, then evenly. */
  rate?: Rate;
  /** Addresses come from users: they are fetched through the guard. */
  isUserGiven: boolean;
  /** `signal`: the source tells of deletes. `recheck`: held posts have to be asked for again. */
  capabilities: { backfill: boolean; edits: boolean; deletes: 'signal' | 'recheck' | 'none' };
  /** Held posts that one call of `recheck` takes. Default 1. */
  recheckSize?: number;
  policy: SourcePolicy;
}

/** For `docs/sources.md`, in whole sentences but for `what`. */
export interface SourceAbout {
  /** What is collected, in a few words. */
  what: string;
  /** What has to be had first, and how to get it. */
  needs: string;
  /** What the service allows, and what can't be had from it. */
  limits: string;
  /** What its terms ask of whoever collects from it; for a source that is off by default, why it is. */
  terms: string;
  /** No connector here was tried against the live service: `recordings` of it, only its `documentation`, or where there is no service a `specification`. */
  triedOn: 'recordings' | 'documentation' | 'specification';
}

/** What a source's terms ask for; the runtime sees to it. `null`: nothing beyond the deployment's own settings. */
export interface SourcePolicy {
  /** Posts are kept no longer. */
  retentionDays: number | null;
  /** Within this time of a deletion at the source the post is gone; held posts are asked for again as often. */
  deleteWithinHours: number | null;
  /** A post that could not be looked at again for so long is forgotten. */
  refreshWithinDays: number | null;
  /** `by-agreement`: collected only where the configuration says that there is one ("acceptDerivedMetrics"). */
  derivedMetrics: 'allowed' | 'by-agreement';
  /** `forbidden`: nothing is kept that ties what is inferred to a person; authors have no pseudonym. */
  inferHealth: 'aggregate' | 'forbidden';
  redistribution: 'none' | 'quotes';
  /** False: collected only with "enabled" and "acceptTerms" in its configuration. */
  enabledByDefault: boolean;
}

/** How what comes from a connector is prepared for the queue. */
export function preparedAs({ id, genre, policy }: Pick<ConnectorMeta<unknown, unknown>, 'id' | 'genre' | 'policy'>): PreparedSource {
  return { id, genre, isAnonymous: policy.inferHealth === 'forbidden' };
}

/** Gives a connector's parts one type, for the registry. */
export function defineConnector<Config, Partition, Cursor>(connector: Connector<Config, Partition, Cursor>): Connector {
  // Config and cursor pass through the connector's own schemas before it sees them, so any other holder may treat them as unknown.
  return connector as unknown as Connector;
}
