import { createHash } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import type { Clock } from '#core/clock.ts';
import { EarshotError, unavailable } from '#core/errors.ts';
import type { DocumentKind, DocumentStore, StoredDocument } from '#core/ports/document-store.ts';
import { ask, askUnless } from './fault.ts';
import { migrate } from './migrations/index.ts';
import { indexNames } from './names.ts';

export interface ElasticsearchDocumentStoreOptions {
  /** From `openElasticsearch`; the caller closes it. */
  client: Client;
  prefix: string;
  clock: Clock;
}

interface DocumentRecord {
  kind: string;
  id: string;
  revision: number;
  /** JSON, so that any string survives as it is. */
  value: string;
}

interface Held {
  record: DocumentRecord;
  unchanged: { if_seq_no: number; if_primary_term: number };
}

const DEFAULT_LIMIT = 100;
/** An `_id` has at most 512 bytes. */
const MAX_ID_BYTES = 400;
const MOST_CONTENTIONS = 100;

/**
 * Opens the documents in Elasticsearch, making or migrating the indices first. Reads by id are realtime; a listing refreshes the index
 * first, since there are more writes than listings.
 */
export async function openElasticsearchDocumentStore({ client, prefix }: ElasticsearchDocumentStoreOptions): Promise<DocumentStore> {
  const names = indexNames(prefix);
  const index = names.documents;
  await migrate(client, names);

  async function read(kind: DocumentKind<unknown>, id: string): Promise<Held | null> {
    const found = await askUnless([404], () => client.get<DocumentRecord>({ index, id: documentId(kind, id) }));
    if (!found?._source) return null;
    return { record: found._source, unchanged: { if_seq_no: found._seq_no ?? 0, if_primary_term: found._primary_term ?? 0 } };
  }

  /** @returns false when another writer was first. */
  async function write(kind: DocumentKind<unknown>, record: DocumentRecord, held: Held | null): Promise<boolean> {
    const target = { index, id: documentId(kind, record.id), ...(held ? held.unchanged : { op_type: 'create' as const }) };
    return (await askUnless([409], () => client.index({ ...target, document: record }))) !== null;
  }

  /** Tries until no other writer was first. */
  async function untilFirst<T>(attempt: () => Promise<T | undefined>): Promise<T> {
    for (let contentions = 0; contentions < MOST_CONTENTIONS; contentions++) {
      const result = await attempt();
      if (result !== undefined) return result;
    }
    throw unavailable('Elasticsearch (too many writers of one document)');
  }

  async function refreshed(): Promise<void> {
    await ask(() => client.indices.refresh({ index }));
  }

  return {
    async get(kind, id) {
      const held = await read(kind, id);
      if (!held) return null;
      const document = parse(kind, held.record);
      if (document) return document;
      throw new EarshotError('unreadable-document', `The ${kind.name} "${id}" no longer fits its schema.`);
    },
    async put(kind, id, value, expected) {
      const json = JSON.stringify(kind.schema.parse(value));
      const record = (revision: number): DocumentRecord => ({ kind: kind.name, id, revision, value: json });
      if (expected === 'absent') return (await write(kind, record(1), null)) ? 1 : null;
      return untilFirst(async () => {
        const held = await read(kind, id);
        if (expected !== 'any' && held?.record.revision !== expected) return null;
        const revision = (held?.record.revision ?? 0) + 1;
        if (await write(kind, record(revision), held)) return revision;
        return expected === 'any' ? undefined : null;
      });
    },
    async remove(kind, id, expected) {
      return untilFirst(async () => {
        const held = await read(kind, id);
        if (!held || (expected !== undefined && held.record.revision !== expected)) return false;
        const gone = await askUnless([404, 409], () => client.delete({ index, id: documentId(kind, id), ...held.unchanged }));
        if (gone) return true;
        return expected === undefined ? undefined : false;
      });
    },
    async list(kind, { prefix: idPrefix, after, limit = DEFAULT_LIMIT } = {}) {
      await refreshed();
      const answer = await ask(() =>
        client.search<DocumentRecord>({
          index,
          query: { bool: { filter: [{ term: { kind: kind.name } }, ...(idPrefix ? [{ prefix: { id: { value: idPrefix } } }] : [])] } },
          sort: [{ id: 'asc' }],
          size: limit + 1,
          track_total_hits: false,
          allow_partial_search_results: false,
          ...(after === undefined ? {} : { search_after: [after] }),
        }),
      );
      const records = answer.hits.hits.slice(0, limit).map((hit) => hit._source!);
      const parsed = records.map((record) => ({ id: record.id, document: parse(kind, record) }));
      return {
        documents: parsed.flatMap(({ document }) => document ?? []),
        unreadable: parsed.flatMap(({ id, document }) => (document ? [] : [id])),
        next: answer.hits.hits.length > limit ? (records.at(-1)?.id ?? null) : null,
      };
    },
    async count(kind) {
      await refreshed();
      return (await ask(() => client.count({ index, query: { term: { kind: kind.name } } }))).count;
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function documentId(kind: DocumentKind<unknown>, id: string): string {
  const short = Buffer.byteLength(id) <= MAX_ID_BYTES ? id : `#${createHash('sha256').update(id).digest('base64url')}`;
  return `${kind.name}:${short}`;
}

function parse<T>(kind: DocumentKind<T>, { id, revision, value }: DocumentRecord): StoredDocument<T> | null {
  const parsed = kind.schema.safeParse(JSON.parse(value));
  return parsed.success ? { id, revision, value: parsed.data } : null;
}
