import type { HttpResponse } from '#core/ports/http.ts';
import type { SourceContext } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { readAnswer, type Answer } from './read-answer.ts';
import { batchSchema, edgeSchema, type Config, type Edge } from './schema.ts';
import { usageIn } from './usage.ts';

export interface Api {
  get(path: string, query: Record<string, string | undefined>): Promise<Answer>;
  /** Several requests in one, each with the answer that it would have had alone, or null where there was no time for it. At most 50. */
  batch(relativeUrls: readonly string[]): Promise<(HttpResponse | null)[]>;
}

export type ApiAccess = Pick<Config, 'accessToken' | 'version' | 'baseUrl'>;

export function createApi({ http, clock, signal }: SourceContext, { accessToken, version, baseUrl }: ApiAccess): Api {
  const { host, origin } = new URL(baseUrl);
  let pause: SourceError | undefined;

  /** The last answer may have been the last that there is for now. */
  function requirePatience(): void {
    if (pause) throw pause;
  }

  function heed({ headers }: HttpResponse): void {
    const { isUsedUp, regainMs } = usageIn(headers);
    if (!isUsedUp) return;
    const untilMs = regainMs > 0 ? clock.now() + regainMs : undefined;
    pause = new SourceError({ type: 'rate-limited', untilMs }, `${host} allows no more requests for now.`, { url: origin });
  }

  return {
    async get(path, query) {
      requirePatience();
      const url = new URL(`/${version}/${path}`, baseUrl);
      for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
      url.searchParams.set('access_token', accessToken);
      const response = await http.send({ url: url.href, headers: { accept: 'application/json' }, signal });
      heed(response);
      return readAnswer(response, clock.now());
    },
    async batch(relativeUrls) {
      requirePatience();
      const batch = JSON.stringify(relativeUrls.map((relative_url) => ({ method: 'GET', relative_url })));
      const response = await http.send({
        url: new URL(`/${version}/`, baseUrl).href,
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ access_token: accessToken, include_headers: 'false', batch }).toString(),
        signal,
      });
      heed(response);
      const answer = readAnswer(response, clock.now());
      if (answer.type === 'failed' || answer.type === 'too-much')
        throw new SourceError({ type: 'retry' }, `${host} could not answer a batch.`);
      const parts = answer.type === 'data' ? batchSchema.safeParse(answer.json).data : undefined;
      if (parts?.length !== relativeUrls.length) throw somethingElse(host);
      return parts.map((part) => part && partOf(part, response));
    },
  };
}

function partOf({ code, body }: { code: number; body?: string | null | undefined }, { headers, url }: HttpResponse): HttpResponse {
  return { status: code, headers, body: new TextEncoder().encode(body ?? ''), url };
}

export function edgeOf(json: unknown, baseUrl: string): Edge {
  const parsed = edgeSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw somethingElse(new URL(baseUrl).host);
}

/** Where the next page begins. The address that the service gives for it is never followed: it holds the token, and may lead elsewhere. */
export function afterOf({ paging }: Edge): string | undefined {
  if (paging?.next === undefined) return undefined;
  if (paging.cursors?.after !== undefined) return paging.cursors.after;
  return URL.canParse(paging.next) ? (new URL(paging.next).searchParams.get('after') ?? undefined) : undefined;
}

function somethingElse(host: string): SourceError {
  return new SourceError({ type: 'fatal' }, `${host} answered with something else than what was asked for.`, { status: 200 });
}
