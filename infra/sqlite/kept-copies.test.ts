import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '#core/query-parser.ts';
import { MATCH_ALL } from '#core/query.ts';
import { buildPost, idOf, stored } from '#core/test-support/analysed-post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { openSqliteCoordination } from './coordination.ts';
import { openSqliteDocumentStore } from './document-store.ts';
import { COORDINATION_MIGRATIONS, DOCUMENT_MIGRATIONS, POST_MIGRATIONS } from './migrations/index.ts';
import { openSqlitePostStore } from './post-store.ts';
import { KEPT, writeKeptCopy } from './test-support/kept-copy.ts';
import { useTemporaryFolder } from './test-support/temporary-folder.ts';

const folder = useTemporaryFolder();
const fixtures = join(import.meta.dirname, 'fixtures');
const copies = (await readdir(fixtures)).filter((name) => name.endsWith('.db'));

/** Data that earlier versions wrote opens, reads and takes writes in this one. `today` is a copy made by this version. */
describe.each([...copies, 'today'])('data kept as %s', (name) => {
  const clock = createVirtualClock();
  const ready = async (part: string) => {
    const file = join(folder(), `${part}-${name}`);
    await (name === 'today' ? writeKeptCopy(file) : copyFile(join(fixtures, name), file));
    return file;
  };

  it('has its posts, tombstones and index', async () => {
    await using store = await openSqlitePostStore({ file: await ready('posts'), clock, readThreads: 1 });
    for (const post of KEPT.posts) expect(await store.get(post.id)).toEqual(stored(post));
    expect(await store.getReference(KEPT.posts[0].id)).toBe(KEPT.reference);
    expect((await store.known([KEPT.erased])).get(KEPT.erased.id)?.erased).toBe(true);
    const late = buildPost({ name: 'late', voice: KEPT.purgedVoice, collectedAtMs: clock.now() });
    const edited = buildPost({ name: 'kept 2', text: 'Waited ten hours', version: KEPT.posts[1].version + 1 });
    const added = buildPost({ name: 'added', text: 'Kind porters', themes: ['staff.attitude'] });
    expect(await store.save([late, edited, added, KEPT.posts[0]].map((post) => ({ post })))).toMatchObject(
      ['erased', 'stored', 'stored', 'stale'].map((type) => ({ type })),
    );
    const found = async (query: string) =>
      (await store.search({ where: parseQuery(query), limit: 10 })).posts.map((post) => post.id).sort();
    expect(await found('kind theme:staff')).toEqual([KEPT.posts[0].id, added.id].sort());
    expect(await found('nine')).toEqual([]);
    expect(await found('ten OR place:RR8')).toEqual([KEPT.posts[0].id, edited.id].sort());
    expect(await store.aggregate({ where: MATCH_ALL, by: 'theme', limit: 1 })).toMatchObject([{ key: 'staff', posts: 2 }]);
    expect(await store.forget({ type: 'posts', ids: [KEPT.posts[2].id], reason: 'user' })).toEqual({ forgotten: 1 });
  });

  it('has its documents', async () => {
    await using documents = await openSqliteDocumentStore({ file: await ready('documents') });
    expect(await documents.get(KEPT.kind, 'kept')).toEqual({ id: 'kept', revision: 1, value: KEPT.note });
    expect(await documents.put(KEPT.kind, 'kept', { text: 'changed' }, 1)).toBe(2);
  });

  it('has its cursors, leases, duplicates and ledger', async () => {
    await using coordination = await openSqliteCoordination({ file: await ready('coordination'), clock });
    const { cursors, leases, duplicates, ledger } = coordination;
    expect(await cursors.set('rss:kept', { page: 8 }, 1, 2)).toBeNull();
    expect(await cursors.set('rss:kept', { page: 8 }, 1, 3)).toBe(2);
    expect(await leases.acquire('rss', 'another', 1_000)).toBeNull();
    const copies = [KEPT.duplicate, { ...KEPT.duplicate, id: idOf('copy') }];
    expect(await duplicates.assign(copies)).toEqual([KEPT.duplicate.id, KEPT.duplicate.id]);
    await ledger.settle(KEPT.batch, [{ source: 'rss', outcome: 'stored', reason: '', count: 2 }]);
    expect(await ledger.accounts()).toMatchObject([{ source: 'rss', collected: 3, pending: 0 }]);
  });
});

it('keeps a copy from before every migration that changed one', () => {
  const parts = [POST_MIGRATIONS, DOCUMENT_MIGRATIONS, COORDINATION_MIGRATIONS];
  const schemas = 1 + parts.reduce((changes, { steps }) => changes + steps.length - 1, 0);
  expect(copies.sort()).toEqual(Array.from({ length: schemas }, (_, n) => `schema-${n + 1}.db`));
});
