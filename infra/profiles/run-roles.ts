import { resolve } from 'node:path';
import { systemClock } from '#core/clock.ts';
import { configError } from '#core/errors.ts';
import { ensurePage } from '#infra/build-page.ts';
import type { CommandIo } from '#infra/commands/command.ts';
import type { Config } from '#infra/config.ts';
import { createLogger } from '#infra/logger.ts';
import { createMetrics } from '#infra/metrics.ts';
import { isLoopback, serve } from '#infra/serve.ts';
import { createApiApp, onlyOperations } from './compose-api.ts';
import { openPush } from './compose-push.ts';
import { startIngest } from './compose-ingest.ts';
import { keepAdditions, warnOfAdditions } from './keep-additions.ts';
import { loadGazetteer } from './gazetteer.ts';
import { startMeasuring } from './measure.ts';
import { startWorker } from './compose-worker.ts';
import { openProfile, profileName } from './open-profile.ts';
import type { Profile } from './profile.ts';
import { publishFrameworks } from './publish-frameworks.ts';

export const ROLES = ['ingest', 'worker', 'api'] as const;
export type Role = (typeof ROLES)[number];

export interface RunOptions {
  /** Invented posts only: every answer says so. */
  synthetic?: boolean;
  /** Called when the stores are open and the worker runs, before anything is served. */
  prepare?: (profile: Profile) => Promise<void>;
  /** What to say instead of the usual lines once it serves, given the address. */
  introduce?: (address: string) => string;
  /** Serve the web app, building it if its sources changed. Default true. */
  page?: boolean;
}

const DRAIN_MS = 30_000;

/**
 * Runs roles in this process until it is asked to stop; then it takes no more work, finishes what it began and closes everything in
 * reverse order, within 30 seconds. A second signal ends it at once: nothing that was acknowledged is lost by that.
 *
 * @returns the exit code.
 * @throws EarshotError when a setting is wrong, a port is taken, or another process uses the data folder.
 */
export async function runRoles(roles: readonly Role[], config: Config, io: CommandIo, options: RunOptions = {}): Promise<number> {
  const isWhole = roles.length === ROLES.length;
  checkSettings(roles, config);
  const logger = createLogger(config.logLevel);
  const metrics = createMetrics({ process: true });
  await using resources = new AsyncDisposableStack();
  const pageFolder = roles.includes('api') && options.page !== false ? await ensurePage(io.stdout) : undefined;
  const progress = (text: string) => void io.stdout.write(`${text}\n`);
  const profile = resources.use(await openProfile(config, { logger, clock: systemClock, metrics, progress }));
  const parts = { config, logger, metrics };
  await publishFrameworks(profile.documents, logger);

  if (roles.includes('api') || roles.includes('ingest')) {
    resources.use(await keepAdditions(loadGazetteer(), profile.documents, { onError: warnOfAdditions(logger) }));
  }
  const measuring = resources.use(startMeasuring(profile, parts));
  if (roles.includes('worker')) resources.use(await startWorker(profile, parts));
  await options.prepare?.(profile);
  const synthetic = options.synthetic ?? false;
  // Invented posts stay among themselves.
  const push = roles.includes('api') && !synthetic ? await openPush(profile, parts) : undefined;
  const app = createApiApp(profile, { ...parts, measuring, pageFolder, synthetic, push });
  const server = resources.use(await serve(roles.includes('api') ? app : onlyOperations(app), { host: config.host, port: config.port }));
  await profile.announce(server.address);
  if (isWhole) {
    io.stdout.write(options.introduce?.(server.address) ?? introduction(config, profile, server.address));
    if (config.adminKey === undefined) io.stdout.write('No key configured: reading is open on this machine only.\n');
  } else io.stdout.write(`Earshot runs as ${roles.join(', ')}. Health and metrics: ${server.address}\n`);
  if (roles.includes('ingest')) resources.use(await startIngest(profile, parts));

  await untilAborted(io.signal);
  logger.info({ reason: String(io.signal.reason) }, 'stopping: finishing what was begun');
  endAtOnceOnSecondSignal();
  const deadline = setTimeout(() => {
    logger.error({ seconds: DRAIN_MS / 1_000 }, 'did not finish in time and ends now; unfinished batches are done again at the next start');
    process.exit(1);
  }, DRAIN_MS);
  await resources.disposeAsync();
  clearTimeout(deadline);
  return 0;
}

/** @throws EarshotError 'config' for settings that don't fit the roles. */
export function checkSettings(roles: readonly Role[], config: Config): void {
  const name = profileName(config);
  if (name === 'embedded' && roles.length < ROLES.length) {
    throw configError(
      'REDIS_URL',
      `"${roles.join(', ')}" alone needs the production profile: set REDIS_URL and ELASTICSEARCH_URL. Without them everything runs in one ` +
        'process: npm start.',
    );
  }
  if (!isLoopback(config.host) && config.adminKey === undefined) {
    throw configError(
      'EARSHOT_ADMIN_KEY',
      `HOST is ${config.host}, which others can reach: set EARSHOT_ADMIN_KEY to at least 32 random characters, or HOST to 127.0.0.1.`,
    );
  }
}

function introduction(config: Config, profile: Profile, address: string): string {
  const sources = config.sources.filter((source) => source !== 'none');
  const kept = profile.name === 'embedded' ? resolve(config.dataFolder) : `Elasticsearch (indices ${config.indexPrefix}-*) and Redis`;
  const lines = [
    sources.length
      ? `Collects public comments about NHS care from: ${sources.join(', ')}.`
      : 'Collects nothing: EARSHOT_SOURCES is "none".',
    `Keeps them in ${kept}, without names of authors, links, and what it recognises as personal data.`,
    'To collect nothing, start with EARSHOT_SOURCES=none. To stop, press Ctrl+C.',
    '',
    `The page: ${address}`,
  ];
  return `${lines.join('\n')}\n`;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function endAtOnceOnSecondSignal(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}
