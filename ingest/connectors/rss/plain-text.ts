import { isUtf8 } from 'node:buffer';
import { htmlToText } from '#core/language/html-to-text.ts';
import { repairText } from './repair-text.ts';

/** An element that holds text: plain, escaped markup, markup itself, or base64. RSS doesn't say which, so there it is read as HTML. */
export interface TextElement {
  name: string;
  attributes: Record<string, string>;
  hasChildren: boolean;
  /** Its text with references resolved. */
  text: string;
  /** As it stands in the feed. */
  inner: () => string;
}

const TEXT = new Set(['text', 'text/plain', 'plain']);
const TAGS_OF_TEXT = new Set(
  (
    'a abbr b big blockquote br center cite code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre q s small span strike strong ' +
    'sub sup table tbody td th tr tt u ul'
  ).split(' '),
);
/** Markup beyond this is not read. */
const MAX_INNER = 1_000_000;

export function plainText({ name, attributes, hasChildren, text, inner }: TextElement): string {
  const type = (attributes['type'] ?? '').split(';')[0]!.trim().toLowerCase();
  const mode = attributes['mode']?.toLowerCase();
  const isAtomText = name === 'title' || name === 'summary' || name === 'content';
  if (mode === 'base64' || (isAtomText && isBinary(type))) {
    const decoded = fromBase64(text);
    return repairText(TEXT.has(type) ? decoded.trim() : htmlToText(decoded));
  }
  const isMarkup = type === '' ? /^(?:xhtml:)?body$/.test(name) : /xhtml|xml/.test(type);
  if (hasChildren) return repairText(htmlToText(asHtml(inner().slice(0, MAX_INNER), isMarkup)));
  const isLiteral = isMarkup || (isAtomText && TEXT.has(type) && mode !== 'escaped' && !looksLikeHtml(text));
  return repairText(isLiteral ? text.trim() : htmlToText(text));
}

/** Many feeds call text what is HTML: it has an end tag, a break or a reference, and no tag that isn't one of text. */
function looksLikeHtml(text: string): boolean {
  if (!/<\/\w|<(?:br|img|hr)\b|&#?\w{1,30};/.test(text)) return false;
  return [...text.matchAll(/<\/?([A-Za-z]\w{0,30})/g)].every(([, name]) => TAGS_OF_TEXT.has(name!.toLowerCase()));
}

/** A type that is neither text nor markup is in base64 (RFC 4287, 4.1.3). */
function isBinary(type: string): boolean {
  return type.includes('/') && !type.startsWith('text/') && !/[+/]xml$/.test(type);
}

/** Nothing for bytes that are no text; text that isn't base64 after all stays. */
function fromBase64(text: string): string {
  if (!/^[A-Za-z0-9+/=\s]*$/.test(text)) return text;
  const bytes = Buffer.from(text, 'base64');
  return isUtf8(bytes) ? bytes.toString('utf8') : '';
}

/** Markup without the prefixes that HTML doesn't know. CDATA in it is text where markup is due, and markup where escaped markup is. */
function asHtml(inner: string, isMarkup: boolean): string {
  const [first = '', ...sections] = inner.split('<![CDATA[');
  const parts = sections.map((section) => {
    const end = section.indexOf(']]>');
    const text = end === -1 ? section : section.slice(0, end);
    const rest = end === -1 ? '' : section.slice(end + 3);
    return (isMarkup ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text) + withoutPrefixes(rest);
  });
  return withoutPrefixes(first) + parts.join('');
}

function withoutPrefixes(markup: string): string {
  return markup.replace(/<(\/?)[A-Za-z][\w.-]{0,50}:(?=[A-Za-z])/g, '<$1');
}
