import { createEntryBuilder, resolve, type EntryBuilder, type Inherited } from './build-entry.ts';
import { MAX_ENTRIES, type FeedSource, type ParsedFeed } from './entry.ts';
import { createNamespaces } from './namespaces.ts';
import { notAFeed } from './not-a-feed.ts';
import { scanXml } from './scan-xml.ts';
import type { Pause } from './work-slices.ts';

const ROOTS = new Set(['rss', 'feed', 'rdf:rdf', 'rdf', 'channel', 'item', 'entry']);
/** A feed may stand after what a broken server says first. */
const LATE_ROOTS = new Set(['rss', 'feed', 'rdf:rdf']);
const ENTRIES = new Set(['item', 'entry']);
const MAX_DEPTH = 200;
const MAX_CHANNEL_TEXT = 1_000;
/** What counts for all entries, or for when to ask again. */
const CHANNEL = new Set(['language', 'dc:language', 'author/uri', 'author/name', 'ttl', 'sy:updateperiod', 'sy:updatefrequency']);
const PERIOD_MINUTES: Record<string, number> = { hourly: 60, daily: 1_440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

interface Element extends Inherited {
  /** As it is written, in lower case: what its end tag says. */
  raw: string;
  name: string;
  defaultPrefix: string;
}

/**
 * Entries of an RSS, CDF or Atom feed, read as leniently as the web needs it. An entry counts when it is whole.
 * @throws SourceError 'fatal' for what is no feed.
 */
export async function parseXmlFeed(source: string, { url, contentLocation }: Omit<FeedSource, 'body'>, pause: Pause): Promise<ParsedFeed> {
  const result: ParsedFeed = { entries: [], isCut: false, isTooLong: false, malformed: [], pauseMinutes: undefined, nextUrl: undefined };
  const namespaces = createNamespaces();
  const stack: Element[] = [];
  const channel = new Map<string, string>();
  let entry: { builder: EntryBuilder; depth: number } | undefined;
  let isFirst = true;
  let hasRoot = false;
  let text = '';
  const outermost = { base: baseFrom(contentLocation, undefined, url), language: undefined, defaultPrefix: '' };

  function close(depth: number, start: number): void {
    while (stack.length > depth) {
      const { name } = stack.pop()!;
      if (!entry) {
        const parent = stack.at(-1)?.name;
        const key = parent === 'author' ? `author/${name}` : name;
        if (CHANNEL.has(key) && text.trim() && !channel.has(key)) channel.set(key, text.trim());
        text = '';
      } else if (stack.length > entry.depth) entry.builder.close(stack.length - entry.depth, start);
      else finishEntry();
    }
  }

  function finishEntry(): void {
    if (result.entries.length < MAX_ENTRIES) {
      const finished = entry!.builder.finish();
      result.entries.push({ ...finished, language: finished.language ?? channel.get('language') ?? channel.get('dc:language') });
    } else result.isTooLong = true;
    entry = undefined;
  }

  function open(raw: string, attributes: Record<string, string>, start: number, end: number): void {
    const parent = stack.at(-1) ?? outermost;
    const defaultPrefix = namespaces.declare(attributes) ?? parent.defaultPrefix;
    const name = namespaces.nameOf(raw, defaultPrefix);
    if (stack.length === 0 && !isRoot(name, attributes)) return;
    hasRoot = true;
    // An entry whose end is missing ends where the next begins.
    if (entry && stack.length === entry.depth + 1 && name === stack[entry.depth]?.name) close(entry.depth, start);
    if (stack.length >= MAX_DEPTH) return;
    const element = {
      raw,
      name,
      defaultPrefix,
      base: attributes['xml:base'] === undefined ? parent.base : (baseFrom(attributes['xml:base'], parent.base, url) ?? parent.base),
      language: attributes['xml:lang'] === undefined ? parent.language : attributes['xml:lang'].replace('_', '-') || undefined,
    };
    if (entry) entry.builder.open(name, attributes, stack.length - entry.depth, end, element);
    else if (ENTRIES.has(name)) entry = { builder: openEntry(attributes, element, end), depth: stack.length };
    text = '';
    stack.push(element);
  }

  function isRoot(name: string, attributes: Record<string, string>): boolean {
    if (isFirst && name.endsWith('html')) throw notAFeed(url);
    const isRead = isFirst
      ? ROOTS.has(name)
      : LATE_ROOTS.has(name) && ('version' in attributes || Object.keys(attributes).some(isDeclaration));
    isFirst = false;
    return isRead;
  }

  function openEntry(attributes: Record<string, string>, inherited: Inherited, end: number): EntryBuilder {
    const builder = createEntryBuilder({
      source,
      url,
      about: namespaces.attribute(attributes, 'rdf', 'about'),
      author: channel.get('author/uri') ?? channel.get('author/name'),
    });
    // Items of CDF have their address and date as attributes.
    for (const [name, value] of [
      ['link', attributes['href']],
      ['modified', attributes['lastmod']],
    ] as const) {
      if (value === undefined) continue;
      builder.open(name, {}, 1, end, inherited);
      builder.text(value);
      builder.close(1, end);
    }
    return builder;
  }

  for (const event of scanXml(source)) {
    if (pause.isDue()) await pause.take();
    if (event.type === 'open') open(event.name.toLowerCase(), event.attributes, event.start, event.end);
    else if (event.type === 'close') {
      const raw = event.name.toLowerCase();
      const depth = stack.findLastIndex((element) => element.raw === raw);
      if (depth !== -1) close(depth, event.start);
    } else if (entry) entry.builder.text(event.text);
    else if (text.length < MAX_CHANNEL_TEXT) text += event.text;
  }
  if (!hasRoot) throw notAFeed(url);
  return { ...result, isCut: stack.length > 0, pauseMinutes: pauseOf(channel) };
}

function isDeclaration(attribute: string): boolean {
  return attribute.startsWith('xmlns');
}

/** An absolute base, or undefined. */
function baseFrom(address: string | undefined, base: string | undefined, url: string): string | undefined {
  const resolved = address === undefined ? '' : resolve(address.trim(), base ?? url);
  return /^https?:\/\//i.test(resolved) && URL.canParse(resolved) ? resolved : undefined;
}

/** By `ttl`, in minutes, or by the syndication module: so often in each period. */
function pauseOf(channel: ReadonlyMap<string, string>): number | undefined {
  const ttl = wholeNumber(channel.get('ttl'));
  const period = PERIOD_MINUTES[channel.get('sy:updateperiod')?.toLowerCase() ?? ''];
  const times = wholeNumber(channel.get('sy:updatefrequency')) ?? 1;
  const minutes = Math.max(ttl ?? 0, period === undefined ? 0 : period / Math.max(1, times));
  return minutes > 0 ? minutes : undefined;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
