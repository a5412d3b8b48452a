import type { Clock } from '#core/clock.ts';
import type { AnalysedPost } from '#core/insight.ts';
import { readText } from '#core/language/read-text.ts';
import type { Directory } from '#core/organisations/directory.ts';
import { drop, keep, quarantine, type Outcome } from '#core/outcome.ts';
import type { PostStore, SaveResult } from '#core/ports/post-store.ts';
import { postVersion } from '#core/post.ts';
import type { Stage } from '#core/stage.ts';
import { categoryOf } from '#core/theme.ts';
import type { Draft } from '../draft.ts';
import { ANALYSIS_NUMBER, VERSIONS } from '../versions.ts';

interface Deps {
  posts: Pick<PostStore, 'save'>;
  directory: Pick<Directory, 'ancestorsOf'>;
  clock: Clock;
}

/** Writes the batch to the store, guarded by version. */
export function createSavePosts({ posts, directory, clock }: Deps): Stage<Draft, AnalysedPost> {
  return async function savePosts(batch) {
    const nowMs = clock.now();
    const writes = batch.map((draft) => ({ post: toAnalysed(draft, directory, nowMs), sealedReference: draft.sealedReference }));
    const results = await posts.save(writes);
    return results.map((result, index) => outcomeOf(result, writes[index]!.post));
  };
}

/** Of a post that was queued before releases noted their redactor: it counts as another version, so that `reprocess` redacts it again. */
const UNKNOWN = 'unknown';

/** The record that is stored: the post, its insight and the token fields. */
export function toAnalysed(
  { post, redactor = UNKNOWN, insight, read, title }: Draft,
  directory: Pick<Directory, 'ancestorsOf'>,
  nowMs: number,
): AnalysedPost {
  const parts = [title, post.question ? readText(post.question) : null, read].filter((part) => part !== null);
  const codes = insight.organisations.map(({ ods }) => ods);
  const themes = insight.themes.map(({ id }) => id);
  return {
    ...post,
    version: postVersion(post.contentMs, ANALYSIS_NUMBER),
    analysedAtMs: nowMs,
    insight: { ...insight, versions: { ...VERSIONS, redactor } },
    words: parts
      .map((part) => part.words.join(' '))
      .join(' ')
      .trim(),
    stems: parts
      .map((part) => part.stems.join(' '))
      .join(' ')
      .trim(),
    places: [...new Set(codes.flatMap((code) => [code, ...directory.ancestorsOf(code, post.createdAtMs)]))],
    themeIds: [...new Set(themes.flatMap((id) => [id, categoryOf(id)]))],
  };
}

function outcomeOf(result: SaveResult, post: AnalysedPost): Outcome<AnalysedPost> {
  switch (result.type) {
    case 'stored':
      return keep(post);
    case 'stale':
      return drop('duplicate');
    case 'erased':
      return drop('erased');
    case 'rejected':
      return quarantine('rejected-by-store', new Error(result.reason));
  }
}
