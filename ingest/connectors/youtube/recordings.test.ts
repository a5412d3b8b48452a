import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { configureSource } from '../../configure-sources.ts';
import type { HeldPost, Op } from '../../connector.ts';
import { rawPostSchema } from '../../raw-post-schema.ts';
import type { ConnectorKit } from '../../test-support/connector-kit.ts';
import { answerYoutube } from '../../test-support/invented-youtube.ts';
import { readOnce } from '../../test-support/read-once.ts';
import { createScriptedHttp, type ScriptedAnswer } from '../../test-support/scripted-http.ts';

/** Payloads that others recorded: real people's public comments, so they are not part of the project. */
const RECORDED = join(import.meta.dirname, '../../../../shared/fixtures/youtube');
const isThere = existsSync(RECORDED);
const START = Date.UTC(2020, 0, 1);
const config = { enabled: true, acceptTerms: true, acceptDerivedMetrics: true, apiKey: 'key-one', channels: ['UCinvented'] };

interface RecordedComment {
  id: string;
  snippet: { textOriginal: string; publishedAt: string };
}
interface RecordedThread {
  snippet: { topLevelComment: RecordedComment; totalReplyCount: number };
  replies?: { comments: RecordedComment[] };
}
interface RecordedList<T> {
  nextPageToken?: string;
  items: T[];
}

const load = (name: string): unknown => JSON.parse(readFileSync(join(RECORDED, name), 'utf8'));
const threadsIn = (name: string) => load(name) as RecordedList<RecordedThread>;
const commentsIn = (name: string) => load(name) as RecordedList<RecordedComment>;
const namesIn = (folder: string) => (isThere ? readdirSync(join(RECORDED, folder)).map((name) => `${folder}/${name}`) : []);

/** Everything that is public of a video whose threads are these pages. */
async function replay(pages: readonly RecordedList<RecordedThread>[], replies: readonly RecordedComment[] = []) {
  const world = { channelId: 'UCinvented', videos: [{ id: 'recorded', publishedMs: START, threads: [] }] };
  const tokens = [null, ...pages.map(({ nextPageToken }) => nextPageToken)];
  const http = createScriptedHttp((url): ScriptedAnswer => {
    if (url.pathname.endsWith('/playlistItems')) return answerYoutube(url, world);
    if (url.pathname.endsWith('/comments')) return { json: { kind: 'youtube#commentListResponse', items: replies } };
    return { json: pages[tokens.indexOf(url.searchParams.get('pageToken'))] ?? { kind: 'youtube#commentThreadListResponse', items: [] } };
  });
  const server = { http, openSocket: () => Promise.reject(new Error('polled')) } as unknown as Parameters<typeof readOnce>[1];
  const kit = { source: 'youtube', config } as unknown as ConnectorKit;
  const reading = await readOnce(kit, server, createVirtualClock(START), { range: { sinceMs: 0 } });
  return { ...reading, items: reading.pages.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'upsert' ? [op.item] : []))) };
}

const commentsOf = ({ items }: RecordedList<RecordedThread>) =>
  items.flatMap(({ snippet, replies }) => [snippet.topLevelComment, ...(replies?.comments ?? [])]);

describe.runIf(isThere)('recorded answers of YouTube, which are not in the project (../shared/fixtures)', () => {
  test.each(namesIn('comment_threads'))('threads are read whole: %s', async (name) => {
    const list = threadsIn(name);
    const { end, reports, items } = await replay([list]);
    expect([end, reports]).toEqual(['whole', []]);
    const comments = commentsOf(list);
    expect(comments.length).toBeGreaterThan(0);
    expect(items.map(({ nativeId }) => nativeId).sort()).toEqual(comments.map(({ id }) => id).sort());
    for (const item of items) {
      expect(rawPostSchema.safeParse(item).success).toBe(true);
      const { snippet } = comments.find(({ id }) => id === item.nativeId)!;
      expect([item.text, item.createdAt]).toEqual([snippet.textOriginal, snippet.publishedAt]);
    }
  });

  test('a video is read over its pages, with the replies that are asked for', async () => {
    const pages = ['comment_threads/comment_threads_by_video_paged_1.json', 'comment_threads/comment_threads_by_video_paged_2.json'].map(
      (name) => threadsIn(name),
    );
    const replies = commentsIn('comments/comments_multi.json').items;
    const { end, items } = await replay(pages, replies);
    expect(end).toBe('whole');
    expect(new Set(items.map(({ nativeId }) => nativeId))).toEqual(new Set([...pages.flatMap(commentsOf), ...replies].map(({ id }) => id)));
  });

  test.each(namesIn('comments'))('held comments are found again, and one that isn’t in the answer is gone: %s', async (name) => {
    const list = commentsIn(name);
    const { connector, config: parsed } = configureSource('youtube', config);
    const context = {
      config: parsed,
      clock: createVirtualClock(),
      http: createScriptedHttp(() => ({ json: list })),
      openSocket: () => Promise.reject(new Error('polled')),
      signal: new AbortController().signal,
      attempt: 0,
      malformed: () => expect.unreachable(),
      dropped: () => {},
      warn: () => {},
    };
    const held = [...list.items.map(({ id }) => id), 'UgwIsGone'].map((id): HeldPost => ({
      source: 'youtube',
      nativeId: id,
      canonicalId: id,
      createdAtMs: START,
    }));
    const found: Op[] = [];
    for await (const ops of connector.recheck!(context, held)) found.push(...ops);
    expect(found.map(({ op }) => op)).toEqual([...list.items.map(() => 'upsert'), 'delete']);
  });

  test.each(namesIn('search'))('videos as they are listed are all looked at: %s', async (name) => {
    const { items } = load(name) as RecordedList<{ id: { videoId?: string }; snippet: { title: string; publishedAt: string } }>;
    const videos = items.filter(({ id }) => id.videoId !== undefined);
    const asked: (string | null)[] = [];
    const thread = { id: 'UgInvented', text: 'Thank you', atMs: START };
    const http = createScriptedHttp((url): ScriptedAnswer => {
      if (url.pathname.endsWith('/playlistItems')) {
        return { json: { items: videos.map(({ id, snippet }) => ({ snippet: { ...snippet, resourceId: id } })) } };
      }
      asked.push(url.searchParams.get('videoId'));
      return answerYoutube(url, { channelId: 'UCinvented', videos: [{ id: asked.at(-1)!, publishedMs: 0, threads: [thread] }] });
    });
    const server = { http, openSocket: () => Promise.reject(new Error('polled')) } as unknown as Parameters<typeof readOnce>[1];
    const settings = { ...config, maxVideoAgeDays: 3_650 };
    const kit = { source: 'youtube', config: settings } as unknown as ConnectorKit;
    const { end, pages } = await readOnce(kit, server, createVirtualClock(START));
    expect(end).toBe('whole');
    expect(new Set(asked)).toEqual(new Set(videos.map(({ id }) => id.videoId)));
    expect(pages.flatMap(({ ops }) => ops).length).toBeGreaterThan(0);
  });

  test('an error is told by its reason', async () => {
    const { connector, config: parsed } = configureSource('youtube', config);
    const http = createScriptedHttp(() => ({ status: 400, json: load('error_response.json') }));
    const [partition] = connector.partitions(parsed).values();
    const context = {
      partition,
      clock: createVirtualClock(),
      http,
      openSocket: () => Promise.reject(new Error('polled')),
      signal: new AbortController().signal,
      attempt: 0,
      malformed: () => {},
      dropped: () => {},
      warn: () => {},
    };
    await expect(Array.fromAsync(connector.read(context, undefined))).rejects.toMatchObject({
      outcome: { type: 'config', setting: 'sources.youtube.apiKey' },
    });
  });
});

test.runIf(!isThere)('recorded answers of YouTube are not there (../shared/fixtures/youtube): nothing was replayed', () => {
  expect(isThere).toBe(false);
});
