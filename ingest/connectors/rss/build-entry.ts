import { htmlToText } from '#core/language/html-to-text.ts';
import type { Entry } from './entry.ts';
import { feedDate } from './feed-date.ts';

/** Collects one entry's elements as they open and close. Depth 1 is a child of the entry. */
export interface EntryBuilder {
  open(name: string, attributes: Record<string, string>, depth: number, end: number): void;
  text(text: string): void;
  close(name: string, depth: number, start: number): void;
  finish(feedLanguage: string | undefined): Entry;
}

interface Held {
  name: string;
  depth: number;
  attributes: Record<string, string>;
  start: number;
  /** Where its text begins in `parts`. */
  from: number;
  hasChildren: boolean;
}

const TITLES = ['title', 'dc:title', 'media:title'];
const BODIES = [
  'content',
  'content:encoded',
  'xhtml:body',
  'body',
  'xhtml:div',
  'fullitem',
  'description',
  'dc:description',
  'summary',
  'tagline',
  'itunes:summary',
  'media:description',
];
const PUBLISHED = ['published', 'pubdate', 'dcterms:issued', 'issued', 'dcterms:created', 'created', 'dc:date'];
const UPDATED = ['updated', 'modified', 'dcterms:modified', 'dc:date', 'lastbuilddate'];
const AUTHORS = ['author/uri', 'author/name', 'author/email', 'dc:creator', 'author', 'dc:author', 'itunes:author', 'managingeditor'];

export function createEntryBuilder(source: string, attributes: Record<string, string>): EntryBuilder {
  const values = new Map<string, string>();
  const stack: Held[] = [];
  const parts: string[] = [];
  let link: string | undefined;
  let language = attributes['xml:lang'];
  const about = attributes['rdf:about'] ?? attributes['about'];

  function put(key: string, value: string): void {
    if (value.trim() && !values.has(key)) values.set(key, value);
  }

  function closeHeld(held: Held, end: number): void {
    const isTop = stack.length === 0;
    const parent = stack.at(-1);
    const ownText = () => parts.slice(held.from).join('');
    if (parent?.name === 'author' && parent.depth === 1) put(`author/${held.name}`, ownText().trim());
    // media:group and media:content hold the title and description of one video or picture.
    const isMedia = parent?.name.startsWith('media:') && held.name.startsWith('media:');
    if (!isTop && !(isMedia && stack.length < 4)) return;
    const { name } = held;
    if (TITLES.includes(name) || BODIES.includes(name)) put(name, plainText(held, ownText(), source.slice(held.start, end)));
    else if (!held.hasChildren || name === 'guid' || name === 'id') put(name, ownText().trim());
  }

  return {
    open(name, attributes, depth, end) {
      const parent = stack.at(-1);
      if (parent) parent.hasChildren = true;
      stack.push({ name, depth, attributes, start: end, from: parts.length, hasChildren: false });
      if (depth !== 1) return;
      const rel = attributes['rel'] ?? 'alternate';
      if (name === 'link' && attributes['href'] && rel === 'alternate') link ??= attributes['href'];
      language ??= name === 'content' || name === 'title' ? attributes['xml:lang'] : undefined;
    },
    text(text) {
      if (stack.length) parts.push(text);
    },
    close(_, depth, start) {
      while (stack.length && stack.at(-1)!.depth >= depth) closeHeld(stack.pop()!, start);
    },
    finish(feedLanguage) {
      const first = (keys: readonly string[]) => keys.map((key) => values.get(key)).find((value) => value !== undefined);
      const firstDate = (keys: readonly string[]) => keys.map((key) => feedDate(values.get(key))).find((date) => date !== undefined);
      const bodies = BODIES.map((name) => values.get(name) ?? '');
      const published = firstDate(PUBLISHED);
      const guid = values.get('guid') ?? values.get('id') ?? about;
      return {
        guid,
        link: values.get('link') ?? link ?? (guid && /^https?:/i.test(guid) ? guid : undefined),
        title: (first(TITLES) ?? '').replace(/\s+/g, ' ').trim(),
        text: bodies.reduce((longest, body) => (body.length > longest.length ? body : longest), ''),
        published: published ?? firstDate(UPDATED),
        updated: firstDate(UPDATED) ?? published,
        author: first(AUTHORS)?.trim(),
        language: values.get('dc:language') ?? (language || feedLanguage),
      };
    },
  };
}

const TYPES = {
  text: 'text',
  'text/plain': 'text',
  html: 'html',
  'text/html': 'html',
  xhtml: 'markup',
  'application/xhtml+xml': 'markup',
} as const;

/** Text of an element that may hold text, escaped markup, markup itself, or base64. RSS doesn't say which, so it is read as HTML. */
function plainText({ name, attributes, hasChildren }: Held, text: string, inner: string): string {
  const type = (attributes['type'] ?? '').trim().toLowerCase();
  const mode = (attributes['mode'] ?? '').toLowerCase();
  if (mode === 'base64') return htmlToText(fromBase64(text));
  const isAtomText =
    (name === 'title' || name === 'summary' || name === 'content') && TYPES[type as keyof typeof TYPES] === 'text' && mode !== 'escaped';
  if (hasChildren) return htmlToText(unwrapped(inner));
  if (type && !/^(?:text|html|xhtml)|xhtml|xml/.test(type) && name === 'content') return htmlToText(fromBase64(text));
  return isAtomText ? text.trim() : htmlToText(text);
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

/** Markup as it stands in the feed, without the prefixes and CDATA marks that HTML doesn't know. */
function unwrapped(inner: string): string {
  return inner.replace(/<!\[CDATA\[|\]\]>/g, '').replace(/<(\/?)[A-Za-z][\w.-]{0,50}:(?=[A-Za-z])/g, '<$1');
}
