import type { HttpClient } from '#core/ports/http.ts';
import type { OpenSocket } from '#core/ports/socket.ts';
import type { VirtualClock } from '#core/virtual-clock.ts';

/** A post of the invented world; its text is what tells it from others. */
export interface InventedPost {
  n: number;
  text: string;
  atMs: number;
}

/** What every contact meets from now on, in place of the source's own answer. `html` is a web page with status 200. */
export type Trouble =
  | { status: number; headers?: Record<string, string>; body?: string }
  | { fault: 'reset' | 'timeout' | 'refused' }
  | { body: Uint8Array | string; headers?: Record<string, string> }
  | { hang: true };

/** One source in memory, in its documented shape, by nobody. */
export interface SourceServer {
  http: HttpClient;
  openSocket: OpenSocket;
  /** Requests, or connections of a stream. */
  contacts(): number;
  /** Published now, newest last. Streams send them to whoever is connected. */
  publish(posts: readonly InventedPost[]): void;
  /** An item that can't be read, which holds this text. */
  publishUnreadable(text: string): void;
  /** Something newer that is no post of anyone's: the position moves on, and nothing is handed on. Undefined: the source has no such thing. */
  publishInvisible?(): void;
  /** What becomes of posts, found by their text, as the source tells of it or answers when asked again. Undefined: it does neither. */
  signals?: {
    edit(text: string, to: string): void;
    remove(text: string): void;
    /** Publishes again what was removed, under the same id. */
    republish(text: string): void;
    /** The account that wrote everything here is gone. */
    purgeAuthor(): void;
  };
  /** Every token that was given out is refused from now on; a new one is good. Undefined: the source has no such tokens. */
  endTokens?(): void;
  trouble(trouble: Trouble | undefined): void;
  /** Frames or pages that were taken: what is read although nobody takes it. */
  taken(): number;
}

export interface ConnectorKit {
  source: string;
  config: Record<string, unknown>;
  /** The setting that the message names when the server refuses the request. */
  setting: string;
  /** What a wrong configuration looks like, and the key that the message names. */
  wrong: { config: Record<string, unknown>; key: string };
  /** A credential in the configuration, if there is one. */
  secret?: { config: Record<string, unknown>; value: string };
  open(clock: VirtualClock): SourceServer;
  /** Time after which what was published has surely been collected. */
  settleMs: number;
  /** Posts before a saved position that are read again. Infinity: the whole document. */
  overlap: number;
  /** How far apart 500 posts and the next 500 come, of a source that lists whole days again. Default: ten minutes. */
  batchEveryMs?: number;
  /** The service's own header for "not before this instant". */
  nativeReset?(atMs: number): Record<string, string>;
  /** Answers that are not what is due, and what becomes of each. Undefined for streams. */
  strange?: { name: string; trouble: Trouble; outcome: string; isRetried: boolean }[];
}
