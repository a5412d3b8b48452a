import type { Op, ReadContext } from '../../connector.ts';
import type { KeywordMatcher } from '../../match-keywords.ts';
import { SourceError } from '../../source-error.ts';
import type { Config, SearchState } from './schema.ts';
import { searchPosts, type FoundPost } from './search-posts.ts';

/** Posts remembered so that one with several keywords is handed on once. */
const MAX_REMEMBERED = 100_000;

export interface SearchedPage {
  ops: Op[];
  /** How far the search has come; undefined: to its end. */
  state: SearchState | undefined;
}

/**
 * All posts of a stretch of time that hold a keyword: one keyword after the other, each from the newest to the oldest. A search ends before its results do,
 * so it is asked again for what is older than the oldest that came, until nothing new comes.
 * @throws SourceError; the state of the last page is where to go on.
 */
export async function* searchStretch(
  context: ReadContext<Config>,
  keywords: readonly string[],
  state: SearchState,
  matches: KeywordMatcher,
): AsyncGenerator<SearchedPage> {
  const { fromMs, toMs } = state;
  const isUnseen = createMemory();
  const first = keywords.indexOf(state.keyword);
  for (const [index, keyword] of keywords.entries()) {
    if (index < first) continue;
    const isFirst = index === first;
    for await (const { posts, untilMs } of searchKeyword(context, { keyword, fromMs, untilMs: isFirst ? state.untilMs : toMs }, matches)) {
      const isNew = ({ uri, indexedMs }: FoundPost) => indexedMs >= fromMs && indexedMs < toMs && isUnseen(uri);
      yield { ops: posts.filter(isNew).flatMap(({ op }) => op ?? []), state: { fromMs, toMs, keyword, untilMs } };
    }
  }
  yield { ops: [], state: undefined };
}

interface KeywordSearch {
  keyword: string;
  fromMs: number;
  untilMs: number;
}

/** Pages of results, each with the instant before which those that are left lie. */
async function* searchKeyword(
  context: ReadContext<Config>,
  { keyword, fromMs, untilMs }: KeywordSearch,
  matches: KeywordMatcher,
): AsyncGenerator<{ posts: FoundPost[]; untilMs: number }> {
  const isNew = createMemory();
  for (let beforeMs = untilMs; beforeMs > fromMs;) {
    const cursors = new Set<string>();
    let cursor: string | undefined;
    let isNews = false;
    let indexedMs = Infinity;
    let sortedMs = Infinity;
    do {
      const page = await searchPosts(context, { keyword, sinceMs: fromMs, untilMs: beforeMs, cursor }, matches);
      for (const post of page.posts) {
        isNews = isNew(post.uri) || isNews;
        indexedMs = Math.min(indexedMs, post.indexedMs);
        sortedMs = Math.min(sortedMs, post.sortedMs);
      }
      yield { posts: page.posts, untilMs: Math.min(beforeMs, indexedMs + 1) };
      requireBudget(context, page);
      const isPast = page.posts.length > 0 && page.posts.every((post) => post.sortedMs < fromMs);
      cursor = page.posts.length === 0 || isPast || page.next === undefined || cursors.has(page.next) ? undefined : page.next;
      if (cursor !== undefined) cursors.add(cursor);
    } while (cursor !== undefined);
    if (!isNews) return;
    // Posts that were indexed later than asked for show that results are ordered by when they claim to have been written.
    beforeMs = Math.min(beforeMs - 1, (indexedMs < beforeMs ? indexedMs : sortedMs) + 1);
  }
}

/** The answer was good, but the next request would be refused. */
function requireBudget({ clock }: ReadContext<Config>, { heldUntilMs, url }: { heldUntilMs: number | undefined; url: string }): void {
  if (heldUntilMs === undefined || heldUntilMs <= clock.now()) return;
  throw new SourceError({ type: 'rate-limited', untilMs: heldUntilMs }, `${new URL(url).host} allows no more requests for now.`, { url });
}

/** Tells whether something is met for the first time, of the last that were met. */
function createMemory(): (key: string) => boolean {
  const keys = new Set<string>();
  return (key) => {
    if (keys.has(key)) return false;
    keys.add(key);
    if (keys.size > MAX_REMEMBERED) keys.delete(keys.values().next().value!);
    return true;
  };
}
