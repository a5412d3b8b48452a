import type { DatabaseSync } from 'node:sqlite';
import { londonDay } from '#core/calendar.ts';
import type { AnalysedPost } from '#core/insight.ts';
import { ERASED_VERSION } from '#core/post.ts';
import type { SaveResult, StoreWrite } from '#core/ports/post-store.ts';
import { parseTerms } from './count-posts.ts';
import { hashKey } from './hash-key.ts';
import type { StoredBody } from './reader.ts';
import { isStoreFailure } from './sqlite-error.ts';
import { inTransaction, prepare } from './statement.ts';
import { createTermWriter } from './terms.ts';

interface HeldPost {
  number: number;
  id: string;
  version: number;
  themes: string;
  places: string;
}

export interface PostWriter {
  /** Saves in one transaction. Results by position. */
  save(posts: readonly StoreWrite[]): SaveResult[];
  /** Erases in one transaction and leaves tombstones. @returns how many were held. */
  erase(ids: readonly string[], reason: string, atMs: number): number;
  purgeVoice(voice: string, collectedBeforeMs: number, reason: string): void;
  /** Ids of held posts by a voice that were collected up to a time. */
  idsOfVoice(voice: string, collectedBeforeMs: number): string[];
}

/** The latest instant that a local day can be told for. */
const LAST_MS = 8.64e15 - 2 * 86_400_000;

export function createPostWriter(database: DatabaseSync): PostWriter {
  const terms = createTermWriter(database);
  const findTombstone = prepare<{ id: string }>(database, 'SELECT id FROM tombstones WHERE id = ?');
  const findPurge = prepare<{ until: number }>(database, 'SELECT collected_before_ms AS until FROM purged_voices WHERE voice = ?');
  const findHeld = prepare<HeldPost>(database, 'SELECT number, id, version, themes, places FROM posts WHERE id = ?');
  const findBody = prepare<StoredBody>(database, 'SELECT body, words, stems FROM bodies WHERE number = ?');
  const findReference = prepare<{ sealed: string }>(database, 'SELECT sealed FROM sealed_references WHERE number = ?');
  const highest = prepare<{ number: number }>(database, 'SELECT coalesce(max(number), 0) AS number FROM posts');
  const insertPost = prepare(
    database,
    `INSERT INTO posts (number, id, version, content_hash, created_ms, collected_ms, day, source, kind, lang, relevance, urgency, sentiment, voice,
      cluster, is_copy, themes, places) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertBody = prepare(database, 'INSERT INTO bodies (number, body, words, stems) VALUES (?, ?, ?, ?)');
  const insertFts = prepare(database, 'INSERT INTO posts_fts (rowid, words, stems) VALUES (?, ?, ?)');
  const insertTheme = prepare(database, 'INSERT OR IGNORE INTO post_themes (term, post) VALUES (?, ?)');
  const insertPlace = prepare(database, 'INSERT OR IGNORE INTO post_places (term, post) VALUES (?, ?)');
  const insertReference = prepare(database, 'INSERT INTO sealed_references (number, sealed) VALUES (?, ?)');
  const deleteFts = prepare(database, "INSERT INTO posts_fts (posts_fts, rowid, words, stems) VALUES ('delete', ?, ?, ?)");
  const deleteTheme = prepare(database, 'DELETE FROM post_themes WHERE term = ? AND post = ?');
  const deletePlace = prepare(database, 'DELETE FROM post_places WHERE term = ? AND post = ?');
  const deleteBody = prepare(database, 'DELETE FROM bodies WHERE number = ?');
  const deletePost = prepare(database, 'DELETE FROM posts WHERE number = ?');
  const deleteReference = prepare(database, 'DELETE FROM sealed_references WHERE number = ?');
  const insertTombstone = prepare(database, 'INSERT OR IGNORE INTO tombstones (id, reason, erased_at_ms) VALUES (?, ?, ?)');
  const upsertPurge = prepare(
    database,
    `INSERT INTO purged_voices (voice, collected_before_ms, reason) VALUES (?, ?, ?)
      ON CONFLICT (voice) DO UPDATE SET collected_before_ms = max(collected_before_ms, excluded.collected_before_ms)`,
  );
  const findByVoice = prepare<{ id: string }>(
    database,
    "SELECT p.id FROM posts p JOIN bodies b USING (number) WHERE p.voice = ? AND p.collected_ms <= ? AND b.body ->> '$.voice' = ?",
  );

  function isErased(post: AnalysedPost): boolean {
    if (findTombstone.get(post.id)) return true;
    return post.voice !== undefined && post.collectedAtMs <= (findPurge.get(post.voice)?.until ?? -1);
  }

  /** FTS5 writes out its buffer whenever numbers fall, so both removals and insertions go in rising order. */
  function remove(held: HeldPost[]): void {
    for (const { number, themes, places } of held.sort((a, b) => a.number - b.number)) {
      const body = findBody.get(number);
      if (body) deleteFts.run(number, body.words, body.stems);
      for (const term of parseTerms(themes)) deleteTheme.run(term, number);
      for (const term of parseTerms(places)) deletePlace.run(term, number);
      deleteBody.run(number);
      deleteReference.run(number);
      deletePost.run(number);
    }
  }

  function insert(number: number, { post, sealedReference }: StoreWrite): void {
    const { words, stems, ...rest } = post;
    const { insight } = post;
    const themes = [...new Set(post.themeIds)].map((theme) => terms.number('theme', theme));
    const places = [...new Set(post.places)].map((place) => terms.number('place', place));
    insertPost.run(
      number,
      post.id,
      post.version,
      post.contentHash,
      post.createdAtMs,
      post.collectedAtMs,
      londonDay(post.createdAtMs),
      terms.number('source', post.source),
      terms.number('kind', post.kind),
      terms.number('lang', insight.language.code),
      terms.number('relevance', insight.relevance.kind),
      terms.number('urgency', insight.urgency.level),
      insight.sentiment ? terms.number('sentiment', insight.sentiment.label) : null,
      post.voice === undefined ? null : hashKey(post.voice),
      hashKey(insight.cluster),
      insight.cluster === post.id ? 0 : 1,
      themes.join(','),
      places.join(','),
    );
    insertBody.run(number, JSON.stringify(rest), words, stems);
    insertFts.run(number, words, stems);
    for (const theme of themes) insertTheme.run(theme, number);
    for (const place of places) insertPlace.run(place, number);
    if (sealedReference !== undefined) insertReference.run(number, sealedReference);
  }

  function saveTogether(posts: readonly StoreWrite[]): SaveResult[] {
    const winners = new Map<string, StoreWrite>();
    const replaced = new Map<string, HeldPost>();
    const results = posts.map((write): SaveResult => {
      const { post } = write;
      const fault = faultOf(post);
      if (fault) return { type: 'rejected', reason: fault };
      if (isErased(post)) return { type: 'erased' };
      const held = replaced.get(post.id) ?? findHeld.get(post.id);
      if (post.version <= (winners.get(post.id)?.post.version ?? held?.version ?? -1)) return { type: 'stale' };
      if (held) replaced.set(post.id, held);
      winners.set(post.id, { post, sealedReference: write.sealedReference ?? winners.get(post.id)?.sealedReference });
      return { type: 'stored' };
    });
    // A newer analysis of a post comes without its reference: the held one stays.
    const references = new Map([...replaced].map(([id, held]) => [id, findReference.get(held.number)?.sealed]));
    remove([...replaced.values()]);
    let number = highest.get()?.number ?? 0;
    for (const { post, sealedReference = references.get(post.id) } of winners.values()) insert(++number, { post, sealedReference });
    return results;
  }

  function save(posts: readonly StoreWrite[]): SaveResult[] {
    try {
      return inTransaction(database, () => saveTogether(posts));
    } catch (error) {
      terms.forget();
      if (isStoreFailure(error)) throw error;
      if (posts.length > 1) return posts.flatMap((post) => save([post]));
      return [{ type: 'rejected', reason: 'unfit-for-store' }];
    }
  }

  return {
    save,
    erase: (ids, reason, atMs) =>
      inTransaction(database, () => {
        const held = [...new Set(ids)].flatMap((id) => findHeld.get(id) ?? []);
        remove(held);
        for (const id of ids) insertTombstone.run(id, reason, atMs);
        return held.length;
      }),
    purgeVoice: (voice, collectedBeforeMs, reason) => void upsertPurge.run(voice, collectedBeforeMs, reason),
    idsOfVoice: (voice, collectedBeforeMs) => findByVoice.all(hashKey(voice), collectedBeforeMs, voice).map(({ id }) => id),
  };
}

/** Why no store could hold the post, as a reason that holds none of its text. */
function faultOf(post: AnalysedPost): string | undefined {
  if (!Number.isSafeInteger(post.version) || post.version < 0 || post.version >= ERASED_VERSION) return 'version-out-of-range';
  if (!isInstant(post.createdAtMs) || !isInstant(post.collectedAtMs)) return 'date-out-of-range';
  return undefined;
}

function isInstant(ms: number): boolean {
  return Number.isSafeInteger(ms) && ms >= 0 && ms <= LAST_MS;
}
