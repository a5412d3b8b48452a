import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

const XML_ENCODING = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})["']/;
const CHARSET = /charset\s*=\s*["']?([\w.:-]{1,40})/i;
/** Names that the web's list of encodings lacks. */
const ALIASES: Record<string, string> = {
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp936: 'gbk',
  cp932: 'shift_jis',
  ansi: 'windows-1252',
  'mac-roman': 'macintosh',
};
/** Declared by habit where the text is UTF-8 all the same; any bytes are text in them. */
const LATIN = new Set(['windows-1252', 'iso-8859-15']);
const UTF_8 = new TextDecoder();
const WINDOWS_1252 = new TextDecoder('windows-1252');

/**
 * Bytes of a feed as text: by the byte order mark or the shape of its first characters, then the header's charset, then the XML declaration's,
 * then UTF-8. What is none of these is UTF-8 with single bytes of windows-1252 in it, or windows-1252.
 */
export function decodeFeed(body: Uint8Array, contentType: string | undefined): string {
  const shape = shapeOf(body);
  if (shape === 'utf-32le' || shape === 'utf-32be') return decodeUtf32(body, shape === 'utf-32le');
  if (shape !== undefined && shape !== 'utf-8') return new TextDecoder(shape).decode(body);
  const declared = shape === 'utf-8' ? [] : declaredDecoders(body, contentType);
  for (const decoder of declared) {
    if (LATIN.has(decoder.encoding)) break;
    try {
      return decoder.decode(body);
    } catch {
      // Bytes that it can't mean: the next one.
    }
  }
  const whole = withoutCutEnd(body);
  if (isUtf8(whole)) return UTF_8.decode(whole);
  const latin = declared.find(({ encoding }) => LATIN.has(encoding));
  return decodeMixed(body, latin);
}

function declaredDecoders(body: Uint8Array, contentType: string | undefined): TextDecoder[] {
  const head = WINDOWS_1252.decode(body.subarray(0, 400));
  const labels = [CHARSET.exec(contentType ?? '')?.[1], XML_ENCODING.exec(head)?.[1]];
  return labels.flatMap((label) => (label === undefined ? [] : (decoderOf(label.toLowerCase()) ?? [])));
}

/** Undefined for an unknown name, for ASCII, whose bytes any other encoding reads as well, and for wide characters, which the shape shows. */
function decoderOf(label: string): TextDecoder | undefined {
  if (/ascii|ansi_x3/.test(label)) return undefined;
  for (const name of [label, ALIASES[label], label.replaceAll('_', '-')]) {
    try {
      const decoder = name === undefined ? undefined : new TextDecoder(name, { fatal: true });
      if (decoder && !decoder.encoding.startsWith('utf-16')) return decoder;
    } catch {
      // A name that nobody knows.
    }
  }
  return undefined;
}

function shapeOf(body: Uint8Array): string | undefined {
  const [a, b, c, d] = body;
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c))) return 'utf-32be';
  if (c === 0 && d === 0 && ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0))) return 'utf-32le';
  if ((a === 0xff && b === 0xfe) || (isOpening(a) && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && isOpening(b))) return 'utf-16be';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined;
}

/** "<", "{" or white space. */
function isOpening(byte: number | undefined): boolean {
  return byte === 0x3c || byte === 0x7b || byte === 0x20 || byte === 0x0a || byte === 0x0d;
}

function decodeUtf32(body: Uint8Array, isLittle: boolean): string {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= body.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    parts.push(code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '\uFFFD');
  }
  return parts.join('').replace(/^\uFEFF/, '');
}

/** Bytes of windows-1252 within UTF-8 count as what they are, if more of the text is UTF-8 than isn't; otherwise all of it is Latin. */
function decodeMixed(body: Uint8Array, latin: TextDecoder | undefined): string {
  let valid = 0;
  let stray = 0;
  for (let at = 0, length = 0; at < body.length; at += length || 1) {
    length = sequenceLength(body, at);
    if (length > 1) valid += 1;
    else if (length === 0) stray += 1;
  }
  if (stray > valid) return (latin ?? latinDecoder(body)).decode(body);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0, length = 0; at < body.length; at += length || 1) {
    length = sequenceLength(body, at);
    if (length > 0) continue;
    parts.push(UTF_8.decode(body.subarray(from, at)), WINDOWS_1252.decode(body.subarray(at, at + 1)));
    from = at + 1;
  }
  return parts.join('') + UTF_8.decode(body.subarray(from));
}

/** Without the first bytes of a character whose other bytes are missing at the end. */
function withoutCutEnd(body: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, body.length); back++) {
    const byte = body[body.length - back]!;
    if ((byte & 0xc0) !== 0x80) return bytesOf(byte) > back ? body.subarray(0, body.length - back) : body;
  }
  return body;
}

/** Bytes that windows-1252 has no characters for are taken for ISO 8859-2, as other readers of feeds do. */
function latinDecoder(body: Uint8Array): TextDecoder {
  const isWindows1252 = !body.some((byte) => byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d);
  return isWindows1252 ? WINDOWS_1252 : new TextDecoder('iso-8859-2');
}

/** Bytes of the character of UTF-8 that begins here; 0 if none does. */
function sequenceLength(body: Uint8Array, at: number): number {
  const length = bytesOf(body[at]!);
  for (let next = at + 1; next < at + length; next++) if ((body[next]! & 0xc0) !== 0x80) return 0;
  return length;
}

/** Bytes of a character of UTF-8 by its first; 0 if it can't be one. */
function bytesOf(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
}
