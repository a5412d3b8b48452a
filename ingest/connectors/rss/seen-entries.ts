import type { Entry } from './entry.ts';
import { MARK_LENGTH, MAX_SEEN } from './schema.ts';
import { hashOf } from './to-item.ts';

/** Tells an entry in one wording from all others: an edit has another mark. */
export function markOf({ guid, link, title, text, updated }: Entry): string {
  return hashOf(guid, guid ? undefined : link, title, text, updated?.toISOString()).slice(0, MARK_LENGTH);
}

/** The marks that a cursor holds. */
export function marksIn(seen: string): Set<string> {
  return new Set(seen.match(/.{6}/g));
}

/** For the next cursor: what is in the feed, and after it what was, unless the feed showed all that it has. */
export function seenAfter(marks: readonly string[], before: string, showedAll: boolean): string {
  const kept = showedAll && marks.length > 0 ? marks : [...new Set([...marks, ...marksIn(before)])];
  return kept.slice(0, MAX_SEEN).join('');
}
