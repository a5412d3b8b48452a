import { describe, expect, test } from 'vitest';
import { asUtf16, asWindows1252, exportFixture, fixtureCells, readExport } from '../../test-support/read-export.ts';
import { stringify } from '../../test-support/stringify-csv.ts';
import { writeXlsx } from '../../test-support/write-xlsx.ts';

/** Exports of survey tools, with the columns that each writes; what is in them is invented. */

describe('Friends and Family Test, as published for training', () => {
  const expected = [
    {
      nativeId: 'INV PTS 534 - Q1',
      kind: 'answer',
      genre: 'feedback',
      question: 'FFT Why?',
      text: 'Ring when the driver sets off',
      createdAt: '2026-10-02T23:00:00.000Z',
      place: 'Invented Ambulance Service NHS Trust',
      author: { id: 'INV PTS 534' },
    },
    { text: 'Café was closed – only crisps' },
    { question: 'What could we do better?', text: 'All fine by me.' },
    { text: 'The crew were blameless: the handover at hospital has to improve.' },
    { text: '"Kind", every one of them' },
    { text: 'The taxi driver waited on the other side,\nthen drove away' },
    { text: 'Keep us informed of when you will arrive.' },
    { text: 'Nobody could have tried harder.', createdAt: '2026-10-11T23:00:00.000Z' },
  ];

  test('as CSV, in the bytes of an old spreadsheet program', async () => {
    expect(await readExport('fft.csv', asWindows1252(await exportFixture('fft-pxtextmining.csv')))).toMatchObject(expected);
  });

  test('as "Unicode text" of Excel', async () => {
    const cells = await fixtureCells('fft-pxtextmining.csv');
    expect(await readExport('fft.txt', asUtf16(stringify(cells, '\t')))).toMatchObject(expected);
  });

  test('as a workbook with a sheet of notes', async () => {
    const sheet = await fixtureCells('fft-pxtextmining.csv');
    expect(await readExport('fft.xlsx', writeXlsx({ Notes: [['Made for the board']], Data: sheet }))).toMatchObject(expected);
  });

  test('as objects, one a line', async () => {
    const [names = [], ...rows] = await fixtureCells('fft-pxtextmining.csv');
    const lines = rows.map((cells) => JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cells[index]]))));
    expect(await readExport('fft.ndjson', lines.join('\n'))).toMatchObject(expected);
  });
});

describe('the dashboard of experiences', () => {
  test('as it is filled: two comments a row', async () => {
    const posts = await readExport('upload.csv', await exportFixture('experiences-upload.csv'));
    expect(posts.map(({ text }) => text)).toEqual([
      'Kind staff on the ward',
      'Parking',
      'The nurses listened',
      'Tell us what is happening',
      'Clean and calm',
      'Good food',
      'Kind staff on the ward',
      'The wait for tablets',
      'Waiting',
      'The doctor explained it twice',
      'Long queue for blood tests',
      'Quick',
      'More chairs please',
      'Friendly reception',
      'Everyone knew my name',
      'Play team made my son laugh',
      'Hot drinks at night',
    ]);
    expect(posts[0]).toMatchObject({
      kind: 'answer',
      genre: 'feedback',
      place: 'Invented General Hospital',
      createdAt: '2026-10-12T23:00:00.000Z',
      author: { id: '9000' },
    });
    expect(new Set(posts.map(({ canonicalId }) => canonicalId)).size).toBe(posts.length);
  });

  test('as it is downloaded: labels and sentiment are no comments', async () => {
    const posts = await readExport('download.csv', await exportFixture('experiences-export.csv'));
    expect(posts.map(({ nativeId }) => nativeId)).toEqual(['70000', '70004', '70005', '70007', '70008', '70010', '70011']);
    expect(posts[2]).toMatchObject({
      kind: 'answer',
      question: 'What could we do better?',
      text: 'The wait for tablets',
      place: 'Invented General Hospital',
    });
  });

  test('as its table is saved', async () => {
    const header = 'Date,FFT Question,FFT Score,Comment Sentiment,FFT Answer,Sub-Category,Category';
    const rows = [
      '2026-11-14,What was good?,5,Positive,They let me sleep,"""Staff manner & personal attributes""","""Staff"""',
      '2026-11-15,What was good?,1,Neutral/Mixed,Nobody told us when she would go home,"""Discharge""","""Access"""',
    ];
    expect(await readExport('table.csv', [header, ...rows].join('\n'))).toMatchObject([
      { kind: 'answer', question: 'What was good?', text: 'They let me sleep', createdAt: '2026-11-14T00:00:00.000Z' },
      { text: 'Nobody told us when she would go home' },
    ]);
  });
});

describe('surveys of any tool', () => {
  test('comments alone, one a line, with semicolons between', async () => {
    const posts = await readExport(
      'plain.csv',
      'Comment;Ward\n"Kind nurses; quiet nights";Ward 7\n"Nothing.";Ward 7\n"Cold food\nagain";Ward 8\n',
    );
    expect(posts).toMatchObject([
      { text: 'Kind nurses; quiet nights', place: 'Ward 7', genre: 'feedback' },
      { text: 'Cold food\nagain', place: 'Ward 8' },
    ]);
  });

  test('a form: open questions are comments, closed ones and who filled it in are none', async () => {
    const header =
      'ID,Start time,Completion time,Email,Name,Overall how was your experience of our service?,Please tell us why,What could we do better?,How likely are you to come back?';
    const rows = [
      '1,11/14/2026 9:01:00 AM,11/14/2026 9:03:00 AM,anonymous,,Very good,The physio explained every step,More parking near the door,Likely',
      '2,11/15/2026 1:10:00 PM,11/15/2026 1:12:00 PM,anonymous,,Poor,Nobody knew why I was there,Read my letter before I come in,Extremely unlikely',
      '3,11/16/2026 8:00:00 AM,11/16/2026 8:02:00 AM,anonymous,,Good,Quick and polite,no,Very likely',
    ];
    const posts = await readExport('form.csv', [header, ...rows].join('\n'));
    expect(posts.map(({ question, text }) => [question, text])).toEqual([
      ['Please tell us why', 'The physio explained every step'],
      ['What could we do better?', 'More parking near the door'],
      ['Please tell us why', 'Nobody knew why I was there'],
      ['What could we do better?', 'Read my letter before I come in'],
      ['Please tell us why', 'Quick and polite'],
    ]);
    expect(posts[0]).toMatchObject({ kind: 'answer', createdAt: '2026-11-14T09:03:00.000Z' });
  });

  test('rows that are numbered anew in each file are not taken for those of another', async () => {
    const of = async (date: string, comment: string) => (await readExport('month.csv', `ID,Date,Comment\n1,${date},${comment}\n`))[0]!;
    const [may, june] = [await of('14/05/2026', 'Kind staff on the ward'), await of('14/06/2026', 'Cold tea and no biscuits')];
    expect([may.nativeId, june.nativeId]).toEqual(['1', '1']);
    expect(may.canonicalId).not.toBe(june.canonicalId);
    expect((await of('14/05/2026', 'Kind staff on the wards')).canonicalId).toBe(may.canonicalId);
  });

  test('a long file in the order of dates says late which way round they are', async () => {
    const rows = Array.from(
      { length: 1_200 },
      (_, n) => `${n < 1_150 ? 3 : 4}/${1 + Math.floor(n / 100)}/2026,Waited ${n} minutes for a scan`,
    );
    const posts = await readExport('dates.csv', ['Date,Comment', ...rows, '4/25/2026,Waited for ever'].join('\n'));
    expect(posts[0]?.createdAt).toBe('2026-03-01T00:00:00.000Z');
    expect(posts.at(-1)?.createdAt).toBe('2026-04-24T23:00:00.000Z');
  });
});
