import { z } from 'zod';
import { parseJson, requireOk } from '../../classify-response.ts';
import type { HeldPost, Op, RecheckContext } from '../../connector.ts';
import { SourceError, toSourceError } from '../../source-error.ts';
import { get, resetMs, type Instance } from './request.ts';
import { refusalSchema, statusIdSchema, statusSchema, type Config } from './schema.ts';
import { toItem } from './to-item.ts';

const SETTING = 'sources.mastodon.instances';
/** What one request may ask for, since Mastodon 4.3. */
const MAX_IDS = 20;

/**
 * Asks each instance for the posts that were seen there: many at once where it can (Mastodon 4.3), and by itself what that answer leaves out, since only "not found" tells of a
 * deletion. An instance that can't be asked says nothing about its posts, and holds up no other.
 */
export async function* recheck(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncGenerator<Op[]> {
  const byInstance = Map.groupBy(posts, ({ feed }) => (feed === undefined ? '' : new URL(feed).origin));
  byInstance.delete('');
  const { baseUrl, instances, accessToken } = context.config;
  const only = baseUrl ?? (instances.length === 1 ? instances[0] : undefined);
  // A token belongs to one instance: posts of an instance that was read from earlier are asked for without.
  const owner = only === undefined ? undefined : new URL(only).origin;
  let lastFault: unknown;
  let asked = 0;
  for (const [instance, held] of byInstance) {
    try {
      yield await askInstance(context, { instance, accessToken: instance === owner ? accessToken : undefined }, held);
      asked += 1;
    } catch (error) {
      const fault = toSourceError(error);
      if (fault.outcome.type === 'rate-limited') throw fault;
      context.warn(`${fault.message} Posts seen there are not looked at again until it answers.`);
      lastFault = fault;
    }
  }
  if (asked === 0 && lastFault) throw lastFault;
}

async function askInstance(context: RecheckContext<Config>, instance: Instance, held: readonly HeldPost[]): Promise<Op[]> {
  const statuses = new Map<string, unknown>();
  for (let start = 0; start < held.length && held.length > 1; start += MAX_IDS) {
    for (const status of await askForMany(context, instance, held.slice(start, start + MAX_IDS))) {
      const id = statusIdSchema.safeParse(status).data?.id;
      if (id !== undefined) statuses.set(id, status);
    }
  }
  const ops: Op[] = [];
  for (const post of held) {
    const status = statuses.get(post.nativeId) ?? (await askForOne(context, instance, post.nativeId));
    ops.push(...opsOf(context, post, status));
  }
  return ops;
}

/** Older instances know no such address: nothing is concluded from it. */
async function askForMany(context: RecheckContext<Config>, instance: Instance, held: readonly HeldPost[]): Promise<unknown[]> {
  const response = await get(
    context,
    instance,
    '/api/v1/statuses',
    held.map(({ nativeId }) => ['id[]', nativeId] as const),
  );
  if ([404, 405, 422].includes(response.status)) return [];
  requireOk(response, { nowMs: context.clock.now(), setting: SETTING, resetMs });
  return z.array(z.unknown()).safeParse(parseJson(response)).data ?? [];
}

/** Null: not found, in Mastodon's own words. A host that knows nothing of Mastodon any more finds nothing either. */
async function askForOne(context: RecheckContext<Config>, instance: Instance, id: string): Promise<unknown> {
  const response = await get(context, instance, `/api/v1/statuses/${encodeURIComponent(id)}`);
  if (response.status === 404) {
    if (refusalSchema.safeParse(parseJson(response)).success) return null;
    throw new SourceError({ type: 'fatal' }, `${new URL(response.url).host} does not answer as an instance does.`, { status: 404 });
  }
  requireOk(response, { nowMs: context.clock.now(), setting: SETTING, resetMs });
  return parseJson(response);
}

function opsOf(context: RecheckContext<Config>, { source, nativeId, canonicalId, feed }: HeldPost, status: unknown): Op[] {
  const gone: Op = { op: 'delete', ref: { source, nativeId, canonicalId }, reason: 'user' };
  if (status === null) return [gone];
  const parsed = statusSchema.safeParse(status);
  if (!parsed.success) return [];
  const item = toItem(parsed.data, feed ?? '', new Date(context.clock.now()).toISOString(), context.config);
  return [item ? { op: 'upsert', item: { ...item, canonicalId } } : gone];
}
