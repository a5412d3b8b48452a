import type { SourceContext } from '../../connector.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { SourceError } from '../../source-error.ts';
import { get, LOCATIONS } from './request.ts';
import { nameSchema, pageSchema, reviewSchema, type Config, type Review } from './schema.ts';

const PAGE = 50;

export interface ReviewPage {
  reviews: Review[];
  next: string | undefined;
}

/** A page of a place's reviews, by the date of the last change, the latest first. @throws SourceError. */
export async function listReviews(context: SourceContext, config: Config, place: string, pageToken?: string): Promise<ReviewPage> {
  const query = { pageSize: String(PAGE), orderBy: 'updateTime desc', ...(pageToken === undefined ? {} : { pageToken }) };
  const json = await get(context, config, `/v4/${place}/reviews`, query);
  if (json === undefined) {
    throw new SourceError({ type: 'config', setting: LOCATIONS }, `Google knows no such place: check ${LOCATIONS}.`, { status: 404 });
  }
  const page = pageSchema.safeParse(json);
  if (!page.success) throw new SourceError({ type: 'fatal' }, 'Google answered with something else than reviews.', { status: 200 });
  return { reviews: page.data.reviews.flatMap((each) => readReview(each, context) ?? []), next: page.data.nextPageToken };
}

export function readReview(each: unknown, context: Pick<SourceContext, 'malformed'>): Review | undefined {
  return parseOrTell(reviewSchema, each, context, (item) => nameSchema.safeParse(item).data?.name);
}
