import type { RawPost } from '#core/post.ts';
import type { Config, Review } from './schema.ts';

const SOURCE = 'trustpilot';
const FEED = 'https://api.trustpilot.com/v1/business-units/';

/** The review, and what the organisation answered. */
export function itemsOf(review: Review, unit: Config['businessUnits'][number], observedAt: string): RawPost[] {
  const { id, title, text, language, createdAt, updatedAt, consumer, companyReply: reply } = review;
  const { organisation } = unit;
  const own = { source: SOURCE, observedAt, feed: `${FEED}${unit.id}`, ...(organisation ? { organisation } : {}) };
  const item: RawPost = {
    ...own,
    nativeId: id,
    canonicalId: id,
    kind: 'review',
    text: text ?? '',
    ...(title ? { title } : {}),
    ...datesOf(createdAt, updatedAt),
    ...(consumer ? { author: { id: consumer.id } } : {}),
    ...(language ? { lang: language } : {}),
    url: `https://www.trustpilot.com/reviews/${id}`,
  };
  if (!reply) return [item];
  return [
    item,
    {
      ...own,
      nativeId: `${id}/reply`,
      canonicalId: `${id}/reply`,
      kind: 'response',
      text: reply.text,
      ...datesOf(reply.createdAt, reply.updatedAt),
      progress: 'answered',
      parentId: id,
      rootId: id,
    },
  ];
}

/** The business unit that a review is about, from its feed. */
export function unitOf(feed: string | undefined): string | undefined {
  return feed?.startsWith(FEED) ? feed.slice(FEED.length) : undefined;
}

function datesOf(createdAt: string, updatedAt: string | null | undefined): { createdAt: string; editedAt?: string } {
  const isEdited = updatedAt && Date.parse(updatedAt) > Date.parse(createdAt);
  return isEdited ? { createdAt, editedAt: updatedAt } : { createdAt };
}
