import type { Config, Cursor } from './schema.ts';

/** Public hosts by wire format. One is read at a time, the next after a failure. */
const HOSTS = {
  v1: ['jetstream2.us-east', 'jetstream1.us-east', 'jetstream2.us-west', 'jetstream1.us-west'],
  v2: ['jetstream.us-east', 'jetstream.us-west'],
} as const;
const PATHS = { v1: '/subscribe', v2: '/xrpc/network.bsky.jetstream.subscribeEvents' } as const;
const COLLECTION = 'app.bsky.feed.post';

/** v1 keeps this much and moves an older position up without a word. */
export const LOOKBACK_MS = 36 * 3_600_000;
/** Event times go back by some milliseconds, and hosts differ: a little is read again. Writes are idempotent. */
const OVERLAP_US = 5_000_000;
/** v2 reads larger numbers as microseconds and smaller ones as its own event numbers. */
const LEAST_TIMESTAMP = 1e15;

/** Hosts to choose from, each with its scheme. */
export function hostsOf(config: Config): string[] {
  const given = config.url ?? config.baseUrl;
  if (given === undefined) return HOSTS[config.wire].map((host) => `wss://${host}.bsky.network`);
  const { protocol, host } = new URL(given);
  return [`${protocol.replace('http', 'ws')}//${host}`];
}

/** The position to ask a host for; undefined: live. */
export function resumeFrom(from: Cursor | undefined, host: string, sinceMs: number | undefined): number | undefined {
  if (!from) return sinceMs === undefined ? undefined : Math.max(LEAST_TIMESTAMP, Math.trunc(sinceMs * 1_000));
  if (from.wire === 'v1') return Math.max(0, from.cursor - OVERLAP_US);
  if (from.host === host && from.cursor > 0) return from.cursor;
  return Math.max(LEAST_TIMESTAMP, from.timeUs - OVERLAP_US);
}

export function streamUrl(config: Config, host: string, position: number | undefined): string {
  const url = new URL(PATHS[config.wire], host);
  if (config.wire === 'v1') url.searchParams.set('wantedCollections', COLLECTION);
  else {
    for (const kind of ['commit', 'account', 'sync']) url.searchParams.append('kinds', kind);
    url.searchParams.set('collections', COLLECTION);
  }
  if (position !== undefined) url.searchParams.set('cursor', String(position));
  return url.href;
}
