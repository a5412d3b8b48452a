import type { Genre, PostKind } from '#core/post.ts';

/** What a comment is, where only its fields tell. */
export function kindOfText(
  genre: Genre,
  { question, parentId }: { question?: string | undefined; parentId?: string | undefined },
): PostKind {
  if (question !== undefined) return 'answer';
  if (genre === 'feedback') return 'review';
  return parentId === undefined ? 'post' : 'reply';
}
