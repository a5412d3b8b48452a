import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import type { AnalysedPost } from '#core/insight.ts';
import { batchesOf } from './workload.ts';

const BULK = 1_000;

/** The raw limit of Elasticsearch (b): `client.bulk` of finished documents, two requests at a time, until they are searchable. */
export async function runRawBulk(posts: readonly AnalysedPost[], url: string): Promise<void> {
  const client = new Client({ node: url });
  const index = `raw-${process.hrtime.bigint()}`;
  const text = { type: 'text', analyzer: 'whitespace', norms: false } as const;
  await client.indices.create({
    index,
    settings: { number_of_replicas: 0, refresh_interval: '1s' },
    mappings: {
      dynamic: false,
      properties: {
        words: text,
        stems: text,
        createdAtMs: { type: 'long' },
        source: { type: 'keyword' },
        themeIds: { type: 'keyword' },
        places: { type: 'keyword' },
      },
    },
  });
  const batches = [...batchesOf(posts, BULK)];
  const send = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      await client.bulk({ operations: batch.flatMap((post) => [{ index: { _index: index, _id: post.id } }, post]) });
    }
  };
  await Promise.all([send(), send()]);
  await client.indices.refresh({ index });
  await client.indices.delete({ index });
  await client.close();
}

/** The raw limit of SQLite: inserts of the finished rows with their full-text index, 1,000 in a transaction. */
export function runRawInserts(posts: readonly AnalysedPost[], folder: string): void {
  const database = new DatabaseSync(join(folder, `raw-${process.hrtime.bigint()}.db`));
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
  database.exec(
    'CREATE TABLE posts (n INTEGER PRIMARY KEY, id TEXT UNIQUE, created INTEGER, record TEXT); CREATE INDEX by_date ON posts (created)',
  );
  database.exec(`CREATE VIRTUAL TABLE search USING fts5 (words, stems, content='', tokenize="ascii tokenchars '_'")`);
  const insert = database.prepare('INSERT INTO posts (id, created, record) VALUES (?, ?, ?)');
  const index = database.prepare('INSERT INTO search (rowid, words, stems) VALUES (?, ?, ?)');
  for (const batch of batchesOf(posts, BULK)) {
    database.exec('BEGIN');
    for (const post of batch) {
      const { lastInsertRowid } = insert.run(post.id, post.createdAtMs, JSON.stringify(post));
      index.run(lastInsertRowid, post.words, post.stems);
    }
    database.exec('COMMIT');
  }
  database.close();
}
