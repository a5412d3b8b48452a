import { readFile } from 'node:fs/promises';
import type { ReadRange } from '#ingest/connector.ts';
import { SourceError } from '#ingest/source-error.ts';
import { UsageError } from './command.ts';
import { parseFlags } from './parse-flags.ts';

export interface CollectArguments {
  source: string;
  configFile: string | undefined;
  range: ReadRange;
  isOnce: boolean;
  isRedacted: boolean;
}

/** @throws UsageError that names the flag and what it takes. */
export function readCollectArguments(args: string[]): CollectArguments {
  const { source, config, since, until, once, redact } = parse(args);
  if (!source) throw new UsageError('"collect" needs --source <id>.');
  const range = { sinceMs: instantOf('--since', since), untilMs: instantOf('--until', until) };
  if (range.sinceMs !== undefined && range.untilMs !== undefined && range.sinceMs >= range.untilMs) {
    throw new UsageError('--since must be before --until.');
  }
  return { source, configFile: config, range, isOnce: once ?? false, isRedacted: redact ?? false };
}

function parse(args: string[]) {
  return parseFlags(args, {
    options: {
      source: { type: 'string' },
      config: { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string' },
      once: { type: 'boolean' },
      redact: { type: 'boolean' },
    },
  }).values;
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** Without a zone: UTC. */
function instantOf(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const isZoned = text.includes('T') && /(?:Z|[+-]\d{2}:?\d{2})$/.test(text);
  const at = ISO.test(text) ? Date.parse(isZoned || !text.includes('T') ? text : `${text}Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new UsageError(`${flag} must be an ISO 8601 date or time, such as 2026-11-16 or 2026-11-16T09:00:00Z.`);
  return at;
}

/** The configuration of one source. @throws SourceError 'config'; the message never quotes the file. */
export async function readSourceConfig(path: string | undefined): Promise<unknown> {
  if (path === undefined) return {};
  const wrong = (problem: string, cause: unknown) =>
    new SourceError({ type: 'config', setting: '--config' }, `The file of --config ${problem}.`, { cause });
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw wrong('can’t be read', error);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // The parser's own message quotes the text, which may hold a credential.
    throw wrong('is not JSON', undefined);
  }
}
