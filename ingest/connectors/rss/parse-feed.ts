import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
import { htmlToText } from '#core/language/html-to-text.ts';
import { SourceError } from '../../source-error.ts';
import type { Entry, ParsedFeed } from './entry.ts';
import { parseJsonFeed } from './parse-json-feed.ts';

const MAX_ENTRIES = 5_000;

/** @throws SourceError 'fatal' for what is no feed. */
export async function parseFeed(body: Uint8Array, contentType: string | undefined, signal: AbortSignal): Promise<ParsedFeed> {
  const text = decode(body, contentType);
  if (/^\s*\{/.test(text)) return parseJsonFeed(text);
  return parseXml(text, signal);
}

async function parseXml(text: string, signal: AbortSignal): Promise<ParsedFeed> {
  const parser = new FeedParser({ normalize: true, addmeta: false, resume_saxerror: true });
  const entries: Entry[] = [];
  let failure: Error | undefined;
  parser.on('error', (error: Error) => (failure = error));
  parser.on('readable', () => {
    for (let item = parser.read(); item; item = parser.read()) if (entries.length < MAX_ENTRIES) entries.push(toEntry(item));
  });
  const ended = new Promise<void>((resolve) => {
    parser.once('end', resolve);
    parser.once('error', () => setImmediate(resolve));
  });
  // An undeclared prefix or a bare "&" is common; what is no feed at all yields no entry and no feed type.
  Readable.from(inPieces(text, signal)).pipe(parser);
  await ended;
  const isFeed = /<(?:rss|feed|rdf:RDF|channel)[\s>]/i.test(text.slice(0, 5_000));
  if (!isFeed) throw new SourceError({ type: 'fatal' }, 'The address answers with something that is no feed.', { cause: failure });
  const ttl = Number(/<ttl>\s*(\d{1,6})\s*<\/ttl>/i.exec(text.slice(0, 20_000))?.[1]);
  const isCut = !/<\/(?:[\w-]+:)?(?:rss|feed|rdf|channel)\s*>\s*(?:<!--[^]*?-->\s*)*$/i.test(text.slice(-2_000));
  return { entries, isCut, malformed: [], ttlMinutes: Number.isFinite(ttl) ? ttl : undefined, nextUrl: undefined };
}

function toEntry(item: FeedParser.Item): Entry {
  const html = [item.description, item.summary].reduce<string>(
    (best, candidate) => ((candidate?.length ?? 0) > best.length ? candidate! : best),
    '',
  );
  return {
    guid: guidOf(item),
    link: item.link || undefined,
    title: htmlToText(item.title ?? ''),
    text: htmlToText(html),
    published: item.pubdate ?? item.date ?? undefined,
    updated: item.date ?? undefined,
    author: item.author || undefined,
    language: undefined,
  };
}

/** The parser gives the link where an entry has no id of its own, and a link is no id. */
function guidOf(item: FeedParser.Item): string | undefined {
  const raw = item as unknown as Record<string, unknown>;
  return raw['rss:guid'] || raw['atom:id'] || raw['rdf:@'] ? item.guid || undefined : undefined;
}

const PIECE = 64 * 1024;

/** Others run between the pieces: a large feed takes seconds. */
async function* inPieces(text: string, signal: AbortSignal): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += PIECE) {
    signal.throwIfAborted();
    yield text.slice(start, start + PIECE);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const XML_ENCODING = /^<\?xml[^>]{0,200}encoding=["']([\w.:-]{1,40})["']/;

/** Byte order mark, then the header's charset, then the XML declaration's, then UTF-8, and windows-1252 for what is none of these. */
function decode(body: Uint8Array, contentType: string | undefined): string {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 300)).trimStart();
  const bom = body[0] === 0xff && body[1] === 0xfe ? 'utf-16le' : body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : undefined;
  const labels = [bom, /charset=["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1], XML_ENCODING.exec(head)?.[1], 'utf-8'];
  for (const label of labels) {
    if (!label) continue;
    try {
      return new TextDecoder(label, { fatal: true }).decode(body);
    } catch {
      // An unknown label, or bytes that it can't mean: the next one.
    }
  }
  return new TextDecoder('windows-1252').decode(body);
}
