import { z } from 'zod';
import { htmlToText } from '#core/language/html-to-text.ts';
import { SourceError } from '../../source-error.ts';
import type { ParsedFeed } from './entry.ts';
import { hashOf } from './to-item.ts';

const itemSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  url: z.string().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  content_html: z.string().optional().catch(undefined),
  content_text: z.string().optional().catch(undefined),
  summary: z.string().optional().catch(undefined),
  date_published: z.string().optional().catch(undefined),
  date_modified: z.string().optional().catch(undefined),
  external_url: z.string().optional().catch(undefined),
  language: z.string().max(35).optional().catch(undefined),
  author: z.object({ url: z.string().optional(), name: z.string().optional() }).optional().catch(undefined),
  authors: z
    .array(z.object({ url: z.string().optional(), name: z.string().optional() }))
    .optional()
    .catch(undefined),
});
const feedSchema = z.object({
  version: z.string().regex(/jsonfeed\.org\/version/),
  items: z.array(z.unknown()),
  next_url: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
});

/** A JSON Feed (versions 1 and 1.1). @throws SourceError 'fatal' for other JSON. */
export function parseJsonFeed(text: string): ParsedFeed {
  const feed = feedSchema.safeParse(parse(text));
  if (!feed.success) throw new SourceError({ type: 'fatal' }, 'The address answers with JSON that is no feed.');
  const result: ParsedFeed = { entries: [], isCut: false, malformed: [], ttlMinutes: undefined, nextUrl: feed.data.next_url };
  for (const raw of feed.data.items) {
    const parsed = itemSchema.safeParse(raw);
    if (!parsed.success) {
      const json = JSON.stringify(raw);
      result.malformed.push({ key: hashOf(json), field: parsed.error.issues[0]?.path.join('.') || 'item', bytes: json.length });
      continue;
    }
    const item = parsed.data;
    const published = dateOf(item.date_published);
    result.entries.push({
      guid: item.id,
      link: item.url ?? item.external_url,
      title: htmlToText(item.title ?? ''),
      text: item.content_text ?? htmlToText(item.content_html ?? item.summary ?? ''),
      published,
      updated: dateOf(item.date_modified) ?? published,
      author: item.authors?.[0]?.url ?? item.authors?.[0]?.name ?? item.author?.url ?? item.author?.name,
      language: item.language ?? feed.data.language,
    });
  }
  return result;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function dateOf(text: string | undefined): Date | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : new Date(at);
}
