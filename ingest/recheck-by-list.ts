import type { RawPost } from '#core/post.ts';
import type { HeldPost, Op, SourceContext } from './connector.ts';
import { toSourceError } from './source-error.ts';

export interface RelistedPage<Position> {
  items: readonly RawPost[];
  /** Instant of the last one, in the order of the list. */
  lastMs: number;
  /** Undefined: the list ends here. */
  next: Position | undefined;
}

/** One place's posts, as they may be asked for. */
export interface Place<Position> {
  /** The list that they were read from, newest first. @throws SourceError where there is none any more. */
  list: (position: Position | undefined) => Promise<RelistedPage<Position>>;
  /** One of them by itself; undefined: it is there and can't be read. */
  ask: (post: HeldPost) => Promise<RawPost | 'gone' | undefined>;
}

export interface Relisting<Position> {
  context: Pick<SourceContext, 'warn'>;
  posts: readonly HeldPost[];
  /** Undefined: nobody can tell any more where it was. */
  placeOf: (post: HeldPost) => string | undefined;
  open: (place: string) => Place<Position>;
  /** Setting that names the places: a fault of it concerns one place alone. */
  setting: string;
}

/**
 * Held posts come newest first, so those of one place in one call lie close together: they are looked for in its list, a hundred for one request, and only what
 * that leaves out is asked for by itself. The list is asked first, so that a place that is gone, or not shown to us any more, isn't taken for the end of all its
 * posts. Such a place says nothing about them, and holds up no other.
 */
export async function* recheckByList<Position>(relisting: Relisting<Position>): AsyncGenerator<Op[]> {
  const { context, posts, placeOf, open, setting } = relisting;
  let lastFault: unknown;
  let asked = 0;
  for (const [place, held] of Map.groupBy(posts, placeOf)) {
    if (place === undefined) continue;
    try {
      yield await recheckPlace(open(place), held);
      asked += 1;
    } catch (error) {
      const fault = toSourceError(error);
      if (fault.outcome.type !== 'config' || fault.outcome.setting !== setting) throw fault;
      context.warn(`${fault.message} What was read there is not looked at again.`);
      lastFault = fault;
    }
  }
  if (asked === 0 && lastFault) throw lastFault;
}

async function recheckPlace<Position>({ list, ask }: Place<Position>, posts: readonly HeldPost[]): Promise<Op[]> {
  const found = await lookThrough(list, posts);
  const ops: Op[] = [];
  for (const post of posts) {
    const item = found.get(post.nativeId) ?? (await ask(post));
    if (item !== undefined) ops.push(opOf(post, item));
  }
  return ops;
}

/** Goes no further than asking for each by itself would take. */
async function lookThrough<Position>(list: Place<Position>['list'], posts: readonly HeldPost[]): Promise<Map<string, RawPost>> {
  const wanted = new Set(posts.map(({ nativeId }) => nativeId));
  const oldestMs = Math.min(...posts.map(({ createdAtMs }) => createdAtMs));
  const found = new Map<string, RawPost>();
  let position: Position | undefined;
  for (let pages = 0; pages < posts.length; pages++) {
    const page = await list(position);
    for (const item of page.items) if (wanted.has(item.nativeId)) found.set(item.nativeId, item);
    if (page.next === undefined || page.lastMs < oldestMs || found.size === wanted.size) break;
    position = page.next;
  }
  return found;
}

/** A review of which only the stars are left has taken its words back. */
function opOf({ source, nativeId, canonicalId }: HeldPost, item: RawPost | 'gone'): Op {
  const isGone = item === 'gone' || (item.text.trim() === '' && !item.title);
  return isGone ? { op: 'delete', ref: { source, nativeId, canonicalId }, reason: 'user' } : { op: 'upsert', item };
}
