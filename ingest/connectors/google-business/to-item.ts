import type { RawPost } from '#core/post.ts';
import type { Review } from './schema.ts';

const TRANSLATED = '(Translated by Google)';
const ORIGINAL = '(Original)';

/** The review in the words it was written in, and what the place answered. Whoever wrote it has no lasting id, and the name is left where it is. */
export function itemsOf(review: Review, organisation: string | undefined, observedAt: string): [RawPost, ...RawPost[]] {
  const { name, comment, createTime, updateTime, reviewReply: reply } = review;
  const own = { source: 'google-business', observedAt, ...(organisation ? { organisation } : {}) };
  const item: RawPost = {
    ...own,
    nativeId: name,
    canonicalId: name,
    kind: 'review',
    text: original(comment ?? ''),
    createdAt: instant(createTime),
    ...(Date.parse(updateTime) > Date.parse(createTime) ? { editedAt: instant(updateTime) } : {}),
  };
  // Google shows an answer to nobody else before it has approved of it.
  if (!reply || reply.reviewReplyState === 'PENDING' || reply.reviewReplyState === 'REJECTED') return [item];
  return [
    item,
    {
      ...own,
      nativeId: `${name}/reply`,
      canonicalId: `${name}/reply`,
      kind: 'response',
      text: original(reply.comment),
      createdAt: instant(reply.updateTime),
      progress: 'answered',
      parentId: name,
      rootId: name,
    },
  ];
}

/** Google puts its translation before or after what was written, each under a heading. */
function original(comment: string): string {
  const text = comment.trim();
  if (!text.startsWith(TRANSLATED)) return text.split(`\n${TRANSLATED}`, 1)[0]!.trim();
  const [translated = '', ...written] = text.slice(TRANSLATED.length).split(ORIGINAL);
  return written.join(ORIGINAL).trim() || translated.trim();
}

function instant(text: string): string {
  return new Date(text).toISOString();
}
