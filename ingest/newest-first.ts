import { z } from 'zod';
import type { Gap, Op, Page, ReadRange } from './connector.ts';
import { shortHash } from './identity.ts';
import { isWithin } from './is-within.ts';

const MARK_LENGTH = 6;
const MAX_SEEN = 400;
const MAX_OPS = 200;
/** What the first page shows for the first time counts as new although it is this much older: moderators let some through late. */
const LATE_MS = 24 * 3_600_000;

/** Where reading of a list that shows the newest first goes on: the newest instant handed on, and marks of what was met about then. */
export const newestFirstCursorSchema = z.object({
  newestMs: z.number().int().nonnegative(),
  /** Six characters each, the latest first. */
  seen: z.string().max(MAX_SEEN * MARK_LENGTH),
});
export type NewestFirstCursor = z.infer<typeof newestFirstCursorSchema>;

/** Something in the list. `version` tells an edit from what was there before, where the list is ordered by edits. */
export interface Listed {
  id: string;
  version?: string | undefined;
  atMs: number;
  /** Undefined: met, and not wanted. */
  op: Op | undefined;
}

export interface ListPage<Position> {
  listed: Listed[];
  /** Undefined: the list ends here. */
  next: Position | undefined;
}

export interface Walk<Position> {
  fetch(position: Position | undefined): Promise<ListPage<Position>>;
  from: NewestFirstCursor | undefined;
  range: ReadRange;
  nowMs: number;
  /** The list is in the order of these instants but for this much. */
  overlapMs: number;
  /** Pages that are read at most, and things that the list holds at most: when it ends there, older ones may be missing. */
  maxPages: number;
  maxListed?: number;
  /** Completes a gap. */
  reason: string;
}

/**
 * Reads a list that shows the newest first, back to where reading stopped before, and hands what is new on oldest first, so that the position after each page
 * holds for all before it. Without a position or a range, the first page only. What is deleted at the source meanwhile shifts nothing: positions are instants.
 */
export async function* readNewestFirst<Position>(walk: Walk<Position>): AsyncGenerator<Page<NewestFirstCursor>> {
  const { from, range, nowMs } = walk;
  const sinceMs = from ? from.newestMs - walk.overlapMs : range.sinceMs;
  const { listed, first, isCut } = await collect(walk, sinceMs);
  const known = marksIn(from?.seen ?? '');
  const leastMs = (one: Listed) => (sinceMs ?? 0) - (from && first.has(markOf(one)) ? LATE_MS : 0);
  const isNew = (one: Listed) => one.atMs >= leastMs(one) && !known.has(markOf(one));
  const fresh = listed.filter(isNew).sort((left, right) => left.atMs - right.atMs);
  // Where nothing is listed yet, all that comes is new.
  let cursor: NewestFirstCursor = from ?? { newestMs: listed.length === 0 ? nowMs : 0, seen: '' };
  const oldestMs = Math.min(nowMs, ...listed.map(({ atMs }) => atMs));
  const wantedMs = from?.newestMs ?? range.sinceMs;
  const gap: Gap | undefined =
    isCut && wantedMs !== undefined && oldestMs > wantedMs ? { fromMs: wantedMs, toMs: oldestMs, reason: walk.reason } : undefined;

  for (let start = 0; start === 0 || start < fresh.length; start += MAX_OPS) {
    const chunk = fresh.slice(start, start + MAX_OPS);
    const hasMore = start + MAX_OPS < fresh.length;
    cursor = {
      newestMs: Math.max(cursor.newestMs, ...chunk.map(({ atMs }) => Math.min(atMs, nowMs))),
      seen: (chunk.map(markOf).reverse().join('') + cursor.seen).slice(0, MAX_SEEN * MARK_LENGTH),
    };
    const ops = chunk.flatMap(({ op, atMs }) =>
      op && isWithin(op.op === 'upsert' ? Date.parse(op.item.createdAt) : atMs, range) ? [op] : [],
    );
    yield { ops, cursor, hasMore, ...(gap && start === 0 ? { gap } : {}) };
  }
}

interface Collected {
  listed: Listed[];
  /** Marks of what is on the first page. */
  first: Set<string>;
  isCut: boolean;
}

async function collect<Position>(walk: Walk<Position>, sinceMs: number | undefined): Promise<Collected> {
  const listed = new Map<string, Listed>();
  let first: Set<string> | undefined;
  const ended = (isCut: boolean): Collected => ({ listed: [...listed.values()], first: first!, isCut });
  const visited = new Set<string>();
  let position: Position | undefined;
  for (let pages = 1; ; pages++) {
    const page = await walk.fetch(position);
    for (const one of page.listed) listed.set(markOf(one), one);
    first ??= new Set(listed.keys());
    const isPast = sinceMs === undefined || (page.listed.length > 0 && page.listed.every(({ atMs }) => atMs < sinceMs));
    const key = JSON.stringify(page.next);
    if (isPast) return ended(false);
    if (page.next === undefined) return ended(walk.maxListed !== undefined && listed.size >= walk.maxListed);
    if (visited.has(key) || pages >= walk.maxPages) return ended(true);
    visited.add(key);
    position = page.next;
  }
}

function markOf({ id, version = '' }: Listed): string {
  return shortHash(`${id}\0${version}`).slice(0, MARK_LENGTH);
}

function marksIn(seen: string): Set<string> {
  return new Set(seen.match(/.{6}/g));
}
