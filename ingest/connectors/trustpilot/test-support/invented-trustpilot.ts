import type { ScriptedAnswer } from '../../../test-support/scripted-http.ts';

/** Reviews in the documented shape, by nobody. */
export const TRUSTPILOT = {
  build: (nth: number, text: string, atMs: number) => ({
    id: `5a${nth.toString(16).padStart(22, '0')}`,
    title: '',
    text,
    language: 'en',
    stars: 4,
    createdAt: withoutZone(atMs),
    updatedAt: null,
    consumer: { id: 'nobody', displayName: 'Nobody at all' },
    companyReply: null,
  }),
  edit: (to: string, atMs: number) => ({ text: to, updatedAt: withoutZone(atMs) }),
  answer(url: URL, standing: readonly Record<string, unknown>[]): ScriptedAnswer {
    const [, one] = /^\/v1\/reviews\/(.+)$/.exec(url.pathname) ?? [];
    if (one !== undefined) {
      const found = standing.find(({ id }) => id === one);
      return found ? { json: found } : { status: 404, json: { message: 'Review not found' } };
    }
    const [page, size] = ['page', 'perPage'].map((name) => Number(url.searchParams.get(name))) as [number, number];
    return { json: { links: [], reviews: standing.slice((page - 1) * size, page * size) } };
  },
};

function withoutZone(atMs: number): string {
  return new Date(atMs).toISOString().replace('Z', '');
}
