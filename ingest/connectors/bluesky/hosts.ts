import type { Config } from './schema.ts';

/** Public hosts by wire format. One is read at a time, the next after a failure. */
const HOSTS = {
  v1: ['jetstream2.us-east', 'jetstream1.us-east', 'jetstream2.us-west', 'jetstream1.us-west'],
  v2: ['jetstream.us-east', 'jetstream.us-west'],
} as const;
const PATHS = { v1: '/subscribe', v2: '/xrpc/network.bsky.jetstream.subscribeEvents' } as const;
const COLLECTION = 'app.bsky.feed.post';

/** Hosts to choose from, each with its scheme. */
export function hostsOf(config: Config): string[] {
  const given = config.url ?? config.baseUrl;
  if (given === undefined) return HOSTS[config.wire].map((host) => `wss://${host}.bsky.network`);
  const { protocol, host } = new URL(given);
  return [`${protocol.replace('http', 'ws')}//${host}`];
}

/** @param position number of an event or microseconds; undefined: live. */
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

/** The account's server, with its scheme. */
export function pdsOf({ pdsUrl, url, baseUrl }: Config): string {
  const given = pdsUrl ?? url ?? baseUrl;
  if (given === undefined) return 'https://bsky.social';
  const { protocol, host } = new URL(given);
  return `${protocol.replace('ws', 'http')}//${host}`;
}
