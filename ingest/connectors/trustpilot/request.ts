import { parseJson, requireOk } from '../../classify-response.ts';
import type { SourceContext } from '../../connector.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { SourceError } from '../../source-error.ts';
import { pageSchema, reviewSchema, type Config, type Review } from './schema.ts';

const KEY = 'sources.trustpilot.apiKey';
export const UNITS = 'sources.trustpilot.businessUnits';
const PAGE = 100;

export interface ReviewPage {
  reviews: Review[];
  next: number | undefined;
}

/** A page of a business unit's reviews, by the date on which they were written, the latest first. @throws SourceError. */
export async function listReviews(context: SourceContext, config: Config, unit: string, page = 1): Promise<ReviewPage> {
  const query = { page: String(page), perPage: String(PAGE), orderBy: 'createdat.desc' };
  const json = await get(context, config, `/v1/business-units/${unit}/reviews`, query);
  if (json === undefined) {
    throw new SourceError({ type: 'config', setting: UNITS }, `Trustpilot knows no such business unit: check ${UNITS}.`, { status: 404 });
  }
  const parsed = pageSchema.safeParse(json);
  if (!parsed.success) throw new SourceError({ type: 'fatal' }, 'Trustpilot answered with something else than reviews.', { status: 200 });
  const { reviews } = parsed.data;
  return { reviews: reviews.flatMap((each) => readReview(each, context) ?? []), next: reviews.length < PAGE ? undefined : page + 1 };
}

/** `gone`: not found; undefined: it is there and can't be read. @throws SourceError. */
export async function getReview(context: SourceContext, config: Config, id: string): Promise<Review | 'gone' | undefined> {
  const json = await get(context, config, `/v1/reviews/${encodeURIComponent(id)}`);
  return json === undefined ? 'gone' : readReview(json, context);
}

/** Undefined: not found. */
async function get(context: SourceContext, config: Config, path: string, query: Record<string, string> = {}): Promise<unknown> {
  const url = new URL(path, config.baseUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const response = await context.http.send({
    url: url.href,
    headers: { accept: 'application/json', apikey: config.apiKey },
    signal: context.signal,
  });
  if (response.status === 404) return undefined;
  requireOk(response, { nowMs: context.clock.now(), setting: KEY });
  return parseJson(response);
}

function readReview(each: unknown, context: Pick<SourceContext, 'malformed'>): Review | undefined {
  return parseOrTell(reviewSchema, each, context);
}
