import { createScriptedHttp, type ScriptedAnswer, type ScriptedHttp } from './scripted-http.ts';

type Data = Record<string, unknown>;

interface Place {
  /** A review in the service's shape. */
  build(nth: number, text: string, atMs: number): Data;
  /** What changes in it with an edit. */
  edit(to: string, atMs: number): Data;
  /** The answer, from what stands, newest first. */
  answer(url: URL, standing: readonly Data[]): ScriptedAnswer;
  /** Address that gives tokens, where there is one. */
  tokenPath?: string;
}

/** A service of reviews in memory: what both of its kind do alike. */
export function createInventedReviews(place: Place, nowMs: () => number) {
  const { tokenPath } = place;
  const reviews: { text: string; data: Data; isGone: boolean }[] = [];
  let tokens = 0;
  const found = (text: string) => reviews.filter((review) => review.text === text);
  return {
    publish: (text: string, atMs: number, more: Data = {}) =>
      void reviews.push({ text, isGone: false, data: { ...place.build(reviews.length, text, atMs), ...more } }),
    edit(text: string, to: string): void {
      for (const review of found(text)) review.data = { ...review.data, ...place.edit(to, nowMs()) };
    },
    change(text: string, more: Data): void {
      for (const review of found(text)) review.data = { ...review.data, ...more };
    },
    setGone(text: string | undefined, isGone: boolean): void {
      for (const review of text === undefined ? reviews : found(text)) review.isGone = isGone;
    },
    endTokens: () => void (tokens += 1),
    serve(trouble: () => ScriptedAnswer | undefined = () => undefined): ScriptedHttp {
      return createScriptedHttp((url, { headers }) => {
        const troubled = trouble();
        if (troubled) return troubled;
        if (tokenPath !== undefined && url.pathname === tokenPath)
          return { json: { access_token: `token-${++tokens}`, expires_in: 3_600 } };
        if (tokenPath !== undefined && headers?.['authorization'] !== `Bearer token-${tokens}`) return { status: 401, json: { error: {} } };
        return place.answer(url, reviews.flatMap(({ data, isGone }) => (isGone ? [] : [data])).toReversed());
      });
    },
  };
}
