import { parseJson, requireOk } from '../../classify-response.ts';
import type { SourceContext } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import type { Config } from './schema.ts';

const ADDRESS = 'sources.care-opinion.baseUrl';
const SETTING = 'sources.care-opinion.apiKey';

/** JSON of an endpoint; undefined where there is nothing (404). A key that isn't valid is answered with a redirect to the login page. @throws SourceError. */
export async function get(context: SourceContext, config: Config, path: string, query: Record<string, string> = {}): Promise<unknown> {
  const url = new URL(path, config.baseUrl);
  for (const [name, value] of Object.entries({ ...query, format: 'json' })) url.searchParams.set(name, value);
  const headers = { accept: 'application/json', authorization: `SUBSCRIPTION_KEY ${config.apiKey}` };
  const response = await context.http.send({ url: url.href, headers, signal: context.signal });
  if (response.status === 404) return undefined;
  requireOk(response, { nowMs: context.clock.now(), setting: SETTING, resetMs });
  return parseJson(response);
}

/** @throws SourceError where it isn't a list. */
export async function getList(context: SourceContext, config: Config, path: string, query: Record<string, string>): Promise<unknown[]> {
  const json = await get(context, config, path, query);
  if (Array.isArray(json)) return json;
  if (json === undefined)
    throw new SourceError({ type: 'config', setting: ADDRESS }, `There is no such list at ${ADDRESS} (404).`, { status: 404 });
  throw new SourceError({ type: 'fatal' }, `${new URL(config.baseUrl).host} answered with something else than a list.`, { status: 200 });
}

/** The instant, in seconds since 1970. */
function resetMs(headers: Record<string, string>): number | undefined {
  const seconds = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}
