import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { z } from 'zod';
import { EarshotError } from '#core/errors.ts';
import type { CommandIo } from './command.ts';
import { readLines } from '#ingest/read-lines.ts';

/** Longest line that a filter accepts: far above the 20 kB that a text is cut at, far below what would fill the memory. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;

export interface LineFilter<In, Out> {
  schema: z.ZodType<In>;
  /** One output for each row, in order. Rows of one batch are lines that arrived together. */
  handle(rows: In[]): Promise<Out[]> | Out[];
  /** Rows handed over at once, at most. */
  batchSize?: number;
  maxLineBytes?: number;
}

interface Row<In> {
  line: number;
  value: In;
}

/**
 * Reads NDJSON from standard input and writes one line of JSON for each good line, in order and in constant memory. A
 * bad line becomes `line N: reason` on standard error, which never quotes the line. Blank lines are skipped.
 *
 * @returns the exit code: 0, or 1 if there was a bad line or the run was interrupted.
 */
export async function runLineFilter<In, Out>(io: CommandIo, filter: LineFilter<In, Out>): Promise<number> {
  const batchSize = filter.batchSize ?? 1;
  const output = createLineWriter(io.stdout);
  const errors = createLineWriter(io.stderr);
  let hasBadLine = false;
  let batch: Row<In>[] = [];

  async function report(line: number, reason: string): Promise<void> {
    hasBadLine = true;
    await flush();
    await errors.write(`line ${line}: ${reason}\n`);
  }

  async function flush(): Promise<void> {
    if (batch.length === 0) return;
    const rows = batch;
    batch = [];
    for (const result of await handleRows(filter, rows)) {
      if ('output' in result) await output.write(`${JSON.stringify(result.output)}\n`);
      else {
        hasBadLine = true;
        await errors.write(`line ${result.line}: ${result.problem}\n`);
      }
    }
  }

  for await (const lines of readLines(io.stdin, filter.maxLineBytes ?? MAX_LINE_BYTES)) {
    if (io.signal.aborted || output.isClosed()) break;
    for (const line of lines) {
      if ('problem' in line) {
        await report(line.number, line.problem);
        continue;
      }
      if (line.text.trim() === '') continue;
      const parsed = parseLine(line.text, filter.schema);
      if ('problem' in parsed) {
        await report(line.number, parsed.problem);
        continue;
      }
      batch.push({ line: line.number, value: parsed.value });
      if (batch.length >= batchSize) await flush();
    }
    await flush();
  }
  return hasBadLine || io.signal.aborted ? 1 : 0;
}

type RowResult<Out> = { output: Out } | { line: number; problem: string };

/** A batch that fails is tried again row by row, so that only the rows at fault are reported. */
async function handleRows<In, Out>(filter: LineFilter<In, Out>, rows: Row<In>[]): Promise<RowResult<Out>[]> {
  try {
    const outputs = await filter.handle(rows.map((row) => row.value));
    if (outputs.length !== rows.length) throw new TypeError('a filter must return one output for each row');
    return outputs.map((output) => ({ output }));
  } catch (error) {
    if (rows.length > 1) {
      const results: RowResult<Out>[] = [];
      for (const row of rows) results.push(...(await handleRows(filter, [row])));
      return results;
    }
    return [{ line: rows[0]!.line, problem: error instanceof EarshotError ? error.message : 'could not be processed' }];
  }
}

function parseLine<In>(text: string, schema: z.ZodType<In>): { value: In } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    return { problem: 'is not valid JSON' };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  const field = issue?.path.length ? `"${issue.path.join('.')}": ` : '';
  return { problem: `${field}${issue?.message ?? 'is not valid'}` };
}

export interface LineWriter {
  /** Resolves when the stream takes more, or was closed by its reader. */
  write(text: string): Promise<void>;
  isClosed(): boolean;
}

/** Writes with backpressure. A reader that went away (`| head`) closes the writer instead of crashing the program. */
export function createLineWriter(stream: Writable): LineWriter {
  let closed = false;
  stream.once('close', () => (closed = true));
  stream.on('error', () => (closed = true));
  return {
    isClosed: () => closed,
    async write(text) {
      if (closed || stream.write(text)) return;
      await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => (closed = true));
    },
  };
}
