import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { odsRecordsDocument } from '#core/organisations/additions.ts';
import { odsLine } from '#core/organisations/test-support/ods-rows.ts';
import { buildPost, BUILT_AT_MS, idOf } from '#core/test-support/analysed-post.ts';
import { loadConfig } from '#infra/load-environment.ts';
import { createLogger } from '#infra/logger.ts';
import { openEmbedded } from '#infra/profiles/embedded.ts';
import type { Profile } from '#infra/profiles/profile.ts';
import { UsageError, type Command } from './command.ts';
import { organisationsContract } from './organisations.contract.ts';
import { command } from './organisations.ts';
import { command as reprocess } from './reprocess.ts';

let parent: string;
let folders = 0;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'earshot-organisations-'));
});
beforeEach(() => vi.stubEnv('EARSHOT_DATA', join(parent, `${folders++}`)));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(parent, { recursive: true }));

async function runCommand(which: Command, args: string[]) {
  const [stdout, stderr] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })];
  const written = { out: '', err: '' };
  stdout.on('data', (text: string) => (written.out += text));
  stderr.on('data', (text: string) => (written.err += text));
  const code = await which.run(args, { stdin: Readable.from([]), stdout, stderr, signal: new AbortController().signal });
  return { code, ...written };
}

const run = (...args: string[]) => runCommand(command, args);
const openStores = (): Promise<Profile> => openEmbedded(loadConfig(), { logger: createLogger('silent'), clock: systemClock });

async function writeExtract(name: string, ...lines: string[]): Promise<string> {
  const path = join(parent, name);
  await writeFile(path, `${lines.join('\r\n')}\r\n`);
  return path;
}

const LARKFIELD = { code: 'A99001', name: 'LARKFIELD SURGERY', board: 'QWO', setting: '4', address: ['', '', '', 'OTLEY'] };
const RANGE = ['--from', '2026-11-16', '--to', '2026-11-17'];
const unresolved = (text: string, ...candidates: string[]) => ({ text, start: 0, end: text.length, candidates });

describe('organisations import', () => {
  it('keeps practices and sites, says of each bad line what is wrong with it, and counts', async () => {
    const file = await writeExtract(
      'epraccur.csv',
      odsLine(LARKFIELD),
      '"A99002","TORN"',
      odsLine({ ...LARKFIELD, code: 'A99003', name: 'ELMHURST CLINIC', setting: '9' }),
      odsLine({ code: 'RR8Z1', name: 'LARKFIELD HOSPITAL', parent: 'RR8' }),
    );
    const { code, out, err } = await run('import', file);
    expect(code).toBe(1);
    expect(err).toBe('line 2: has 2 columns where an ODS extract has 27\n');
    for (const row of [/rows read +4/, /GP practices +1/, /sites of trusts +1/, /left out: not a GP practice +1/, /not be read +1/]) {
      expect(out).toMatch(row);
    }
    expect((await run('list', '--search', 'larkfield')).out).toMatch(
      /^A99001 +Larkfield Surgery · NHS West Yorkshire Integrated Care Board · North East and Yorkshire\n$/,
    );
    expect((await run('list')).out).toMatch(/GP practices +1\n +sites of trusts +1/);
  }, 60_000);

  it('changes nothing the second time, and a later file of the same name replaces the earlier one', async () => {
    await using running = await openStores();
    const parts = async () => (await running.documents.list(odsRecordsDocument)).documents.map(({ id, revision }) => `${id} ${revision}`);
    await run('import', await writeExtract('again.csv', odsLine(LARKFIELD)));
    const [first] = await parts();
    expect((await run('import', join(parent, 'again.csv'))).out).toContain('the same as before');
    expect((await run('list')).out).toMatch(/GP practices +1/);
    await run('import', await writeExtract('again.csv', odsLine({ ...LARKFIELD, code: 'A99009', name: 'ELMHURST SURGERY' })));
    expect((await parts()).map((part) => part.split('/')[0])).toEqual(['again']);
    expect(await parts()).not.toContain(first);
    expect((await run('list', '--search', 'larkfield')).out).toContain('No organisation has');
  }, 60_000);

  it('refuses what is no extract, and says what is', async () => {
    await expect(run('import', await writeExtract('comments.csv', 'id,text', '1,hello'))).rejects.toThrow(/No line .* 27 columns/);
    await expect(run('import', join(parent, 'nowhere.csv'))).rejects.toThrow("can't be read");
  }, 60_000);
});

it('organisations import goes on after a row that is torn', async () => {
  const { code, out, err } = await run(
    'import',
    await writeExtract('torn.csv', odsLine(LARKFIELD), '"A99002"x,"TORN"', odsLine(LARKFIELD)),
  );
  expect([code, err]).toEqual([1, 'line 2: is not a well-formed row: a quote may not be closed\n']);
  expect(out).toMatch(/GP practices +2/);
}, 60_000);

describe('organisations list --unresolved', () => {
  it('counts posts by name, the commonest first, with what each may mean', async () => {
    await using running = await openStores();
    const post = (n: number, ...names: ReturnType<typeof unresolved>[]) => ({
      post: buildPost({ name: `post ${n}`, createdAtMs: BUILT_AT_MS + n, insight: { unresolved: names } }),
    });
    await running.posts.save([
      post(1, unresolved('the General', 'RHQ', 'RNS'), unresolved('The General', 'RHQ', 'RNS')),
      post(2, unresolved('The General', 'RHQ', 'RNS')),
      post(3, unresolved("St Mary's", 'RYJ', 'R0A', 'R1F', 'RHU', 'RR8')),
      post(4),
    ]);
    const { code, out } = await run('list', '--unresolved', ...RANGE);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(
      /^ +The General +2 +RHQ Sheffield Teaching Hospitals NHS Foundation Trust \| RNS Northampton General Hospital NHS Trust$/,
    );
    expect(lines[1]).toMatch(/^ +St Mary's +1 +RYJ Imperial .* \| 1 more$/);
    expect(lines[2]).toBe('In 4 posts. To resolve one: organisations alias add "NAME" CODE.');
    expect((await run('list', '--unresolved', ...RANGE, '--limit', '1')).out).toContain('1 more names: --limit.');
    expect((await run('list', '--unresolved', ...RANGE, '--search', 'mary')).out).not.toContain('General');
    expect((await run('list', '--unresolved', '--from', '2026-10-01', '--to', '2026-10-02')).out).toContain(
      'No name is unresolved in the 0',
    );
  }, 60_000);
});

describe('organisations alias', () => {
  it('is added, listed, heeded when the history is analysed again, and removed', async () => {
    await using running = await openStores();
    const text = 'Nine hours in the General with my mum, nurses run off their feet';
    await running.posts.save([{ post: buildPost({ text }) }]);
    const places = async () => (await running.posts.get(idOf('post')))!.places;
    await runCommand(reprocess, []);
    expect(await places()).toEqual([]);

    const { out } = await run('alias', 'add', 'the General', 'rnq');
    expect(out).toContain(
      '"the General" means RNQ Kettering General Hospital NHS Foundation Trust where nothing in a post speaks for another',
    );
    expect((await run('alias', 'list')).out).toMatch(/^the General +RNQ Kettering .*, since \d{4}-\d{2}-\d{2}\n$/);
    await runCommand(reprocess, []);
    expect(await places()).toEqual([]);
    expect((await runCommand(reprocess, ['--all'])).out).toMatch(/analysed again +1 /);
    expect(await places()).toEqual(['RNQ', 'QPM', 'Y60']);

    expect((await run('alias', 'remove', 'The General')).out).toContain('no alias any more');
    await runCommand(reprocess, ['--all']);
    expect(await places()).toEqual([]);
    await expect(run('alias', 'remove', 'the General')).rejects.toThrow('There is no alias "the General"');
  }, 60_000);

  it('is refused where another organisation bears it', async () => {
    await expect(run('alias', 'add', 'LGI', 'RTH')).rejects.toThrow('"LGI" is a name of Leeds Teaching Hospitals NHS Trust (RR8)');
    expect((await run('alias', 'list')).out).toContain('There is no alias');
  }, 60_000);
});

it.each([
  [[], 'takes list, alias or import'],
  [['remove'], 'takes list, alias or import'],
  [['import'], 'takes one file'],
  [['import', 'a.csv', 'b.csv'], 'takes one file'],
  [['alias', 'add', 'the General'], 'add "NAME" CODE'],
  [['alias', 'remove'], 'remove "NAME"'],
  [['list', '--limit', '0'], '--limit is a whole number from 1 to 1,000'],
  [['list', '--from', '2026-11-16'], '--from and --to go with --unresolved'],
  [['list', '--unresolved', '--from', 'yesterday'], '--from must be a date'],
  [['list', '--unresolved', '--from', '2026-11-17', '--to', '2026-11-17'], '--from must be before --to'],
  [['list', '--all'], '--all'],
])('refuses %j and says what to do', async (args, message) => {
  const refused = run(...args);
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(message);
});

organisationsContract('the embedded profile', () => ({}));
