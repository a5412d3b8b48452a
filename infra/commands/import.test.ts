import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { loadConfig } from '#infra/load-environment.ts';
import { createLogger } from '#infra/logger.ts';
import { openProfile } from '#infra/profiles/open-profile.ts';
import { UsageError } from './command.ts';
import { command } from './import.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-import-'));
  vi.stubEnv('EARSHOT_DATA', join(folder, 'data'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function run(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [stdout.toArray(), stderr.toArray()];
  const code = await command.run(args, { stdin: Readable.from([]), stdout, stderr, signal: new AbortController().signal });
  stdout.end();
  stderr.end();
  return { code, out: (await out).join(''), err: (await err).join('') };
}

async function file(name: string, lines: string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}

const today = new Date().toISOString().slice(0, 10);
const rows = [
  'Response ID,Date,Ward,What could be better?',
  `1,${today},Ward 5,Nobody rang me back on 07700 900123 about the scan`,
  `2,${today},Ward 5,N/A`,
  `3,${today},Ward 5,The food was cold,extra`,
  `4,${today},Ward 6,Parking took an hour and made us late`,
  `4,${today},Ward 6,Parking took two hours and made us late`,
];

test('a dry run shows how the file is understood and what would be kept, quotes nothing, and keeps nothing', async () => {
  const { code, out, err } = await run(await file('survey.csv', rows), '--dry-run', '--column', 'id=response id');
  expect(code).toBe(1);
  expect(out).toContain('text      "What could be better?" (text,');
  expect(out).toMatch(/place {5}"Ward"/);
  expect(out).toMatch(/comments kept +2\n/);
  expect(out).toMatch(/duplicates +1 /);
  expect(out).toMatch(/left out: no comment +1 +line 3\n/);
  expect(out).toMatch(/bad: has 5 cells where the header has 4 +1 +line 4\n/);
  expect(out).toContain('nothing was kept');
  expect(out + err).not.toMatch(/07700|Nobody rang|Parking took/);
});

test('an import is redacted, counted and searchable, and importing again adds nothing', async () => {
  const path = await file('again.csv', rows);
  const first = await run(path, '--source-name', 'fft', '--column', 'place=', '--column', 'id=Response ID');
  expect(first.out).toContain('2 comments are searchable.');
  await run(path, '--source-name', 'fft', '--column', 'place=', '--column', 'id=Response ID');
  const logger = createLogger('silent');
  await using profile = await openProfile(loadConfig(), { logger, clock: systemClock });
  const [account] = await profile.coordination.ledger.accounts();
  expect(account).toMatchObject({ source: 'fft', pending: 0 });
  const settled = account!.outcomes.reduce((sum, outcome) => sum + outcome.count, 0);
  expect(account!.collected).toBe(settled);
}, 60_000);

test('a column can be named, and one that is not there is answered with those that are', async () => {
  const path = await file('odd.csv', ['a,b', '1,one two three four five', '2,two three four five six']);
  expect((await run(path, '--dry-run', '--column', 'text=b')).out).toMatch(/comments kept +2/);
  await expect(run(path, '--dry-run', '--column', 'text=c')).rejects.toMatchObject({
    code: 'no-such-column',
    message: expect.stringContaining('"a", "b"'),
  });
  const numbers = await file('numbers.csv', ['a,b', '1,2', '3,4']);
  await expect(run(numbers, '--dry-run')).rejects.toMatchObject({ code: 'no-text-column' });
});

test.each([
  [[]],
  [['x.csv', '--fast']],
  [['x.csv', '--genre', 'poem']],
  [['x.csv', '--column', 'colour=b']],
  [['x.csv', '--source-name', 'My file']],
])('arguments %j are a usage error', async (args) => {
  await expect(run(...args)).rejects.toThrow(UsageError);
});

test('comments of a file about one organisation count for it where they name none', async () => {
  const path = await file('about.csv', [
    'id,comment',
    '1,The porters sang to my gran all the way down to theatre',
    '2,Moved here from Alder Hey Hospital and the nurses are just as kind',
  ]);
  expect((await run(path, '--source-name', 'about', '--organisation', 'rhq')).code).toBe(0);
  await using profile = await openProfile(loadConfig(), { logger: createLogger('silent'), clock: systemClock });
  const { posts } = await profile.posts.search({ where: { type: 'field', field: 'source', value: 'about' }, limit: 10 });
  const found = posts.map(({ insight }) => insight.organisations.map(({ ods, basis }) => `${ods} ${basis}`));
  expect(found).toHaveLength(2);
  expect(found).toEqual(expect.arrayContaining([['RHQ source'], ['RBS alias']]));
  await expect(run(path, '--organisation', 'the General')).rejects.toThrow('--organisation must be an ODS code');
}, 60_000);
