import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { HOUR_MS } from '#core/calendar.ts';
import { SIGNATURE_SIZE } from '#core/language/min-hash.ts';
import type { DuplicateEntry } from '#core/ports/coordination.ts';
import { idOf } from '#core/test-support/analysed-post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { openSqliteCoordination } from '../coordination.ts';
import { useTemporaryFolder } from '../test-support/temporary-folder.ts';

const folder = useTemporaryFolder();

/** Entry number `n` of a kind, or a copy of it: of the same text, under another id. */
function entry(kind: string, n: number, copy = ''): DuplicateEntry {
  const signature = Uint8Array.from({ length: SIGNATURE_SIZE }, (_, place) => {
    const mixed = Math.imul((n + 1) * SIGNATURE_SIZE + place + kind.length * 7_919_000, 0x9e3779b1);
    return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 24;
  });
  return { id: idOf(`${kind} ${n} ${copy}`), atMs: Date.UTC(2026, 10, 16, 9), signature };
}

const several = (kind: string, count: number, copy?: string) => Array.from({ length: count }, (_, n) => entry(kind, n, copy));
const idsOf = (entries: DuplicateEntry[]) => entries.map(({ id }) => id);

it('one client that assigns follows what another prunes and forgets, also where most of what it read is gone', async () => {
  const clock = createVirtualClock();
  const file = join(folder(), 'coordination.db');
  await using one = await openSqliteCoordination({ file, clock });
  await using other = await openSqliteCoordination({ file, clock });
  await one.duplicates.assign(several('old', 5_000));
  await clock.advance(HOUR_MS);
  await one.duplicates.assign(several('recent', 40));
  expect(await other.duplicates.prune(clock.now())).toBe(5_000);
  await other.duplicates.forget([entry('recent', 0).id]);

  const copies = several('recent', 40, 'copy');
  expect(await one.duplicates.assign(copies)).toEqual([copies[0]!.id, ...idsOf(several('recent', 40)).slice(1)]);
  const late = several('old', 40, 'copy');
  expect(await one.duplicates.assign(late)).toEqual(idsOf(late));
  expect(await other.duplicates.assign(several('old', 40, 'second copy'))).toEqual(idsOf(late));
});

it('takes less than 200 bytes a post', async () => {
  const file = join(folder(), 'coordination.db');
  await using coordination = await openSqliteCoordination({ file, clock: createVirtualClock() });
  using database = new DatabaseSync(file);
  const bytes = () => {
    const [pages, size] = ['page_count', 'page_size'].map((name) => Number(database.prepare(`PRAGMA ${name}`).get()![name]));
    return pages! * size!;
  };
  const before = bytes();
  await coordination.duplicates.assign(several('post', 20_000));
  expect((bytes() - before) / 20_000).toBeLessThan(200);
});
