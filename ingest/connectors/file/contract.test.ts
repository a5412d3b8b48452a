import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { quarantineDocument } from '#core/quarantine.ts';
import { coveredShare, readCoverage } from '#core/source-coverage.ts';
import { configureSource } from '../../configure-sources.ts';
import { openCollecting, type Collecting } from '../../test-support/collecting.ts';
import { heldBytes } from '../../test-support/held-bytes.ts';
import { openConnector, textsOfPages, type OpenConnector } from '../../test-support/open-connector.ts';
import { textsHeld } from '../../test-support/texts-held.ts';
import { writeXlsx, zip } from '../../test-support/write-xlsx.ts';
import { toSourceFault } from './file-faults.ts';

/**
 * The ten groups that every connector keeps to (`connector.contract.ts`), as they are for files: there is no server, so a folder on disk is one, and what
 * goes wrong are files. Answers of HTTP, tokens and rate limits have no counterpart.
 */

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const CANARY = 'canary-5d20e1';
const noNetwork = { send: () => Promise.reject(new Error('a file needs no network')) };

let root: string;
let folder: string;
let world: Collecting;
let running: AsyncDisposable | undefined;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'earshot-contract-'));
  folder = join(root, 'in');
  await mkdir(folder);
  world = await openCollecting();
  await world.clock.advance(Date.now() + 60 * SECOND - world.clock.now());
});
afterEach(async () => {
  await stop();
  await world[Symbol.asyncDispose]();
  await rm(root, { recursive: true, force: true });
});

const start = () => void (running = world.start({ source: 'file', config: { folder } }));
async function stop(): Promise<void> {
  await running?.[Symbol.asyncDispose]();
  running = undefined;
}

/** The clock moves on, and the disk has time to answer, until it is so. */
const until = (isSo: () => boolean | Promise<boolean>) =>
  expect.poll(async () => (await world.clock.advance(5 * SECOND), isSo()), { timeout: 20_000, interval: 5 }).toBe(true);
const held = (...wanted: string[]) => until(() => new Set(world.texts()).isSupersetOf(new Set(wanted)));

const said = (n: number) => `Post ${n} about the nhs`;
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, nth) => said(from + nth));
const csv = (texts: readonly string[]) =>
  ['id,date,comment', ...texts.map((text) => `c-${text.replace(/\D+/g, '')},16/11/2026,${text}`)].join('\n');
const put = (name: string, content: string | Buffer) => writeFile(join(folder, name), content);

/** Read as the runtime does, from a position on. */
const open = (config: object = { folder }): OpenConnector => openConnector('file', config, noNetwork, Date.now() + 60 * SECOND);

describe('1 configuration and position', () => {
  test.each([
    [{ folder: 7 }, 'sources.file.folder'],
    [{ path: '' }, 'sources.file.path'],
    [{ folder: '/x', organisation: 'the General' }, 'sources.file.organisation'],
    [{ foldr: '/x' }, 'foldr'],
  ])('%j is refused by the name of its key', (config, key) => {
    expect(() => configureSource('file', config)).toThrow(key);
  });

  test('every position survives JSON and stays under 4 kB', async () => {
    await put('a.csv', csv(range(1, 1_000)));
    const { connector } = configureSource('file', { folder });
    for (const config of [{ folder }, { path: join(folder, 'a.csv') }]) {
      for (const { cursor } of await open(config).read()) {
        const json = JSON.stringify(cursor);
        expect(Buffer.byteLength(json)).toBeLessThan(4_096);
        expect(connector.meta.cursorSchema.parse(JSON.parse(json))).toEqual(cursor);
      }
    }
  });
});

test('2 killed at any page and resumed, nothing is lost and nothing comes twice', async () => {
  await put('a.csv', csv(range(1, 450)));
  await put('b.csv', csv(range(451, 460)));
  const pages = await open().read();
  expect(textsOfPages(pages)).toEqual(range(1, 460));
  expect(pages.every(({ ops }) => ops.length <= 200)).toBe(true);
  for (const [index, { cursor }] of pages.entries()) {
    const before = textsOfPages(pages.slice(0, index + 1));
    expect([...before, ...textsOfPages(await open().read(cursor))]).toEqual(range(1, 460));
  }
});

test('3 the position never passes a page that the queue did not take', async () => {
  await put('a.csv', csv(range(1, 1)));
  start();
  await held(said(1));
  let submitted = 0;
  Object.defineProperty(world.queue, 'refuses', { get: () => ++submitted > 1, configurable: true });
  await put('b.csv', csv(range(2, 450)));
  await world.clock.advance(Date.now() + 120 * SECOND - world.clock.now());
  await until(() => submitted > 2);
  await stop();
  const taken = world.texts();
  expect(taken.length).toBeLessThan(450);
  const [cursor] = await world.cursors();
  expect([...taken, ...textsOfPages(await open().read(cursor))]).toEqual(range(1, 450));
  Object.defineProperty(world.queue, 'refuses', { value: false });
  start();
  await held(...range(1, 450));
  expect(world.texts()).toHaveLength(450);
});

test('4 the same stretch gives the same ids twice, and a range only what is in it', async () => {
  await put('a.csv', ['date,comment', ...range(1, 20).map((text, n) => `${String(n + 1).padStart(2, '0')}/11/2026,${text}`)].join('\n'));
  const ids = async () =>
    (await open().read()).flatMap(({ ops }) => ops.map((op) => (op.op === 'upsert' ? `${op.item.nativeId} ${op.item.canonicalId}` : '')));
  expect(await ids()).toEqual(await ids());
  expect(new Set(await ids()).size).toBe(20);
  const bounds = { sinceMs: Date.UTC(2026, 10, 5), untilMs: Date.UTC(2026, 10, 8) };
  expect(textsOfPages(await open().read(undefined, bounds))).toEqual(range(5, 7));
});

describe('5 and 6 a disk that fails', () => {
  test('a folder that is not there is a setting to change: it is named, and tried again when it may have been changed', async () => {
    await rename(folder, join(root, 'away'));
    start();
    await until(async () => (await world.status('file'))?.state === 'misconfigured');
    expect(await world.status('file')).toMatchObject({ detail: expect.stringContaining('sources.file.folder') });
    expect(JSON.stringify([world.logs, await world.status('file')])).not.toContain(root);
    await rename(join(root, 'away'), folder);
    await put('a.csv', csv(range(1, 2)));
    await stop();
    await world.clock.advance(Date.now() + 120 * SECOND - world.clock.now());
    start();
    await held(said(1), said(2));
    expect((await world.status('file'))?.state).toBe('collecting');
  });

  test.each(['EIO', 'ESTALE', 'ETIMEDOUT'])('%s passes: it is tried again', (code) => {
    expect(toSourceFault(Object.assign(new Error('read'), { code }))).toMatchObject({ outcome: { type: 'retry' } });
  });
});

describe('7 a file that is not what is due', () => {
  const book = writeXlsx({ A: [['id', 'comment'], ...range(1, 500).map((text, n) => [n, text])] });
  const html = '<!DOCTYPE html><html><body>Please sign in</body></html>';
  test.each<[string, string, string | Buffer, string]>([
    ['a cut workbook', 'x.xlsx', book.subarray(0, book.length / 2), 'damaged'],
    ['a workbook whose parts are damaged', 'x.xlsx', Buffer.from(book).fill(0x41, 200, book.length - 400), 'damaged'],
    ['0 bytes', 'x.csv', '', 'no rows'],
    ['a web page', 'x.csv', html, 'of a kind'],
    ['an image', 'x.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 'No column'],
    ['an old workbook', 'x.csv', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'of a kind'],
    ['numbers alone', 'x.csv', 'a,b\n1,2\n3,4\n', 'No column'],
    ['JSON that is one list', 'x.csv', '[{"text":"a"}]', 'of a kind'],
    ['50 MB without a line end', 'x.csv', Buffer.alloc(50 * 1024 * 1024, 0x61), 'no rows'],
    ['50 MB without a line end, said to be JSON lines', 'x.jsonl', Buffer.alloc(50 * 1024 * 1024, 0x61), 'no rows'],
    ['a gzip bomb', 'x.csv.gz', gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x61)), 'too large'],
    ['a zip bomb', 'x.xlsx', zip([['xl/workbook.xml', Buffer.alloc(200 * 1024 * 1024)]]), 'too large'],
  ])('%s is told of and left, and the rest is read', async (_name, name, content, reason) => {
    await put('a.csv', csv([said(1)]));
    await put(name, content);
    await put('z.csv', csv([said(2)]));
    const source = open();
    const pages = await source.read();
    expect(textsOfPages(pages)).toEqual([said(1), said(2)]);
    expect(source.warnings).toEqual([expect.stringContaining(reason)]);
    const again = open();
    expect(textsOfPages(await again.read(pages.at(-1)!.cursor))).toEqual([]);
    expect(again.warnings).toEqual([]);
  });

  test('bytes of another encoding than most are read as they are meant', async () => {
    await put('a.csv', Buffer.from('id,comment\n1,The caf\xe9 was shut\n', 'latin1'));
    await put('b.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('id\tcomment\n2\tThe café was open\n', 'utf16le')]));
    expect(textsOfPages(await open().read())).toEqual(['The café was shut', 'The café was open']);
  });
});

test('8 a position that can’t be used is a gap in the ledger, and all is read anew', async () => {
  await put('a.csv', csv(range(1, 2)));
  start();
  await held(said(1), said(2));
  await stop();
  const [entry] = await world.coordination.cursors.list('source:');
  await world.coordination.cursors.set(entry!.key, { nonsense: true }, entry!.cursor.revision, 1);
  await world.clock.advance(HOUR);
  const before = world.texts().length;
  start();
  await until(() => world.texts().length >= before + 2);
  const [gap] = (await world.status('file'))?.gaps ?? [];
  expect(gap!.toMs! - gap!.fromMs).toBeGreaterThanOrEqual(HOUR);
  expect(coveredShare(await readCoverage(world.documents, 'file', gap!.fromMs, gap!.toMs!), gap!.fromMs, gap!.toMs!)).toBe(0);
  expect(textsHeld(world.queued)).toEqual(new Set(range(1, 2)));
});

test('9 edits of a file fold to the truth, in whatever order they are replayed; a file that goes deletes nothing', async () => {
  await put('a.csv', csv(range(1, 3)));
  start();
  await held(...range(1, 3));
  await put('a.csv', csv(range(1, 3)).replace(`,${said(2)}`, ',Edited post about the nhs'));
  await world.clock.advance(Date.now() + 240 * SECOND - world.clock.now());
  await held('Edited post about the nhs');
  await rm(join(folder, 'a.csv'));
  await world.clock.advance(10 * 60 * SECOND);
  const truth = new Set([said(1), 'Edited post about the nhs', said(3)]);
  expect(textsHeld(world.queued)).toEqual(truth);
  expect(textsHeld([...world.queued, ...world.queued.toReversed()])).toEqual(truth);
});

describe('10 whatever comes', () => {
  test('a row that can’t be read is set aside without its content, and the rest goes on', async () => {
    await put('a.csv', `${csv([said(1)])}\nc-9,16/11/2026,${CANARY} about the nhs,one cell too many\n${csv([said(2)]).split('\n')[1]}\n`);
    start();
    await held(said(1), said(2));
    const { documents } = await world.documents.list(quarantineDocument);
    expect(documents.map(({ value }) => value)).toMatchObject([{ source: 'file', op: null, field: 'line 3' }]);
    expect(JSON.stringify([documents, world.logs, world.queued, await world.status('file')])).not.toContain(CANARY);
    const [account] = await world.coordination.ledger.accounts();
    expect(account?.outcomes).toContainEqual({ outcome: 'quarantined', reason: 'invalid', count: 1 });
  });

  test('neither the name of a file nor what is in one that can’t be read is shown or kept', async () => {
    await put(`${CANARY}.csv`, `${CANARY},12\n${CANARY},13\n`);
    await put('a.csv', csv([said(1)]));
    start();
    await held(said(1));
    await until(() => world.logs.length > 0);
    const { documents } = await world.documents.list(quarantineDocument);
    expect(JSON.stringify([documents, world.logs, world.queued, await world.status('file'), await world.cursors()])).not.toContain(CANARY);
  });

  test('long ids keep their digits', async () => {
    await put('a.ndjson', '{"id":9007199254740993,"text":"Post 1 about the nhs"}\n{"id":9007199254740995,"text":"Post 2 about the nhs"}\n');
    const ops = (await open().read()).flatMap((page) => page.ops);
    expect(ops.map((op) => op.op === 'upsert' && op.item.nativeId)).toEqual(['9007199254740993', '9007199254740995']);
  });

  test('a folder with nothing new moves no position, and stopping takes no time', async () => {
    await put('a.csv', csv(range(1, 2)));
    start();
    await held(said(1), said(2));
    const before = await world.cursors();
    await world.clock.advance(10 * 60 * SECOND);
    expect(await world.cursors()).toEqual(before);
    expect(world.texts()).toHaveLength(2);
    const atMs = world.clock.now();
    await stop();
    expect(world.clock.now() - atMs).toBeLessThanOrEqual(SECOND);
  });

  test('while nobody takes what was read, little more is read', async () => {
    await put('a.csv', csv(range(1, 20_000)));
    let taken = 0;
    for await (const page of open().pages()) {
      taken += page.ops.length;
      break;
    }
    expect(taken).toBe(200);
  });

  test('memory stays flat over 20,000 posts', async () => {
    await put('a.csv', csv(range(1, 20_000)));
    expect((await readFile(join(folder, 'a.csv'))).length).toBeGreaterThan(500_000);
    let count = 0;
    let warmBytes = 0;
    for await (const page of open().pages()) {
      count += page.ops.length;
      if (count > 5_000 && warmBytes === 0) warmBytes = heldBytes();
    }
    expect(count).toBe(20_000);
    expect(heldBytes() - warmBytes).toBeLessThan(20 * 1024 * 1024);
  });
});
