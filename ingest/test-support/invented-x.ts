import { createScriptedHttp, type ScriptedAnswer, type ScriptedHttp } from './scripted-http.ts';

type Data = Record<string, unknown>;

/** An id that X would have given at this instant. */
export function idAt(atMs: number, nth = 0): string {
  return String(((BigInt(atMs) - 1_288_834_974_657n) << 22n) + BigInt(nth));
}

const WEEK_MS = 7 * 86_400_000;

/** X in memory: recent search and a look at single posts. Each edit is a wording with an id of its own. */
export function createInventedX(nowMs: () => number) {
  const posts: { text: string; wordings: Data[]; isGone: boolean }[] = [];
  let nth = 0;
  const found = (text: string) => posts.filter((post) => post.text === text);
  const add = (text: string, atMs: number, more: Data = {}) => {
    const id = idAt(atMs, ++nth);
    const data = { id, text, created_at: new Date(atMs).toISOString(), lang: 'en', edit_history_tweet_ids: [id], ...more };
    posts.push({ text, isGone: false, wordings: [data] });
  };

  function lookUp(ids: readonly string[]): ScriptedAnswer {
    const standing = posts.filter(({ isGone }) => !isGone).flatMap(({ wordings }) => wordings);
    const data = standing.filter((wording) => ids.includes(String(wording['id'])));
    const known = new Set(data.map((wording) => wording['id']));
    const errors = ids.filter((id) => !known.has(id)).map(inventedProblem);
    return { json: { ...(data.length ? { data } : {}), ...(errors.length ? { errors } : {}) } };
  }

  function search({ searchParams }: URL): ScriptedAnswer {
    const sinceId = searchParams.get('since_id');
    const [startMs, endMs] = ['start_time', 'end_time'].map((name) => Date.parse(searchParams.get(name) ?? ''));
    const leastMs = nowMs() - WEEK_MS;
    if (sinceId !== null && BigInt(sinceId) < BigInt(idAt(leastMs))) return refusal('since_id', sinceId);
    if (startMs! < leastMs || (sinceId !== null && searchParams.has('start_time'))) return refusal('start_time', String(startMs));
    const list = posts
      .filter(({ isGone }) => !isGone)
      .map(({ wordings }) => wordings.at(-1)!)
      .filter((data) => BigInt(String(data['id'])) > BigInt(sinceId ?? 0))
      .filter((data) => !(Date.parse(String(data['created_at'])) < startMs!) && !(Date.parse(String(data['created_at'])) >= endMs!))
      .sort((left, right) => (BigInt(String(left['id'])) < BigInt(String(right['id'])) ? 1 : -1));
    const start = Number(searchParams.get('next_token') ?? 0);
    const page = list.slice(start, start + 100);
    const next = start + 100 < list.length ? { next_token: String(start + 100) } : {};
    return {
      json: {
        ...(page.length ? { data: page } : {}),
        meta: { result_count: page.length, ...(page[0] ? { newest_id: page[0]['id'] } : {}), ...next },
      },
    };
  }

  return {
    publish: add,
    edit(text: string, to: string): void {
      for (const { wordings } of found(text)) {
        const atMs = nowMs() + ++nth;
        const id = idAt(atMs, nth);
        const history = [...wordings.map((wording) => wording['id']), id];
        for (const wording of wordings) wording['edit_history_tweet_ids'] = history;
        wordings.push({ ...wordings.at(-1), id, text: to, created_at: new Date(atMs).toISOString(), edit_history_tweet_ids: history });
      }
    },
    setGone(text: string | undefined, isGone: boolean): void {
      for (const post of text === undefined ? posts : found(text)) post.isGone = isGone;
    },
    serve(trouble: () => ScriptedAnswer | undefined = () => undefined): ScriptedHttp {
      return createScriptedHttp(
        (url) => trouble() ?? (url.pathname === '/2/tweets' ? lookUp(url.searchParams.get('ids')?.split(',') ?? []) : search(url)),
      );
    },
  };
}

/** How X says that a post is not there. */
export function inventedProblem(id: string): Data {
  return {
    value: id,
    resource_id: id,
    resource_type: 'tweet',
    parameter: 'ids',
    title: 'Not Found Error',
    detail: `Could not find tweet with ids: [${id}].`,
    type: 'https://api.twitter.com/2/problems/resource-not-found',
  };
}

function refusal(parameter: string, value: string): ScriptedAnswer {
  const errors = [{ parameters: { [parameter]: [value] }, message: `'${parameter}' is refused` }];
  return { status: 400, json: { errors, title: 'Invalid Request', type: 'https://api.twitter.com/2/problems/invalid-request' } };
}
