const XML_ENCODING = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})["']/;
const CHARSET = /charset\s*=\s*["']?([\w.:-]{1,40})/i;

/**
 * Bytes of a feed as text: by the byte order mark or the shape of "<?", then the header's charset, then the XML declaration's, then UTF-8, and
 * windows-1252 for what is none of these.
 */
export function decodeFeed(body: Uint8Array, contentType: string | undefined): string {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 400));
  const declared = XML_ENCODING.exec(head.replace(/^ï»¿/, ''))?.[1];
  for (const label of [shapeOf(body), CHARSET.exec(contentType ?? '')?.[1], declared, 'utf-8']) {
    const text = label === undefined ? undefined : decodeAs(body, label);
    if (text !== undefined) return text;
  }
  return new TextDecoder('windows-1252').decode(body);
}

function decodeAs(body: Uint8Array, label: string): string | undefined {
  if (label === 'utf-32le' || label === 'utf-32be') return decodeUtf32(body, label === 'utf-32le');
  try {
    return new TextDecoder(label, { fatal: true }).decode(body);
  } catch {
    // An unknown label, or bytes that it can't mean: the next one.
    return undefined;
  }
}

function shapeOf(body: Uint8Array): string | undefined {
  const [a, b, c, d] = body;
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c))) return 'utf-32be';
  if (c === 0 && d === 0 && ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0))) return 'utf-32le';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined;
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
