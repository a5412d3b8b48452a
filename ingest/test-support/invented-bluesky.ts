import type { HttpRequest } from '#core/ports/http.ts';
import { createScriptedHttp, type ScriptedAnswer, type ScriptedHttp } from './scripted-http.ts';

/** A post of the index that is searched. */
export interface IndexedPost {
  n: number;
  text: string;
  indexedMs: number;
  /** What its author claims. Default: when it was indexed. */
  createdAt?: string;
  record?: object;
}

export interface InventedPds extends ScriptedHttp {
  /** Queries that were asked, in order. */
  readonly searches: URLSearchParams[];
  readonly sessions: number;
  readonly renewals: number;
  /** Every access token is refused from now on, with this status; what renews a session too if `renewal` is false. */
  endTokens(how: { status: 400 | 401; canRenew?: boolean }): void;
}

interface Options {
  now: () => number;
  posts: readonly IndexedPost[];
  /** Results that can be reached through one search's cursors. Default 10,000. */
  maxResults?: number;
  tokenSeconds?: number;
  /** Answers in place of the server's own. */
  answer?: (url: URL, request: HttpRequest, nth: number) => ScriptedAnswer | undefined;
}

export const LOGIN = { identifier: 'someone.example', appPassword: 'abcd-efgh-ijkl-mnop' };
const DID = 'did:plc:inventedaaaaaaaaaaaaaaaa';

export const uriOf = (n: number) => `at://${DID}/app.bsky.feed.post/3k${String(n).padStart(11, '0')}`;

/** An account's server with its sessions and its search, in the documented shape: results by the earlier of the two dates, the newest first. */
export function createInventedPds({ now, posts, maxResults = 10_000, tokenSeconds = 7_200, answer }: Options): InventedPds {
  const searches: URLSearchParams[] = [];
  let sessions = 0;
  let renewals = 0;
  let generation = 0;
  let refusal: { status: number; canRenew: boolean } = { status: 400, canRenew: true };
  let renewable: string | undefined;

  const error = (status: number, name: string): ScriptedAnswer => ({ status, json: { error: name, message: 'An invented message' } });

  function begin(): ScriptedAnswer {
    const claims = Buffer.from(JSON.stringify({ exp: Math.floor(now() / 1_000) + tokenSeconds })).toString('base64url');
    renewable = `renewal-${sessions}-${renewals}`;
    return { json: { accessJwt: `e30.${claims}.${generation}`, refreshJwt: renewable, handle: LOGIN.identifier, did: DID, active: true } };
  }

  function isGood(bearer: string): boolean {
    const [, claims, made] = bearer.split('.');
    const { exp } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString() || '{"exp":0}') as { exp: number };
    return Number(made) === generation && exp * 1_000 > now();
  }

  function search(query: URLSearchParams): ScriptedAnswer {
    searches.push(query);
    const words = (query.get('q') ?? '').replaceAll(/["#]/g, '').toLowerCase();
    const [sinceMs, untilMs] = [Date.parse(query.get('since') ?? ''), Date.parse(query.get('until') ?? '')];
    const found = posts
      .map((post) => ({ post, sortMs: Math.min(post.indexedMs, Date.parse(post.createdAt ?? '') || Infinity) }))
      .filter(({ post, sortMs }) => sortMs >= sinceMs && sortMs < untilMs && post.text.toLowerCase().includes(words))
      .sort((left, right) => right.sortMs - left.sortMs)
      .slice(0, maxResults);
    const start = Number(query.get('cursor') ?? 0);
    const end = start + Number(query.get('limit'));
    return {
      headers: { 'ratelimit-limit': '3000', 'ratelimit-remaining': '2990', 'ratelimit-reset': String(Math.floor(now() / 1_000) + 300) },
      json: { posts: found.slice(start, end).map(({ post }) => viewOf(post)), ...(end < found.length ? { cursor: String(end) } : {}) },
    };
  }

  const http = createScriptedHttp((url, request) => {
    const own = answer?.(url, request, http.requests.length);
    if (own) return own;
    const bearer = request.headers?.['authorization']?.replace('Bearer ', '') ?? '';
    switch (url.pathname) {
      case '/xrpc/com.atproto.server.createSession':
        sessions += 1;
        return request.body === JSON.stringify({ identifier: LOGIN.identifier, password: LOGIN.appPassword })
          ? begin()
          : error(401, 'AuthenticationRequired');
      case '/xrpc/com.atproto.server.refreshSession':
        renewals += 1;
        return bearer === renewable && refusal.canRenew ? begin() : error(400, 'ExpiredToken');
      case '/xrpc/app.bsky.feed.searchPosts':
        return isGood(bearer) ? search(url.searchParams) : error(refusal.status, 'ExpiredToken');
      default:
        return error(404, 'XRPCNotSupported');
    }
  });
  return {
    ...http,
    searches,
    get sessions() {
      return sessions;
    },
    get renewals() {
      return renewals;
    },
    endTokens({ status, canRenew = true }) {
      generation += 1;
      refusal = { status, canRenew };
    },
  };
}

function viewOf({ n, text, indexedMs, createdAt, record }: IndexedPost): object {
  const indexedAt = new Date(indexedMs).toISOString();
  return {
    uri: uriOf(n),
    cid: 'bafyinvented',
    author: { did: DID, handle: 'nobody.example', displayName: 'Nobody' },
    record: { $type: 'app.bsky.feed.post', text, createdAt: createdAt ?? indexedAt, langs: ['en'], ...record },
    replyCount: 0,
    repostCount: 0,
    likeCount: 0,
    quoteCount: 0,
    indexedAt,
    labels: [],
  };
}
