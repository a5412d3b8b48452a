import type { Clock } from '#core/clock.ts';
import { unavailable } from '#core/errors.ts';
import type { QueuedOp } from '#core/jobs.ts';
import { createRedactor } from '#core/language/redactor/redactor.ts';
import type { BatchLedger } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { Push, PushAnswer } from '#core/push.ts';
import { createPushReceiver } from '../connectors/push/receive-push.ts';
import { createPrepareOps } from '../prepare-ops.ts';
import { createVault } from '../vault.ts';

/** The real receiver over given stores, and a queue that can be deep or refuse. */
export interface PushRig {
  receive: (push: Push) => Promise<PushAnswer>;
  /** What is durable in the queue, in order. */
  queued: QueuedOp[];
  queue: { refuses: boolean; waiting: number };
}

interface Stores {
  clock: Clock;
  ledger: BatchLedger;
  documents: DocumentStore;
  metrics: Metrics;
}

export const MAX_WAITING = 10;

export function createPushRig(stores: Stores): PushRig {
  const queued: QueuedOp[] = [];
  const queue = { refuses: false, waiting: 0 };
  const { clock } = stores;
  const receive = createPushReceiver({
    ...stores,
    prepare: createPrepareOps({
      clock,
      vault: createVault('a secret for tests, long enough to be one'),
      retentionDays: 396,
      redact: createRedactor(),
    }),
    intake: {
      async submit(ops) {
        if (queue.refuses) throw unavailable('The queue');
        queued.push(...ops);
      },
    },
    countWaiting: async () => queue.waiting,
    maxWaiting: MAX_WAITING,
    ownSources: new Set(['bluesky', 'file']),
  });
  return { receive, queued, queue };
}
