import type { AnalysedPost } from '#core/insight.ts';
import { createDirectory } from '#core/organisations/directory.ts';
import { createSourceStatusReader, sourceStatusDocument, type SourceStatus } from '#core/ports/source-status.ts';
import type { Theme } from '#core/theme.ts';
import { createVirtualClock, type VirtualClock } from '#core/virtual-clock.ts';
import { createLogger } from '#infra/logger.ts';
import { createMetrics } from '#infra/metrics.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { openSqlitePostStore } from '#infra/sqlite/post-store.ts';
import { createApi } from '../create-api.ts';
import type { ApiDeps } from '../deps.ts';

/** Wednesday afternoon. */
export const NOW_MS = Date.UTC(2026, 10, 18, 15);

export const THEMES: Theme[] = [
  { id: 'access.waiting', category: 'Access', name: 'Waiting', definition: 'How long things take' },
  { id: 'access.appointments', category: 'Access', name: 'Appointments', definition: 'Getting one' },
  { id: 'staff.kindness', category: 'Staff', name: 'Kindness', definition: 'Warmth and respect' },
];

export interface World extends AsyncDisposable {
  deps: ApiDeps;
  clock: VirtualClock;
  /** Everything that was logged, one line each. */
  logged: string[];
  setStatus(status: SourceStatus): Promise<void>;
  save(...posts: AnalysedPost[]): Promise<void>;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Status and parsed body. */
  get(path: string): Promise<{ status: number; body: Record<string, unknown> }>;
}

/** The API on the embedded adapters in memory, as a local caller sees it. `change` replaces some of what it is given. */
export async function openWorld(change: (deps: ApiDeps) => Partial<ApiDeps> = () => ({})): Promise<World> {
  const clock = createVirtualClock(NOW_MS);
  const logged: string[] = [];
  const posts = await openSqlitePostStore({ file: ':memory:', clock });
  const documents = await openSqliteDocumentStore({ file: ':memory:' });
  const coordination = await openSqliteCoordination({ file: ':memory:', clock });
  const base: ApiDeps = {
    posts,
    documents,
    coordination,
    metrics: createMetrics(),
    taxonomy: { version: 'test-1', themes: THEMES },
    organisations: createDirectory(),
    readSourceStatus: createSourceStatusReader(documents),
    probes: { writes: () => posts.checkHealth() },
    clock,
    log: createLogger('trace', { write: (line) => void logged.push(line) }),
    access: { loopbackOnly: true },
    versions: { model: 'model-1', redactor: 'redactor-1' },
    synthetic: false,
  };
  const deps = { ...base, ...change(base) };
  const app = createApi(deps);
  const request = async (path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { host: 'localhost:8080', ...(init.headers as Record<string, string> | undefined) } });

  return {
    deps,
    clock,
    logged,
    async setStatus(status) {
      await documents.put(sourceStatusDocument, status.id, status, 'any');
    },
    async save(...given) {
      const results = await posts.save(given.map((post) => ({ post })));
      const failed = results.find((result) => result.type !== 'stored');
      if (failed) throw new Error(`a post of the test was not stored: ${failed.type}`);
      await posts.refresh();
    },
    request,
    async get(path) {
      const answer = await request(path);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    async [Symbol.asyncDispose]() {
      await posts[Symbol.asyncDispose]();
      await documents[Symbol.asyncDispose]();
      await coordination[Symbol.asyncDispose]();
    },
  };
}
