import { decodeEntities } from './entities.ts';

export type XmlEvent =
  | { type: 'open'; name: string; attributes: Record<string, string>; start: number; end: number }
  | { type: 'close'; name: string; start: number; end: number }
  | { type: 'text'; text: string };

/** A tag that is longer is text: no feed has one. */
const MAX_TAG = 64 * 1024;
const NAME = /[A-Za-z_][\w.:-]{0,100}/y;
const ATTRIBUTE = /\s*([A-Za-z_][\w.:-]{0,100})\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y;

/**
 * Events of XML as the web has it: a bare "&" or "<" is text, tags need not match, entities of HTML are known and those of the document
 * aren't expanded. Linear in the text's length; nothing is ever thrown.
 */
export function* scanXml(source: string): Generator<XmlEvent> {
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open === -1) {
      yield { type: 'text', text: decodeEntities(source.slice(at)) };
      return;
    }
    if (open > at) yield { type: 'text', text: decodeEntities(source.slice(at, open)) };
    const special = skipSpecial(source, open);
    if (special) {
      if (special.text !== undefined) yield { type: 'text', text: special.text };
      at = special.end;
      continue;
    }
    const isClose = source[open + 1] === '/';
    NAME.lastIndex = open + (isClose ? 2 : 1);
    const name = NAME.exec(source)?.[0];
    const end = name === undefined ? -1 : tagEnd(source, NAME.lastIndex);
    if (name === undefined || end === -1) {
      yield { type: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    if (isClose) yield { type: 'close', name, start: open, end };
    else {
      yield { type: 'open', name, attributes: attributesOf(source.slice(open + 1 + name.length, end - 1)), start: open, end };
      if (source[end - 2] === '/') yield { type: 'close', name, start: end, end };
    }
    at = end;
  }
}

/** Comments, CDATA, instructions and the document type. One that never ends takes the rest. */
function skipSpecial(source: string, open: number): { end: number; text?: string } | undefined {
  const upTo = (mark: string, from: number) => {
    const found = source.indexOf(mark, from);
    return found === -1 ? source.length : found + mark.length;
  };
  if (source.startsWith('<!--', open)) return { end: upTo('-->', open + 4) };
  if (source.startsWith('<![CDATA[', open)) {
    const end = upTo(']]>', open + 9);
    return { end, text: source.slice(open + 9, source.endsWith(']]>', end) ? end - 3 : end) };
  }
  if (source.startsWith('<?', open)) return { end: upTo('>', open) };
  if (!source.startsWith('<!', open)) return undefined;
  const end = upTo('>', open);
  const subset = source.indexOf('[', open);
  return { end: subset !== -1 && subset < end ? upTo('>', upTo(']', subset)) : end };
}

/** Position after the tag's ">", which may stand in quoted values as well; -1 where this is no tag. */
function tagEnd(source: string, from: number): number {
  let quote = '';
  const limit = Math.min(source.length, from + MAX_TAG);
  for (let at = from; at < limit; at++) {
    const character = source[at]!;
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '>') return at + 1;
    else if (character === '<') return -1;
    else if ((character === '"' || character === "'") && /[=\s]/.test(source[at - 1]!)) quote = character;
  }
  return -1;
}

function attributesOf(inside: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(inside); match; match = ATTRIBUTE.exec(inside)) {
    attributes[match[1]!.toLowerCase()] = decodeEntities(match[2] ?? match[3] ?? match[4] ?? '');
  }
  return attributes;
}
