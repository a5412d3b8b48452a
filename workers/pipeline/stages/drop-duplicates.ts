import { MIN_WORDS, signatureOf } from '#core/language/min-hash.ts';
import { drop, keep, type Outcome } from '#core/outcome.ts';
import type { DuplicatesIndex } from '#core/ports/coordination.ts';
import type { KnownPost, PostStore } from '#core/ports/post-store.ts';
import { postVersion, wordingMs } from '#core/post.ts';
import type { Stage } from '#core/stage.ts';
import { createDraft, withInsight, type Draft, type PipelineItem } from '../draft.ts';
import { ANALYSIS_NUMBER } from '../versions.ts';

interface Deps {
  posts: Pick<PostStore, 'known'>;
  duplicates: Pick<DuplicatesIndex, 'assign'>;
}

/**
 * Drops what is held already, word for word and analysed as now, and what was erased; gives every other post its near-duplicate cluster. It looks at
 * the store and not at a list of what was seen, so that a batch whose worker died before storing is not taken for a repeat.
 */
export function createDropDuplicates({ posts, duplicates }: Deps): Stage<PipelineItem, Draft> {
  return async function dropDuplicates(batch) {
    const known = await posts.known(batch.map(({ post }) => ({ id: post.id, createdAtMs: post.createdAtMs })));
    const newest = newestById(batch);
    const outcomes = batch.map((item): Outcome<Draft> => {
      if (newest.get(item.post.id) !== item) return drop('duplicate');
      return judge(item, known.get(item.post.id));
    });
    const clustered = outcomes.flatMap((outcome) => (outcome.type === 'keep' && hasCopies(outcome.value) ? [outcome.value] : []));
    const clusters = await duplicates.assign(clustered.map(entryOf));
    const clusterOf = new Map(clustered.map((draft, index) => [draft, clusters[index]!]));
    return outcomes.map((outcome) => {
      const cluster = outcome.type === 'keep' ? clusterOf.get(outcome.value) : undefined;
      return outcome.type === 'keep' && cluster ? keep(withInsight(outcome.value, { cluster })) : outcome;
    });
  };
}

function judge(item: PipelineItem, known: KnownPost | undefined): Outcome<Draft> {
  if (!known) return keep(createDraft(item));
  if (known.erased) return drop('erased');
  const { post } = item;
  const isSameText = known.contentHash === post.contentHash;
  if (isSameText) return known.version >= postVersion(post.contentMs, ANALYSIS_NUMBER) ? drop('duplicate') : keep(createDraft(item));
  const heldMs = wordingMs(known.version);
  if (post.contentMs > heldMs) return keep(createDraft(item));
  // Other words without a later edit time: the source doesn't say when it changed, so it changed when it was collected.
  if (post.collectedAtMs <= heldMs) return drop('duplicate');
  return keep(createDraft({ ...item, post: { ...post, contentMs: post.collectedAtMs } }));
}

function newestById(batch: readonly PipelineItem[]): Map<string, PipelineItem> {
  const newest = new Map<string, PipelineItem>();
  for (const item of batch) {
    const other = newest.get(item.post.id);
    if (!other || isNewer(item, other)) newest.set(item.post.id, item);
  }
  return newest;
}

function isNewer({ post }: PipelineItem, { post: other }: PipelineItem): boolean {
  return post.contentMs > other.contentMs || (post.contentMs === other.contentMs && post.collectedAtMs > other.collectedAtMs);
}

function hasCopies({ post, read }: Draft): boolean {
  return post.genre !== 'feedback' && read.words.length >= MIN_WORDS;
}

function entryOf({ post, read }: Draft) {
  return { id: post.id, atMs: post.createdAtMs, signature: signatureOf(read.words) };
}
