import { SourceError } from '../../source-error.ts';
import { decodeFeed } from './decode.ts';
import type { ParsedFeed } from './entry.ts';
import { createEntryBuilder, type EntryBuilder } from './build-entry.ts';
import { parseJsonFeed } from './parse-json-feed.ts';
import { scanXml } from './scan-xml.ts';

const MAX_ENTRIES = 5_000;
/** Others run after so many events: a large feed takes a second. */
const PIECE = 2_000;
const ROOTS = new Set(['rss', 'feed', 'rdf', 'channel']);
const ENTRIES = new Set(['item', 'entry']);
const MAX_DEPTH = 200;

/**
 * Entries of an RSS, Atom or JSON feed, read as leniently as the web needs it. An entry counts when it is whole.
 * @throws SourceError 'fatal' for what is no feed.
 */
export async function parseFeed(body: Uint8Array, contentType: string | undefined, signal: AbortSignal): Promise<ParsedFeed> {
  const text = decodeFeed(body, contentType);
  return /^\s*\{/.test(text.slice(0, 1_000)) ? parseJsonFeed(text) : parseXml(text, signal);
}

async function parseXml(source: string, signal: AbortSignal): Promise<ParsedFeed> {
  const result: ParsedFeed = { entries: [], isCut: false, malformed: [], ttlMinutes: undefined, nextUrl: undefined };
  const prefixes = new Map<string, string>();
  const stack: string[] = [];
  let entry: { builder: EntryBuilder; depth: number } | undefined;
  let hasRoot = false;
  let language: string | undefined;
  let channelText = '';
  let events = 0;

  function close(depth: number, start: number): void {
    while (stack.length > depth) {
      const name = stack.pop()!;
      if (!entry) {
        if (name === 'language' || name === 'dc:language') language ??= channelText.trim() || undefined;
        if (name === 'ttl' && /^\s*\d{1,6}\s*$/.test(channelText)) result.ttlMinutes = Number(channelText);
      } else if (stack.length > entry.depth) entry.builder.close(name, stack.length - entry.depth, start);
      else {
        if (result.entries.length < MAX_ENTRIES) result.entries.push(entry.builder.finish(language));
        entry = undefined;
      }
    }
  }

  for (const event of scanXml(source)) {
    if (++events % PIECE === 0) {
      signal.throwIfAborted();
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (event.type === 'text') {
      if (entry) entry.builder.text(event.text);
      else channelText += channelText.length < 1_000 ? event.text : '';
      continue;
    }
    const name = canonicalName(event.name, event.type === 'open' ? event.attributes : {}, prefixes);
    if (event.type === 'close') {
      const depth = stack.lastIndexOf(name);
      if (depth !== -1) close(depth, event.start);
      continue;
    }
    channelText = '';
    const local = name.slice(name.indexOf(':') + 1);
    if (!hasRoot) {
      if (!ROOTS.has(local)) throw notAFeed();
      hasRoot = true;
      language = event.attributes['xml:lang'] || undefined;
    }
    if (stack.length >= MAX_DEPTH) continue;
    if (!entry && ENTRIES.has(local)) entry = { builder: createEntryBuilder(source, event.attributes), depth: stack.length };
    else if (entry) entry.builder.open(name, event.attributes, stack.length - entry.depth, event.end);
    stack.push(name);
  }
  if (!hasRoot) throw notAFeed();
  result.isCut = stack.length > 0;
  return result;
}

/** What namespaces mean, whatever prefix a feed gives them. Those of RSS and Atom themselves have none here. */
const NAMESPACES: [RegExp, string][] = [
  [/purl\.org\/dc\/elements/i, 'dc'],
  [/purl\.org\/dc\/terms/i, 'dcterms'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/search\.yahoo\.com\/mrss|mrss/i, 'media'],
  [/www\.itunes\.com|itunes\.apple\.com/i, 'itunes'],
  [/1999\/02\/22-rdf-syntax/i, 'rdf'],
  [/1999\/xhtml/i, 'xhtml'],
  [/w3\.org\/2005\/Atom|purl\.org\/(?:atom\/ns|net\/atom)|purl\.org\/rss\/1\.0\/?$|netscape\.com|backend\.userland\.com/i, ''],
];

function canonicalName(name: string, attributes: Record<string, string>, prefixes: Map<string, string>): string {
  for (const [key, value] of Object.entries(attributes)) {
    if (!key.startsWith('xmlns')) continue;
    const known = NAMESPACES.find(([pattern]) => pattern.test(value))?.[1];
    if (key.startsWith('xmlns:') && known !== undefined) prefixes.set(key.slice(6), known);
  }
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  if (colon === -1) return lower;
  const prefix = lower.slice(0, colon);
  const meant = prefixes.get(prefix) ?? (prefix === 'atom' || prefix === 'rss' ? '' : prefix);
  const local = lower.slice(colon + 1);
  return meant ? `${meant}:${local}` : local;
}

function notAFeed(): SourceError {
  return new SourceError({ type: 'fatal' }, 'The address answers with something that is no feed.');
}
