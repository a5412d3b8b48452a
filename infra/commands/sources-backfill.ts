import { systemClock } from '#core/clock.ts';
import { DAY_MS } from '#core/calendar.ts';
import type { Config } from '#infra/config.ts';
import { createGuardedHttpClient } from '#infra/http/guarded-http-client.ts';
import { createHttpClient } from '#infra/http/http-client.ts';
import { openWebSocket } from '#infra/http/web-socket.ts';
import { createMetrics } from '#infra/metrics.ts';
import { readSourcesFile } from '#infra/profiles/compose-ingest.ts';
import { noteCoverageOperation } from '#infra/profiles/coverage-operations.ts';
import { loadGazetteer } from '#infra/profiles/gazetteer.ts';
import { readAdditions } from '#infra/profiles/keep-additions.ts';
import { reachDocuments } from '#infra/profiles/document-operations.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { withProfile, type ProfileAccess } from '#infra/profiles/with-profile.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { backfillSource, type BackfillSummary } from '#ingest/backfill-source.ts';
import { exitCodeOf } from '#ingest/collect-report.ts';
import { configureSources } from '#ingest/configure-sources.ts';
import { createPrepareOps } from '#ingest/prepare-ops.ts';
import type { ConfiguredSource } from '#ingest/run-sources.ts';
import { createVault } from '#ingest/vault.ts';
import { UsageError, type CommandIo } from './command.ts';
import { parseFlags } from './parse-flags.ts';
import { readInstant } from './read-instant.ts';

interface BackfillOptions {
  id: string;
  sinceMs: number;
  untilMs: number;
}

const PROGRESS_EVERY = 1_000;

/** @throws UsageError that names the flag and what it takes. */
export function readBackfillOptions(args: string[]): BackfillOptions {
  const { values, positionals } = parseFlags(args, {
    options: { from: { type: 'string' }, to: { type: 'string' } },
    allowPositionals: true,
  });
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) throw new UsageError('"sources backfill" takes the id of one source.');
  const sinceMs = readInstant('--from', values.from);
  if (sinceMs === undefined) throw new UsageError('"sources backfill" needs --from, such as --from 2026-11-16.');
  const nowMs = systemClock.now();
  const untilMs = readInstant('--to', values.to) ?? nowMs;
  if (sinceMs >= untilMs) throw new UsageError('--from must be before --to.');
  if (sinceMs >= nowMs) throw new UsageError('--from must be in the past.');
  // What is still to come can't have been read.
  return { id, sinceMs, untilMs: Math.min(untilMs, nowMs) };
}

/** Reads a range of a source's past into the queue, and says in the ledger that it was added later. */
export async function backfill(options: BackfillOptions, config: Config, io: CommandIo): Promise<number> {
  const [source] = configureSources([options.id], await readSourcesFile(config.sourcesFile));
  if (!source) throw new UsageError(`"${options.id}" has nothing to read: its configuration names no part of it.`);
  if (!source.connector.meta.capabilities.backfill) {
    throw new UsageError(`"${options.id}" can't be read back in time: it shows what is newest only.`);
  }
  const oldestMs = systemClock.now() - config.retentionDays * DAY_MS;
  const range = { sinceMs: Math.max(options.sinceMs, oldestMs), untilMs: options.untilMs };
  if (range.sinceMs >= range.untilMs)
    throw new UsageError('The whole range is older than EARSHOT_RETENTION_DAYS: nothing of it would be kept.');
  if (range.sinceMs > options.sinceMs) io.stdout.write('Begins at the retention (EARSHOT_RETENTION_DAYS): what is older is not kept.\n');
  return withProfile(config, io, (access) => readBack(source, range, config, access, io), { work: true });
}

async function readBack(
  source: ConfiguredSource,
  range: { sinceMs: number; untilMs: number },
  config: Config,
  access: ProfileAccess,
  io: CommandIo,
): Promise<number> {
  const { id, isUserGiven } = source.connector.meta;
  loadGazetteer().use(await readAdditions(reachDocuments(access)));
  await using coordination = await openSqliteCoordination({ file: ':memory:', clock: systemClock });
  const vault = createVault(access.pseudonymSecret);
  let told = 0;
  const summary = await backfillSource(source.connector, source.config, range, {
    clock: systemClock,
    http: isUserGiven ? createGuardedHttpClient({ allowPrivateHosts: config.allowPrivateHosts }) : createHttpClient(),
    openSocket: openWebSocket,
    budgets: coordination.budgets,
    metrics: createMetrics(),
    prepare: createPrepareOps({ clock: systemClock, vault, retentionDays: config.retentionDays, redact: loadRedactor() }),
    intake: access.intake,
    random: Math.random,
    signal: io.signal,
    maxWaitMs: config.collectMaxWaitSeconds * 1_000,
    report: ({ outcome, message }) => void io.stderr.write(`${outcome}: ${message}\n`),
    onProgress(posts, earliestMs) {
      if (posts - told < PROGRESS_EVERY) return;
      told = posts;
      io.stderr.write(`${posts.toLocaleString('en-GB')} posts, the earliest of ${new Date(earliestMs).toISOString().slice(0, 16)}Z\n`);
    },
  });
  io.stdout.write(describe(id, summary));
  const isWhole = !io.signal.aborted && summary.ends.every((end) => end === 'whole');
  if (isWhole) await access.call(noteCoverageOperation, { source: id, stretch: stretchOf(range) });
  if (access.where === 'opened') await access.settled();
  return io.signal.aborted ? 130 : exitCodeOf(summary.ends);
}

function stretchOf({ sinceMs, untilMs }: { sinceMs: number; untilMs: number }) {
  const reason = 'Read by "sources backfill".';
  return { kind: 'backfill' as const, fromMs: sinceMs, toMs: untilMs, share: 1, reason, notedAtMs: systemClock.now() };
}

function describe(id: string, { posts, left, ends }: BackfillSummary): string {
  const failed = ends.filter((end) => end !== 'whole').length;
  const count = (value: number) => value.toLocaleString('en-GB');
  return [
    `${id}: ${count(posts)} posts were handed over; what was held already adds nothing.`,
    ...(left > 0 ? [`${count(left)} were left out: without text, or not valid.`] : []),
    ...(failed > 0
      ? [`${failed} of ${ends.length} parts were not read to the end; the same command begins again and adds nothing twice.`]
      : []),
    '',
  ].join('\n');
}
