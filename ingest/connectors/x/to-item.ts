import { htmlToText } from '#core/language/html-to-text.ts';
import type { RawPost } from '#core/post.ts';
import { timeOfId } from './post-id.ts';
import type { XPost } from './schema.ts';

/** X’s own signs for what is in no language that it can tell: "qht" is nothing but hashtags. */
const NO_LANGUAGE = /^(?:und|zxx|art|q[a-t][a-z])$/;
/** England, everywhere, and everywhere for a copyright claim. */
const WITHHELD_HERE = new Set(['GB', 'XX', 'XY']);

/**
 * The post under the id of its first wording: each edit has an id of its own. A repost is nobody's words, and what is withheld isn't shown: undefined.
 * Authors are not asked for: nothing may be inferred about a person.
 */
export function toItem(post: XPost, observedAt: string): RawPost | undefined {
  const references = post.referenced_tweets ?? [];
  if (isWithheld(post) || references.some(({ type }) => type === 'retweeted')) return undefined;
  const history = post.edit_history_tweet_ids ?? [post.id];
  const first = history[0]!;
  const isEdited = post.id !== first;
  const parent = references.find(({ type }) => type === 'replied_to')?.id;
  return {
    source: 'x',
    nativeId: post.id,
    canonicalId: first,
    kind: parent === undefined ? 'post' : 'reply',
    text: plain(post.note_tweet?.text ?? post.text),
    createdAt: isEdited ? (instantOf(first) ?? post.created_at) : post.created_at,
    ...(isEdited ? { editedAt: post.created_at } : {}),
    observedAt,
    ...(post.lang && !NO_LANGUAGE.test(post.lang) ? { lang: post.lang } : {}),
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

function isWithheld({ withheld }: XPost): boolean {
  return withheld !== undefined && (withheld.copyright === true || withheld.country_codes.some((code) => WITHHELD_HERE.has(code)));
}

function instantOf(id: string): string | undefined {
  const atMs = timeOfId(id);
  return atMs === undefined ? undefined : new Date(atMs).toISOString();
}
