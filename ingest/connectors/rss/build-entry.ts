import type { Entry } from './entry.ts';
import { feedDate } from './feed-date.ts';
import { plainText } from './plain-text.ts';

/** What an element inherits from those around it. */
export interface Inherited {
  /** Absolute address that the feed itself or its server gives as base of its links. */
  base: string | undefined;
  language: string | undefined;
}

/** Collects one entry's elements as they open and close. Depth 1 is a child of the entry. */
export interface EntryBuilder {
  open(name: string, attributes: Record<string, string>, depth: number, end: number, inherited: Inherited): void;
  text(text: string): void;
  close(depth: number, start: number): void;
  finish(): Entry;
}

export interface EntryDefaults {
  source: string;
  /** rdf:about */
  about: string | undefined;
  /** Where the feed was read. */
  url: string;
  author: string | undefined;
}

interface Held {
  name: string;
  depth: number;
  attributes: Record<string, string>;
  inherited: Inherited;
  start: number;
  /** Where its text begins in `parts`. */
  from: number;
  hasChildren: boolean;
}

type Role = 'title' | 'body' | 'link' | 'guid' | 'published' | 'created' | 'updated' | 'author' | 'language';

const ROLES = new Map<string, Role>([
  ...of('title', 'title', 'dc:title', 'media:title'),
  ...of('body', 'content', 'content:encoded', 'xhtml:body', 'body', 'xhtml:div', 'fullitem', 'description', 'dc:description', 'summary'),
  ...of('body', 'abstract', 'itunes:summary', 'media:description'),
  ...of('link', 'link'),
  ...of('guid', 'guid', 'id'),
  ...of('published', 'published', 'pubdate', 'issued', 'dcterms:issued'),
  ...of('created', 'created', 'dcterms:created'),
  ...of('updated', 'updated', 'modified', 'dcterms:modified', 'dc:date', 'lastbuilddate'),
  ...of('author', 'author', 'dc:creator', 'dc:author', 'itunes:author', 'managingeditor'),
  ...of('language', 'language', 'dc:language'),
]);
/** Best first: an address tells authors apart better than a name. */
const AUTHORS = ['author/uri', 'author/url', 'author/homepage', 'author/name', 'author/email', 'dc:creator', 'author', 'dc:author'];
const MAX_MEDIA_DEPTH = 4;
const HTML_TYPES = /^(?:text\/html|application\/xhtml\+xml|)$/;

/** The entry that elements make. Of several links, guids and dates the last counts, of titles the first, of bodies the longest. */
export function createEntryBuilder({ source, about, url, author }: EntryDefaults): EntryBuilder {
  const stack: Held[] = [];
  const parts: string[] = [];
  const titles: Record<'own' | 'media', string> = { own: '', media: '' };
  const authors = new Map<string, string>();
  const dates: { published?: Date; created?: Date; updated?: Date } = {};
  let body: { text: string; language: string | undefined } = { text: '', language: undefined };
  let titleLanguage: string | undefined;
  let link: string | undefined;
  let otherLink: string | undefined;
  let guid = about;
  let permalink: string | undefined;
  let language: string | undefined;
  let inReplyTo: string | undefined;

  function takeAttributes({ name, attributes, inherited }: Held): void {
    if (name === 'thr:in-reply-to') inReplyTo ??= attributes['ref'];
    const href = attributes['href'] ?? attributes['url'] ?? attributes['uri'];
    if (name !== 'link' || !href || (attributes['rel'] ?? 'alternate').toLowerCase() !== 'alternate') return;
    const resolved = resolve(href, inherited.base ?? url);
    if (HTML_TYPES.test((attributes['type'] ?? '').toLowerCase())) link = resolved;
    else otherLink ??= resolved;
  }

  function takeText(held: Held, end: number): void {
    const { name, attributes, inherited, hasChildren } = held;
    const role = ROLES.get(name);
    if (role === undefined) return;
    const text = parts.slice(held.from).join('');
    if (role === 'title' || role === 'body') {
      const plain = plainText({ name, attributes, hasChildren, text, inner: () => source.slice(held.start, end) });
      if (role === 'title') takeTitle(name === 'media:title' ? 'media' : 'own', plain, inherited.language);
      else if (plain.length > body.text.length) body = { text: plain, language: inherited.language };
      return;
    }
    const value = text.trim();
    if (!value) return;
    if (role === 'published' || role === 'created' || role === 'updated') takeDate(role, feedDate(value));
    else if (role === 'author' && !hasChildren) authors.set(name, value);
    else if (role === 'language') language = value;
    else if (role === 'link') link = resolve(value.replaceAll('&amp;', '&'), inherited.base ?? url);
    else if (role === 'guid') takeGuid(value, attributes['ispermalink'] ?? 'true', inherited.base);
  }

  function takeTitle(kind: 'own' | 'media', text: string, titleIn: string | undefined): void {
    if (titles[kind]) return;
    titles[kind] = text;
    titleLanguage ??= titleIn;
  }

  function takeDate(role: keyof typeof dates, date: Date | undefined): void {
    if (date) dates[role] = date;
  }

  /** A guid is an address, relative ones too where the feed names a base, unless it says that it isn't. */
  function takeGuid(value: string, isPermalink: string, base: string | undefined): void {
    guid = isPermalink === 'true' && base !== undefined ? resolve(value, base) : value;
    permalink = isPermalink === 'true' && /^https?:/i.test(guid) ? guid : permalink;
  }

  return {
    open(name, attributes, depth, end, inherited) {
      const parent = stack.at(-1);
      if (parent) parent.hasChildren = true;
      const held = { name, depth, attributes, inherited, start: end, from: parts.length, hasChildren: false };
      stack.push(held);
      if (depth === 1) takeAttributes(held);
    },
    text(text) {
      if (stack.length) parts.push(text);
    },
    close(depth, start) {
      while (stack.length && stack.at(-1)!.depth >= depth) {
        const held = stack.pop()!;
        const parent = stack.at(-1);
        // media:group and media:content hold the title and description of one video or picture.
        const isMedia = held.name.startsWith('media:') && parent?.name.startsWith('media:') && held.depth <= MAX_MEDIA_DEPTH;
        if (held.depth === 1 || isMedia) takeText(held, start);
        else if (parent?.name === 'author' && parent.depth === 1) {
          const value = parts.slice(held.from).join('').trim();
          if (value) authors.set(`author/${held.name}`, value);
        }
      }
    },
    finish() {
      const { published, created, updated } = dates;
      return {
        guid,
        link: link ?? otherLink ?? permalink,
        title: (titles.own || titles.media).replace(/\s+/g, ' ').trim(),
        text: body.text,
        published: published ?? created ?? updated,
        updated: updated ?? published ?? created,
        author: AUTHORS.map((name) => authors.get(name)).find((value) => value !== undefined) ?? authors.values().next().value ?? author,
        language: language ?? (body.text ? body.language : titleLanguage),
        ...(inReplyTo ? { inReplyTo } : {}),
      };
    },
  };
}

/** Unchanged where it isn't an address. */
export function resolve(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

function of(role: Role, ...names: string[]): [string, Role][] {
  return names.map((name) => [name, role]);
}
