import { readFile } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { command, createRowAnalysis } from './analyse.ts';
import { analyseInput, analyseOutput, type AnalyseOutput } from './analyse-format.ts';
import { UsageError } from './command.ts';

async function run(rows: object[], args: string[] = []) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [stdout.toArray(), stderr.toArray()];
  const input = rows.map((row) => JSON.stringify(row)).join('\n');
  const code = await command.run(args, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
    signal: new AbortController().signal,
  });
  stdout.end();
  stderr.end();
  const lines = (await out).join('').trim().split('\n').filter(Boolean);
  return { code, rows: lines.map((line) => JSON.parse(line) as AnalyseOutput), err: (await err).join('') };
}

const themesOf = (row: AnalyseOutput) => Object.fromEntries(row.themes.map(({ id, sentiment }) => [id, sentiment]));

describe('analyse', () => {
  it.each([
    ['post', 'Nurses lovely, waited nine hours in A&E'],
    ['feedback', 'Nurses lovely, waited nine hours in A&E'],
    ['post', 'nurses lovely but waited nine hours in A&E'],
    ['feedback', 'The nurses were lovely. I waited nine hours in A&E.'],
    ['feedback', 'The nurses were lovely and I waited nine hours in A&E'],
  ])('finds what a mixed %s is about, and how each part feels: %s', async (genre, text) => {
    const { rows } = await run([{ id: 'a', text, genre }]);
    expect(themesOf(rows[0]!)).toMatchObject({
      'staff.staff-manner-personal-attributes': 'positive',
      'access-to-medical-care-support.timeliness-of-care': 'negative',
    });
    expect(rows[0]!.sentiment.label).toBe('mixed');
    expect(rows[0]!.relevance.kind).toBe('experience');
  });

  it('names organisations at their place in the input, although the text before them was cleaned and redacted', async () => {
    const text = ' \u202E Ring 020 7946 0123 😀 about Leeds General Infirmary’s ward, not St Mary’s';
    const { rows } = await run([{ id: 'a', text }]);
    const [leeds] = rows[0]!.organisations;
    expect(leeds).toMatchObject({ ods: 'RR8', basis: 'alias' });
    expect(text.slice(leeds!.start, leeds!.end)).toBe('Leeds General Infirmary');
    const [mary] = rows[0]!.unresolved;
    expect(text.slice(mary!.start, mary!.end)).toBe('St Mary’s');
    expect(rows[0]!.text).toContain('[phone]');
  });

  it('puts near-copies under the id of the first, and leaves short texts and feedback alone', async () => {
    const text = 'Waited eleven hours in the corridor at Whipps Cross with my gran and nobody came';
    const { rows } = await run([
      { id: 'first', text },
      { id: 'copy', text: `${text} https://example.org/x` },
      { id: 'review', text, genre: 'feedback' },
      { id: 'short', text: 'thank you NHS' },
      { id: 'also short', text: 'thank you NHS' },
      { id: 'next month', text, createdAt: '2030-01-01T00:00:00Z' },
    ]);
    expect(rows.map(({ cluster }) => cluster)).toEqual(['first', 'first', 'review', 'short', 'also short', 'next month']);
  });

  it('answers for every line, in order, and tells the language instead of dropping it', async () => {
    const { code, rows, err } = await run([
      { id: '1', text: '' },
      { id: '2', text: 'Diolch yn fawr i staff y ward, mae pawb wedi bod yn garedig iawn' },
      { id: '3' },
      { id: '4', text: 'Join our friendly team: apply now' },
    ]);
    expect({ code, ids: rows.map(({ id }) => id) }).toEqual({ code: 1, ids: ['1', '2', '4'] });
    expect(rows[1]!.language).toEqual({ code: 'cy', reliable: true });
    expect(rows[2]!.relevance.kind).toBe('advert');
    expect(err).toMatch(/^line 3: "text"/);
  });

  it('explains with clauses and words, lists all themes, and maps to other frameworks', async () => {
    const input = [{ id: 'a', text: 'The food was awful but the nurses were kind', genre: 'feedback' }];
    const [row] = (await run(input, ['--explain', '--all-themes', '--framework', 'qdc-v7'])).rows;
    expect(row!.clauses!.map(({ sentiment }) => sentiment)).toEqual(['negative', 'positive']);
    expect(row!.words!.map(({ word }) => word)).toEqual(expect.arrayContaining(['awful', 'kind']));
    expect(row!.words!.find(({ word }) => word === 'kind')!.weight).toBeGreaterThan(0);
    expect(row!.words!.find(({ word }) => word === 'awful')!.weight).toBeLessThan(0);
    expect(row!.themes.filter(({ over }) => over).map(({ id }) => id)).toContain(
      'environment-equipment-catering.food-drink-provision-facilities',
    );
    expect(row!.themes.some(({ over }) => over === false)).toBe(true);
    expect(row!.mapped).toMatchObject({ framework: 'qdc-v7' });
    const [single] = (await run([{ id: 'a', text: 'Nothing' }], ['--framework', 'single-label'])).rows;
    expect(single!.mapped).toEqual({ framework: 'single-label', label: "Couldn't be improved" });
  });

  it.each(['post', 'feedback'])('never turns a word round that carries a feeling, in a mixed %s', async (genre) => {
    const [row] = (await run([{ id: 'a', text: 'Nurses lovely, waited nine hours in A&E', genre }], ['--explain'])).rows;
    expect(row!.words!.find(({ word }) => word === 'lovely')!.weight).toBeGreaterThan(0);
    expect(row!.words!.find(({ word }) => word === 'waited')?.weight ?? 0).toBeLessThanOrEqual(0);
  });

  it('gives no words for what a rule for short answers decided', async () => {
    const question = 'What could we have done better?';
    const [row] = (await run([{ id: 'a', text: 'Nothing', genre: 'feedback', question }], ['--explain'])).rows;
    expect(row!.sentiment.label).toBe('positive');
    expect(row!.words).toEqual([]);
  });

  it('explains a theme that has a rule alone by the words that set the rule off', async () => {
    const [row] = (await run([{ id: 'a', text: 'No dentist round here takes children' }], ['--explain'])).rows;
    expect(row!.themes.find(({ id }) => id === 'public-conversation.nhs-dentistry')!.words).toEqual([
      { start: 3, end: 10, word: 'dentist', weight: 1 },
    ]);
  });

  it('maps to every framework that comes with the program, and names them all when it is asked for another', async () => {
    const input = [
      { id: 'a', text: 'The nurses were rude and nobody explained the operation to me', genre: 'feedback' },
      { id: 'b', text: '' },
    ];
    const { rows } = await run(input, ['--framework', 'nice-qs15']);
    expect(rows[0]!.mapped).toMatchObject({
      framework: 'nice-qs15',
      labels: expect.arrayContaining(['1 Empathy, dignity and respect', '6 Shared decision making']),
    });
    expect(rows[1]!.mapped).toMatchObject({ labels: [] });
    const [, blank] = (await run(input, ['--framework', 'qdc-v7'])).rows;
    expect(blank!.mapped).toMatchObject({ labels: ['Labelling not possible'] });
    expect(command.help).toContain('--framework single-label|qdc-v7|nice-qs15');
    await expect(run([], ['--framework', 'icd'])).rejects.toThrow('--framework is one of single-label, qdc-v7, nice-qs15');
  });

  it.each([['--genre', 'tweet'], ['--framework', 'icd'], ['--fast']])('refuses %s %s as a usage error', async (...args) => {
    await expect(run([], args)).rejects.toThrow(UsageError);
  });
});

test('any text gives an answer of the documented shape, with offsets inside the input', async () => {
  const analyse = createRowAnalysis({ genre: 'post', framework: 'single-label', explain: true, allThemes: false });
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'constructor ',
      '#constructor ',
      '__proto__ ',
      'Royal Free Hospital ',
      'QE ',
      '020 7946 0123 ',
      '\u0000',
      '\uD83D',
      '\u202E',
      'not good ',
      '😀',
      'toString ',
    ),
  );
  const texts = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const [row] = await analyse([{ id: 'x', text }]);
      expect(analyseOutput.safeParse(row).error).toBeUndefined();
      const { negative, neutral, positive } = row!.sentiment.probabilities;
      expect(negative + neutral + positive).toBeCloseTo(1);
      for (const { start, end } of [...row!.organisations, ...row!.unresolved, ...row!.clauses!, ...row!.words!]) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['analyse-input', analyseInput, 'input'],
  ['analyse-output', analyseOutput, 'output'],
] as const)('docs/schemas/%s.json is what the command reads or writes', async (name, schema, io) => {
  const held: unknown = JSON.parse(await readFile(new URL(`../../docs/schemas/${name}.json`, import.meta.url), 'utf8'));
  expect(held).toEqual(z.toJSONSchema(schema, { io }));
});
