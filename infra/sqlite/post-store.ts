import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '#core/clock.ts';
import { unavailable } from '#core/errors.ts';
import type { AnalysedPost } from '#core/insight.ts';
import { ERASED_VERSION } from '#core/post.ts';
import type { ForgetRequest, KnownPost, PostStore, SaveResult } from '#core/ports/post-store.ts';
import { POST_MIGRATIONS } from './migrations/index.ts';
import { openDatabase } from './open-database.ts';
import { createReadsInProcess, openReadPool } from './read-pool.ts';
import type { StoredBody } from './reader.ts';
import { fromSqlite } from './sqlite-error.ts';
import { prepare } from './statement.ts';
import { createPostWriter } from './write-posts.ts';

export interface PostStoreOptions {
  /** Path, or `:memory:`. */
  file: string;
  clock: Clock;
  /** Worker threads for scanning reads, at most; default 2. */
  readThreads?: number | undefined;
  /** Refuse to grow above this size, as a full disk would. */
  maxBytes?: number | undefined;
}

/** Posts saved in one transaction, which share its wait for the disk: some 40 ms. */
const SAVE_TOGETHER = 1_000;
/** Posts erased in one transaction: short enough not to hold up the event loop. */
const ERASE_TOGETHER = 200;
const FORGET_TIMEOUT_MS = 600_000;

/**
 * The post store of the embedded profile, on SQLite with FTS5. Point reads and writes run in this thread, in short
 * transactions; scanning reads in worker threads.
 *
 * @throws EarshotError 'damaged', 'schema-too-new' or 'unavailable'.
 */
export async function openSqlitePostStore({ file, clock, readThreads = 2, maxBytes }: PostStoreOptions): Promise<PostStore> {
  const database = openDatabase({ file, migrations: POST_MIGRATIONS, maxBytes });
  const reads = file === ':memory:' ? createReadsInProcess(database) : openReadPool(file, readThreads);
  const writer = createPostWriter(database);
  const selectKnown = prepare<{ id: string; version: number; contentHash: string }>(
    database,
    'SELECT id, version, content_hash AS contentHash FROM posts WHERE id IN (SELECT value FROM json_each(?))',
  );
  const selectTombstones = prepare<{ id: string }>(database, 'SELECT id FROM tombstones WHERE id IN (SELECT value FROM json_each(?))');
  const selectBody = prepare<StoredBody>(
    database,
    'SELECT body, words, stems FROM bodies WHERE number = (SELECT number FROM posts WHERE id = ?)',
  );
  const selectReference = prepare<{ sealed: string }>(
    database,
    'SELECT sealed FROM sealed_references WHERE number = (SELECT number FROM posts WHERE id = ?)',
  );
  let isOpen = true;

  /** Work on this thread's connection, its errors in the port's terms. */
  function attempt<T>(work: () => T): T {
    if (!isOpen) throw unavailable('The store');
    try {
      return work();
    } catch (error) {
      throw fromSqlite(error, file);
    }
  }

  async function erase(ids: readonly string[], reason: string): Promise<number> {
    let forgotten = 0;
    for (let from = 0; from < ids.length; from += ERASE_TOGETHER) {
      if (from > 0) await nextTurn();
      forgotten += attempt(() => writer.erase(ids.slice(from, from + ERASE_TOGETHER), reason, clock.now()));
    }
    return forgotten;
  }

  async function forgetVoices(request: ForgetRequest & { type: 'voices' }): Promise<number> {
    let forgotten = 0;
    for (const voice of request.voices) {
      attempt(() => writer.purgeVoice(voice, request.collectedBeforeMs, request.reason));
      forgotten += await erase(
        attempt(() => writer.idsOfVoice(voice, request.collectedBeforeMs)),
        request.reason,
      );
    }
    return forgotten;
  }

  return {
    async known(posts) {
      const ids = JSON.stringify(posts.map((post) => post.id));
      const known = new Map<string, KnownPost>();
      attempt(() => {
        for (const { id, version, contentHash } of selectKnown.all(ids)) known.set(id, { version, contentHash, erased: false });
        for (const { id } of selectTombstones.all(ids)) known.set(id, { version: ERASED_VERSION, contentHash: '', erased: true });
      });
      return known;
    },

    async save(posts) {
      const results: SaveResult[] = [];
      for (let from = 0; from < posts.length; from += SAVE_TOGETHER) {
        if (from > 0) await nextTurn();
        results.push(...attempt(() => writer.save(posts.slice(from, from + SAVE_TOGETHER))));
      }
      return results;
    },

    async get(id) {
      const held = attempt(() => selectBody.get(id));
      return held ? readPost(held) : null;
    },

    getReference: async (id) => attempt(() => selectReference.get(id)?.sealed ?? null),

    async search(request, options) {
      const page = await reads.read({ type: 'search', request }, options);
      return { posts: page.posts.map(readPost), total: page.total, next: page.next };
    },

    aggregate: (request, options) => reads.read({ type: 'aggregate', request }, options),
    series: (request, options) => reads.read({ type: 'series', request }, options),
    totals: (selection, options) => reads.read({ type: 'totals', selection }, options),

    async forget(request) {
      if (request.type === 'posts') return { forgotten: await erase(request.ids, request.reason) };
      if (request.type === 'voices') return { forgotten: await forgetVoices(request) };
      const ids = await reads.read({ type: 'ids', selection: request.selection }, { timeoutMs: FORGET_TIMEOUT_MS });
      return { forgotten: await erase(ids, request.reason) };
    },

    async refresh() {},

    async checkHealth() {
      attempt(() => database.exec('BEGIN IMMEDIATE; SELECT number FROM posts LIMIT 1; ROLLBACK'));
    },

    async [Symbol.asyncDispose]() {
      if (!isOpen) return;
      isOpen = false;
      await reads[Symbol.asyncDispose]();
      database.close();
    },
  };
}

/** The store wrote it from an AnalysedPost, so it is one again. */
function readPost({ body, words, stems }: StoredBody): AnalysedPost {
  return { ...(JSON.parse(body) as Omit<AnalysedPost, 'words' | 'stems'>), words, stems };
}
