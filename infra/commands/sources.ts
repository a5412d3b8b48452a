import { systemClock } from '#core/clock.ts';
import type { SourceStatus } from '#core/ports/source-status.ts';
import { checkSource } from '#ingest/check-source.ts';
import { configureSources } from '#ingest/configure-sources.ts';
import { CONNECTORS } from '#ingest/connectors/index.ts';
import type { Config } from '../config.ts';
import { createGuardedHttpClient } from '../http/guarded-http-client.ts';
import { createHttpClient } from '../http/http-client.ts';
import { openWebSocket } from '../http/web-socket.ts';
import { loadConfig } from '../load-environment.ts';
import { readSourcesFile } from '../profiles/compose-ingest.ts';
import { statusOperation } from '../profiles/operations.ts';
import { withProfile } from '../profiles/with-profile.ts';
import { readCoverageOptions, showCoverage } from './sources-coverage.ts';
import { backfill, readBackfillOptions } from './sources-backfill.ts';
import { UsageError, type Command, type CommandIo } from './command.ts';

const CHECK_TIMEOUT_MS = 20_000;

export const command: Command = {
  help: `Usage: npm run -s earshot -- sources list
       npm run -s earshot -- sources check [<id> …]
       npm run -s earshot -- sources coverage <id> [--from DATE] [--to DATE]
       npm run -s earshot -- sources backfill <id> --from DATE [--to DATE]

list      every source, how it is doing, when something last came from it, and where posts may be missing
check     asks each source that EARSHOT_SOURCES names (or those given) once, and says what it answered. Keeps nothing. Exit 3 if one fails
coverage  when a source was out, not collected, or read back later, and how much of the time is held (default: the last 28 days)
backfill  reads posts of past dates, beside what is collected, as far back as the source shows them and EARSHOT_RETENTION_DAYS keeps them.
          Exit codes as of collect; 130 if it was stopped. Begun again, it adds nothing twice

Dates are ISO 8601 with a time zone, or a date alone, which begins at midnight in London.

Example: EARSHOT_SOURCES=rss npm run -s earshot -- sources check`,
  async run([action, ...rest], io) {
    if (action === 'list' && rest.length === 0) return list(loadConfig(), io);
    if (action === 'check' && !rest.some((id) => id.startsWith('-'))) return check(loadConfig(), rest, io);
    if (action === 'coverage') return showCoverage(readCoverageOptions(rest), loadConfig(), io);
    if (action === 'backfill') return backfill(readBackfillOptions(rest), loadConfig(), io);
    throw new UsageError('"sources" takes list, check with the ids of sources, coverage or backfill.');
  },
};

async function list(config: Config, io: CommandIo): Promise<number> {
  const { sources } = await withProfile(config, io, (access) => access.call(statusOperation, null));
  const wanted = new Set(config.sources);
  for (const { meta } of Object.values(CONNECTORS)) {
    const status = sources.find(({ id }) => id === meta.id);
    const state = wanted.has(meta.id) || meta.mode === 'file' || meta.mode === 'push' ? (status?.state ?? 'not started yet') : 'off';
    io.stdout.write(`${meta.id.padEnd(16)} ${meta.mode.padEnd(7)} ${state}${status ? details(status) : ''}\n`);
    for (const { fromMs, toMs, reason } of status?.gaps ?? []) {
      io.stdout.write(`  posts may be missing from ${instant(fromMs)} to ${toMs === null ? 'now' : instant(toMs)}: ${reason}\n`);
    }
    if (status?.recheck) io.stdout.write(`  ${describeRecheck(status.recheck)}\n`);
  }
  return 0;
}

function details({ lastSuccessAtMs, nextTryAtMs, detail }: SourceStatus): string {
  const last = lastSuccessAtMs === null ? '' : `, last read ${instant(lastSuccessAtMs)}`;
  const next = nextTryAtMs === null ? '' : `, next try ${instant(nextTryAtMs)}`;
  return `${last}${next}${detail ? `\n  ${detail}` : ''}`;
}

function describeRecheck({ completedAtMs, detail }: NonNullable<SourceStatus['recheck']>): string {
  const when = completedAtMs === null ? 'not yet' : instant(completedAtMs);
  return `held posts all looked at again: ${when}${detail ? `. ${detail}` : ''}`;
}

function instant(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}

async function check(config: Config, ids: readonly string[], io: CommandIo): Promise<number> {
  const guarded = createGuardedHttpClient({ allowPrivateHosts: config.allowPrivateHosts });
  const plain = createHttpClient();
  let failed = 0;
  for (const { connector, config: own } of configureSources(ids.length ? ids : config.sources, await readSourcesFile(config.sourcesFile))) {
    const { id, isUserGiven } = connector.meta;
    const http = isUserGiven ? guarded : plain;
    const deps = { clock: systemClock, http, openSocket: openWebSocket, signal: io.signal, timeoutMs: CHECK_TIMEOUT_MS };
    for await (const { partition, problem, tookMs } of checkSource(connector, own, deps)) {
      failed += problem ? 1 : 0;
      const result = problem ? `${problem.outcome}: ${problem.message}` : `ok, ${(tookMs / 1_000).toFixed(1)} s`;
      io.stdout.write(`${id.padEnd(16)} ${nameOf(partition).padEnd(40)} ${result}\n`);
    }
  }
  return failed ? 3 : 0;
}

/** A feed's address may hold a key behind its "?". */
function nameOf(partition: string): string {
  return partition.replace(/\?.*$/, '');
}
