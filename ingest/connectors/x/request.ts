import type { HttpResponse } from '#core/ports/http.ts';
import { parseJson, requireOk } from '../../classify-response.ts';
import type { SourceContext } from '../../connector.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { SourceError } from '../../source-error.ts';
import { answerSchema, postSchema, refusalSchema, type Answer, type Config, type XPost } from './schema.ts';

const TOKEN = 'sources.x.bearerToken';
const QUERY = 'sources.x.query';
const FIELDS = 'created_at,lang,conversation_id,referenced_tweets,edit_history_tweet_ids,note_tweet,withheld';

/** Credits or a cap that are used up: the pause that X names for too many requests would not help. */
const SPENT_TITLES = new Set(['CreditsDepleted', 'UsageCapExceeded']);
const SPENT_TYPE = /\/problems\/(?:credits|usage-capped)$/;

/** The token of a page is refused: the walk that it belongs to begins anew. */
export class WalkRefused extends Error {}

/** What an answer holds. Posts that can't be read are told of and left out. */
export interface Found {
  posts: XPost[];
  answer: Answer;
}

/** @throws SourceError, or WalkRefused. */
export async function getPosts(context: SourceContext, config: Config, path: string, query: Record<string, string>): Promise<Found> {
  const url = new URL(path, config.baseUrl);
  for (const [name, value] of Object.entries({ ...query, 'tweet.fields': FIELDS })) url.searchParams.set(name, value);
  const headers = { accept: 'application/json', authorization: `Bearer ${config.bearerToken}` };
  const response = await context.http.send({ url: url.href, headers, signal: context.signal });
  if (response.status !== 200) refuse(response, context.clock.now());
  const answer = answerSchema.safeParse(parseJson(response));
  if (!answer.success) throw new SourceError({ type: 'fatal' }, `${url.host} answered with something else than posts.`, { status: 200 });
  const posts = (answer.data.data ?? []).flatMap((each) => parseOrTell(postSchema, each, context) ?? []);
  return { posts, answer: answer.data };
}

/** The same status stands for several reasons: the answer's own words tell which. */
function refuse(response: HttpResponse, nowMs: number): never {
  const { status, url } = response;
  const host = new URL(url).host;
  const { title, type, errors = [] } = refusalOf(response);
  const parameters = new Set(errors.flatMap((error) => Object.keys(error.parameters ?? {})));
  const isAbout = (...names: string[]) => status === 400 && names.some((name) => parameters.has(name));
  if (isAbout('next_token', 'pagination_token')) throw new WalkRefused(`${host} refuses the page’s token.`);
  if (isAbout('since_id', 'start_time', 'end_time')) {
    throw new SourceError({ type: 'cursor-invalid' }, 'X can’t search from where reading had stopped.', { status, url });
  }
  if (status === 402 || SPENT_TITLES.has(title ?? '') || SPENT_TYPE.test(type ?? '')) {
    throw new SourceError({ type: 'config', setting: TOKEN }, `${host} says that what the plan of ${TOKEN} allows is used up.`, { status });
  }
  if (status === 400)
    throw new SourceError({ type: 'config', setting: QUERY }, `${host} refuses the search (400): check ${QUERY}.`, { status });
  requireOk(response, { nowMs, setting: TOKEN, resetMs });
  throw new SourceError({ type: 'fatal' }, `${host} answered ${status}, which is not expected.`, { status, url });
}

function refusalOf(response: HttpResponse) {
  try {
    return refusalSchema.safeParse(parseJson(response)).data ?? {};
  } catch {
    return {};
  }
}

/** X gives the instant in seconds since 1970, and never Retry-After. */
function resetMs(headers: Record<string, string>): number | undefined {
  const seconds = Number(headers['x-rate-limit-reset'] ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}
