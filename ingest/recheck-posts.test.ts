import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { QueuedOp } from '#core/jobs.ts';
import type { RawPost } from '#core/post.ts';
import { buildPost } from '#core/test-support/analysed-post.ts';
import { defineConnector, type HeldPost, type Op, type SourcePolicy } from './connector.ts';
import { SourceError } from './source-error.ts';
import { openCollecting, type Collecting } from './test-support/collecting.ts';
import { createVault } from './vault.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A source of the test's own: posts by id as they are there now, all of them read at every poll. */
interface Place {
  posts: Map<string, RawPost>;
  /** What the source says at each look. */
  warning?: string;
  /** Ids that were asked for again, in order. */
  asked: string[][];
  isAway: boolean;
}

let world: Collecting;
let place: Place;
let running: AsyncDisposable | undefined;
beforeEach(async () => {
  world = await openCollecting();
  place = { posts: new Map(), asked: [], isAway: false };
});
afterEach(async () => {
  await running?.[Symbol.asyncDispose]();
  running = undefined;
  await world[Symbol.asyncDispose]();
});

function start(policy: Partial<SourcePolicy> = {}): void {
  const connector = defineConnector<object, string, { read: boolean }>({
    meta: {
      id: 'place',
      mode: 'poll',
      genre: 'post',
      about: { what: '', needs: '', limits: '', terms: '', triedOn: 'documentation' },
      configSchema: z.object({}),
      cursorSchema: z.object({ read: z.boolean() }),
      pollSeconds: 3_600,
      isUserGiven: false,
      capabilities: { backfill: false, edits: true, deletes: 'recheck' },
      recheckSize: 2,
      policy: {
        retentionDays: null,
        deleteWithinHours: 24,
        refreshWithinDays: null,
        derivedMetrics: 'allowed',
        inferHealth: 'aggregate',
        redistribution: 'quotes',
        enabledByDefault: true,
        ...policy,
      },
    },
    partitions: () => new Map([['all', 'all']]),
    async *read(_context, from) {
      yield {
        ops: from ? [] : [...place.posts.values()].map((item): Op => ({ op: 'upsert', item })),
        cursor: { read: true },
        hasMore: false,
      };
    },
    async *recheck(context, posts: readonly HeldPost[]) {
      place.asked.push(posts.map(({ nativeId }) => nativeId));
      if (place.warning) context.warn(place.warning);
      if (place.isAway) throw new SourceError({ type: 'retry' }, 'place.example answered 503.');
      yield posts.map(({ source, nativeId, canonicalId }): Op => {
        const item = place.posts.get(nativeId);
        return item ? { op: 'upsert', item } : { op: 'delete', ref: { source, nativeId, canonicalId }, reason: 'user' };
      });
    },
  });
  running = world.start({ source: connector, config: {} });
}

function publish(id: string, text = `Waited ${id} hours`): void {
  const at = new Date(world.clock.now()).toISOString();
  const known = place.posts.get(id);
  place.posts.set(id, {
    source: 'place',
    nativeId: id,
    canonicalId: id,
    kind: 'post',
    text,
    createdAt: known?.createdAt ?? at,
    observedAt: at,
    ...(known ? { editedAt: at } : {}),
    author: { id: 'a' },
  });
}

async function collect(...ids: string[]): Promise<void> {
  for (const id of ids) publish(id);
  start();
  await world.clock.advance(60_000);
  await world.store();
}

const kinds = (from: number) => world.queued.slice(from).map((op) => (op.op === 'upsert' ? op.post.text : op.op));

test('what is gone is forgotten and what was edited is taken anew, within the time of the terms; the rest is no news', async () => {
  await collect('1', '2', '3');
  place.posts.delete('1');
  publish('2', 'Waited two days');
  const before = world.queued.length;
  await world.clock.advance(24 * HOUR);
  expect(kinds(before).sort()).toEqual(['Waited two days', 'forget']);
  expect(new Set(place.asked.flat())).toEqual(new Set(['1', '2', '3']));
  expect(place.asked.every((ids) => ids.length <= 2)).toBe(true);
  await world.store();
  const asked = place.asked.length;
  await world.clock.advance(24 * HOUR);
  expect(kinds(before)).toHaveLength(2);
  expect(new Set(place.asked.slice(asked).flat())).toEqual(new Set(['2', '3']));
});

test('a source that can’t be asked loses nothing; what is wrong is said, and the pass goes on when it answers', async () => {
  await collect('1', '2', '3');
  place.isAway = true;
  place.posts.clear();
  const before = world.queued.length;
  await world.clock.advance(24 * HOUR);
  expect(kinds(before)).toEqual([]);
  expect((await world.status('place'))?.recheck).toMatchObject({ detail: 'place.example answered 503.' });
  expect((await world.status('place'))?.state).toBe('collecting');
  place.isAway = false;
  await world.clock.advance(HOUR);
  expect(kinds(before)).toEqual(['forget', 'forget', 'forget']);
  expect((await world.status('place'))?.recheck).toMatchObject({ detail: null, completedAtMs: expect.any(Number) });
});

test('a restart goes on with the pass where it was', async () => {
  await collect(...Array.from({ length: 250 }, (_, n) => String(n)));
  await world.clock.advance(19.5 * HOUR);
  const first = place.asked.flat().length;
  expect(first).toBeGreaterThan(100);
  expect(first).toBeLessThan(250);
  await running![Symbol.asyncDispose]();
  start();
  await world.clock.advance(8 * HOUR);
  expect(new Set(place.asked.flat()).size).toBe(250);
  expect(place.asked.flat().length).toBeLessThan(250 + 101);
});

test('what could not be looked at for as long as the terms allow is given up', async () => {
  publish('1');
  start({ refreshWithinDays: 30 });
  await world.clock.advance(60_000);
  await world.store();
  place.isAway = true;
  await world.clock.advance(29 * DAY);
  expect(world.queued).toHaveLength(1);
  await world.clock.advance(3 * DAY);
  expect(world.queued.at(-1)).toMatchObject({ op: 'forget', reason: 'expired' });
});

test('an old post that was collected lately is not given up with the others', async () => {
  publish('1');
  start({ refreshWithinDays: 30 });
  await world.clock.advance(60_000);
  await world.store();
  place.isAway = true;
  await world.clock.advance(29 * DAY);
  const old = { ...world.queued[0], op: 'upsert' } as Extract<QueuedOp, { op: 'upsert' }>;
  const collectedAtMs = world.clock.now();
  await world.posts.save([
    { post: buildPost({ ...old.post, id: 'lately000000000000000A', collectedAtMs }), sealedReference: old.sealedReference },
  ]);
  await world.clock.advance(3 * DAY);
  const forgotten = world.queued.flatMap((op) => (op.op === 'forget' ? [op.id] : []));
  expect(new Set(forgotten)).toEqual(new Set([old.post.id]));
});

test('what was said during a pass is still told after it', async () => {
  await collect('1', '2');
  place.warning = 'one.example can’t be asked.';
  await world.clock.advance(24 * HOUR);
  expect((await world.status('place'))?.recheck).toMatchObject({ detail: place.warning, completedAtMs: expect.any(Number) });
  delete place.warning;
  await world.clock.advance(24 * HOUR);
  expect((await world.status('place'))?.recheck).toMatchObject({ detail: null });
});

test('a link that can’t be opened holds up no other post, and is told of', async () => {
  await collect('1', '2');
  const [first] = world.queued;
  if (first?.op !== 'upsert') throw new Error('expected a post');
  const sealedReference = createVault('another secret, which sealed it before').seal(first.post.id, { nativeId: '1', canonicalId: '1' });
  await world.posts.save([{ post: buildPost({ ...first.post, contentMs: first.post.contentMs + 1 }), sealedReference }]);
  place.posts.clear();
  const before = world.queued.length;
  await world.clock.advance(24 * HOUR);
  expect(kinds(before)).toEqual(['forget']);
  expect((await world.status('place'))?.recheck?.detail).toContain('EARSHOT_PSEUDONYM_SECRET');
});

test('where the terms forbid to tie anything to a person, authors have no pseudonym', async () => {
  publish('1');
  start({ inferHealth: 'forbidden' });
  await world.clock.advance(60_000);
  expect(world.queued).toMatchObject([{ op: 'upsert', post: { text: 'Waited 1 hours' } }]);
  expect(world.queued[0]).not.toHaveProperty('post.voice');
});
