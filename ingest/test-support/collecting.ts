import { createRedactor } from '#core/language/redactor/redactor.ts';
import type { QueuedOp } from '#core/jobs.ts';
import { unavailable } from '#core/errors.ts';
import type { Coordination } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { HttpClient } from '#core/ports/http.ts';
import type { OpenSocket } from '#core/ports/socket.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import { sourceStatusDocument, type SourceStatus } from '#core/ports/source-status.ts';
import { buildPost } from '#core/test-support/analysed-post.ts';
import { createVirtualClock, type VirtualClock } from '#core/virtual-clock.ts';
import { createMetrics } from '#infra/metrics.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { openSqlitePostStore } from '#infra/sqlite/post-store.ts';
import { configureSource } from '../configure-sources.ts';
import type { Connector } from '../connector.ts';
import { createPrepareOps } from '../prepare-ops.ts';
import { runSources } from '../run-sources.ts';
import { createVault } from '../vault.ts';

/** The real runtime over stores in memory, a clock that tests move, and a queue that can be made to refuse. */
export interface Collecting extends AsyncDisposable {
  clock: VirtualClock;
  coordination: Coordination;
  documents: DocumentStore;
  posts: PostStore;
  /** What is durable in the queue, in order. */
  queued: QueuedOp[];
  queue: { refuses: boolean; stalls: boolean };
  logs: { level: 'info' | 'warn'; data: object; message: string }[];
  start(options: StartOptions): AsyncDisposable;
  status(id: string): Promise<SourceStatus | undefined>;
  cursors(): Promise<unknown[]>;
  texts(): string[];
  /** Puts what was queued since the last time into the store, as workers would. */
  store(): Promise<void>;
}

export interface StartOptions {
  /** A registered one by its id, or one of the test's own. */
  source: string | Connector;
  config: unknown;
  http?: HttpClient;
  openSocket?: OpenSocket;
  holder?: string;
}

const nothing = () => Promise.reject(new Error('this source must not use it'));

export async function openCollecting(): Promise<Collecting> {
  const clock = createVirtualClock();
  await using stores = new AsyncDisposableStack();
  const coordination = stores.use(await openSqliteCoordination({ file: ':memory:', clock }));
  const documents = stores.use(await openSqliteDocumentStore({ file: ':memory:' }));
  const posts = stores.use(await openSqlitePostStore({ file: ':memory:', clock }));
  const queued: QueuedOp[] = [];
  const queue = { refuses: false, stalls: false };
  const logs: Collecting['logs'] = [];
  const vault = createVault('a secret for tests, long enough to be one');
  let stored = 0;
  const prepare = createPrepareOps({
    clock,
    vault,
    retentionDays: 396,
    redact: createRedactor(),
  });
  const owned = stores.move();

  return {
    clock,
    coordination,
    documents,
    posts,
    queued,
    queue,
    logs,
    start({ source, config, http = { send: nothing }, openSocket = nothing, holder = 'one' }) {
      return runSources([typeof source === 'string' ? configureSource(source, config) : { connector: source, config }], {
        clock,
        http,
        guardedHttp: http,
        openSocket,
        coordination,
        documents,
        posts,
        vault,
        intake: {
          async submit(ops) {
            if (queue.refuses) throw unavailable('The queue');
            while (queue.stalls) await clock.sleep(1_000);
            queued.push(...ops);
          },
        },
        prepare,
        metrics: createMetrics(),
        log: {
          info: (data, message) => void logs.push({ level: 'info', data, message }),
          warn: (data, message) => void logs.push({ level: 'warn', data, message }),
        },
        holder,
        random: () => 0.5,
      });
    },
    async status(id) {
      return (await documents.get(sourceStatusDocument, id))?.value;
    },
    async cursors() {
      return (await coordination.cursors.list('source:')).map(({ cursor }) => cursor.value);
    },
    async store() {
      const fresh = queued.slice(stored);
      stored = queued.length;
      for (const op of fresh) {
        if (op.op === 'upsert') await posts.save([{ post: buildPost(op.post), sealedReference: op.sealedReference }]);
        else if (op.op === 'forget') await posts.forget({ type: 'posts', ids: [op.id], reason: op.reason });
        else await posts.forget({ ...op, type: 'voices' });
      }
      await posts.refresh();
    },
    texts: () => queued.flatMap((op) => (op.op === 'upsert' ? [op.post.text] : [])),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
