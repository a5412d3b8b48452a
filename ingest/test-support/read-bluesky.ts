import type { HttpClient } from '#core/ports/http.ts';
import type { RawPost } from '#core/post.ts';
import { createVirtualClock, type VirtualClock } from '#core/virtual-clock.ts';
import { configureSource } from '../configure-sources.ts';
import type { MalformedItem, Op, Page, ReadRange } from '../connector.ts';
import type { Cursor } from '../connectors/bluesky/schema.ts';
import { createScriptedSockets, type ScriptedConnection, type ScriptedSockets } from './scripted-socket.ts';

/** The fixtures' events happen in the minute after this. */
export const NOW = Date.UTC(2026, 10, 16, 9);

export interface BlueskyReading {
  pages: Page<Cursor>[];
  ops: Op[];
  cursor: Cursor | undefined;
  malformed: MalformedItem[];
  /** Addresses of streams that were opened. */
  urls: URL[];
  /** What the read ended with, if not well. */
  fault: unknown;
}

export interface BlueskyRead {
  config?: Record<string, unknown>;
  from?: Cursor | undefined;
  range?: ReadRange;
  attempt?: number;
  http?: HttpClient;
  clock?: VirtualClock;
  sockets?: ScriptedSockets;
  onPage?: (page: Page<Cursor>) => void | Promise<void>;
}

/** One read of the connector, to its end or its fault. */
export async function readBluesky(script: ScriptedConnection | ((url: URL, nth: number) => ScriptedConnection), options: BlueskyRead = {}) {
  const { config = {}, from, range, attempt = 0, clock = createVirtualClock(NOW) } = options;
  const sockets = options.sockets ?? createScriptedSockets(typeof script === 'function' ? script : () => script);
  const { connector, config: parsed } = configureSource('bluesky', config);
  const reading: BlueskyReading = { pages: [], ops: [], cursor: undefined, malformed: [], urls: [], fault: undefined };
  const context = {
    partition: [...connector.partitions(parsed).values()][0],
    clock,
    http: options.http ?? { send: () => Promise.reject(new Error('a stream needs no requests')) },
    openSocket: sockets.openSocket,
    signal: new AbortController().signal,
    attempt,
    malformed: (item: MalformedItem) => void reading.malformed.push(item),
    dropped: () => {},
    warn: () => {},
  };
  try {
    for await (const each of connector.read(context, from, range)) {
      const page = each as Page<Cursor>;
      reading.pages.push(page);
      reading.ops.push(...page.ops);
      reading.cursor = page.cursor;
      await options.onPage?.(page);
    }
  } catch (error) {
    reading.fault = error;
  }
  reading.urls = sockets.urls.map((url) => new URL(url));
  return reading;
}

export function itemsOf(ops: readonly Op[]): RawPost[] {
  return ops.flatMap((op) => (op.op === 'upsert' ? [op.item] : []));
}
