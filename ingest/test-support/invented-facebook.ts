import type { HttpRequest } from '#core/ports/http.ts';
import type { ScriptedAnswer } from './scripted-http.ts';

/** A comment by nobody. Times in milliseconds. */
export interface InventedComment {
  id: string;
  message?: unknown;
  atMs: number;
  from?: string;
  parent?: string;
  isHidden?: boolean;
}

export interface InventedPost extends Omit<InventedComment, 'parent'> {
  /** Oldest first. */
  comments: InventedComment[];
}

export interface InventedPage {
  id: string;
  /** Oldest first. */
  posts: InventedPost[];
  /** Comments come oldest first, whatever is asked for. */
  isChronological?: boolean;
}

type Json = Record<string, unknown>;

/** The error body of the Graph API. */
export function inventedError(code: number, more: Json = {}, status = 400): { status: number; json: Json } {
  const type = code === 190 ? 'OAuthException' : 'GraphMethodException';
  return { status, json: { error: { message: `(#${code}) Invented`, type, code, fbtrace_id: 'invented', ...more } } };
}

export const GONE = inventedError(100, { error_subcode: 33, message: 'Unsupported get request. Object with ID does not exist' });

/** As the service writes instants. */
const time = (ms: number) => new Date(ms).toISOString().replace(/\.\d{3}Z$/, '+0000');

function resource({ id, message, atMs, from, parent, isHidden }: InventedComment): Json {
  return {
    id,
    ...(message === undefined ? {} : { message }),
    created_time: time(atMs),
    is_hidden: isHidden ?? false,
    ...(from ? { from: { id: from } } : {}),
    ...(parent ? { parent: { id: parent } } : {}),
  };
}

/** Answers as the Graph API documents them: `GET /{version}/{page}/feed`, `/{post}/comments`, `/{object}`, and `POST /{version}/` with a batch. */
export function answerFacebook(url: URL, request: HttpRequest, page: InventedPage): ScriptedAnswer {
  const [, , id, edge] = url.pathname.split('/');
  if (request.method === 'POST') {
    const body = new URLSearchParams(request.body);
    const parts = JSON.parse(body.get('batch')!) as { relative_url: string }[];
    return {
      json: parts.map(({ relative_url: relative }) => {
        const { status = 200, json } = answerFacebook(new URL(`/v25.0/${relative}`, url), { url: relative }, page) as {
          status?: number;
          json: Json;
        };
        return { code: status, body: JSON.stringify(json) };
      }),
    };
  }
  if (edge === 'feed' && id === page.id) return newestFirst(url, page.posts, (post) => postResource(url, post, page));
  const post = page.posts.find((candidate) => candidate.id === id);
  if (edge === 'comments' && post) return commentsOf(url, post, page);
  const object = post ?? page.posts.flatMap(({ comments }) => comments).find((comment) => comment.id === id);
  return edge === undefined && object ? { json: resource(object) } : GONE;
}

function postResource(url: URL, post: InventedPost, page: InventedPage): Json {
  const nested = new URL(`/v25.0/${post.id}/comments?limit=${/limit\((\d+)\)/.exec(url.searchParams.get('fields')!)?.[1] ?? 25}`, url);
  const { json } = commentsOf(nested, post, page) as { json: Json };
  const permalink = `https://www.facebook.com/${post.id.replace('_', '/posts/')}`;
  return { ...resource(post), permalink_url: permalink, ...(post.comments.length ? { comments: json } : {}) };
}

function commentsOf(url: URL, { comments }: InventedPost, { isChronological }: InventedPage): ScriptedAnswer {
  return newestFirst(url, isChronological ? comments.toReversed() : comments, resource);
}

/** A cursor names the item before which the page ends, so it stays good when more is written. */
function newestFirst<T>(url: URL, oldestFirst: readonly T[], toResource: (item: T) => Json): ScriptedAnswer {
  const limit = Number(url.searchParams.get('limit') ?? 25);
  const after = url.searchParams.get('after');
  if (after !== null && !/^before-\d+$/.test(after)) return inventedError(100, { message: '(#100) Invalid cursor' });
  const end = after === null ? oldestFirst.length : Number(after.slice('before-'.length));
  const start = Math.max(0, end - limit);
  const data = oldestFirst.slice(start, end).reverse().map(toResource);
  const cursors = { before: `after-${end}`, after: `before-${start}` };
  const next = `https://graph.facebook.com${url.pathname}?access_token=never-to-be-followed&after=${cursors.after}`;
  return { json: { data, ...(data.length ? { paging: { cursors, ...(start > 0 ? { next } : {}) } } : {}) } };
}
