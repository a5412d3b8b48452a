import { createScriptedHttp, type ScriptedAnswer, type ScriptedHttp } from './scripted-http.ts';

type Data = Record<string, unknown>;

/** A post in the documented shape, by nobody. */
export function inventedLink(n: number, text: string, atMs: number, more: Data = {}): Data {
  const id = (1_000_000 + n).toString(36);
  return {
    name: `t3_${id}`,
    id,
    title: '',
    selftext: text,
    author: 'nobody',
    author_fullname: 't2_nobody',
    created_utc: atMs / 1_000,
    edited: false,
    subreddit: 'nhs',
    permalink: `/r/nhs/comments/${id}/invented/`,
    removed_by_category: null,
    ...more,
  };
}

/** A subreddit in memory: tokens, one listing, and `/api/info`. */
export function createInventedReddit() {
  const things: { text: string; data: Data }[] = [];
  let tokens = 0;
  let seconds = 0;
  const found = (text: string) => things.filter((thing) => thing.text === text);

  function answer(url: URL, headers: Record<string, string>): ScriptedAnswer {
    if (url.pathname === '/api/v1/access_token') {
      tokens += 1;
      return { json: { access_token: `token-${tokens}`, token_type: 'bearer', expires_in: 86_400, scope: '*' } };
    }
    if (headers['authorization'] !== `Bearer token-${tokens}`) return { status: 401, json: { message: 'Unauthorized', error: 401 } };
    if (url.pathname === '/api/info') {
      const ids = new Set(url.searchParams.get('id')?.split(','));
      return { json: listing(things.filter(({ data }) => ids.has(String(data['name']))).map(({ data }) => data)) };
    }
    const newestFirst = things
      .map(({ data }) => data)
      .filter((data) => data['selftext'] !== '[deleted]' && !data['isHeldBack'])
      .toReversed();
    const after = url.searchParams.get('after');
    const start = after === null ? 0 : newestFirst.findIndex((data) => data['name'] === after) + 1;
    if (after !== null && start === 0) return { json: listing([]) };
    const page = newestFirst.slice(start, start + 100);
    return { json: listing(page, start + 100 < newestFirst.length ? String(page.at(-1)!['name']) : null) };
  }

  return {
    publish(text: string, atMs: number, more: Data = {}): void {
      things.push({ text, data: inventedLink(things.length, text, atMs, more) });
    },
    /** Found by the text that it was published with. */
    change(text: string, change: Data): void {
      for (const thing of found(text)) thing.data = { ...thing.data, ...change };
    },
    changeAll(change: Data): void {
      for (const thing of things) thing.data = { ...thing.data, ...change };
    },
    restore(text: string): void {
      for (const thing of found(text)) thing.data = { ...thing.data, selftext: text, removed_by_category: null, author: 'nobody' };
    },
    nextSecond: () => ++seconds,
    endTokens: () => void (tokens += 1),
    /** What is asked of it; `trouble` may answer in its place. */
    serve(trouble: () => ScriptedAnswer | undefined = () => undefined): ScriptedHttp {
      return createScriptedHttp((url, request) => trouble() ?? answer(url, request.headers ?? {}));
    },
  };
}

function listing(children: readonly Data[], after: string | null = null): object {
  return { kind: 'Listing', data: { after, dist: children.length, children: children.map((data) => ({ kind: 't3', data })) } };
}
