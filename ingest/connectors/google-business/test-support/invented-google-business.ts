import type { ScriptedAnswer } from '../../../test-support/scripted-http.ts';

export const LOCATION = 'accounts/1/locations/2';

/** Reviews in the documented shape, by nobody. */
export const GOOGLE_BUSINESS = {
  tokenPath: '/token',
  build: (nth: number, text: string, atMs: number) => ({
    name: `${LOCATION}/reviews/r${nth}`,
    reviewId: `r${nth}`,
    reviewer: { displayName: 'Nobody at all', isAnonymous: false },
    starRating: 'FOUR',
    comment: text,
    createTime: new Date(atMs).toISOString(),
    updateTime: new Date(atMs).toISOString(),
  }),
  edit: (to: string, atMs: number) => ({ comment: to, updateTime: new Date(atMs).toISOString() }),
  answer(url: URL, standing: readonly Record<string, unknown>[]): ScriptedAnswer {
    const [, one] = /^\/v4\/(.+\/reviews\/.+)$/.exec(url.pathname) ?? [];
    if (one !== undefined) {
      const found = standing.find(({ name }) => name === one);
      return found ? { json: found } : { status: 404, json: { error: { code: 404, status: 'NOT_FOUND' } } };
    }
    if (url.pathname !== `/v4/${LOCATION}/reviews`) return { status: 404, json: { error: { code: 404, status: 'NOT_FOUND' } } };
    const sorted = standing.toSorted((left, right) => Date.parse(String(right['updateTime'])) - Date.parse(String(left['updateTime'])));
    const start = Number(url.searchParams.get('pageToken') ?? 0);
    const end = start + Number(url.searchParams.get('pageSize'));
    if (sorted.length === 0) return { json: {} };
    return {
      json: {
        reviews: sorted.slice(start, end),
        totalReviewCount: sorted.length,
        ...(end < sorted.length ? { nextPageToken: String(end) } : {}),
      },
    };
  },
};
