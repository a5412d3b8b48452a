import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

const SKIPPED = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'head', 'title']);
const PARAGRAPHS = new Set([
  'p',
  'div',
  'blockquote',
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
  'section',
  'article',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
const LINES = new Set(['br', 'li', 'tr', 'dt', 'dd', 'hr', 'figcaption']);

/** Markup beyond this is not read: no comment needs it, and the parser's memory is a multiple of it. */
const MAX_HTML_LENGTH = 1_000_000;

/**
 * The plain text of an HTML fragment, with entities decoded, paragraphs set apart by a blank line and line breaks kept.
 * Text that a page hides by style alone is kept: Mastodon hides parts of the links that it writes out.
 */
export function htmlToText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return html.trim();
  const parts: string[] = [];
  // An explicit stack: hostile markup is nested deeper than the call stack is.
  const stack: (Node | '\n' | '\n\n')[] = [parseFragment(html.slice(0, MAX_HTML_LENGTH))];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') {
      parts.push(node);
      continue;
    }
    if (node.nodeName === '#text') {
      parts.push((node as DefaultTreeAdapterTypes.TextNode).value.replace(/[ \t\r\n]+/g, ' '));
      continue;
    }
    if (SKIPPED.has(node.nodeName)) continue;
    const isParagraph = PARAGRAPHS.has(node.nodeName);
    if (isParagraph) {
      parts.push('\n\n');
      stack.push('\n\n');
    } else if (LINES.has(node.nodeName)) {
      parts.push('\n');
    } else if (node.nodeName === 'td' || node.nodeName === 'th') {
      parts.push(' ');
    }
    if (!('childNodes' in node)) continue;
    for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index]!);
  }
  return tidy(parts.join(''));
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
