import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { MATCH_ALL } from '#core/query.ts';
import { buildPost, idOf } from '#core/test-support/analysed-post.ts';
import { openDatabase, type Migrations } from './open-database.ts';
import { openSqlitePostStore } from './post-store.ts';
import { useTemporaryFolder } from './test-support/temporary-folder.ts';

const folder = useTemporaryFolder();
let files = 0;
const newFile = () => join(folder(), `${files++}.db`);

const first = (database: DatabaseSync) => database.exec('CREATE TABLE first (n INTEGER) STRICT');
const second = (database: DatabaseSync) => database.exec('CREATE TABLE second (n INTEGER) STRICT');
const part = (...steps: Migrations['steps'][number][]): Migrations => ({ part: 'test', steps });

function tablesOf(database: DatabaseSync): unknown[] {
  return database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map((row) => row['name']);
}

async function filledStore(file: string, posts: number): Promise<void> {
  await using store = await openSqlitePostStore({ file, clock: systemClock });
  await store.save(
    Array.from({ length: posts }, (_, n) => ({ post: buildPost({ name: `post ${n}`, text: `${'words '.repeat(50)}${n}` }) })),
  );
}

describe('openDatabase', () => {
  it('makes a file that only its owner can read', () => {
    const file = newFile();
    openDatabase({ file, migrations: part(first) }).close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('runs each migration once, in order, for each part on its own', () => {
    const file = newFile();
    openDatabase({ file, migrations: part(first) }).close();
    openDatabase({ file, migrations: { part: 'other', steps: [(database) => database.exec('CREATE TABLE other (n INTEGER)')] } }).close();
    const database = openDatabase({ file, migrations: part(first, second) });
    expect(tablesOf(database)).toEqual(['first', 'other', 'schema_version', 'second']);
    database.close();
    openDatabase({ file, migrations: part(first, second) }).close();
  });

  it('leaves everything as it was when a migration fails', () => {
    const file = newFile();
    openDatabase({ file, migrations: part(first) }).close();
    const fail = () => {
      throw new Error('no');
    };
    expect(() => openDatabase({ file, migrations: part(first, second, fail) })).toThrow('no');
    const database = openDatabase({ file, migrations: part(first) });
    expect(tablesOf(database)).toEqual(['first', 'schema_version']);
    database.close();
  });

  it('refuses data of a later version, and says which file and what to do', () => {
    const file = newFile();
    openDatabase({ file, migrations: part(first, second) }).close();
    expect(() => openDatabase({ file, migrations: part(first) })).toThrow(
      expect.objectContaining({
        code: 'schema-too-new',
        message: expect.stringMatching(/\.db was written by a later version .*schema 2.*knows 1.*restore/s),
      }),
    );
  });

  it('refuses a file that is no database, or that was cut or overwritten, and leaves it untouched', async () => {
    const damage: ((file: string) => void)[] = [
      (file) => writeFileSync(file, 'not a database at all, but longer than one hundred characters. '.repeat(3)),
      (file) => writeFileSync(file, 'short'),
      (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
      (file) => truncateSync(file, statSync(file).size - 1),
      (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0x5a, 4_096 * 3, 4_096 * 20);
        writeFileSync(file, bytes);
      },
    ];
    for (const harm of damage) {
      const file = newFile();
      await filledStore(file, 300);
      harm(file);
      const before = readFileSync(file);
      await expect(openSqlitePostStore({ file, clock: systemClock })).rejects.toMatchObject({
        code: 'damaged',
        message: expect.stringMatching(new RegExp(`${file}.*docs/operations\\.md.*Backup and restore`)),
      });
      expect(readFileSync(file).equals(before)).toBe(true);
    }
  });

  it('says that it is unavailable where it may not write', async () => {
    await expect(openSqlitePostStore({ file: join(folder(), 'missing', 'posts.db'), clock: systemClock })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

describe('a full disk', () => {
  it('refuses writes as unavailable, loses nothing and goes on reading, and writes again once there is room', async () => {
    const file = newFile();
    await filledStore(file, 200);
    const batch = Array.from({ length: 400 }, (_, n) => ({
      post: buildPost({ name: `more ${n}`, text: `parking ${'charges '.repeat(100)}` }),
    }));
    {
      await using store = await openSqlitePostStore({ file, clock: systemClock, maxBytes: statSync(file).size });
      await expect(store.save(batch)).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('full') });
      expect(await store.totals({ where: MATCH_ALL })).toMatchObject({ posts: 200 });
      expect(await store.get(idOf('post 7'))).not.toBeNull();
      expect(await store.forget({ type: 'posts', ids: [idOf('post 7')], reason: 'user' })).toEqual({ forgotten: 1 });
    }
    await using store = await openSqlitePostStore({ file, clock: systemClock });
    expect((await store.save(batch)).every((result) => result.type === 'stored')).toBe(true);
    expect(await store.totals({ where: MATCH_ALL })).toMatchObject({ posts: 599 });
  });
});

describe('what is forgotten', () => {
  it('leaves none of its words in the file', async () => {
    const file = newFile();
    const canary = 'xylophonicanary';
    {
      await using store = await openSqlitePostStore({ file, clock: systemClock });
      const posts = Array.from({ length: 400 }, (_, n) =>
        buildPost({ name: `post ${n}`, text: n % 40 ? `usual words ${n}` : `${canary} ${n}` }),
      );
      await store.save(posts.map((post) => ({ post, sealedReference: `sealed-${post.text}` })));
      await store.forget({ type: 'selection', selection: { where: { type: 'phrase', tokens: [canary] } }, reason: 'request' });
      expect(await store.totals({ where: MATCH_ALL })).toMatchObject({ posts: 390 });
    }
    const raw = readFileSync(file).toString('latin1');
    expect(raw).toContain('usual words');
    for (const trace of [canary, canary.slice(1), 'xylophon']) expect(raw).not.toContain(trace);
  });
});
