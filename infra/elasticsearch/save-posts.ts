import type { AnalysedPost } from '#core/insight.ts';
import type { SaveResult, StoreWrite } from '#core/ports/post-store.ts';
import { unavailable } from '#core/errors.ts';
import type { BulkOperation, BulkWriter } from './bulk-writer.ts';
import type { Found, HeldReference, Lookup, Reference } from './lookup.ts';
import type { IndexNames } from './names.ts';
import type { RecentFinds } from './recent-finds.ts';
import { toDocument, unfitness } from './post-document.ts';

export interface SaveDeps {
  names: IndexNames;
  bulk: BulkWriter;
  lookup: Lookup;
  finds: RecentFinds;
  /** Makes the indices of these months, with their alias. */
  ensureMonths: (indices: Iterable<string>) => Promise<void>;
}

/** A post on its way into the index. */
interface Candidate {
  position: number;
  write: StoreWrite;
  post: AnalysedPost;
  index: string;
  /** Of what is written, or was written before under the same version. */
  contentHash: string;
  held: HeldReference | undefined;
}

const MOST_CONTENTIONS = 20;
const STORED: SaveResult = { type: 'stored' };
const STALE: SaveResult = { type: 'stale' };
const ERASED: SaveResult = { type: 'erased' };

/**
 * Saves posts so that nothing depends on the order of batches, on their number, or on where a worker is killed. The steps, each durable
 * before the next: look for tombstones and references; write the posts; remove what an older version left in another month; point the
 * references at the new versions by compare-and-set, so that whoever replaces a reference has seen where the older post is; look for
 * tombstones that appeared meanwhile, if any did. What an earlier, interrupted call left behind is put right when its batch comes again.
 */
export function createSave({
  names,
  bulk,
  lookup,
  finds,
  ensureMonths,
}: SaveDeps): (writes: readonly StoreWrite[]) => Promise<SaveResult[]> {
  async function save(writes: readonly StoreWrite[]): Promise<SaveResult[]> {
    const results = new Map<number, SaveResult>();
    const { leaders, followers } = chooseNewest(writes, results);
    await saveNewest(leaders, results);
    const orphans: { write: StoreWrite; position: number }[] = [];
    for (const { write, position, leader } of followers) {
      const led = results.get(leader)!;
      if (led.type === 'rejected') orphans.push({ write, position });
      else results.set(position, led.type === 'erased' ? ERASED : STALE);
    }
    if (orphans.length) {
      const again = await save(orphans.map(({ write }) => write));
      orphans.forEach(({ position }, n) => results.set(position, again[n]!));
    }
    return writes.map((_, position) => results.get(position)!);
  }

  function chooseNewest(writes: readonly StoreWrite[], results: Map<number, SaveResult>) {
    const newest = new Map<string, number>();
    for (const [position, { post }] of writes.entries()) {
      const field = unfitness(post);
      if (field) results.set(position, { type: 'rejected', reason: `${field} is out of range` });
      else if (post.version > (writes[newest.get(post.id) ?? -1]?.post.version ?? -1)) newest.set(post.id, position);
    }
    const leaders = [...newest.values()].map((position) => ({ position, write: writes[position]! }));
    const followers = writes.flatMap((write, position) => {
      const leader = newest.get(write.post.id);
      return leader === undefined || leader === position || results.has(position) ? [] : [{ position, write, leader }];
    });
    return { leaders, followers };
  }

  async function saveNewest(leaders: readonly { position: number; write: StoreWrite }[], results: Map<number, SaveResult>): Promise<void> {
    if (leaders.length === 0) return;
    const { found, erasures } = await finds.take(leaders.map(({ write }) => write.post));
    const leftovers: BulkOperation[] = [];
    const candidates: Candidate[] = [];
    for (const [n, { position, write }] of leaders.entries()) {
      const { post } = write;
      const { reference: held } = found[n]!;
      const candidate = { position, write, post, index: names.month(post.createdAtMs), contentHash: post.contentHash, held };
      if (isBlocked(post, found[n]!)) {
        results.set(position, ERASED);
        leftovers.push(...removal(candidate));
      } else if (held && held.version >= post.version) {
        results.set(position, STALE);
        if (held.index !== candidate.index) leftovers.push(removeOwn(candidate));
      } else {
        candidates.push(candidate);
      }
    }
    const written = await writePosts(candidates, results);
    await pointReferences(written, results);
    if (await finds.haveChanged(erasures)) leftovers.push(...(await removeErased(written, results)));
    if (leftovers.length) await bulk.write(leftovers);
  }

  async function removeErased(written: readonly Candidate[], results: Map<number, SaveResult>): Promise<BulkOperation[]> {
    const posts = written.map(({ post }) => post);
    const found = await lookup.find(posts, { tombstonesOnly: true });
    return written.flatMap((candidate, n) => {
      if (!isBlocked(candidate.post, found[n]!)) return [];
      results.set(candidate.position, ERASED);
      return removal(candidate);
    });
  }

  /** @returns the candidates that are in their month's index now, also those that an interrupted call had written before. */
  async function writePosts(candidates: Candidate[], results: Map<number, SaveResult>): Promise<Candidate[]> {
    await ensureMonths(new Set(candidates.map(({ index }) => index)));
    const outcomes = await bulk.write(
      candidates.map(({ post, index }) => ({ action: 'index', index, id: post.id, version: post.version, source: toDocument(post) })),
    );
    const written: Candidate[] = [];
    const conflicting: Candidate[] = [];
    for (const [n, outcome] of outcomes.entries()) {
      const candidate = candidates[n]!;
      if (outcome.type === 'rejected') results.set(candidate.position, outcome);
      else if (outcome.type === 'conflict') conflicting.push(candidate);
      else {
        results.set(candidate.position, STORED);
        written.push(candidate);
      }
    }
    if (conflicting.length) {
      const there = await lookup.posts(conflicting.map(({ post, index }) => ({ index, id: post.id })));
      for (const [n, candidate] of conflicting.entries()) {
        results.set(candidate.position, STALE);
        const { version, contentHash } = there[n] ?? { version: -1, contentHash: '' };
        if (version === candidate.post.version) written.push({ ...candidate, contentHash });
      }
    }
    return written;
  }

  async function pointReferences(written: readonly Candidate[], results: Map<number, SaveResult>): Promise<void> {
    let waiting = [...written];
    for (let contentions = 0; waiting.length > 0; contentions++) {
      if (contentions > MOST_CONTENTIONS) throw unavailable('Elasticsearch (too many writers of the same posts)');
      const elsewhere = waiting.filter(({ held, index }) => held && held.index !== index);
      if (elsewhere.length) await bulk.write(elsewhere.map(removeOlder));
      const outcomes = await bulk.write(waiting.map(pointing));
      const lost = waiting.filter((_, n) => outcomes[n]!.type !== 'ok');
      const references = lost.length ? await lookup.references(lost.map(({ post }) => post.id)) : [];
      const superseded: BulkOperation[] = [];
      waiting = [];
      for (const [n, candidate] of lost.entries()) {
        const held = references[n];
        if (held && held.version >= candidate.post.version) {
          if (held.index !== candidate.index) superseded.push(removeOwn(candidate));
          if (held.version > candidate.post.version) results.set(candidate.position, STALE);
        } else {
          waiting.push({ ...candidate, held });
        }
      }
      if (superseded.length) await bulk.write(superseded);
    }
  }

  function pointing({ write, post, index, contentHash, held }: Candidate): BulkOperation {
    const sealed = write.sealedReference ?? held?.sealed;
    const reference: Reference = { version: post.version, contentHash, index, ...(sealed ? { sealed } : {}) };
    const source = JSON.stringify(reference);
    const target = { index: names.references, id: post.id, source };
    return held ? { action: 'index', ...target, ifUnchanged: held.unchanged } : { action: 'create', ...target };
  }

  function removal({ post, index, held }: Candidate): BulkOperation[] {
    const places = new Set([index, ...(held ? [held.index] : []), names.references]);
    return [...places].map((place) => ({ action: 'delete', index: place, id: post.id }));
  }

  return save;
}

/** Removes what an older version left in another month: never the same version, which another worker may be about to point to. */
function removeOlder({ post, held }: Candidate): BulkOperation {
  return { action: 'delete', index: held!.index, id: post.id, version: post.version - 1 };
}

/** Removes a post that lost to a version in another month, unless a newer one is where it was. */
function removeOwn({ post, index }: Candidate): BulkOperation {
  return { action: 'delete', index, id: post.id, version: post.version };
}

function isBlocked(post: AnalysedPost, { isErased, purgedBeforeMs }: Pick<Found, 'isErased' | 'purgedBeforeMs'>): boolean {
  return isErased || (purgedBeforeMs !== undefined && post.collectedAtMs <= purgedBeforeMs);
}
