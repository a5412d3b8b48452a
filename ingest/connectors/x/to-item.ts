import { htmlToText } from '#core/language/html-to-text.ts';
import type { RawPost } from '#core/post.ts';
import type { XPost } from './schema.ts';

/** Ids hold the instant at which they were given, in milliseconds after this one. */
const EPOCH_MS = 1_288_834_974_657n;
const TIME_SHIFT = 22n;
/** Ids from November 2010 on. */
const LEAST_TIMED = 30_000_000_000n;

/**
 * The post under the id of its first wording: each edit has an id of its own. A repost is nobody's words, and what is withheld isn't shown: undefined.
 * Authors are not asked for: nothing may be inferred about a person.
 */
export function toItem(post: XPost, observedAt: string): RawPost | undefined {
  const references = post.referenced_tweets ?? [];
  if (post.withheld !== undefined || references.some(({ type }) => type === 'retweeted')) return undefined;
  const history = post.edit_history_tweet_ids ?? [post.id];
  const first = history[0]!;
  const parent = references.find(({ type }) => type === 'replied_to')?.id;
  return {
    source: 'x',
    nativeId: post.id,
    canonicalId: first,
    kind: parent === undefined ? 'post' : 'reply',
    text: plain(post.note_tweet?.text ?? post.text),
    createdAt: history.length > 1 ? (instantOf(first) ?? post.created_at) : post.created_at,
    ...(history.length > 1 ? { editedAt: post.created_at } : {}),
    observedAt,
    ...(post.lang && post.lang !== 'und' ? { lang: post.lang } : {}),
    url: `https://x.com/i/web/status/${post.id}`,
    ...(parent === undefined ? {} : { parentId: parent }),
    ...(post.conversation_id === undefined || post.conversation_id === first ? {} : { rootId: post.conversation_id }),
  };
}

/** X escapes three characters, and keeps line breaks, which the reader of HTML would not. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.includes('&') ? htmlToText(line.replaceAll('<', '&lt;')) : line))
    .join('\n');
}

function instantOf(id: string): string | undefined {
  const number = BigInt(id);
  return number < LEAST_TIMED ? undefined : new Date(Number((number >> TIME_SHIFT) + EPOCH_MS)).toISOString();
}
