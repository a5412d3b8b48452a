import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rawPostSchema } from '../../raw-post-schema.ts';
import { itemsOf, readBluesky } from '../../test-support/read-bluesky.ts';

/** Events that others recorded: real people's public posts, so they are not part of the project. */
const RECORDED = join(import.meta.dirname, '../../../../shared/fixtures/bluesky');
const isThere = existsSync(RECORDED);

interface Recorded {
  did: string;
  time_us: number;
  kind: string;
  commit?: {
    operation: string;
    collection: string;
    rkey: string;
    record?: { text: string; createdAt: string; reply?: object; langs?: string[] };
  };
}

const framesOf = (file: string) => readFileSync(join(RECORDED, file), 'utf8').trimEnd().split('\n');

/** Its events in the second form of the stream, which wraps them otherwise. */
function asV2(frame: string, nth: number): string {
  const { did, time_us: timeUs, kind, commit, ...rest } = JSON.parse(frame) as Recorded;
  const time = `${new Date(Math.floor(timeUs / 1_000)).toISOString().slice(0, -1)}${String(timeUs % 1_000).padStart(3, '0')}Z`;
  const payload = { $type: `network.bsky.jetstream.subscribeEvents#${kind}`, seq: nth + 1, did, time, ...commit, ...rest };
  return JSON.stringify({ $type: 'message', payload });
}

const files = ['jetstream_v1_golden.jsonl', 'jetstream_v1_sample.jsonl'];

describe.runIf(isThere)('recorded events of Bluesky, which are not in the project (../shared/fixtures)', () => {
  describe.each(files)('%s', (file) => {
    const frames = isThere ? framesOf(file) : [];
    const events = frames.map((frame) => JSON.parse(frame) as Recorded);
    const posts = events.filter(({ commit }) => commit?.collection === 'app.bsky.feed.post');

    test('every event is read; each post becomes an item, and what is no post nothing', async () => {
      const { ops, malformed, fault } = await readBluesky({ frames, afterwards: 'close' }, { config: { match: 'all' } });
      expect([malformed, fault]).toEqual([[], undefined]);
      expect(posts.length).toBeGreaterThan(0);
      expect(itemsOf(ops)).toMatchObject(
        posts.map(({ did, commit }) => ({
          nativeId: `at://${did}/app.bsky.feed.post/${commit!.rkey}`,
          text: commit!.record!.text,
          kind: commit!.record!.reply ? 'reply' : 'post',
          createdAt: commit!.record!.createdAt,
          lang: commit!.record!.langs![0],
        })),
      );
      expect(ops).toHaveLength(posts.length);
      for (const item of itemsOf(ops)) expect(rawPostSchema.safeParse(item).success).toBe(true);
    });

    test('times go back and forth, and the position is the latest', async () => {
      const { cursor } = await readBluesky({ frames, afterwards: 'close' });
      expect(cursor).toMatchObject({ cursor: Math.max(...events.map((event) => event.time_us)) });
    });

    test('in the second form they give the same', async () => {
      const first = await readBluesky({ frames, afterwards: 'close' }, { config: { match: 'all' } });
      const second = await readBluesky({ frames: frames.map(asV2), afterwards: 'close' }, { config: { match: 'all', wire: 'v2' } });
      expect([second.ops, second.malformed]).toEqual([first.ops, []]);
      expect(second.cursor).toMatchObject({ cursor: frames.length, timeUs: first.cursor!.cursor });
    });
  });

  test('a title that is only in the link card is found, and a hashtag where it stands', async () => {
    const frames = framesOf('jetstream_v1_sample.jsonl');
    const matching = async (keyword: string) =>
      (await readBluesky({ frames, afterwards: 'close' }, { config: { match: [keyword] } })).ops.length;
    expect([await matching('250th anniversary'), await matching('#IndieRebellion'), await matching('#rebellion')]).toEqual([1, 1, 0]);
  });
});

test.runIf(!isThere)('recorded events of Bluesky are not there (../shared/fixtures/bluesky): nothing was replayed', () => {
  expect(isThere).toBe(false);
});
