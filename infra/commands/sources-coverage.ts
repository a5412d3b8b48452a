import { systemClock } from '#core/clock.ts';
import { DAY_MS } from '#core/calendar.ts';
import { coveredShare, type CoverageStretch } from '#core/source-coverage.ts';
import type { Config } from '#infra/config.ts';
import { readCoverageOperation } from '#infra/profiles/coverage-operations.ts';
import { withProfile } from '#infra/profiles/with-profile.ts';
import { CONNECTORS } from '#ingest/connectors/index.ts';
import { UsageError, type CommandIo } from './command.ts';
import { parseFlags } from './parse-flags.ts';
import { readInstant } from './read-instant.ts';

interface CoverageOptions {
  source: string;
  fromMs: number;
  toMs: number;
}

const USUAL_DAYS = 28;

const SAYINGS: Record<CoverageStretch['kind'], string> = {
  began: 'not collected yet',
  stopped: 'Earshot did not run; what was posted was collected later, but for what is missing',
  outage: 'nothing came; what was posted was collected later, but for what is missing',
  missing: 'missing',
  backfill: 'read back later',
};

/** @throws UsageError that names the flag and what it takes. */
export function readCoverageOptions(args: string[]): CoverageOptions {
  const { values, positionals } = parseFlags(args, {
    options: { from: { type: 'string' }, to: { type: 'string' } },
    allowPositionals: true,
  });
  const [source, ...others] = positionals;
  if (source === undefined || others.length > 0) throw new UsageError('"sources coverage" takes the id of one source.');
  if (!Object.hasOwn(CONNECTORS, source)) {
    throw new UsageError(`There is no source "${source.slice(0, 40)}". The sources are ${Object.keys(CONNECTORS).join(', ')}.`);
  }
  const toMs = readInstant('--to', values.to) ?? systemClock.now();
  const fromMs = readInstant('--from', values.from) ?? toMs - USUAL_DAYS * DAY_MS;
  if (fromMs >= toMs) throw new UsageError('--from must be before --to.');
  return { source, fromMs, toMs };
}

export async function showCoverage({ source, fromMs, toMs }: CoverageOptions, config: Config, io: CommandIo): Promise<number> {
  const stretches = await withProfile(config, io, (access) => access.call(readCoverageOperation, { source, fromMs, toMs }));
  const pastMs = Math.min(toMs, Math.max(fromMs, systemClock.now()));
  const percent = Math.floor(coveredShare(stretches, fromMs, pastMs) * 1_000) / 10;
  io.stdout.write(`${source}, ${instant(fromMs)} to ${instant(toMs)}: ${percent} % of the time is held, as far as the ledger tells.\n`);
  if (stretches.length === 0) io.stdout.write('Nothing is noted against it; a source that never ran has no notes either.\n');
  for (const { kind, fromMs: start, toMs: end, share, reason } of stretches) {
    const part = share < 1 ? ` (${Math.round(share * 100)} % of its parts)` : '';
    io.stdout.write(`  ${start === 0 ? 'before' : `${instant(start)} to`} ${instant(end)}  ${SAYINGS[kind]}${part}: ${reason}\n`);
  }
  return 0;
}

function instant(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16)}Z`;
}
