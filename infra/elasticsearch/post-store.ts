import type { Client, estypes } from '@elastic/elasticsearch';
import type { Clock } from '#core/clock.ts';
import { readStopped, unavailable } from '#core/errors.ts';
import type { AnalysedPost } from '#core/insight.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { KnownPost, PostStore, SearchPage, SearchRequest } from '#core/ports/post-store.ts';
import { ERASED_VERSION } from '#core/post.ts';
import { createBulkWriter } from './bulk-writer.ts';
import { compileSelection } from './compile-query.ts';
import { createCounts } from './count-posts.ts';
import { withDeadline, type Deadline } from './deadline.ts';
import { ask, askUnless } from './fault.ts';
import { createForget } from './forget-posts.ts';
import { createLookup } from './lookup.ts';
import { createIndex } from './migrations/create-index.ts';
import { migrate } from './migrations/index.ts';
import { indexNames } from './names.ts';
import { createPatience } from './patience.ts';
import { fromDocument, type PostDocument } from './post-document.ts';
import { createRecentFinds } from './recent-finds.ts';
import { createSave } from './save-posts.ts';

export interface ElasticsearchPostStoreOptions {
  /** From `openElasticsearch`; the caller closes it. */
  client: Client;
  /** First part of the names of all indices. */
  prefix: string;
  clock: Clock;
  /** For the jitter of retries, 0 … 1. */
  random?: () => number;
  metrics?: Metrics;
}

/**
 * Opens the posts in Elasticsearch, making or migrating the indices first.
 * @throws EarshotError 'schema-too-new', or 'unavailable'.
 */
export async function openElasticsearchPostStore(options: ElasticsearchPostStoreOptions): Promise<PostStore> {
  const { client, clock, metrics } = options;
  const names = indexNames(options.prefix);
  const made = new Set<string>();

  /** Two of each, so that what is forgotten doesn't wait behind what can't be saved. */
  function createWriting() {
    const patience = createPatience({ clock, random: options.random });
    return {
      client,
      names,
      clock,
      patience,
      bulk: createBulkWriter({ client, patience, metrics }),
      lookup: createLookup({ client, names, patience }),
    };
  }

  async function ensureMonths(indices: Iterable<string>): Promise<void> {
    for (const index of indices) {
      if (made.has(index)) continue;
      await ask(() => createIndex(client, index));
      made.add(index);
    }
  }

  await migrate(client, names);
  // The alias is there from the start, so that a search of nothing finds nothing.
  await ensureMonths([names.month(clock.now())]);
  const saving = createWriting();
  const finds = createRecentFinds(saving.lookup);
  const save = createSave({ ...saving, finds, ensureMonths });
  const forget = createForget(createWriting());
  // A reader is told at once.
  const reading = createLookup({ client, names, patience: createPatience({ clock, maxTries: 1 }) });

  async function search({ limit, order = 'newest', after, ...selection }: SearchRequest, deadline: Deadline): Promise<SearchPage> {
    const direction = order === 'newest' ? 'desc' : 'asc';
    const answer = await client.search<PostDocument>(
      {
        index: names.posts,
        query: compileSelection(selection),
        size: limit + 1,
        sort: [{ createdAtMs: direction }, { id: direction }],
        ...(after ? { search_after: [after.createdAtMs, after.id] } : {}),
        track_total_hits: true,
        timeout: deadline.timeout,
        allow_partial_search_results: false,
      },
      { signal: deadline.signal },
    );
    if (answer.timed_out) throw readStopped('timeout');
    const posts = answer.hits.hits.slice(0, limit).map((hit) => fromDocument(hit._source!));
    const last = posts.at(-1);
    const hasMore = answer.hits.hits.length > limit;
    return {
      posts,
      total: (answer.hits.total as estypes.SearchTotalHits).value,
      next: hasMore && last ? { createdAtMs: last.createdAtMs, id: last.id } : null,
    };
  }

  async function get(id: string): Promise<AnalysedPost | null> {
    const [reference] = await reading.references([id]);
    const places = reference ? [reference.index] : Object.keys(await ask(() => client.indices.getAlias({ name: names.posts })));
    for (const index of places) {
      const found = await askUnless([404], () => client.get<PostDocument>({ index, id }));
      if (found?._source) return fromDocument(found._source);
    }
    return null;
  }

  return {
    ...createCounts(client, names),
    save,
    get,
    search: (request, readOptions) => withDeadline(readOptions, (deadline) => search(request, deadline)),
    async known(posts) {
      const found = await finds.look(posts.map(({ id }) => id));
      const known = new Map<string, KnownPost>();
      for (const [n, { id }] of posts.entries()) {
        const { isErased, reference } = found[n]!;
        if (isErased) known.set(id, { version: ERASED_VERSION, contentHash: '', erased: true });
        else if (reference) known.set(id, { version: reference.version, contentHash: reference.contentHash, erased: false });
      }
      return known;
    },
    async getReference(id) {
      const [reference] = await reading.references([id]);
      return reference?.sealed ?? null;
    },
    async forget(request) {
      return { forgotten: await forget(request) };
    },
    async refresh() {
      await ask(() => client.indices.refresh({ index: names.posts }));
    },
    checkHealth: () =>
      checkHealth(
        client,
        Object.values(names).filter((name) => typeof name === 'string'),
      ),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** Every shard can be reached, and nothing keeps the indices from being written, such as a full disk. */
async function checkHealth(client: Client, indices: string[]): Promise<void> {
  const health = await ask(() =>
    client.cluster.health({ index: indices, wait_for_status: 'yellow', timeout: '2s' }, { requestTimeout: 5_000 }),
  );
  if (health.timed_out || health.status === 'red') throw unavailable('Elasticsearch (some shards are missing)');
  const { blocks } = (await ask(() => client.cluster.state({ metric: 'blocks', index: indices }, { requestTimeout: 5_000 }))) as {
    blocks?: Record<string, unknown>;
  };
  if (blocks && JSON.stringify(blocks).includes('"write"'))
    throw unavailable('Writing to Elasticsearch (indices are read-only; is its disk full?)');
}
