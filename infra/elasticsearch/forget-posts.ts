import type { Client, estypes } from '@elastic/elasticsearch';
import type { Clock } from '#core/clock.ts';
import type { ForgetRequest } from '#core/ports/post-store.ts';
import type { ForgetReason } from '#core/post.ts';
import type { BulkOperation, BulkWriter } from './bulk-writer.ts';
import { compileSelection, type Query } from './compile-query.ts';
import { ERASURES_ID, postTombstone, voiceTombstone, type Lookup } from './lookup.ts';
import type { IndexNames } from './names.ts';
import type { Patience } from './patience.ts';

export interface ForgetDeps {
  client: Client;
  names: IndexNames;
  bulk: BulkWriter;
  lookup: Lookup;
  patience: Patience;
  clock: Clock;
}

const ERASE_CHUNK = 500;
const PAGE = 1_000;

/**
 * Forgets posts: tombstones first, then the mark that there are new ones, then the posts themselves. A save that runs at the same time
 * sees the tombstone before it writes, or sees the mark after it wrote and removes its own post; or it wrote before the mark, and what it
 * wrote is removed here.
 */
export function createForget({ client, names, bulk, lookup, patience, clock }: ForgetDeps): (request: ForgetRequest) => Promise<number> {
  async function months(): Promise<string[]> {
    return Object.keys(await patience.send(() => client.indices.getAlias({ name: names.posts })));
  }

  /** After tombstones were written, and before what they stand for is looked for. */
  async function announce(): Promise<void> {
    await bulk.write([{ action: 'index', index: names.tombstones, id: ERASURES_ID, source: '{}' }]);
  }

  async function erase(ids: readonly string[], reason: ForgetReason): Promise<number> {
    const different = [...new Set(ids)];
    let forgotten = 0;
    for (let from = 0; from < different.length; from += ERASE_CHUNK) {
      forgotten += await eraseSome(different.slice(from, from + ERASE_CHUNK), reason);
    }
    return forgotten;
  }

  async function eraseSome(ids: readonly string[], reason: ForgetReason): Promise<number> {
    const source = JSON.stringify({ reason, erasedAtMs: clock.now() });
    await bulk.write(ids.map((id) => ({ action: 'create', index: names.tombstones, id: postTombstone(id), source })));
    await announce();
    const indices = await months();
    const places = ids.flatMap((id) => [...indices, names.references].map((index) => ({ index, id })));
    const held = await lookup.posts(places);
    const removals = places.flatMap(({ index, id }, n): BulkOperation[] =>
      held[n] === undefined ? [] : [{ action: 'delete', index, id }],
    );
    const outcomes = await bulk.write(removals);
    const gone = removals.filter(({ index }, n) => index !== names.references && outcomes[n]!.type === 'ok');
    return new Set(gone.map(({ id }) => id)).size;
  }

  /** Erases what is found, page by page: a position in the order of dates and ids isn't moved by what is removed before it. */
  async function eraseFound(query: Query, reason: ForgetReason): Promise<number> {
    await patience.send(() => client.indices.refresh({ index: names.posts }));
    let forgotten = 0;
    let after: estypes.SortResults | undefined;
    for (;;) {
      const page = await patience.send(() =>
        client.search({
          index: names.posts,
          query,
          size: PAGE,
          sort: [{ createdAtMs: 'asc' }, { id: 'asc' }],
          _source: false,
          track_total_hits: false,
          allow_partial_search_results: false,
          ...(after ? { search_after: after } : {}),
        }),
      );
      const { hits } = page.hits;
      forgotten += await erase(
        hits.map((hit) => hit._id!),
        reason,
      );
      after = hits.at(-1)?.sort;
      if (!after) return forgotten;
    }
  }

  return async (request) => {
    switch (request.type) {
      case 'posts':
        return erase(request.ids, request.reason);
      case 'voices': {
        const { voices, collectedBeforeMs, reason } = request;
        const source = JSON.stringify({ collectedBeforeMs, reason });
        // The time is the version, so that a purge is never shortened.
        await bulk.write(
          voices.map((voice) => ({
            action: 'index',
            index: names.tombstones,
            id: voiceTombstone(voice),
            version: collectedBeforeMs,
            source,
          })),
        );
        await announce();
        return eraseFound(
          { bool: { filter: [{ terms: { voice: [...voices] } }, { range: { collectedAtMs: { lte: collectedBeforeMs } } }] } },
          reason,
        );
      }
      case 'selection':
        return eraseFound(compileSelection(request.selection), request.reason);
    }
  };
}
