import { htmlToText } from '#core/language/html-to-text.ts';

/**
 * What a reader sees of Markdown (CommonMark's commonest marks): emphasis, headings, lists, quotes, links and code without their signs, escapes undone.
 * Words stay as they are, and signs that mark nothing ("5 * 3", "ward_7") too.
 */
export function markdownToText(markdown: string): string {
  const lines = markdown.replaceAll(/\r\n?/g, '\n').split('\n');
  const plain = lines.map((line) => inline(line.replace(/^ {0,3}(?:#{1,6} +|> ?|[-*+] +(?=\S))/, ''))).join('\n');
  return htmlToText(plain.includes('&') || plain.includes('<') ? plain.replaceAll('\n', '<br>') : plain);
}

/** Where escaped signs wait until the marks are gone: characters that no text has. */
const ASIDE = 0xe000;

function inline(line: string): string {
  return line
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!>~|])/g, (_, sign: string) => String.fromCodePoint(ASIDE + sign.codePointAt(0)!))
    .replaceAll(/!?\[([^[\]]{0,500})\]\([^()\s]{0,1000}(?: "[^"]{0,200}")?\)/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)([^*_]{1,2000})(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\w*])([*_])(?=\S)([^*_]{1,2000})(?<=\S)\1(?![\w*])/g, '$2')
    .replaceAll(/`([^`]{1,500})`/g, '$1')
    .replaceAll(/[\ue000-\ue07f]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! - ASIDE));
}
