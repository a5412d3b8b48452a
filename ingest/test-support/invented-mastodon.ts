/** A status in the documented shape, by nobody. */
export function inventedStatus(id: string, text: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    uri: `https://social.example/users/nobody/statuses/${id}`,
    url: `https://social.example/@nobody/${id}`,
    created_at: '2026-11-16T08:30:00.000Z',
    edited_at: null,
    content: `<p>${text}</p>`,
    spoiler_text: '',
    language: 'en',
    visibility: 'public',
    in_reply_to_id: null,
    reblog: null,
    account: { id: '1', uri: 'https://social.example/users/nobody', url: 'https://social.example/@nobody', noindex: false, note: '' },
    ...more,
  };
}

interface Answer {
  headers: Record<string, string>;
  json: unknown;
}

/** A hashtag timeline as Mastodon pages it. `statuses` are oldest first. */
export function answerTimeline(url: URL, statuses: readonly Record<string, unknown>[], limit = 40): Answer {
  const minId = url.searchParams.get('min_id');
  const maxId = url.searchParams.get('max_id');
  const number = (status: Record<string, unknown>) => BigInt(String(status['id']));
  const page =
    minId === null
      ? statuses.filter((status) => maxId === null || number(status) < BigInt(maxId)).slice(-limit)
      : statuses.filter((status) => number(status) > BigInt(minId)).slice(0, limit);
  const newestFirst = page.toReversed();
  if (newestFirst.length === 0) return { headers: {}, json: [] };
  const at = (query: string) => `<${url.origin}${url.pathname}?${query}>`;
  const link = `${at(`max_id=${String(newestFirst.at(-1)!['id'])}`)}; rel="next", ${at(`min_id=${String(newestFirst[0]!['id'])}`)}; rel="prev"`;
  return { headers: { link }, json: newestFirst };
}

/** Single statuses, and several at once as since Mastodon 4.3; undefined for other addresses. */
export function answerStatuses(url: URL, statuses: readonly Record<string, unknown>[]): { status?: number; json: unknown } | undefined {
  const [, one] = /^\/api\/v1\/statuses(?:\/(.+))?$/.exec(url.pathname) ?? [undefined, null];
  if (one === null) return undefined;
  const ids = new Set(one === undefined ? url.searchParams.getAll('id[]') : [one]);
  const found = statuses.filter(({ id }) => ids.has(String(id)));
  if (one === undefined) return { json: found };
  return found[0] ? { json: found[0] } : { status: 404, json: { error: 'Record not found' } };
}
