import { afterEach, beforeEach, expect, test } from 'vitest';
import type { QueuedOp } from '#core/jobs.ts';
import { buildPost } from '#core/test-support/analysed-post.ts';
import { createDeleteFilter } from './filter-deletes.ts';
import { openCollecting, type Collecting } from './test-support/collecting.ts';

let world: Collecting;
beforeEach(async () => (world = await openCollecting()));
afterEach(() => world[Symbol.asyncDispose]());

const remove = (id: string): QueuedOp => ({ op: 'forget', id, source: 'bluesky', reason: 'user' });
const add = (id: string) => ({ op: 'upsert', post: { id, source: 'bluesky' } }) as QueuedOp;
const kinds = (ops: QueuedOp[]) => ops.map((op) => op.op);
const filter = () => createDeleteFilter({ posts: world.posts, clock: world.clock, ledger: world.coordination.ledger });

test('a delete of what was never here is left out; of what is stored or on its way it goes on', async () => {
  const keep = filter();
  const stored = buildPost();
  await world.posts.save([{ post: stored }]);
  expect(await keep([remove('a'.repeat(22))])).toEqual([]);
  expect(await keep([remove(stored.id)])).toEqual([remove(stored.id)]);
  expect(kinds(await keep([add('b'.repeat(22)), remove('b'.repeat(22))]))).toEqual(['upsert', 'forget']);
});

test('a delete that comes before its post follows it', async () => {
  const keep = filter();
  expect(await keep([remove('c'.repeat(22))])).toEqual([]);
  expect(kinds(await keep([add('c'.repeat(22))]))).toEqual(['upsert', 'forget']);
});

test('as long as something from before may still be on its way, every delete goes on', async () => {
  const batch = { id: 'b1', openedAtMs: world.clock.now() - 1_000, counts: { bluesky: 1 } };
  await world.coordination.ledger.open(batch);
  const keep = filter();
  expect(await keep([remove('d'.repeat(22))])).toHaveLength(1);
  await world.coordination.ledger.settle(batch, [{ source: 'bluesky', outcome: 'stored', reason: '', count: 1 }]);
  expect(await keep([remove('e'.repeat(22))])).toEqual([]);
});
