import type { Chosen } from '#workers/reprocess/position.ts';
import { UsageError } from './command.ts';
import { parseFlags } from './parse-flags.ts';
import { readInstant } from './read-instant.ts';

export interface ReprocessFlags {
  chosen: Chosen;
  /** Posts analysed a second, at most. */
  rate: number;
  isRestart: boolean;
  /** Also those that these versions have analysed. */
  isAll: boolean;
}

export const DEFAULT_RATE = 500;
export const MAX_RATE = 10_000;

/** @throws UsageError that names the flag and what it takes. */
export function readReprocessOptions(args: string[]): ReprocessFlags {
  const { from, to, theme, rate, restart, all } = parse(args);
  const fromMs = readInstant('--from', from);
  const toMs = readInstant('--to', to);
  if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs) {
    throw new UsageError('--from must be before --to; --to itself is left out, so one whole day is --from 2026-11-16 --to 2026-11-17.');
  }
  return { chosen: { fromMs, toMs, theme: readTheme(theme) }, rate: readRate(rate), isRestart: restart ?? false, isAll: all ?? false };
}

function parse(args: string[]) {
  return parseFlags(args, {
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      theme: { type: 'string' },
      rate: { type: 'string' },
      restart: { type: 'boolean' },
      all: { type: 'boolean' },
    },
  }).values;
}

/** Its form alone: an older taxonomy may have had themes that this one lacks. */
function readTheme(given: string | undefined): string | undefined {
  const theme = given?.toLowerCase();
  if (theme === undefined || /^[a-z0-9][a-z0-9.-]{0,199}$/.test(theme)) return theme;
  throw new UsageError(
    '--theme must be the id of a theme or category, such as access-to-medical-care-support: docs/taxonomy.md lists them.',
  );
}

function readRate(given: string | undefined): number {
  if (given === undefined) return DEFAULT_RATE;
  const rate = /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN;
  if (rate >= 1 && rate <= MAX_RATE) return rate;
  throw new UsageError(`--rate is a whole number of posts a second from 1 to ${MAX_RATE.toLocaleString('en-GB')}.`);
}
