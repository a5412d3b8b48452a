import type { HeldPost, Op, RecheckContext } from '../../connector.ts';
import { getPosts } from './request.ts';
import type { Answer, Config, XPost } from './schema.ts';
import { toItem } from './to-item.ts';

/** Deleted, or no longer public because its account is protected, suspended or gone. Other problems are about fields, or pass. */
const GONE = /\/problems\/(?:resource-not-found|not-authorized-for-resource)$/;

/**
 * Asks for held posts by the id of the wording that is held. X may answer with that wording although there is a newer one: then the newest is asked for too. Only what X
 * names as not there is gone.
 */
export async function* recheck(context: RecheckContext<Config>, held: readonly HeldPost[]): AsyncGenerator<Op[]> {
  const shown = new Map<string, XPost>();
  const gone = new Set<string>();
  const look = async (ids: readonly string[]) => {
    const { posts, answer } = await getPosts(context, context.config, '/2/tweets', { ids: ids.join(',') });
    for (const post of posts) for (const id of new Set([post.id, ...historyOf(post)])) keepNewest(shown, id, post);
    for (const id of namedGone(answer)) gone.add(id);
  };

  const ids = held.map(({ nativeId }) => nativeId);
  await look(ids);
  const newer = ids.flatMap((id) => {
    const post = shown.get(id);
    return post && newestWording(post) !== post.id ? [newestWording(post)] : [];
  });
  if (newer.length > 0) await look([...new Set(newer)]);

  const observedAt = new Date(context.clock.now()).toISOString();
  yield held.flatMap(({ source, nativeId, canonicalId }): Op[] => {
    const post = shown.get(nativeId);
    const isGone = gone.has(post ? newestWording(post) : nativeId);
    const item = post && !isGone ? toItem(post, observedAt) : undefined;
    if (item) return [{ op: 'upsert', item: { ...item, canonicalId } }];
    if (!post && !isGone) return [];
    return [{ op: 'delete', ref: { source, nativeId, canonicalId }, reason: isGone ? 'user' : 'platform' }];
  });
}

function namedGone({ errors = [] }: Answer): string[] {
  return errors.flatMap(({ type, resource_id, value }) => (type && GONE.test(type) ? (resource_id ?? value ?? []) : []));
}

function historyOf(post: XPost): readonly string[] {
  return post.edit_history_tweet_ids ?? [post.id];
}

function newestWording(post: XPost): string {
  return historyOf(post).at(-1)!;
}

function keepNewest(shown: Map<string, XPost>, id: string, post: XPost): void {
  const known = shown.get(id);
  if (!known || BigInt(post.id) > BigInt(known.id)) shown.set(id, post);
}
