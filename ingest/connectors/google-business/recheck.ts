import type { HeldPost, Op, RecheckContext } from '../../connector.ts';
import { recheckByList } from '../../recheck-by-list.ts';
import { listReviews, readReview } from './list-reviews.ts';
import { get, LOCATIONS } from './request.ts';
import type { Config } from './schema.ts';
import { itemsOf } from './to-item.ts';

export function recheck(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncIterable<Op[]> {
  const { config, clock } = context;
  const observedAt = new Date(clock.now()).toISOString();
  return recheckByList<string>({
    context,
    posts,
    setting: LOCATIONS,
    placeOf: ({ nativeId }) => nativeId.split('/reviews/', 1)[0],
    open(place) {
      const organisation = config.locations.find(({ name }) => name === place)?.organisation;
      return {
        async list(pageToken) {
          const { reviews, next } = await listReviews(context, config, place, pageToken);
          const dates = reviews.map(({ updateTime }) => Date.parse(updateTime));
          return { items: reviews.flatMap((review) => itemsOf(review, organisation, observedAt)), lastMs: Math.min(...dates), next };
        },
        async ask({ nativeId }) {
          const json = await get(context, config, `/v4/${nativeId.replace(/\/reply$/, '')}`);
          if (json === undefined) return 'gone';
          const review = readReview(json, context);
          const item = review && itemsOf(review, organisation, observedAt).find((one) => one.nativeId === nativeId);
          // An answer that was edited is looked at by Google once more.
          const isInDoubt = !review || review.reviewReply?.reviewReplyState === 'PENDING';
          return item ?? (isInDoubt ? undefined : 'gone');
        },
      };
    },
  });
}
