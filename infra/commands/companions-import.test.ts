import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companionMeasureDocument, readCompanion } from '#core/companions/companion.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { Operation } from '#infra/profiles/operation.ts';
import type { Profile } from '#infra/profiles/profile.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { stringify } from '#ingest/test-support/stringify-csv.ts';
import { writeOds } from '#ingest/test-support/write-ods.ts';
import { writeXlsx } from '#ingest/test-support/write-xlsx.ts';
import { UsageError } from './command.ts';
import { importCompanions } from './companions-import.ts';
import { listCompanions } from './companions-list.ts';
import { readCompanionOptions } from './companions-options.ts';

let folder: string;
let documents: DocumentStore & AsyncDisposable;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-companions-'));
  documents = await openSqliteDocumentStore({ file: ':memory:' });
});
afterEach(async () => {
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** The operations of the running program, on a store in memory. */
const access = {
  call: <Input, Output>(operation: Operation<Input, Output>, input: Input) => operation.run({ documents } as Profile, input),
};

async function withOutput(act: (io: { stdout: PassThrough; stderr: PassThrough }) => Promise<number>) {
  const io = { stdout: new PassThrough(), stderr: new PassThrough() };
  const [out, err] = [text(io.stdout), text(io.stderr)];
  const exit = await act(io).finally(() => {
    io.stdout.end();
    io.stderr.end();
  });
  return { exit, out: await out, err: await err };
}

const run = (...args: string[]) => withOutput((io) => importCompanions(readCompanionOptions(args), access, io));
const list = () => withOutput((io) => listCompanions(access, io));

async function put(name: string, content: string | Buffer): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

const csv = (...rows: (readonly (string | number)[])[]) =>
  stringify(
    rows.map((row) => row.map(String)),
    ',',
  );
const points = (measure: string, place: string) => readCompanion(documents, { measure, place, from: '2000-01-01', to: '2030-01-01' });
const measure = async (id: string) => (await documents.get(companionMeasureDocument, id))?.value;

const FFT = ['Period', 'Trust Code', 'Trust Name', 'Total Responses', 'Total Eligible', 'Percentage Positive', 'Percentage Negative'];
const AS_INPATIENT = ['--kind', 'fft', '--setting', 'inpatient'];

describe('the Friends and Family Test', () => {
  it('is kept by place, month and measure; what is held back stays so; totals and odd lines are left out', async () => {
    const rows = [
      FFT,
      ['Oct-26', 'RR8', 'Invented trust', '2,104', '9000', '94%', '3%'],
      ['Oct-26', 'RAE', 'Another', '*', '', '*', '*'],
      ['Oct-26', 'ENG', 'England (total)', '90000', '', '93%', '4%'],
      ['Oct-26', 'IS1', 'Independent sector providers', '900', '', '97%', '1%'],
      ['Oct-26', 'RXX', 'Odd', 'many', '', '91%', '4%'],
      ['Oct-26', 'RR8', 'Invented trust again', '1', '1', '50%', '50%'],
    ];
    const { exit, out, err } = await run(await put('fft.csv', csv(...rows)), ...AS_INPATIENT);
    expect(exit).toBe(1);
    expect(err).toBe('line 6: has no number in "Total Responses"\nline 7: is a second line of RR8\n');
    expect(out).toContain('fft.csv, commas, utf-8: Friends and Family Test, inpatient, 2026-10-01 to 2026-10-31');
    expect(out).toMatch(/places +2/);
    expect(out).toMatch(/held back by the publisher +2/);
    expect(await points('fft-inpatient-positive', 'RR8')).toEqual([
      { measure: 'fft-inpatient-positive', place: 'RR8', value: 94, n: 2_104, from: '2026-10-01', to: '2026-10-31' },
    ]);
    expect(await points('fft-inpatient-negative', 'RAE')).toMatchObject([{ value: null, n: null }]);
    expect(await points('fft-inpatient-positive', 'ENG')).toEqual([]);
    expect(await points('fft-inpatient-positive', 'IS1')).toEqual([]);
    expect((await measure('fft-inpatient-positive'))?.base).toContain('no sample of patients');
  });

  it('of several months makes a series, in which a later file of a month replaces the earlier; the break is told with its source', async () => {
    for (const [month, share] of [
      ['2019-10', '95%'],
      ['2026-09', '90%'],
      ['2026-10', '91%'],
      ['2026-10', '92%'],
    ] as const) {
      const file = await put(`${month}.csv`, csv(FFT.slice(1), ['RR8', 'Invented trust', '100', '', share, '1%']));
      expect((await run(file, ...AS_INPATIENT, '--period', month)).exit).toBe(0);
    }
    expect((await points('fft-inpatient-positive', 'RR8')).map(({ from, value }) => [from, value])).toEqual([
      ['2019-10-01', 95],
      ['2026-09-01', 90],
      ['2026-10-01', 92],
    ]);
    const { out } = await list();
    expect(out).toContain('fft-inpatient-positive  Friends and Family Test, inpatient: positive experience (%), 1 places');
    expect(out).toContain('from 2020-04-01 not to be compared with before: The question changed');
  });

  it('is told by its columns and by its name; of its sheets the one of trusts is read, whose shares are of one', async () => {
    const trusts = [FFT.slice(1), ...['RR8', 'RAE', 'RWE'].map((code) => [code, 'Invented', 2104, 9000, 0.94, 0.03])];
    const sites = [
      ['ICB Code', 'Trust Code', 'Site Code', ...FFT.slice(3)],
      ...Array.from({ length: 9 }, (_, n) => ['QWO', 'RR8', `RR80${n}`, 9, 9, 0.5, 0.1]),
    ];
    const wards = [
      ['Trust Code', 'Site Code', 'Ward Name', ...FFT.slice(3)],
      ...Array.from({ length: 20 }, (_, n) => ['RR8', 'RR801', `Ward ${n}`, 9, 9, 0.5, 0.1]),
    ];
    const book = writeXlsx({
      Notes: [['Published in November']],
      ICB: [['ICB Code', ...FFT.slice(3)]],
      Trusts: trusts,
      Sites: sites,
      Wards: wards,
    });
    const file = await put('FFT-inpatient-data-October-2026.xlsx', book);
    expect((await run(file)).out).toContain('sheet "Trusts": Friends and Family Test, inpatient, 2026-10-01 to 2026-10-31');
    expect(await points('fft-inpatient-positive', 'RAE')).toMatchObject([{ value: 94, n: 2_104 }]);
    expect(await points('fft-inpatient-positive', 'RR801')).toEqual([]);
    await run(file, '--sheet', 'Sites');
    expect(await points('fft-inpatient-positive', 'RR801')).toMatchObject([{ value: 50 }]);
    expect(await points('fft-inpatient-positive', 'RR8')).toMatchObject([{ value: 94 }]);
    await expect(run(file, '--sheet', 'Wards')).rejects.toThrow('figures of wards');
  });

  it.each([
    ['FFT-ae-data-Sep-25.csv', 'fft-a-and-e-positive', '2025-09-01'],
    ['gp-fft-jan-2024.csv', 'fft-gp-positive', '2024-01-01'],
    ['FFT_Mental_Health_March_2023.csv', 'fft-mental-health-positive', '2023-03-01'],
  ])('%s says its setting and month', async (name, id, from) => {
    await run(await put(name, csv(FFT.slice(1), ['RR8', 'Invented trust', '100', '', '90%', '1%'])));
    expect(await points(id, 'RR8')).toMatchObject([{ from }]);
  });

  it('of before April 2020 is another measure: the question was another', async () => {
    const file = await put(
      'old.csv',
      csv(['Code', 'Name', 'Total Responses', 'Percentage Recommended', 'Percentage Not Recommended'], ['RR8', 'x', 10, 0.97, 0.01]),
    );
    await run(file, ...AS_INPATIENT, '--period', '2019-10');
    expect(await points('fft-inpatient-recommended', 'RR8')).toMatchObject([{ value: 97, n: 10 }]);
    expect(await points('fft-inpatient-not-recommended', 'RR8')).toMatchObject([{ value: 1 }]);
  });

  it('is read by its scale, even where hardly anyone was unhappy', async () => {
    const file = await put('fft.csv', csv(FFT.slice(1), ['RR8', 'x', 100, '', 99, 1], ['RAE', 'y', 100, '', 98, 1]));
    await run(file, ...AS_INPATIENT, '--period', '2026-10');
    expect(await points('fft-inpatient-negative', 'RR8')).toMatchObject([{ value: 1 }]);
  });
});

it('a year’s figure stands beside that of its first month', async () => {
  const file = await put('fft.csv', csv(FFT.slice(1), ['RR8', 'x', 100, '', '90%', '1%']));
  await run(file, ...AS_INPATIENT, '--period', '2026-01');
  await run(file, ...AS_INPATIENT, '--period', '2026');
  expect((await points('fft-inpatient-positive', 'RR8')).map(({ to }) => to).sort()).toEqual(['2026-01-31', '2026-12-31']);
});

describe('the GP Patient Survey', () => {
  it('of 2018 to 2023 is read by the numbers of its questions, and by columns that are named', async () => {
    const columns = [
      'Practice_Code',
      'Practice_Name',
      'Q3_1234base',
      'Q3base',
      'Q3_12pct',
      'Q28_12345base',
      'Q28base',
      'Q28_12pct',
      'newvar',
      'newbase',
    ];
    const file = await put(
      'GPPS_2023_Practice_data_(weighted)_(csv)_PUBLIC.csv',
      csv(
        columns,
        ['B86001', 'Invented', 108, 110, 0.52, 117, 118, 0.81, 0.77, 119],
        ['B86002', 'Another', 88, 90, 0.4, 94, 95, 0.7, 0.6, 96],
      ),
    );
    expect((await run(file)).out).toContain('GP Patient Survey, 2023-01-01 to 2023-12-31');
    expect(await points('gpps-overall', 'B86001')).toMatchObject([{ value: 81, n: 117, from: '2023-01-01', to: '2023-12-31' }]);
    expect(await points('gpps-phone', 'B86002')).toMatchObject([{ value: 40, n: 88 }]);
    await run(file, '--period', '2025', '--measure', 'gpps-overall=newvar|newbase');
    expect(await points('gpps-overall', 'B86001')).toMatchObject([{ value: 81 }, { value: 77, n: 119, from: '2025-01-01' }]);
  });

  it('of 2024 and later is read by its stems, and its codes for what was held back are no figures', async () => {
    const columns = [
      'ad_practicecode',
      'ad_practicename',
      'received',
      'overallexp.pcteval',
      'overallexp.baseevalw',
      'localgpservicesphone.pcteval',
      'gpcontactoverall.pcteval',
      'lastgpapptneeds.pcteval',
    ];
    const file = await put(
      'GPPS_2025_Practice_data_(weighted)_(csv)_PUBLIC.csv',
      csv(columns, ['B86001', 'Invented', 120, 0.754321, 118.4, 0.5, 0.6, 0.9], ['B86002', 'Small', 3, -97, -97, -97, '/', -99]),
    );
    const { exit, out } = await run(file);
    expect([exit, out]).toEqual([0, expect.stringMatching(/held back by the publisher +4/)]);
    expect(await points('gpps-overall', 'B86001')).toMatchObject([{ value: 75.4321, n: 118, from: '2025-01-01' }]);
    expect(await points('gpps-contact', 'B86001')).toMatchObject([{ value: 60, n: null }]);
    expect(await points('gpps-overall', 'B86002')).toMatchObject([{ value: null, n: null }]);
  });

  it('of boards is read where there are no practices', async () => {
    const file = await put('GPPS_2024_ICS_data.csv', csv(['ad_icscode', 'overallexp.pcteval', 'overallexp.baseevalw'], ['QWO', 0.7, 9000]));
    await run(file);
    expect(await points('gpps-overall', 'QWO')).toMatchObject([{ value: 70, n: 9_000 }]);
  });
});

describe('the Adult Inpatient Survey', () => {
  it('is read as the CQC publishes it, a spreadsheet with a column for each question', async () => {
    const scores = [
      ['trustcode', 'trustname', 'n_tpat', 'meanq1', 'meanq45', 'lowerq45', 'upperq45'],
      ['RR8', 'Invented trust', 512, 7.25, 8.1, 7.9, 8.3],
      ['RAE', 'Another', 30, '', 7.7, 7.5, 7.9],
    ] as const;
    const respondents = [['trustcode', 'n_tpat', 'age1'], ...Array.from({ length: 5 }, (_, n) => [`RR${n}`, 1, 2])];
    const file = await put(
      '20210917 IP20 Trust-level benchmark ODS V1.ods',
      writeOds({ Cover: [['Adult Inpatient Survey']], Trust_Respondents: respondents, Trust_Scores: scores }),
    );
    expect((await run(file)).out).toContain('sheet "Trust_Scores": Adult Inpatient Survey, 2020-01-01 to 2020-12-31');
    expect(await points('inpatient-q45', 'RR8')).toMatchObject([{ value: 8.1, n: 512 }]);
    expect(await points('inpatient-q1', 'RAE')).toMatchObject([{ value: null, n: 30 }]);
    expect(await measure('inpatient-q45')).toMatchObject({ title: 'Adult Inpatient Survey: question 45', unit: 'score' });
  });

  it('is read a question a line', async () => {
    const columns = ['Trust code', 'Trust name', 'Question number', 'Question text', 'Score', 'Number of respondents'];
    const rows = [
      ['RR8', 'Invented trust', 'Q49', 'Overall experience', '8.1', '512'],
      ['RR8', 'Invented trust', 'Q2', 'Waiting list', '[c]', '[c]'],
      ['RR8', 'Invented trust', 'Q3', 'Bed', '81', '500'],
    ];
    const { exit, err } = await run(await put('ip.csv', csv(columns, ...rows)), '--period', '2025');
    expect([exit, err]).toEqual([1, 'line 4: has a score that isn’t from 0 to 10\n']);
    expect(await points('inpatient-q49', 'RR8')).toMatchObject([{ value: 8.1, n: 512 }]);
    expect(await points('inpatient-q2', 'RR8')).toMatchObject([{ value: null, n: null }]);
  });
});

describe('a file of another shape', () => {
  const content = csv(['Provider', 'When', 'good', 'answers'], ['RR8', 'Oct-26', 12, 100], ['RAE', 'Oct-26', 's', 's']);

  it('is read by a map of its columns', async () => {
    const map = await put(
      'map.json',
      JSON.stringify({
        kind: 'fft',
        place: 'Provider',
        period: 'When',
        measures: [{ id: 'fft-virtual-ward-positive', title: 'Virtual wards', base: 'Of those at home', value: 'good', n: 'answers' }],
      }),
    );
    expect((await run(await put('odd.csv', content), '--columns', map)).exit).toBe(0);
    expect(await points('fft-virtual-ward-positive', 'RR8')).toMatchObject([{ value: 12, n: 100, from: '2026-10-01' }]);
    expect(await measure('fft-virtual-ward-positive')).toEqual({
      id: 'fft-virtual-ward-positive',
      kind: 'fft',
      title: 'Virtual wards',
      unit: 'percent',
      base: 'Of those at home',
    });
  });

  it.each([
    ['{', 'is no JSON'],
    ['{"knd":"fft"}', 'knd'],
    ['{"measures":[{"id":"fft-x-y"}]}', 'measures.0.value'],
    ['{"kind":"fft","place":"Trust","measures":[]}', 'no column "Trust"'],
  ])('whose map is %s is refused', async (map, message) => {
    const file = await put('odd.csv', content);
    await expect(run(file, '--period', '2026-10', '--columns', await put('map.json', map))).rejects.toThrow(message);
  });
});

describe('what is refused says what to do', () => {
  it.each([
    [[], /one file/],
    [['x.csv', '--kind', 'census'], /--kind must be one of fft/],
    [['x.csv', '--setting', 'moon'], /--setting must be one of inpatient/],
    [['x.csv', '--kind', 'gpps', '--period', 'last year'], /--period must be/],
    [['x.csv', '--kind', 'gpps', '--measure', 'overall=x'], /--measure must be such as gpps-overall/],
    [['x.csv', '--kind', 'gpps', '--measure', 'fft-gp-positive=x'], /--measure must be such as gpps-overall/],
  ])('%j', (args, message) => {
    expect(() => readCompanionOptions(args)).toThrow(UsageError);
    expect(() => readCompanionOptions(args)).toThrow(message);
  });

  it.each([
    [['Name', 'Percentage Positive'], ['Trust', '94%'], ['--kind', 'fft', '--period', '2026-10'], /no column of codes of places/],
    [['Trust Code', 'Good'], ['RR8', '94%'], ['--kind', 'fft', '--setting', 'gp', '--period', '2026-10'], /--measure fft-overall/],
    [['Trust Code', 'Percentage Positive'], ['RR8', '94%'], ['--setting', 'gp'], /give --period/],
    [['Trust Code', 'Percentage Positive'], ['RR8', '94%'], ['--period', '2026-10'], /--setting inpatient, gp/],
    [['Trust Code', 'Percentage Positive'], ['Leeds', '94%'], ['--setting', 'gp', '--period', '2026-10'], /Nothing was changed/],
    [['Trust Code', 'Something'], ['RR8', '94%'], ['--period', '2026-10'], /give --kind fft, gpps or inpatient/],
  ])('a file with %j, read with %j', async (columns, row, flags, message) => {
    await expect(run(await put('wrong.csv', csv(columns, row)), ...flags)).rejects.toThrow(message);
    expect((await list()).out).toContain('Nothing was imported yet');
  });
});
