import { EarshotError } from '#core/errors.ts';
import type { DocumentKind, DocumentStore, ExpectedRevision, StoredDocument } from '#core/ports/document-store.ts';
import { DOCUMENT_MIGRATIONS } from './migrations/index.ts';
import { openDatabase } from './open-database.ts';
import { fromSqlite } from './sqlite-error.ts';
import { inTransaction, prepare } from './statement.ts';

interface Row {
  id: string;
  revision: number;
  value: string;
}

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1_000;
/** No id that begins with a prefix sorts after the prefix followed by this. */
const LAST_CHARACTER = '\u{10FFFF}';

/**
 * The document store of the embedded profile.
 *
 * @throws EarshotError 'damaged', 'schema-too-new' or 'unavailable'.
 */
export async function openSqliteDocumentStore({ file }: { file: string }): Promise<DocumentStore> {
  const database = openDatabase({ file, migrations: DOCUMENT_MIGRATIONS });
  const select = prepare<Row>(database, 'SELECT id, revision, value FROM documents WHERE kind = ? AND id = ?');
  const insert = prepare(database, 'INSERT OR IGNORE INTO documents (kind, id, revision, value) VALUES (?, ?, 1, ?)');
  const update = prepare(database, 'UPDATE documents SET revision = revision + 1, value = ? WHERE kind = ? AND id = ? AND revision = ?');
  const remove = prepare(database, 'DELETE FROM documents WHERE kind = ? AND id = ? AND revision = coalesce(?, revision)');
  const count = prepare<{ documents: number }>(database, 'SELECT count(*) AS documents FROM documents WHERE kind = ?');
  const list = prepare<Row>(
    database,
    'SELECT id, revision, value FROM documents WHERE kind = ? AND id >= ? AND id < ? AND id > ? ORDER BY id LIMIT ?',
  );

  function attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw fromSqlite(error, file);
    }
  }

  function put(kind: string, id: string, json: string, expected: ExpectedRevision): number | null {
    const held = select.get(kind, id)?.revision;
    if (held === undefined) {
      if (typeof expected === 'number') return null;
      insert.run(kind, id, json);
      return 1;
    }
    if (expected === 'absent' || (expected !== 'any' && expected !== held)) return null;
    update.run(json, kind, id, held);
    return held + 1;
  }

  return {
    async get(kind, id) {
      const row = attempt(() => select.get(kind.name, id));
      if (!row) return null;
      const document = read(kind, row);
      if (document) return document;
      throw new EarshotError(
        'unreadable-document',
        `The ${kind.name} "${id}" no longer fits its schema. Remove it, or restore an older copy.`,
      );
    },

    async put(kind, id, value, expected) {
      const json = JSON.stringify(kind.schema.parse(value));
      return attempt(() => inTransaction(database, () => put(kind.name, id, json, expected)));
    },

    remove: async (kind, id, expected) => attempt(() => remove.run(kind.name, id, expected ?? null) > 0),

    async list(kind, { prefix = '', after, limit = DEFAULT_LIMIT } = {}) {
      const size = Math.min(Math.max(1, limit), MAX_LIMIT);
      const rows = attempt(() => list.all(kind.name, prefix, `${prefix}${LAST_CHARACTER}`, after ?? '', size + 1));
      const page = rows.slice(0, size);
      const results = page.map((row) => ({ id: row.id, document: read(kind, row) }));
      return {
        documents: results.flatMap(({ document }) => document ?? []),
        unreadable: results.flatMap(({ id, document }) => (document ? [] : [id])),
        next: rows.length > size ? page.at(-1)!.id : null,
      };
    },

    count: async (kind) => attempt(() => count.get(kind.name)?.documents ?? 0),

    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close();
    },
  };
}

function read<T>(kind: DocumentKind<T>, row: Row): StoredDocument<T> | undefined {
  const parsed = kind.schema.safeParse(JSON.parse(row.value));
  return parsed.success ? { id: row.id, revision: row.revision, value: parsed.data } : undefined;
}
