import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import type { Writable } from 'node:stream';
import { systemClock } from '#core/clock.ts';
import { hasCode } from '#core/errors.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { collectSource } from '#ingest/collect-source.ts';
import { exitCodeOf, reportOf, type CollectEnd, type CollectReport } from '#ingest/collect-report.ts';
import { configureSource } from '#ingest/configure-sources.ts';
import type { Op } from '#ingest/connector.ts';
import { createPrepareOps, type PreparedSource } from '#ingest/prepare-ops.ts';
import { SourceError } from '#ingest/source-error.ts';
import { createVault } from '#ingest/vault.ts';
import type { Config } from '../config.ts';
import { createGuardedHttpClient } from '../http/guarded-http-client.ts';
import { createHttpClient } from '../http/http-client.ts';
import { openWebSocket } from '../http/web-socket.ts';
import { loadConfig } from '../load-environment.ts';
import { readCollectArguments, readSourceConfig } from './collect-options.ts';
import { UsageError, type Command, type CommandIo } from './command.ts';

const ENDS: Record<string, CollectEnd> = { 'source-config': 'config', 'source-policy': 'policy' };

export const command: Command = {
  help: `Usage: npm run -s earshot -- collect --source <id> [--config file.json] [--since T] [--until T] [--once] [--redact]

Prints what a source hands on, one operation a line as JSON, storing nothing. Texts and authors are as the source gave them; --redact prints what
would be queued instead. The file holds the configuration of this one source; every key is in docs/sources.md.
  --once            end when no page is left (a stream: after 5 quiet seconds); without it, until Ctrl+C
  --since, --until  ISO 8601; without --since the source's newest page, a stream from now on
Answers that were not simply good are JSON lines on standard error. Exit: 0 all read, 1 in part, 2 configuration or credentials,
3 source not available, 4 refused by the address guard or by the source's terms.

Example: npm run -s earshot -- collect --source mastodon --once --redact`,
  async run(args, io) {
    const { source, configFile, range, isOnce, isRedacted } = readCollectArguments(args);
    const config = loadConfig();
    const report = (line: CollectReport) => void io.stderr.write(`${JSON.stringify(line)}\n`);
    try {
      const configured = configureSource(source, await readSourceConfig(configFile));
      const { connector } = configured;
      const { id, genre, isUserGiven, mode } = connector.meta;
      if (mode === 'push') throw new UsageError(`"${id}" can't be read: others send to it. docs/push.md tells how.`);
      const http = isUserGiven ? createGuardedHttpClient({ allowPrivateHosts: config.allowPrivateHosts }) : createHttpClient();
      const present = isRedacted ? createRedactedPresenter(config, { id, genre }, report) : presentAsGiven;
      const output = createLineOutput(io);
      const ends = await collectSource(
        connector,
        configured.config,
        { cursor: configured.cursor, range, isOnce },
        {
          clock: systemClock,
          http,
          openSocket: openWebSocket,
          random: Math.random,
          signal: output.signal,
          maxWaitMs: config.collectMaxWaitSeconds * 1_000,
          report,
          write: (ops) => output.write(present(ops)),
        },
      );
      return exitCodeOf(ends);
    } catch (error) {
      if (error instanceof SourceError) {
        report(reportOf(source.slice(0, 40), error));
        return exitCodeOf([ENDS[error.code] ?? 'unavailable']);
      }
      if (!hasCode(error, 'config')) throw error;
      report({
        outcome: 'config',
        source: source.slice(0, 40),
        message: error.message,
        ...(error.setting ? { setting: error.setting } : {}),
      });
      return 2;
    }
  },
};

function presentAsGiven(ops: readonly Op[]): unknown[] {
  return ops.map((op) => (op.op === 'purge-author' ? { ...op, author: op.author.id } : op));
}

/** What would be queued. Without EARSHOT_PSEUDONYM_SECRET the pseudonyms are of this run only: nothing is stored. */
function createRedactedPresenter(config: Config, source: PreparedSource, report: (line: CollectReport) => void) {
  const prepare = createPrepareOps({
    clock: systemClock,
    vault: createVault(config.pseudonymSecret ?? randomBytes(32).toString('base64url')),
    retentionDays: config.retentionDays,
    redact: loadRedactor(),
  });
  return (ops: readonly Op[]): unknown[] =>
    prepare(ops, source).flatMap((outcome) => {
      if (outcome.type === 'keep') return [outcome.value];
      if (outcome.type === 'quarantine') report({ outcome: 'skip', source: source.id, message: 'An item is not valid and was left out.' });
      return [];
    });
}

/** Lines at the pace of their reader. When the reader goes away (`| head`), the signal aborts. */
function createLineOutput(io: CommandIo): { write(lines: readonly unknown[]): Promise<void>; signal: AbortSignal } {
  const stop = new AbortController();
  const stdout: Writable = io.stdout;
  stdout.on('error', () => stop.abort());
  const signal = AbortSignal.any([io.signal, stop.signal]);
  return {
    signal,
    async write(lines) {
      if (lines.length === 0 || signal.aborted) return;
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      if (!stdout.write(text)) await once(stdout, 'drain', { signal }).catch(() => undefined);
    },
  };
}
