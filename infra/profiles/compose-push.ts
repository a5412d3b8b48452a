import type { ApiPush } from '#api/deps.ts';
import { QUEUES } from '#core/jobs.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import { PUSH_SOURCE } from '#core/push.ts';
import type { Config } from '#infra/config.ts';
import { CONNECTORS } from '#ingest/connectors/index.ts';
import { createPushStatus } from '#ingest/connectors/push/push-status.ts';
import { createPushReceiver } from '#ingest/connectors/push/receive-push.ts';
import { createPrepareOps } from '#ingest/prepare-ops.ts';
import { markOff } from '#ingest/status-board.ts';
import { createVault } from '#ingest/vault.ts';
import type { Profile } from './profile.ts';
import { loadRedactor } from './redactor.ts';

export interface PushParts {
  config: Pick<Config, 'pushKeys' | 'pushMaxWaiting' | 'retentionDays'>;
  metrics: Metrics;
}

/** The way in for those who push, or nothing where no secret is set. Says in the source's status which it is. */
export async function openPush(profile: Profile, { config, metrics }: PushParts): Promise<ApiPush | undefined> {
  if (!config.pushKeys) {
    await markOff(PUSH_SOURCE, 'push', profile);
    return undefined;
  }
  const { clock, coordination, documents, intake, jobs, pseudonymSecret } = profile;
  const vault = createVault(pseudonymSecret);
  await createPushStatus(profile).open();
  return {
    keys: config.pushKeys,
    receive: createPushReceiver({
      clock,
      prepare: createPrepareOps({ clock, vault, retentionDays: config.retentionDays, redact: loadRedactor() }),
      intake,
      ledger: coordination.ledger,
      documents,
      metrics,
      countWaiting: async () => (await jobs.counts(QUEUES.analyse)).waiting,
      maxWaiting: config.pushMaxWaiting,
      ownSources: new Set(Object.keys(CONNECTORS).filter((id) => id !== PUSH_SOURCE)),
    }),
  };
}
