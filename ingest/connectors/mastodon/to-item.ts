import { htmlToText } from '#core/language/html-to-text.ts';
import type { RawPost } from '#core/post.ts';
import { foldBridgedAuthor, foldBridgedPost } from '../../fold-bridged.ts';
import type { Status } from './schema.ts';

/** The post, or undefined for what isn't to be collected: boosts, posts that aren't public, accounts that opted out of being found. */
export function toItem(
  status: Status,
  feed: string,
  observedAt: string,
  { indexableOnly }: { indexableOnly: boolean },
): RawPost | undefined {
  const { account } = status;
  const isPublic = status.visibility === undefined || status.visibility === 'public' || status.visibility === 'unlisted';
  const hasOptedOut =
    account.noindex === true ||
    (indexableOnly && account.indexable === false) ||
    /#nobot\b/i.test(account.note?.replace(/<[^<>]{0,1000}>/g, '') ?? '');
  if (status.reblog || !isPublic || hasOptedOut) return undefined;
  const canonicalId = foldBridgedPost(status.uri);
  const author = account.uri ?? account.url;
  return {
    source: 'mastodon',
    nativeId: status.id,
    canonicalId,
    feed,
    kind: status.in_reply_to_id ? 'reply' : 'post',
    text: htmlToText(status.content),
    ...(status.spoiler_text ? { title: status.spoiler_text } : {}),
    createdAt: toUtc(status.created_at, observedAt),
    ...(status.edited_at ? { editedAt: toUtc(status.edited_at, observedAt) } : {}),
    observedAt,
    ...(author ? { author: { id: foldBridgedAuthor(author, canonicalId) } } : {}),
    ...(status.language ? { lang: status.language } : {}),
    ...(status.url ? { url: status.url } : {}),
    ...(status.in_reply_to_id ? { parentId: status.in_reply_to_id } : {}),
  };
}

function toUtc(text: string, fallback: string): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? fallback : new Date(at).toISOString();
}
