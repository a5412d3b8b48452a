import { Client } from '@elastic/elasticsearch';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#core/clock.ts';
import type { AnalysedPost } from '#core/insight.ts';
import type { ForgetRequest, PostStore } from '#core/ports/post-store.ts';
import { anyOf } from '#core/query.ts';
import { buildPost, idOf, stored } from '#core/test-support/analysed-post.ts';
import { testElasticsearch, uniquePrefix } from '../test-servers/in-tests.ts';
import { openElasticsearchPostStore } from './post-store.ts';
import { Killed, killedAt } from './test-support/failing-client.ts';
import { removeIndices } from './test-support/with-indices.ts';

const url = await testElasticsearch();

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 8, 28);

const NAMES = ['a', 'b', 'c'];

/** Version `n` of a post; each may be dated in another month. */
function version(run: string, name: string, n: number, day: number): AnalysedPost {
  return buildPost({
    name: name + run,
    version: 1_000 + n,
    text: `wording ${n} of day ${day}`,
    createdAtMs: START_MS + day * DAY_MS,
    collectedAtMs: 2e12,
    voice: idOf(name + run),
  });
}

describe.skipIf(!url)('saving to Elasticsearch from several workers', () => {
  const client = new Client({ node: url ?? 'http://127.0.0.1' });
  const prefix = uniquePrefix();
  const open = (through = client) => openElasticsearchPostStore({ client: through, prefix, clock: systemClock });
  let store: PostStore;
  let runs = 0;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(async () => {
    await removeIndices(client, prefix);
    await client.close();
  });

  async function shown(run: string): Promise<AnalysedPost[]> {
    await store.refresh();
    const where = anyOf(NAMES.map((name) => ({ type: 'field', field: 'voice', value: idOf(name + run) })));
    const { posts } = await store.search({ where, limit: 100 });
    return posts.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  const writes = fc.array(
    fc.record({ name: fc.constantFrom(...NAMES), n: fc.integer({ min: 1, max: 6 }), day: fc.integer({ min: 0, max: 70 }) }),
    { minLength: 1, maxLength: 8 },
  );
  const kill = fc.option(fc.record({ request: fc.nat(6), when: fc.constantFrom<'before' | 'after'>('before', 'after') }));
  const deliveries = fc.array(fc.record({ writes, kill }), { minLength: 2, maxLength: 6 });
  type Deliveries = typeof deliveries extends fc.Arbitrary<infer T> ? T : never;
  type Kill = Deliveries[number]['kill'];

  /** Does it once in a worker that is killed, if it is to be, and once in one that lives. */
  async function redeliver(killed: Kill, work: (store: PostStore) => Promise<unknown>): Promise<void> {
    if (killed) {
      const worker = await open(killedAt(client, killed.request, killed.when));
      await work(worker).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
    }
    await work(store);
  }

  /** Every worker saves its batch at the same time. */
  async function deliver(run: string, given: Deliveries): Promise<void> {
    const saves = given.map((delivery) => {
      const batch = delivery.writes.map(({ name, n, day }) => ({ post: version(run, name, n, day) }));
      return redeliver(delivery.kill, (each) => each.save(batch));
    });
    await Promise.all(saves);
  }

  it('shows each post once, in its newest version, however workers race and die', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async (given) => {
        const run = ` of run ${runs++}`;
        await deliver(run, given);
        const all = given.flatMap((delivery) => delivery.writes);
        const newest = NAMES.flatMap((name) => {
          const versions = all.filter((write) => write.name === name).map((write) => write.n);
          return versions.length ? [{ id: idOf(name + run), version: 1_000 + Math.max(...versions) }] : [];
        });
        const posts = await shown(run);
        expect(posts.map(({ id, version }) => ({ id, version }))).toEqual(newest.sort((a, b) => (a.id < b.id ? -1 : 1)));
        for (const post of posts) {
          expect(await store.get(post.id)).toEqual(stored(post));
          expect((await store.known([post])).get(post.id)).toEqual({ version: post.version, contentHash: post.contentHash, erased: false });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('keeps out what is forgotten while it is being saved', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, fc.constantFrom('posts', 'voices'), kill, async (given, by, forgetKill) => {
        const run = ` of run ${runs++}`;
        const id = idOf(`a${run}`);
        const request: ForgetRequest =
          by === 'posts'
            ? { type: 'posts', ids: [id], reason: 'user' }
            : { type: 'voices', voices: [id], collectedBeforeMs: 2e12, reason: 'user' };
        await Promise.all([deliver(run, given), redeliver(forgetKill, (each) => each.forget(request))]);
        expect((await shown(run)).filter((post) => post.id === id)).toEqual([]);
        expect(await store.get(id)).toBeNull();
      }),
      { numRuns: 20 },
    );
  });
});
