import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { configError } from '#core/errors.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { Config } from '#infra/config.ts';
import { createGuardedHttpClient } from '#infra/http/guarded-http-client.ts';
import { createHttpClient } from '#infra/http/http-client.ts';
import { openWebSocket } from '#infra/http/web-socket.ts';
import type { Logger } from '#infra/logger.ts';
import { configureSources } from '#ingest/configure-sources.ts';
import { CONNECTORS } from '#ingest/connectors/index.ts';
import { createPrepareOps } from '#ingest/prepare-ops.ts';
import { runSources } from '#ingest/run-sources.ts';
import { markOff } from '#ingest/status-board.ts';
import { createVault } from '#ingest/vault.ts';
import type { Profile } from './profile.ts';

export interface IngestParts {
  config: Pick<Config, 'sources' | 'sourcesFile' | 'retentionDays' | 'allowPrivateHosts'>;
  logger: Logger;
  metrics: Metrics;
}

/**
 * Starts collecting from the configured sources. Disposing it ends what is being read; nothing that was handed over is lost.
 * @throws EarshotError 'config' when a source is unknown or its configuration is wrong.
 */
export async function startIngest(profile: Profile, { config, logger, metrics }: IngestParts): Promise<AsyncDisposable> {
  const sources = configureSources(config.sources, await readSourcesFile(config.sourcesFile));
  const collected = new Set(sources.map(({ connector }) => connector.meta.id));
  // What is pushed comes in by the API, which says itself how that is.
  const off = Object.values(CONNECTORS).filter(({ meta }) => meta.mode !== 'push' && !collected.has(meta.id));
  for (const { meta } of off) await markOff(meta.id, meta.mode, profile);
  const { clock, coordination, documents, intake, posts, pseudonymSecret } = profile;
  const vault = createVault(pseudonymSecret);
  return runSources(sources, {
    clock,
    http: createHttpClient(),
    guardedHttp: createGuardedHttpClient({ allowPrivateHosts: config.allowPrivateHosts }),
    openSocket: openWebSocket,
    coordination,
    documents,
    intake,
    posts,
    vault,
    prepare: createPrepareOps({ clock, vault, retentionDays: config.retentionDays, redact: loadRedactor() }),
    metrics,
    log: logger,
    holder: `${hostname()}-${process.pid}-${randomUUID()}`,
  });
}

/** @throws EarshotError 'config' when the file is missing or is not JSON. */
export async function readSourcesFile(path: string | undefined): Promise<unknown> {
  if (path === undefined) return {};
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw configError('EARSHOT_SOURCES_FILE', `The file "${path}" of EARSHOT_SOURCES_FILE can't be read.`, error);
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold a credential.
    throw configError('EARSHOT_SOURCES_FILE', `The file "${path}" of EARSHOT_SOURCES_FILE is not JSON.`);
  }
}
