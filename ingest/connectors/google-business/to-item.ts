import type { RawPost } from '#core/post.ts';
import type { Review } from './schema.ts';

const SOURCE = 'google-business';

/** The review in the words it was written in. Whoever wrote it has no lasting id, and the name is left where it is. */
export function reviewToItem(review: Review, organisation: string | undefined, observedAt: string): RawPost {
  return {
    source: SOURCE,
    nativeId: review.name,
    canonicalId: review.name,
    kind: 'review',
    text: original(review.comment ?? ''),
    createdAt: instant(review.createTime),
    ...(Date.parse(review.updateTime) > Date.parse(review.createTime) ? { editedAt: instant(review.updateTime) } : {}),
    observedAt,
    ...(organisation ? { organisation } : {}),
  };
}

/** What the place answered. */
export function replyToItem(review: Review, organisation: string | undefined, observedAt: string): RawPost | undefined {
  const { reviewReply: reply, name } = review;
  if (!reply) return undefined;
  return {
    source: SOURCE,
    nativeId: `${name}/reply`,
    canonicalId: `${name}/reply`,
    kind: 'response',
    text: original(reply.comment),
    createdAt: instant(reply.updateTime),
    observedAt,
    ...(organisation ? { organisation } : {}),
    progress: 'answered',
    parentId: name,
    rootId: name,
  };
}

/** Google puts its translation before or after what was written, each under a heading. */
function original(comment: string): string {
  const [, translated = '', written] = /^\(Translated by Google\)\s?([\s\S]*?)\s*\(Original\)\s*([\s\S]*)$/.exec(comment) ?? [];
  if (written !== undefined) return (written || translated).trim();
  const [before = ''] = comment.split(/\n\s{0,9}\(Translated by Google\)/, 1);
  return before.trim();
}

function instant(text: string): string {
  return new Date(text).toISOString();
}
