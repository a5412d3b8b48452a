import { chmod, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCollecting } from '../../test-support/collecting.ts';
import { openConnector, textsOfPages } from '../../test-support/open-connector.ts';
import { stringify } from '../../test-support/stringify-csv.ts';
import { writeOds } from '../../test-support/write-ods.ts';
import { folderCursorSchema, MAX_DONE_FILES, type FolderCursor } from './schema.ts';

const noNetwork = { send: () => Promise.reject(new Error('a file needs no network')) };

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'earshot-folder-'));
  folder = join(root, 'in');
  await mkdir(folder);
});
afterEach(() => rm(root, { recursive: true }));

/** As it is a while after the last file came. */
const open = (laterMs = 60_000) => openConnector('file', { folder }, noNetwork, Date.now() + laterMs);

async function put(name: string, ...texts: string[]): Promise<void> {
  await writeFile(join(folder, name), stringify([['date', 'comment'], ...texts.map((text) => ['16/11/2026', text])], ','));
}

const said = (n: number) => `It took ${n} calls to get through`;

test('every file is read once, in the order of names, and again when it changes', async () => {
  await put('b.csv', said(3));
  await put('a.csv', said(1), said(2));
  const pages = await open().read();
  expect(textsOfPages(pages)).toEqual([said(1), said(2), said(3)]);
  expect(pages.map(({ hasMore }) => hasMore)).toEqual([true, false]);
  const { cursor } = pages.at(-1)!;
  expect(folderCursorSchema.parse(JSON.parse(JSON.stringify(cursor)))).toEqual(cursor);
  expect(textsOfPages(await open().read(cursor))).toEqual([]);
  await put('c.ndjson');
  await writeFile(join(folder, 'c.ndjson'), `{"comment":"${said(4)}","date":"2026-11-16"}\n`);
  await put('a.csv', said(1), said(2), said(5));
  expect(textsOfPages(await open().read(cursor))).toEqual([said(1), said(2), said(5), said(4)]);
});

test('killed within a file, reading goes on after the last rows that were handed on', async () => {
  await put('a.csv', ...Array.from({ length: 2_500 }, (_, n) => said(n)));
  await put('b.csv', said(9_999));
  const pages = await open().read();
  const all = textsOfPages(pages);
  expect(all).toHaveLength(2_501);
  for (const [index, page] of pages.entries()) {
    const rest = textsOfPages(await open().read(page.cursor));
    expect(rest).toEqual(all.slice(textsOfPages(pages.slice(0, index + 1)).length));
  }
});

test('a file that is still being written is left until it has been still for ten seconds', async () => {
  await put('a.csv', said(1));
  expect(textsOfPages(await open(2_000).read())).toEqual([]);
  expect(textsOfPages(await open(15_000).read())).toEqual([said(1)]);
});

test('a date that a file brought along, however late, holds nothing up', async () => {
  await put('a.csv', said(1));
  await utimes(join(folder, 'a.csv'), new Date(), new Date(Date.now() + 365 * 86_400_000));
  expect(textsOfPages(await open().read())).toEqual([said(1)]);
});

test('spreadsheets of every kind and compressed files are read too', async () => {
  await writeFile(
    join(folder, 'a.ods'),
    writeOds({
      Data: [
        ['Date', 'Comment'],
        ['16/11/2026', said(1)],
      ],
    }),
  );
  await writeFile(join(folder, 'b.csv.gz'), gzipSync(`date,comment\n16/11/2026,${said(2)}\n`));
  await writeFile(join(folder, 'c.TSV'), `date\tcomment\n16/11/2026\t${said(3)}\n`);
  expect(textsOfPages(await open().read())).toEqual([said(1), said(2), said(3)]);
});

describe('what is not read', () => {
  test('hidden and unfinished files, other kinds, folders, and links that lead elsewhere', async () => {
    await writeFile(join(root, 'secret.csv'), 'comment\nThe nurses were kind to us all\n');
    await symlink(join(root, 'secret.csv'), join(folder, 'link.csv'));
    await mkdir(join(folder, 'sub.csv'));
    for (const name of ['.hidden.csv', '~$open.xlsx', 'a.csv.part', 'b.tmp', 'notes.txt', 'c.pdf']) await put(name, said(1));
    expect(textsOfPages(await open().read())).toEqual([]);
  });

  test('a file that can’t be read, which is told by its place and never by its name; the rest are', async () => {
    await put('a.csv', said(1));
    await writeFile(join(folder, 'jane-doe-complaint.xlsx'), 'no workbook at all');
    await put('z.csv', said(2));
    const source = open();
    const pages = await source.read();
    expect(textsOfPages(pages)).toEqual([said(1), said(2)]);
    expect(source.warnings).toEqual([
      'File 2 of 3 in the folder (.xlsx, in the order of names) is left until it changes. No column of the file looks like comments.',
    ]);
    expect(JSON.stringify([source.warnings, source.malformed, pages.at(-1)!.cursor])).not.toContain('jane');
    const again = open();
    await again.read(pages.at(-1)!.cursor);
    expect(again.warnings).toEqual([]);
    await chmod(join(folder, 'jane-doe-complaint.xlsx'), 0o640);
    const changed = open();
    expect(textsOfPages(await changed.read(pages.at(-1)!.cursor))).toEqual([]);
    expect(changed.warnings).toHaveLength(1);
  });
});

test('of more files than can be remembered one by one, none is read twice', async () => {
  const count = MAX_DONE_FILES + 20;
  for (let n = 0; n < count; n++) await put(`${String(n).padStart(4, '0')}.csv`, said(n));
  const pages = await open().read();
  expect(textsOfPages(pages)).toHaveLength(count);
  const cursor = pages.at(-1)!.cursor as FolderCursor;
  expect(Buffer.byteLength(JSON.stringify(cursor))).toBeLessThan(4_096);
  expect(textsOfPages(await open().read(cursor))).toEqual([]);
  await put('new.csv', said(9_999));
  expect(textsOfPages(await open().read(cursor))).toEqual([said(9_999)]);
});

test('of more files than can be remembered, in whatever order they came, none is missed by being killed', async () => {
  const count = MAX_DONE_FILES + 150;
  const names = Array.from({ length: count }, (_, n) => String((n * 7_919) % count).padStart(4, '0'));
  for (const [n, name] of names.entries()) await put(`${name}.csv`, said(n));
  const pages = await open().read();
  expect(new Set(textsOfPages(pages)).size).toBe(count);
  for (const index of [MAX_DONE_FILES - 50, MAX_DONE_FILES + 60]) {
    const rest = textsOfPages(await open().read(pages[index]!.cursor));
    const before = textsOfPages(pages.slice(0, index + 1));
    expect(new Set([...before, ...rest]).size).toBe(count);
    expect(before.filter((text) => rest.includes(text))).toEqual([]);
  }
});

test('a file that was taken away is forgotten, and read when it comes back', async () => {
  await put('a.csv', said(1));
  await put('b.csv', said(2));
  const first = (await open().read()).at(-1)!.cursor;
  await rename(join(folder, 'a.csv'), join(root, 'a.csv'));
  await put('b.csv', said(2), said(3));
  const second = (await open().read(first)).at(-1)!.cursor as FolderCursor;
  expect(second.done).toHaveLength(8);
  await rename(join(root, 'a.csv'), join(folder, 'a.csv'));
  expect(textsOfPages(await open().read(second))).toEqual([said(1)]);
});

test('a file that goes while it is read takes nothing else with it', async () => {
  await put('a.csv', said(1));
  await put('b.csv', said(2));
  const texts: string[] = [];
  for await (const page of open().pages()) {
    texts.push(...textsOfPages([page]));
    await rm(join(folder, 'b.csv'), { force: true });
    await put('c.csv', said(3));
  }
  expect(texts).toEqual([said(1)]);
  expect(textsOfPages(await open().read())).toEqual([said(1), said(3)]);
});

test('a folder that is not there is a matter of configuration', async () => {
  await rm(folder, { recursive: true });
  await expect(open().read()).rejects.toMatchObject({ outcome: { type: 'config', setting: 'sources.file.folder' } });
  await mkdir(folder);
});

test('in the running program a social export is social, and a survey is feedback', async () => {
  await writeFile(
    join(folder, 'a.csv'),
    stringify(
      [
        ['id', 'body', 'timestamp', 'like_count'],
        ['7', 'Waited nine hours in A&E today', '2026-11-14 10:00:00', '3'],
      ],
      ',',
    ),
  );
  await writeFile(
    join(folder, 'b.csv'),
    stringify(
      [
        ['Date', 'FFT answer'],
        ['14/11/2026', 'The nurses were kind to us'],
      ],
      ',',
    ),
  );
  await using world = await openCollecting();
  await world.clock.advance(Date.now() + 60_000 - world.clock.now());
  await using _running = world.start({ source: 'file', config: { folder } });
  await expect.poll(async () => (await world.clock.advance(1_000), world.queued.length), { timeout: 20_000, interval: 20 }).toBe(2);
  expect(world.queued).toMatchObject([{ post: { genre: 'post' } }, { post: { genre: 'feedback' } }]);
});
