import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { signatureOf } from '#core/language/min-hash.ts';
import { defineDocument } from '#core/ports/document-store.ts';
import { buildPost, idOf } from '#core/test-support/analysed-post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { openSqliteCoordination } from '../coordination.ts';
import { openSqliteDocumentStore } from '../document-store.ts';
import { openSqlitePostStore } from '../post-store.ts';

/** What a kept copy holds: the same in each, whatever version of Earshot wrote it. */
export const KEPT = {
  posts: [
    buildPost({
      name: 'kept 1',
      text: 'Parking was easy and the nurses were kind 😀',
      voice: idOf('kept voice'),
      themes: ['environment.parking', 'staff.attitude'],
      places: ['RR8', 'QWO', 'Y63'],
      sentiment: 'positive',
    }),
    buildPost({
      name: 'kept 2',
      text: 'Waited nine hours',
      source: 'rss',
      sentiment: 'negative',
      cluster: idOf('kept 1'),
      urgency: 'review',
    }),
    buildPost({ name: 'kept 3', text: 'Długo czekałem', lang: 'pl', sentiment: null }),
  ],
  reference: 'v1.kept-reference',
  erased: buildPost({ name: 'kept erased' }),
  purgedVoice: idOf('kept purged voice'),
  kind: defineDocument('kept-note', z.object({ text: z.string() })),
  note: { text: 'kept' },
  cursor: { page: 7 },
  batch: { id: 'kept-batch', openedAtMs: 1_000, counts: { rss: 2 } },
  duplicate: { id: idOf('kept 1'), atMs: 1_000, signature: signatureOf(['parking', 'was', 'easy']) },
} as const;

/**
 * Writes a copy with all parts in one small file. Run it once when a migration is added, before the migration is, and keep
 * the file for good as `fixtures/schema-<n>.db`.
 */
export async function writeKeptCopy(file: string): Promise<void> {
  const clock = createVirtualClock();
  {
    await using posts = await openSqlitePostStore({ file, clock });
    await posts.save(KEPT.posts.map((post, n) => (n === 0 ? { post, sealedReference: KEPT.reference } : { post })));
    await posts.save([{ post: KEPT.erased }]);
    await posts.forget({ type: 'posts', ids: [KEPT.erased.id], reason: 'user' });
    await posts.forget({ type: 'voices', voices: [KEPT.purgedVoice], collectedBeforeMs: clock.now(), reason: 'deactivated' });
  }
  {
    await using documents = await openSqliteDocumentStore({ file });
    await documents.put(KEPT.kind, 'kept', KEPT.note, 'absent');
  }
  {
    await using coordination = await openSqliteCoordination({ file, clock });
    await coordination.cursors.set('rss:kept', KEPT.cursor, 0, 3);
    await coordination.leases.acquire('rss', 'kept', 60_000);
    await coordination.budgets.take('host', 1, { capacity: 10, refillPerSecond: 1 });
    await coordination.duplicates.assign([KEPT.duplicate]);
    await coordination.ledger.open(KEPT.batch);
    await coordination.ledger.record('kept-page', 'rss', 1, [{ outcome: 'quarantined', reason: 'invalid', count: 1 }]);
  }
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM');
  database.close();
}
