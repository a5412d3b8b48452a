import { loadRedactor } from '#infra/profiles/redactor.ts';
import type { Command } from './command.ts';
import { runLineFilter } from './line-filter.ts';
import { noArguments } from './no-arguments.ts';
import { redactInput, type RedactInput, type RedactOutput } from './redact-format.ts';

export const command: Command = {
  help: `Usage: npm run -s earshot -- redact < in.ndjson > out.ndjson

Reads one JSON object a line, {"id", "text"}, and writes {"id", "text", "spans": [{"start", "end", "type"}]} for each, in order: the text with
personal identifiers and people's names replaced, and where they were in the input (UTF-16 code units, end exclusive). Formats: docs/schemas/redact-*.json.
A bad line becomes "line N: reason" on standard error; the exit code is then 1. Names of organisations and of holders of public office stay.

Example: echo '{"id":"1","text":"Ring me on 020 7946 0123"}' | npm run -s earshot -- redact`,
  async run(args, io) {
    noArguments('redact', args);
    const redact = loadRedactor();

    function redactRow({ id, text: input }: RedactInput): RedactOutput {
      const { text, spans } = redact(input);
      return { id, text, spans };
    }
    return runLineFilter(io, { schema: redactInput, batchSize: 200, handle: (rows) => rows.map(redactRow) });
  },
};
