import type { PostKind } from '#core/post.ts';
import type { Entry } from './entry.ts';

/** An entry as part of a conversation: comments are replies, in the thread of what they are on. */
export interface Conversation {
  kind: PostKind;
  title: string;
  text: string;
  /** The guid or address of what the thread is about. */
  thread?: string | undefined;
}

/** The part of an address that WordPress, Disqus, Movable Type and Blogger lead to a comment by. */
const COMMENT_ANCHOR = /^#(?:comment-?\w+|c\d+)$/;
/** What comments are called by the software: the article's title, the author's name, or both, none of which the author wrote. */
const GIVEN_TITLE = /^(?:comment on|by:|re:|in reply to|reply to|\/?u\/[\w-]+ on) /i;
const REDDIT_COMMENT = /^(\/r\/[^/]+\/comments\/[^/]+\/[^/]*\/)[^/]+\/?$/;
const REDDIT_TAIL = /\s{0,5}submitted by\s{1,5}\/?u\/[\w-]{1,30}(?:\s{1,5}to\s{1,5}\/?r\/\w{1,30})?\s{0,5}\[link\]\s{0,5}\[comments\]$/;

export function asConversation({ title, text, inReplyTo }: Entry, link: string | undefined): Conversation {
  const url = link === undefined ? undefined : new URL(link);
  const isReddit = url !== undefined && /(?:^|\.)reddit\.com$/.test(url.hostname);
  const own = isReddit ? text.replace(REDDIT_TAIL, '') : text;
  const thread = inReplyTo ?? threadOf(url, isReddit);
  if (thread === undefined) return { kind: 'post', title, text: own };
  const isGiven = own !== '' && (GIVEN_TITLE.test(title) || own.startsWith(title.replace(/(?:…|\.\.\.)$/, '')));
  return { kind: 'reply', title: isGiven ? '' : title, text: own, thread };
}

function threadOf(url: URL | undefined, isReddit: boolean): string | undefined {
  if (url === undefined) return undefined;
  if (isReddit) {
    const post = REDDIT_COMMENT.exec(url.pathname)?.[1];
    return post && new URL(post, url).href;
  }
  if (!COMMENT_ANCHOR.test(url.hash)) return undefined;
  const article = new URL(url);
  article.hash = '';
  article.searchParams.delete('showComment');
  return article.href;
}
