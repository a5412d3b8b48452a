import { parseFragment } from 'parse5';

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{0,30}));/g;
const XML: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const WINDOWS_1252 = new TextDecoder('windows-1252');
/** One character or a short text that holds no other entity: such can't grow into more than their own length. */
const DECLARATION = /<!ENTITY\s{1,20}([A-Za-z]\w{0,30})\s{1,20}"(&#\w{1,8};|[^&"%]{0,100})"\s{0,20}>/g;
const MAX_DECLARATIONS_LENGTH = 64 * 1024;
const MAX_EXPANDED_LENGTH = 1_000_000;
const named = new Map<string, string>();

export type DecodeEntities = (text: string) => string;

/** References to characters as text. An unknown name stays as it is; numbers that only make sense in windows-1252 are read as that. */
export const decodeEntities: DecodeEntities = (text) => decodeWith(text, namedEntity);

/**
 * The same for a document with a type of its own: short entities that it declares are known as well, up to a million characters in all.
 * Entities that hold others, or stand elsewhere, are never expanded.
 */
export function createEntityDecoder(doctype: string): DecodeEntities {
  const own = new Map<string, string>();
  for (const [, name, value] of doctype.slice(0, MAX_DECLARATIONS_LENGTH).matchAll(DECLARATION)) {
    if (!own.has(name!)) own.set(name!, decodeEntities(value!));
  }
  if (own.size === 0) return decodeEntities;
  let left = MAX_EXPANDED_LENGTH;
  return (text) =>
    decodeWith(text, (name, whole) => {
      const value = own.get(name);
      if (value === undefined || value.length > left) return namedEntity(name, whole);
      left -= value.length;
      return value;
    });
}

function decodeWith(text: string, valueOf: (name: string, whole: string) => string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(XML, name) ? XML[name]! : valueOf(name, whole);
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    if (code >= 0x80 && code < 0xa0) return WINDOWS_1252.decode(Uint8Array.of(code));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '\uFFFD';
  });
}

function namedEntity(name: string, whole: string): string {
  const known = named.get(name);
  if (known !== undefined) return known;
  const node = parseFragment(whole).childNodes[0];
  const value = node && 'value' in node ? node.value : whole;
  if (named.size < 3_000) named.set(name, value);
  return value;
}
