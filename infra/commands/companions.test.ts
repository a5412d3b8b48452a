import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCompanion } from '#core/companions/companion.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { stringify } from '#ingest/test-support/stringify-csv.ts';
import { writeXlsx } from '#ingest/test-support/write-xlsx.ts';
import { UsageError } from './command.ts';
import { command } from './companions.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-companions-'));
  vi.stubEnv('EARSHOT_DATA', join(folder, 'data'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [text(stdout), text(stderr)];
  const exit = await command.run(args, { stdin: new PassThrough(), stdout, stderr, signal: new AbortController().signal }).finally(() => {
    stdout.end();
    stderr.end();
  });
  return { exit, out: await out, err: await err };
}

async function put(name: string, content: string | Buffer): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

async function points(measure: string, place: string) {
  await using documents = await openSqliteDocumentStore({ file: join(folder, 'data', 'documents.db') });
  return readCompanion(documents, { measure, place, from: '2000-01-01', to: '2030-01-01' });
}

const FFT = ['Period', 'Trust Code', 'Trust Name', 'Total Responses', 'Total Eligible', 'Percentage Positive', 'Percentage Negative'];

describe('the Friends and Family Test', () => {
  const rows = [
    FFT,
    ['Oct-26', 'RR8', 'Invented trust', '2,104', '9000', '94%', '3%'],
    ['Oct-26', 'RAE', 'Another', '*', '', '*', '*'],
    ['Oct-26', 'ENG', 'England (total)', '90000', '', '93%', '4%'],
    ['Oct-26', 'RXX', 'Odd', 'many', '', '91%', '4%'],
  ];

  it('is kept by place, month and measure; what is held back stays so; totals and odd lines are left out', async () => {
    const file = await put('fft.csv', stringify(rows, ','));
    const { exit, out, err } = await run('import', file, '--kind', 'fft', '--setting', 'inpatient');
    expect(exit).toBe(1);
    expect(err).toContain('line 5: has no number in "Total Responses"');
    expect(out).toMatch(/places +2/);
    expect(out).toMatch(/held back by the publisher +2/);
    expect(await points('fft-inpatient-positive', 'RR8')).toEqual([
      { measure: 'fft-inpatient-positive', place: 'RR8', value: 94, n: 2_104, from: '2026-10-01', to: '2026-10-31' },
    ]);
    expect(await points('fft-inpatient-negative', 'RAE')).toMatchObject([{ value: null, n: null }]);
    expect(await points('fft-inpatient-positive', 'ENG')).toEqual([]);
  });

  it('of several months makes a series, in which a later file of a month replaces the earlier; the break is told', async () => {
    const monthly = async (month: string, share: string) => {
      const file = await put(`${month}.csv`, stringify([FFT.slice(1), ['RR8', 'Invented trust', '100', '', share, '1%']], ','));
      return run('import', file, '--kind', 'fft', '--setting', 'inpatient', '--period', month);
    };
    for (const [month, share] of [
      ['2019-10', '95%'],
      ['2026-09', '90%'],
      ['2026-10', '91%'],
      ['2026-10', '92%'],
    ] as const) {
      expect((await monthly(month, share)).exit).toBe(0);
    }
    expect((await points('fft-inpatient-positive', 'RR8')).map(({ from, value }) => [from, value])).toEqual([
      ['2019-10-01', 95],
      ['2026-09-01', 90],
      ['2026-10-01', 92],
    ]);
    const { out } = await run('list');
    expect(out).toContain('fft-inpatient-positive  Friends and Family Test, inpatient: positive experience (%), 1 places');
    expect(out).toContain('from 2020-04-01 not to be compared with before: The question changed');
  });

  it('is read by its scale, even where hardly anyone was unhappy', async () => {
    const file = await put('few.csv', stringify([FFT.slice(1), ['RR8', 'Invented trust', '100', '', '98', '1']], ','));
    await run('import', file, '--kind', 'fft', '--setting', 'inpatient', '--period', '2026-10');
    expect(await points('fft-inpatient-negative', 'RR8')).toMatchObject([{ value: 1 }]);
  });

  it('of the sites of a trust leaves the trust its own figures', async () => {
    for (const code of ['RR8', 'RR801']) {
      const file = await put(`${code}.csv`, stringify([FFT.slice(1), [code, 'Invented', '100', '', '98%', '1%']], ','));
      await run('import', file, '--kind', 'fft', '--setting', 'inpatient', '--period', '2026-10');
    }
    expect(await points('fft-inpatient-positive', 'RR8')).toMatchObject([{ value: 98 }]);
    expect(await points('fft-inpatient-positive', 'RR801')).toMatchObject([{ value: 98 }]);
  });

  it('is read from a workbook, whose shares are of one', async () => {
    const sheet = [FFT.slice(1), ...['RR8', 'RAE', 'RWE'].map((code) => [code, 'Invented', 2104, 9000, 0.94, 0.03])];
    const file = await put('fft.xlsx', writeXlsx({ Notes: [['Published in November']], Trusts: sheet }));
    await run('import', file, '--kind', 'fft', '--setting', 'a-and-e', '--period', '2026-10');
    expect(await points('fft-a-and-e-positive', 'RAE')).toMatchObject([{ value: 94, n: 2_104 }]);
  });
});

it('a year’s figure stands beside that of its first month', async () => {
  const file = await put('one.csv', stringify([FFT.slice(1), ['RR8', 'Invented trust', '100', '', '90%', '5%']], ','));
  for (const period of ['2026', '2026-01']) await run('import', file, '--kind', 'fft', '--setting', 'gp', '--period', period);
  expect((await points('fft-gp-positive', 'RR8')).map(({ to }) => to).sort()).toEqual(['2026-01-31', '2026-12-31']);
});

it('the GP Patient Survey is read by its variables, and by columns that are named', async () => {
  const columns = ['Practice_Code', 'Practice_Name', 'q3base', 'q3_12pct', 'q28base', 'q28_12pct', 'newvar', 'newbase'];
  const file = await put(
    'gpps.csv',
    stringify(
      [
        columns,
        ['B86001', 'Invented practice', '110', '0.52', '118', '0.81', '0.77', '119'],
        ['B86002', 'Another', '90', '0.4', '95', '0.7', '0.6', '96'],
      ],
      ',',
    ),
  );
  await run('import', file, '--kind', 'gpps', '--period', '2023');
  expect(await points('gpps-overall', 'B86001')).toMatchObject([{ value: 81, n: 118, from: '2023-01-01', to: '2023-12-31' }]);
  expect(await points('gpps-phone', 'B86002')).toMatchObject([{ value: 40, n: 90 }]);
  await run('import', file, '--kind', 'gpps', '--period', '2025', '--measure', 'gpps-overall=newvar|newbase');
  expect(await points('gpps-overall', 'B86001')).toMatchObject([{ value: 81 }, { value: 77, n: 119, from: '2025-01-01' }]);
});

it('the Adult Inpatient Survey is read a question a line', async () => {
  const columns = ['Trust code', 'Trust name', 'Question number', 'Question text', 'Score', 'Number of respondents'];
  const rows = [
    ['RR8', 'Invented trust', 'Q49', 'Overall experience', '8.1', '512'],
    ['RR8', 'Invented trust', 'Q2', 'Waiting list', '[c]', '[c]'],
    ['RR8', 'Invented trust', 'Q3', 'Bed', '81', '500'],
  ];
  const file = await put('ip.csv', stringify([columns, ...rows], ','));
  const { exit, err } = await run('import', file, '--kind', 'inpatient', '--period', '2025');
  expect([exit, err]).toEqual([1, 'line 4: has a score that isn’t from 0 to 10\n']);
  expect(await points('inpatient-q49', 'RR8')).toMatchObject([{ value: 8.1, n: 512 }]);
  expect(await points('inpatient-q2', 'RR8')).toMatchObject([{ value: null, n: null }]);
});

describe('what is refused says what to do', () => {
  it.each([
    [['import'], /one file/],
    [['import', 'x.csv', '--kind', 'census'], /--kind must be one of fft/],
    [['import', 'x.csv', '--kind', 'fft'], /needs --setting/],
    [['import', 'x.csv', '--kind', 'gpps', '--period', 'last year'], /--period must be/],
    [['import', 'x.csv', '--kind', 'gpps', '--measure', 'overall=x'], /--measure must be such as gpps-overall/],
    [['remove'], /import FILE, or list/],
  ])('%j', async (args, message) => {
    await expect(run(...args)).rejects.toBeInstanceOf(UsageError);
    await expect(run(...args)).rejects.toThrow(message);
  });

  it.each([
    [['Name', 'Percentage Positive'], ['Trust', '94%'], ['--period', '2026-10'], /no column of codes of places/],
    [['Trust Code', 'Good'], ['RR8', '94%'], ['--period', '2026-10'], /--measure fft-overall/],
    [['Trust Code', 'Percentage Positive'], ['RR8', '94%'], [], /give --period/],
    [['Trust Code', 'Percentage Positive'], ['Leeds', '94%'], ['--period', '2026-10'], /Nothing was changed/],
  ])('a file with %j', async (columns, row, flags, message) => {
    const file = await put('wrong.csv', stringify([columns, row], ','));
    await expect(run('import', file, '--kind', 'fft', '--setting', 'gp', ...flags)).rejects.toThrow(message);
    expect((await run('list')).out).toContain('Nothing was imported yet');
  });
});
