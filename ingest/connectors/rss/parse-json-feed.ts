import { z } from 'zod';
import { htmlToText } from '#core/language/html-to-text.ts';
import { resolve } from './build-entry.ts';
import { MAX_ENTRIES, type Entry, type ParsedFeed } from './entry.ts';
import { feedDate } from './feed-date.ts';
import { notAFeed } from './not-a-feed.ts';
import { repairText } from './repair-text.ts';
import { hashOf } from './to-item.ts';
import type { Pause } from './work-slices.ts';

const optionalText = z.string().optional().catch(undefined);
const authorSchema = z.object({ url: optionalText, name: optionalText });
const itemSchema = z.object({
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  url: optionalText,
  title: optionalText,
  content_html: optionalText,
  content_text: optionalText,
  summary: optionalText,
  date_published: optionalText,
  date_modified: optionalText,
  external_url: optionalText,
  language: z.string().max(35).optional().catch(undefined),
  author: authorSchema.optional().catch(undefined),
  authors: z.array(authorSchema).optional().catch(undefined),
});
type Item = z.infer<typeof itemSchema>;
const feedSchema = z.object({
  version: z.string().regex(/jsonfeed\.org\/version/),
  items: z.array(z.unknown()),
  next_url: optionalText,
  language: optionalText,
  author: authorSchema.optional().catch(undefined),
  authors: z.array(authorSchema).optional().catch(undefined),
});

/** A JSON Feed (versions 1 and 1.1) that was read at an address. @throws SourceError 'fatal' for other JSON. */
export async function parseJsonFeed(text: string, url: string, pause: Pause): Promise<ParsedFeed> {
  const feed = feedSchema.safeParse(parse(text));
  if (!feed.success) throw notAFeed(url);
  const { items, next_url: nextUrl, language } = feed.data;
  const isTooLong = items.length > MAX_ENTRIES;
  const result: ParsedFeed = { entries: [], isCut: false, isTooLong, malformed: [], pauseMinutes: undefined, nextUrl };
  for (const raw of items.slice(0, MAX_ENTRIES)) {
    if (pause.isDue()) await pause.take();
    const parsed = itemSchema.safeParse(raw);
    if (parsed.success) result.entries.push(entryOf(parsed.data, url, { author: authorOf(feed.data), language }));
    else result.malformed.push({ ...markOf(raw), field: parsed.error.issues[0]?.path.join('.') || 'item' });
  }
  return result;
}

function entryOf(item: Item, url: string, feed: Pick<Entry, 'author' | 'language'>): Entry {
  const published = feedDate(item.date_published);
  const link = item.url ?? item.external_url;
  return {
    guid: item.id === null || item.id === undefined || item.id === '' ? undefined : String(item.id),
    link: link === undefined ? undefined : resolve(link, url),
    title: repairText(htmlToText(item.title ?? '')),
    text: repairText(item.content_text?.trim() || htmlToText(item.content_html ?? '') || htmlToText(item.summary ?? '')),
    published,
    updated: feedDate(item.date_modified) ?? published,
    author: authorOf(item) ?? feed.author,
    language: item.language ?? feed.language,
  };
}

function authorOf({ author, authors = [] }: Pick<Item, 'author' | 'authors'>): string | undefined {
  const [first] = authors.length > 0 ? authors : [author];
  return first?.url ?? first?.name;
}

/** Numbers that JavaScript can't hold are kept as they are written: they are ids. */
function parse(text: string): unknown {
  try {
    return /\d{16}/.test(text) ? JSON.parse(text, asWritten) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asWritten(this: unknown, _key: string, value: unknown, context?: { source?: string }): unknown {
  const written = context?.source ?? '';
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^\d+$/.test(written) ? written : value;
}

/** By what it says, unless it is nested too deep to be written. */
function markOf(raw: unknown): { key: string; bytes: number } {
  try {
    const json = JSON.stringify(raw) ?? '';
    return { key: hashOf(json), bytes: json.length };
  } catch {
    return { key: hashOf(typeof raw), bytes: 0 };
  }
}
