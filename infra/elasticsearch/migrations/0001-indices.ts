import type { Client, estypes } from '@elastic/elasticsearch';
import type { IndexNames } from '../names.ts';
import type { PostDocument } from '../post-document.ts';
import { createIndex } from './create-index.ts';

export const stored = { type: 'keyword', index: false, doc_values: false } satisfies estypes.MappingProperty;
/** A value above the limit is kept, but not found by: it never makes a post unfit. */
const exact = { type: 'keyword', ignore_above: 1_024 } satisfies estypes.MappingProperty;
const tokens = { type: 'text', analyzer: 'whitespace', norms: false } satisfies estypes.MappingProperty;
const opaque = { type: 'object', enabled: false } satisfies estypes.MappingProperty;
const storedText = { type: 'text', index: false, norms: false } satisfies estypes.MappingProperty;

/** Fields of a post that came with a later step. */
type AddedLater = 'organisation' | 'progress';

/** Every field of a post but those that later steps added, so that one which is added without a migration doesn't compile. */
export const POST_PROPERTIES = {
  id: { type: 'keyword', index: false },
  version: { type: 'long', index: false, doc_values: false },
  createdAtMs: { type: 'date', format: 'epoch_millis' },
  collectedAtMs: { type: 'date', format: 'epoch_millis' },
  contentMs: stored,
  analysedAtMs: stored,
  statedCreatedAt: stored,
  contentHash: stored,
  source: exact,
  origin: stored,
  kind: exact,
  genre: exact,
  synthetic: { type: 'boolean' },
  truncated: stored,
  voice: exact,
  places: exact,
  themeIds: exact,
  lang: exact,
  relevance: exact,
  sentiment: exact,
  urgency: exact,
  cluster: exact,
  threadId: stored,
  statedPlace: stored,
  statedLanguage: stored,
  text: storedText,
  title: storedText,
  question: storedText,
  words: tokens,
  stems: tokens,
  insight: opaque,
} satisfies Record<Exclude<keyof PostDocument, AddedLater>, estypes.MappingProperty>;

const ONE_SHARD = { number_of_shards: 1, auto_expand_replicas: '0-1' } satisfies estypes.IndicesIndexSettings;
/** Read by id only, which sees every write at once. */
const BY_ID = { ...ONE_SHARD, refresh_interval: '30s' } satisfies estypes.IndicesIndexSettings;

/** What the index of each new month is made by. */
export async function putPostTemplate(
  client: Client,
  names: IndexNames,
  properties: Record<string, estypes.MappingProperty>,
): Promise<void> {
  await client.indices.putIndexTemplate({
    name: names.posts,
    index_patterns: [names.months],
    priority: 500,
    template: {
      settings: { ...ONE_SHARD, refresh_interval: '1s' },
      mappings: { dynamic: 'strict', properties },
      aliases: { [names.posts]: {} },
    },
  });
}

/**
 * posts-YYYY-MM   the posts of a month, behind the alias `posts`
 * references      for each post where it is, which version, and the sealed reference to it at its source
 * tombstones      what was forgotten: posts (`p:id`) and voices (`v:voice`)
 * documents       alerts, reports, keys and other small documents
 */
export async function createIndices(client: Client, names: IndexNames): Promise<void> {
  await putPostTemplate(client, names, POST_PROPERTIES);
  await createIndex(client, names.references, { settings: BY_ID, mappings: { enabled: false } });
  await createIndex(client, names.tombstones, { settings: BY_ID, mappings: { enabled: false } });
  await createIndex(client, names.documents, {
    settings: BY_ID,
    mappings: {
      dynamic: 'strict',
      properties: {
        kind: { type: 'keyword' },
        id: { type: 'keyword' },
        revision: { type: 'long', index: false, doc_values: false },
        value: opaque,
        schemaVersion: { type: 'long', index: false, doc_values: false },
      },
    },
  });
}
