import { createEntityDecoder, decodeEntities, type DecodeEntities } from './entities.ts';

export type XmlEvent =
  | { type: 'open'; name: string; attributes: Record<string, string>; start: number; end: number }
  | { type: 'close'; name: string; start: number; end: number }
  | { type: 'text'; text: string };

/** A tag that is longer is text: pictures in attributes are long, but not so long. */
const MAX_TAG = 1024 * 1024;
const NAME = /[A-Za-z_\u00c0-\ufffd][\w.:\u00b7-\ufffd-]{0,100}/y;
const ATTRIBUTE = /\s*([A-Za-z_][\w.:-]{0,100})\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y;

/**
 * Events of XML as the web has it: a bare "&" or "<" is text, tags need not match, entities of HTML are known, and those of the
 * document's own type if they are short text. Linear in the text's length; nothing is ever thrown.
 */
export function* scanXml(source: string): Generator<XmlEvent> {
  let decode: DecodeEntities = decodeEntities;
  let textFrom = 0;
  let at = 0;
  for (let open = source.indexOf('<'); open !== -1; open = source.indexOf('<', at)) {
    const markup = skipSpecial(source, open) ?? tagAt(source, open);
    at = markup?.end ?? open + 1;
    if (!markup) continue;
    if (open > textFrom) yield { type: 'text', text: decode(source.slice(textFrom, open)) };
    textFrom = at;
    if ('name' in markup) yield* tagEvents(source, open, markup, decode);
    else if (markup.text !== undefined) yield { type: 'text', text: markup.text };
    else if (markup.isDoctype && decode === decodeEntities) decode = createEntityDecoder(source.slice(open, at));
  }
  if (textFrom < source.length) yield { type: 'text', text: decode(source.slice(textFrom)) };
}

interface Tag {
  name: string;
  isClose: boolean;
  end: number;
}

function* tagEvents(source: string, open: number, { name, isClose, end }: Tag, decode: DecodeEntities): Generator<XmlEvent> {
  if (isClose) yield { type: 'close', name, start: open, end };
  else {
    yield { type: 'open', name, attributes: attributesOf(source.slice(open + 1 + name.length, end - 1), decode), start: open, end };
    if (source[end - 2] === '/') yield { type: 'close', name, start: end, end };
  }
}

/** Undefined where "<" is text. */
function tagAt(source: string, open: number): Tag | undefined {
  const isClose = source[open + 1] === '/';
  NAME.lastIndex = open + (isClose ? 2 : 1);
  const name = NAME.exec(source)?.[0];
  const end = name === undefined ? -1 : tagEnd(source, NAME.lastIndex);
  return name === undefined || end === -1 ? undefined : { name, isClose, end };
}

/** Comments, CDATA, instructions and the document type. One that never ends takes the rest. */
function skipSpecial(source: string, open: number): { end: number; text?: string; isDoctype?: boolean } | undefined {
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
  if (!/^<!doctype/i.test(source.slice(open, open + 9))) return { end };
  const hasSubset = source.slice(open, end).includes('[');
  return { end: hasSubset ? upTo('>', upTo(']', open)) : end, isDoctype: true };
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

function attributesOf(inside: string, decode: DecodeEntities): Record<string, string> {
  const attributes: Record<string, string> = {};
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(inside); match; match = ATTRIBUTE.exec(inside)) {
    attributes[match[1]!.toLowerCase()] = decode(match[2] ?? match[3] ?? match[4] ?? '');
  }
  return attributes;
}
