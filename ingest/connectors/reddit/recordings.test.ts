import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { rawPostSchema } from '../../raw-post-schema.ts';
import type { ConnectorKit } from '../../test-support/connector-kit.ts';
import { describeOp, openConnector } from '../../test-support/open-connector.ts';
import { readOnce } from '../../test-support/read-once.ts';
import { createScriptedHttp, type ScriptedAnswer } from '../../test-support/scripted-http.ts';

/** Payloads that others recorded: real people's public posts, so they are not part of the project. */
const RECORDED = join(import.meta.dirname, '../../../../shared/fixtures/reddit');
const isThere = existsSync(RECORDED);

interface Exchange {
  request: { method: string; url: string };
  response: { status: number; headers: Record<string, string>; json?: unknown; text?: string };
}

function read(folder: string): { name: string; exchanges: Exchange[] }[] {
  return readdirSync(join(RECORDED, folder)).map((name) => ({
    name,
    exchanges: JSON.parse(readFileSync(join(RECORDED, folder, name), 'utf8')) as Exchange[],
  }));
}

function answerOf({ response: { status, headers, json, text } }: Exchange): ScriptedAnswer {
  return { status, headers, ...(json === undefined ? { body: text ?? '' } : { json }) };
}

/** Answers to requests for tokens and to all others, in their order; the last of each again and again. */
async function replay(exchanges: readonly Exchange[]) {
  const isToken = (url: string) => new URL(url).pathname.endsWith('/access_token');
  const [tokens, others] = [true, false].map((wanted) => exchanges.filter(({ request }) => isToken(request.url) === wanted));
  const next = (list: Exchange[]) => (list.length > 1 ? list.shift()! : list[0]);
  const http = createScriptedHttp((url) => {
    const exchange = next(isToken(url.href) ? tokens! : others!);
    return exchange ? answerOf(exchange) : { json: { kind: 'Listing', data: { children: [], after: null } } };
  });
  const config = { enabled: true, acceptTerms: true, clientId: 'a', clientSecret: 'b', match: 'all', comments: false };
  const kit = { source: 'reddit', config } as unknown as ConnectorKit;
  const server = { http, openSocket: () => Promise.reject(new Error('polled')) } as unknown as Parameters<typeof readOnce>[1];
  return readOnce(kit, server, createVirtualClock(Date.UTC(2026, 7, 3)));
}

const GONE = new Set<unknown>(['[deleted]', '[removed]']);

/** What each recorded fault is, and each answer that is not what is due: what others recorded of posting and revoking, in the place of a listing or a token. */
const FAULTS: Record<string, string> = {
  'TestAuthorizer.test_authorize__with_invalid_code': 'config',
  'TestAuthorizer.test_revoke__access_token_with_refresh_set': 'retry',
  'TestAuthorizer.test_revoke__access_token_without_refresh_set': 'retry',
  'TestAuthorizer.test_revoke__refresh_token_without_access_set': 'fatal',
  'TestComment.test_delete': 'fatal',
  'TestDeviceIDAuthorizer.test_refresh__with_short_device_id': 'config',
  'TestScriptAuthorizer.test_refresh__with_invalid_username_or_password': 'config',
  'TestSession.test_request__accepted': 'fatal',
  'TestSession.test_request__bad_request': 'fatal',
  'TestSession.test_request__cloudflare_connection_timed_out': 'retry',
  'TestSession.test_request__conflict': 'fatal',
  'TestSession.test_request__raw_json': 'fatal',
  'TestSession.test_request__too__many_requests__with_retry_headers': 'rateLimited',
  'TestSession.test_request__too__many_requests__without_retry_headers': 'rateLimited',
  'TestSession.test_request__unavailable_for_legal_reasons': 'policy',
  'TestSession.test_request__unsupported_media_type': 'fatal',
  'TestSession.test_request__uri_too_long': 'fatal',
  'TestSession.test_request__with_invalid_access_token': 'config',
  'TestSubmission.test_delete': 'fatal',
  'TestSubmission.test_edit': 'fatal',
  'TestSubmission.test_edit__experimental': 'fatal',
  'TestSubmission.test_resolve_from_share_url__invalid_url': 'config',
  'TestSubreddit.test_submit_gallery': 'fatal',
  'TestSubredditQuarantine.test_opt_out': 'config',
  'TestTrustedAuthenticator.test_revoke_token': 'fatal',
  'TestTrustedAuthenticator.test_revoke_token__with_refresh_token_hint': 'fatal',
  'TestUntrustedAuthenticator.test_revoke_token': 'fatal',
};

describe.runIf(isThere)('recorded answers of Reddit, which are not in the project (../shared/fixtures)', () => {
  const all = isThere ? [...read('faults'), ...read('listings')] : [];
  const faults = all.filter(({ name }) => FAULTS[name.replace('.json', '')]);
  const isListing = ({ request, response: { status, json } }: Exchange) =>
    request.method === 'GET' && status === 200 && (json as { kind?: string } | undefined)?.kind === 'Listing';
  const listings = all.filter(({ exchanges }) => exchanges.some(isListing));

  const tokens = all
    .filter(({ exchanges }) => exchanges.every(({ request }) => request.url.endsWith('/access_token')))
    .filter((one) => !faults.includes(one));

  test('each is a fault, a listing or a token', () => {
    expect(faults).toHaveLength(Object.keys(FAULTS).length);
    expect(listings.length).toBeGreaterThan(5);
    expect(new Set([...faults, ...listings, ...tokens]).size).toBe(all.length);
  });

  test.each(tokens)('a token is taken: $name', async ({ exchanges }) => {
    expect(await replay(exchanges)).toMatchObject({ end: 'whole', reports: [] });
  });

  test.each(faults)('a fault is classified as what it is: $name', async ({ name, exchanges }) => {
    const { pages, reports } = await replay(exchanges);
    expect(pages.flatMap(({ ops }) => ops)).toEqual([]);
    expect(new Set(reports.map(({ outcome }) => outcome))).toEqual(new Set([FAULTS[name.replace('.json', '')]]));
  });

  test('a token that is refused is replaced, and reading goes on', async () => {
    const { exchanges } = all.find(({ name }) => name.includes('invalid_access_token__retry'))!;
    const { end, pages } = await replay(exchanges);
    expect(end).toBe('whole');
    expect(pages.flatMap(({ ops }) => ops).length).toBeGreaterThan(0);
  });

  test('a subreddit that is quarantined, to which the app has not opted in, is a setting to change', async () => {
    const { exchanges } = all.find(({ name }) => name.includes('test_opt_out'))!;
    const { reports } = await replay(exchanges.filter(({ response: { status } }) => status !== 302));
    expect(reports).toMatchObject([{ outcome: 'config', status: 403, setting: 'sources.reddit.subreddits' }]);
  });

  test('a comment that was deleted is gone when it is asked for again', async () => {
    const { exchanges } = all.find(({ name }) => name.includes('TestComment.test_delete'))!;
    const [token, , info] = exchanges.map(answerOf);
    const http = createScriptedHttp((url) => (url.pathname === '/api/info' ? info! : token!));
    const login = { enabled: true, acceptTerms: true, clientId: 'a', clientSecret: 'b' };
    const ops = await openConnector('reddit', login, http).recheck('t1_d1616q2');
    expect(ops.map(describeOp)).toEqual(['t1_d1616q2 is gone (user)']);
  });

  test.each(listings)('a listing is read whole: $name', async ({ exchanges }) => {
    const tokens = exchanges.filter(({ request }) => request.url.endsWith('/access_token'));
    const { end, pages, reports } = await replay([...tokens, exchanges.find(isListing)!]);
    expect([end, reports]).toEqual(['whole', []]);
    const children = (exchanges.find(isListing)!.response.json as { data: { children: { kind: string; data: Record<string, unknown> }[] } })
      .data.children;
    const items = pages.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'upsert' ? [op.item] : [])));
    const standing = children.filter(
      ({ data }) => !data['removed_by_category'] && !GONE.has(data['selftext'] ?? data['body']) && data['author'] !== '[deleted]',
    );
    expect(items).toHaveLength(standing.length);
    for (const item of items) expect(rawPostSchema.safeParse(item).success).toBe(true);
  });
});

test.runIf(!isThere)('recorded answers of Reddit are not there (../shared/fixtures/reddit): nothing was replayed', () => {
  expect(isThere).toBe(false);
});
