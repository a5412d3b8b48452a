import type { HeldPost, Op, RecheckContext } from '../../connector.ts';
import { recheckByList } from '../../recheck-by-list.ts';
import { getReview, listReviews, UNITS } from './request.ts';
import type { Config } from './schema.ts';
import { itemsOf, unitOf } from './to-item.ts';

export function recheck(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncIterable<Op[]> {
  const { config, clock } = context;
  const observedAt = new Date(clock.now()).toISOString();
  return recheckByList<number>({
    context,
    posts,
    setting: UNITS,
    placeOf: ({ feed }) => unitOf(feed),
    open(id) {
      const unit = config.businessUnits.find((one) => one.id === id) ?? { id };
      return {
        async list(page) {
          const { reviews, next } = await listReviews(context, config, id, page);
          const dates = reviews.map(({ createdAt }) => Date.parse(createdAt));
          return { items: reviews.flatMap((review) => itemsOf(review, unit, observedAt)), lastMs: Math.min(...dates), next };
        },
        async ask({ nativeId }) {
          const review = await getReview(context, config, nativeId.replace(/\/reply$/, ''));
          if (review === 'gone' || review === undefined) return review;
          return itemsOf(review, unit, observedAt).find((item) => item.nativeId === nativeId) ?? 'gone';
        },
      };
    },
  });
}
