import type { SourceContext } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { afterOf, edgeOf, type Api } from './api.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { postSchema, type Edge, type Post } from './schema.ts';
import { instantMs } from './to-item.ts';

export const COMMENT_FIELDS = 'id,message,created_time,is_hidden,from{id},parent{id}';
const NESTED = 25;
const POST_FIELDS = 'id,message,created_time,is_hidden,from{id},permalink_url';
const FIELDS = `${POST_FIELDS},comments.filter(stream).order(reverse_chronological).limit(${NESTED}){${COMMENT_FIELDS}}`;
const PAGE_SIZE = 25;
/** The service shows some 600 posts of a year. */
const MAX_PAGES = 200;
/** Read whatever their age, so that a page that posts rarely is not silent. */
const ALWAYS_READ = 10;

const PAGE_SETTING = 'sources.facebook.pageId';

interface Reader {
  context: SourceContext;
  api: Api;
  pageId: string;
  baseUrl: string;
}

/** What stands on a page since an instant, newest first: its own posts, those of visitors, and public ones that name it, each with its newest comments. */
export async function listPosts(reader: Reader, fromMs: number): Promise<Post[]> {
  const posts = new Map<string, Post>();
  let limit = PAGE_SIZE;
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const edge = await askForPosts(reader, limit, after);
    if (edge === 'too-much') {
      if (limit === 1) throw couldNot();
      limit = Math.floor(limit / 2);
      continue;
    }
    const found = edge.data.flatMap((item) => parseOrTell(postSchema, item, reader.context) ?? []);
    for (const post of found) posts.set(post.id, post);
    const isPast = found.length > 0 && posts.size >= ALWAYS_READ && found.every((post) => createdMs(post) < fromMs);
    const next = afterOf(edge);
    if (isPast || next === undefined || next === after) break;
    after = next;
  }
  const newestFirst = [...posts.values()].sort(inOrder);
  return newestFirst.filter((post, index) => index < ALWAYS_READ || createdMs(post) >= fromMs);
}

async function askForPosts({ api, pageId, baseUrl }: Reader, limit: number, after: string | undefined): Promise<Edge | 'too-much'> {
  const answer = await api.get(`${pageId}/feed`, { fields: FIELDS, limit: String(limit), after });
  if (answer.type === 'data') return edgeOf(answer.json, baseUrl);
  if (answer.type === 'too-much') return answer.type;
  if (answer.type === 'gone')
    throw new SourceError(
      { type: 'config', setting: PAGE_SETTING },
      `Facebook shows no such page to this token: check ${PAGE_SETTING}, and the token’s permissions.`,
    );
  if (answer.type === 'failed') throw couldNot();
  throw new SourceError({ type: 'fatal' }, 'Facebook refuses a parameter of the request for posts.');
}

function couldNot(): SourceError {
  return new SourceError({ type: 'retry' }, 'Facebook could not list the posts of the page.');
}

export function createdMs({ created_time }: Pick<Post, 'created_time'>): number {
  return instantMs(created_time);
}

export function inOrder(a: Pick<Post, 'id' | 'created_time'>, b: Pick<Post, 'id' | 'created_time'>): number {
  return createdMs(b) - createdMs(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
