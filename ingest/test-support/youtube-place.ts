import { createVirtualClock, type VirtualClock } from '#core/virtual-clock.ts';
import { configureSource } from '../configure-sources.ts';
import type { Cursor } from '../connectors/youtube/schema.ts';
import type { HeldPost, MalformedItem, Op, Page, ReadRange } from '../connector.ts';
import { answerYoutube, type InventedComment, type InventedVideo, type InventedYoutube } from './invented-youtube.ts';
import { createScriptedHttp, type ScriptedAnswer } from './scripted-http.ts';

export const SECOND = 1_000;
export const HOUR = 3_600 * SECOND;
export const DAY = 24 * HOUR;
export const CHANNEL = 'UCinventedchannel0000000';
/** One in the morning in California. */
export const START = Date.UTC(2026, 10, 16, 9);

/** A service, a configuration, and what was asked for in the last reading. */
export interface Place {
  clock: VirtualClock;
  world: InventedYoutube;
  /** What stands in for the service's own answer. */
  instead: (url: URL) => ScriptedAnswer | undefined;
  /** Resources that were asked for, with what names them. */
  asked: string[];
  attempt: number;
  config: Record<string, unknown>;
}

export function place(...videos: InventedVideo[]): Place {
  const world: InventedYoutube = { channelId: CHANNEL, handle: '@ExampleTrust', videos };
  return { clock: createVirtualClock(START), world, instead: () => undefined, asked: [], attempt: 0, config: {} };
}

export function setUp({ clock, world, instead, asked, attempt, config }: Place) {
  const http = createScriptedHttp((url) => {
    const query = (name: string) => url.searchParams.get(name) ?? '';
    asked.push(`${url.pathname.split('/').at(-1)} ${query('videoId') || query('parentId') || query('forHandle') || query('id')}`.trim());
    return instead(url) ?? answerYoutube(url, world);
  });
  const malformed: MalformedItem[] = [];
  const context = {
    clock,
    http,
    openSocket: () => Promise.reject(new Error('not used')),
    signal: new AbortController().signal,
    attempt,
    malformed: (item: MalformedItem) => void malformed.push(item),
    dropped: () => {},
    warn: () => {},
  };
  const accepted = { enabled: true, acceptTerms: true, acceptDerivedMetrics: true, apiKey: 'key-one', channels: [CHANNEL] };
  return { ...configureSource('youtube', { ...accepted, ...config }), context, malformed, http };
}

/** Reads the first partition to its end, or to the error that is then `fault`. */
export async function read(at: Place, from?: Cursor, range?: ReadRange) {
  const { connector, config, context, malformed, http } = setUp(at);
  at.asked.length = 0;
  const partition = [...connector.partitions(config).values()][0];
  const pages: Page<Cursor>[] = [];
  let fault: unknown;
  try {
    for await (const page of connector.read({ ...context, partition }, from, range)) pages.push(page as Page<Cursor>);
  } catch (error) {
    fault = error;
  }
  const items = pages.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'upsert' ? [op.item] : [])));
  const cursor = pages.at(-1)?.cursor as Cursor;
  return { pages, items, texts: items.map(({ text }) => text), ids: items.map(({ nativeId }) => nativeId), cursor, fault, malformed, http };
}

export async function recheck(at: Place, posts: Partial<HeldPost>[]): Promise<Op[]> {
  const { connector, config, context } = setUp(at);
  at.asked.length = 0;
  const held = posts.map((post) => ({
    source: 'youtube',
    canonicalId: post.nativeId!,
    createdAtMs: START,
    nativeId: post.nativeId!,
    ...post,
  }));
  const found: Op[] = [];
  for await (const ops of connector.recheck!({ ...context, config }, held)) found.push(...ops);
  return found;
}

export function thread(n: number, atMs: number, more: Partial<InventedComment> = {}): InventedComment {
  return { id: `Ug${n}AaABAg`, text: `Comment ${n}`, atMs, ...more };
}
/** A second apart, the newest last. */
export const threads = (count: number, lastMs: number, from = 1) =>
  Array.from({ length: count }, (_, n) => thread(from + n, lastMs - (count - 1 - n) * SECOND));
export const replies = (to: number, count: number, lastMs: number) =>
  Array.from({ length: count }, (_, n): InventedComment => ({
    id: `Ug${to}AaABAg.reply${n}`,
    text: `Reply ${n} to ${to}`,
    atMs: lastMs - (count - 1 - n) * SECOND,
  }));
export const film = (id: string, more: Partial<InventedVideo> = {}): InventedVideo => ({
  id,
  publishedMs: START - 5 * DAY,
  threads: [],
  ...more,
});
