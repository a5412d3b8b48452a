import { describe, expect, test } from 'vitest';
import { readExport, tableOf } from '../../test-support/read-export.ts';
import { writeXlsx } from '../../test-support/write-xlsx.ts';

/** Exports of survey tools, with the columns that each writes; what is in them is invented. */

describe('Friends and Family Test', () => {
  const labels = [
    'Gratitude/ good experience',
    'Negative experience',
    'Not assigned',
    'Organisation & efficiency',
    'Staff manner & personal attributes',
  ];
  const columns = [
    'Comment ID',
    'Trust',
    'Respondent ID',
    'Date',
    'Service type 1',
    'Service type 2',
    ' FFT categorical answer',
    'FFT question',
    'FFT answer',
    'Person identifiable info?',
    'Comment sentiment',
    ...labels,
  ];
  const row = {
    Trust: 'Leeds Teaching Hospitals NHS Trust',
    'Respondent ID': 'R17',
    'Service type 1': 'Acute',
    ' FFT categorical answer': '2',
    'Comment sentiment': '4',
  };
  const rows = [
    {
      ...row,
      'Comment ID': '1',
      Date: '03/11/2026',
      'FFT question': 'What did we do well?',
      'FFT answer': 'The nurses on the ward were kind to my mother',
    },
    { ...row, 'Comment ID': '2', Date: '14/11/2026', 'FFT question': 'What could we do better?', 'FFT answer': 'Did not answer' },
    {
      ...row,
      'Comment ID': '3',
      Date: '15/11/2026',
      'FFT question': 'What could we do better?',
      'FFT answer': 'Waited four hours for my tablets to go home',
    },
  ];
  const expected = [
    {
      nativeId: '1',
      kind: 'answer',
      genre: 'feedback',
      question: 'What did we do well?',
      text: 'The nurses on the ward were kind to my mother',
      createdAt: '2026-11-03T00:00:00.000Z',
      place: 'Leeds Teaching Hospitals NHS Trust',
    },
    { nativeId: '3', question: 'What could we do better?', createdAt: '2026-11-15T00:00:00.000Z', author: { id: 'R17' } },
  ];

  test('as CSV, in the bytes of an old spreadsheet program', async () => {
    expect(await readExport('fft.csv', Buffer.from(tableOf(columns, rows), 'latin1'))).toMatchObject(expected);
  });

  test('as a workbook with a sheet of notes', async () => {
    const sheet = [columns, ...rows.map((each) => columns.map((name) => (each as Record<string, string>)[name] ?? ''))];
    expect(await readExport('fft.xlsx', writeXlsx({ Notes: [['Made for the board']], Data: sheet }))).toMatchObject(expected);
  });

  test('as the dashboard of experiences has it', async () => {
    const dashboard = [
      'date',
      'pt_id',
      'location_1',
      'location_2',
      'location_3',
      'comment_type',
      'comment_txt',
      'fft',
      'sex',
      'gender',
      'age',
      'ethnicity',
    ];
    const posts = await readExport(
      'dashboard.csv',
      tableOf(dashboard, [
        {
          date: '2026-11-14',
          pt_id: '99',
          location_1: 'Leeds General Infirmary',
          location_2: 'Medicine',
          comment_type: 'comment_1',
          comment_txt: 'Nobody told us when she would go home',
          fft: '2',
        },
        {
          date: '2026-11-15',
          pt_id: '100',
          location_1: 'Leeds General Infirmary',
          location_2: 'Medicine',
          comment_type: 'comment_2',
          comment_txt: 'N/A',
          fft: '5',
        },
      ]),
    );
    expect(posts).toMatchObject([
      {
        text: 'Nobody told us when she would go home',
        place: 'Leeds General Infirmary',
        genre: 'feedback',
        createdAt: '2026-11-14T00:00:00.000Z',
      },
    ]);
  });
});

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
