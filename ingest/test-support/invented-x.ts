import { createScriptedHttp, type ScriptedAnswer, type ScriptedHttp } from './scripted-http.ts';

type Data = Record<string, unknown>;

/** An id that X would have given at this instant. */
export function idAt(atMs: number, nth = 0): string {
  return String(((BigInt(atMs) - 1_288_834_974_657n) << 22n) + BigInt(nth));
}

/** X in memory: recent search and a look at single posts. */
export function createInventedX(nowMs: () => number) {
  const posts: { text: string; data: Data; isGone: boolean }[] = [];
  let nth = 0;
  const found = (text: string) => posts.filter((post) => post.text === text);
  const add = (text: string, atMs: number, more: Data = {}) => {
    const id = idAt(atMs, ++nth);
    posts.push({
      text,
      isGone: false,
      data: { id, text, created_at: new Date(atMs).toISOString(), lang: 'en', edit_history_tweet_ids: [id], ...more },
    });
  };

  function answer(url: URL): ScriptedAnswer {
    if (url.pathname === '/2/tweets') {
      const ids = url.searchParams.get('ids')?.split(',') ?? [];
      const held = posts.filter(({ data, isGone }) => !isGone && ids.includes(String(data['id'])));
      const known = new Set(held.map(({ data }) => data['id']));
      const errors = ids
        .filter((id) => !known.has(id))
        .map((id) => ({ resource_id: id, type: 'https://api.twitter.com/2/problems/resource-not-found' }));
      return { json: { data: held.map(({ data }) => data), ...(errors.length ? { errors } : {}) } };
    }
    const sinceId = BigInt(url.searchParams.get('since_id') ?? 0);
    const [startMs, endMs] = ['start_time', 'end_time'].map((name) => Date.parse(url.searchParams.get(name) ?? ''));
    const list = posts
      .filter(({ data, isGone }) => !isGone && BigInt(String(data['id'])) > sinceId)
      .map(({ data }) => data)
      .filter((data) => !(Date.parse(String(data['created_at'])) < startMs!) && !(Date.parse(String(data['created_at'])) >= endMs!))
      .sort((left, right) => (BigInt(String(left['id'])) < BigInt(String(right['id'])) ? 1 : -1));
    const start = Number(url.searchParams.get('next_token') ?? 0);
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
    /** An edit is a post of its own, which names those before it. */
    edit(text: string, to: string): void {
      for (const post of found(text)) {
        const atMs = nowMs() + ++nth;
        const id = idAt(atMs, nth);
        const history = [...(post.data['edit_history_tweet_ids'] as string[]), id];
        post.data = { ...post.data, id, text: to, created_at: new Date(atMs).toISOString(), edit_history_tweet_ids: history };
      }
    },
    setGone(text: string | undefined, isGone: boolean): void {
      for (const post of text === undefined ? posts : found(text)) post.isGone = isGone;
    },
    serve(trouble: () => ScriptedAnswer | undefined = () => undefined): ScriptedHttp {
      return createScriptedHttp((url) => trouble() ?? answer(url));
    },
  };
}
