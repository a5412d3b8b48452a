import { createScriptedHttp, type ScriptedAnswer, type ScriptedHttp } from './scripted-http.ts';

type Data = Record<string, unknown>;

/** A review in the documented shape, by nobody. */
export function inventedReview(id: number, text: string, atMs: number, more: Data = {}): Data {
  const date = new Date(atMs).toISOString();
  const comment = {
    commentId: id,
    odsCode: 'RR801',
    title: '',
    commentText: text,
    dateSubmitted: date,
    lastUpdated: date,
    screenName: 'Nobody at all',
    ...more,
  };
  return { comment, response: null };
}

/** The archive of reviews in memory: published ones, and those that were taken away. */
export function createInventedNhsReviews(nowMs: () => number) {
  const reviews: { text: string; data: Data; atMs: number; status: 'published' | 'removed' }[] = [];
  const found = (text: string) => reviews.filter((review) => review.text === text);

  function answer(url: URL): ScriptedAnswer {
    const sinceMs = Date.parse(url.searchParams.get('fromDate') ?? '1970-01-01');
    const untilMs = Date.parse(url.searchParams.get('toDate') ?? '2100-01-01') + 86_400_000;
    const list = reviews.filter(({ status, atMs }) => status === url.searchParams.get('status') && atMs >= sinceMs && atMs < untilMs);
    const offset = Number(url.searchParams.get('offset'));
    return { json: { comments: list.slice(offset, offset + Number(url.searchParams.get('limit'))).map(({ data }) => data) } };
  }

  return {
    publish: (text: string, atMs: number, more: Data = {}) =>
      void reviews.push({ text, atMs, status: 'published', data: inventedReview(70_000 + reviews.length, text, atMs, more) }),
    edit(text: string, to: string): void {
      for (const review of found(text)) {
        const lastUpdated = new Date(nowMs()).toISOString();
        review.data = { ...review.data, comment: { ...(review.data['comment'] as Data), commentText: to, lastUpdated } };
      }
    },
    setStatus(text: string | undefined, status: 'published' | 'removed'): void {
      for (const review of text === undefined ? reviews : found(text)) review.status = status;
    },
    serve(trouble: () => ScriptedAnswer | undefined = () => undefined): ScriptedHttp {
      return createScriptedHttp((url) => trouble() ?? answer(url));
    },
  };
}
