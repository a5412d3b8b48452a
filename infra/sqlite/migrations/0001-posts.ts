import type { DatabaseSync } from 'node:sqlite';

/*
 * posts      one narrow row a post: all that filters, sorts and counts. Scans read nothing else.
 * bodies     the post itself, as JSON without its token fields, which stand beside it: FTS5 needs them back to delete a post.
 * posts_fts  the index of both token fields. It holds no content, and no column sizes, since nothing is ranked. secure-delete
 *            takes the words of a deleted post out of the index at once.
 * terms      numbers for the values of fields, so that rows stay narrow.
 * voice, cluster   52-bit hashes (hash-key.ts). Most posts are a cluster of their own: the index holds only those that joined
 *            another's, since each random page that an insertion touches counts when posts come by the thousand.
 */
export function createPosts(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE terms (
      id INTEGER PRIMARY KEY,
      dimension TEXT NOT NULL,
      value TEXT NOT NULL,
      UNIQUE (dimension, value)
    ) STRICT;

    CREATE TABLE posts (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      version INTEGER NOT NULL,
      content_hash TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      collected_ms INTEGER NOT NULL,
      day INTEGER NOT NULL,
      source INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      lang INTEGER NOT NULL,
      relevance INTEGER NOT NULL,
      urgency INTEGER NOT NULL,
      sentiment INTEGER,
      voice INTEGER,
      cluster INTEGER NOT NULL,
      is_copy INTEGER NOT NULL,
      themes TEXT NOT NULL,
      places TEXT NOT NULL
    ) STRICT;
    CREATE INDEX posts_by_date ON posts (created_ms, id);
    CREATE INDEX posts_by_voice ON posts (voice);
    CREATE INDEX posts_by_cluster ON posts (cluster) WHERE is_copy = 1;

    CREATE TABLE post_themes (term INTEGER NOT NULL, post INTEGER NOT NULL, PRIMARY KEY (term, post)) STRICT, WITHOUT ROWID;
    CREATE TABLE post_places (term INTEGER NOT NULL, post INTEGER NOT NULL, PRIMARY KEY (term, post)) STRICT, WITHOUT ROWID;

    CREATE TABLE bodies (
      number INTEGER PRIMARY KEY,
      body TEXT NOT NULL,
      words TEXT NOT NULL,
      stems TEXT NOT NULL
    ) STRICT;

    CREATE TABLE sealed_references (number INTEGER PRIMARY KEY, sealed TEXT NOT NULL) STRICT;
    CREATE TABLE tombstones (id TEXT PRIMARY KEY, reason TEXT NOT NULL, erased_at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE purged_voices (voice TEXT PRIMARY KEY, collected_before_ms INTEGER NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE posts_fts USING fts5(words, stems, content = '', columnsize = 0, tokenize = "ascii tokenchars '_'");
    INSERT INTO posts_fts (posts_fts, rank) VALUES ('secure-delete', 1);
  `);
}
