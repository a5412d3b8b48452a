import { parseFragment } from 'parse5';

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{0,30}));/g;
const XML: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const named = new Map<string, string>();
const WINDOWS_1252 = new TextDecoder('windows-1252');

/** References to characters as text. An unknown name stays as it is; numbers that only make sense in windows-1252 are read as that. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(XML, name) ? XML[name]! : namedEntity(name, whole);
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
