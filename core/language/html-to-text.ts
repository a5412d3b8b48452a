import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5';

/** Their text is code, not words: it ends at their end tag or never. */
const CODE = new Set(['script', 'style']);
/** What stands in them isn't shown, if they are closed at all. */
const HIDDEN = new Set(['template', 'applet']);
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
const CELLS = new Set(['td', 'th']);

/** Markup beyond this is not read: no comment needs it. */
const MAX_HTML_LENGTH = 1_000_000;

/**
 * The plain text of an HTML fragment, with entities decoded, paragraphs set apart by a blank line and line breaks kept.
 * Text that a page hides by style alone is kept: Mastodon hides parts of the links that it writes out.
 *
 * Tags are taken as they come and no tree is built, so time and memory are linear: by the rules of HTML a tree of 100 kB of
 * hostile markup has a hundred million elements.
 */
export function htmlToText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return html.trim();
  const source = html.slice(0, MAX_HTML_LENGTH);
  let text = '';
  const lastEnds = new Map<string, number>();
  let skipped: string | undefined;

  function isClosedAfter(name: string, offset: number): boolean {
    const last = lastEnds.get(name) ?? source.toLowerCase().lastIndexOf(`</${name}`);
    lastEnds.set(name, last);
    return last >= offset;
  }

  function onStartTag({ tagName, selfClosing }: Token.TagToken): void {
    if (skipped !== undefined) return;
    if (CODE.has(tagName) && !selfClosing) {
      skipped = tagName;
      tokenizer.state = TokenizerMode.RAWTEXT;
    } else if (HIDDEN.has(tagName) && !selfClosing && isClosedAfter(tagName, tokenizer.preprocessor.offset)) skipped = tagName;
    else text += breakBefore(tagName);
  }

  function onEndTag({ tagName }: Token.TagToken): void {
    if (skipped === undefined) text += PARAGRAPHS.has(tagName) ? '\n\n' : tagName === 'br' ? '\n' : '';
    else if (skipped === tagName) skipped = undefined;
  }

  function onCharacter({ chars }: Token.CharacterToken): void {
    if (skipped === undefined) text += chars;
  }

  function onWhitespaceCharacter(): void {
    if (skipped === undefined) text += ' ';
  }

  const ignore = () => undefined;
  const handler: TokenHandler = {
    onStartTag,
    onEndTag,
    onCharacter,
    onWhitespaceCharacter,
    onNullCharacter: ignore,
    onComment: ignore,
    onDoctype: ignore,
    onEof: ignore,
  };
  const tokenizer = new Tokenizer({}, handler);
  tokenizer.write(source, true);
  return tidy(text);
}

function breakBefore(tagName: string): string {
  if (PARAGRAPHS.has(tagName)) return '\n\n';
  if (LINES.has(tagName)) return '\n';
  return CELLS.has(tagName) ? ' ' : '';
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
