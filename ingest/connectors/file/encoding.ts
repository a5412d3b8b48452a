import { isAscii, isUtf8 } from 'node:buffer';
import { readBytes, readHead } from './read-bytes.ts';

export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * By its byte order mark; without one UTF-16 by the zeros of its first kilobyte, else UTF-8 if the whole file is that, but for damage, else
 * windows-1252, as Excel saves "CSV" on British machines.
 */
export async function detectEncoding(path: string): Promise<FileEncoding> {
  const head = await readHead(path, 1_024);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  return utf16Of(head) ?? ((await isUtf8File(path)) ? 'utf-8' : 'windows-1252');
}

export async function detectUtf16(path: string): Promise<FileEncoding | undefined> {
  return utf16Of(await readHead(path, 1_024));
}

function utf16Of(head: Buffer): FileEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = { even: 0, odd: 0 };
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  if (zeros.odd > head.length / 4 && zeros.even === 0) return 'utf-16le';
  if (zeros.even > head.length / 4 && zeros.odd === 0) return 'utf-16be';
  return undefined;
}

/**
 * Whether a file is UTF-8: a byte here and there may be damaged, which costs that character alone. In windows-1252 nearly every character beyond
 * ASCII is no UTF-8.
 */
async function isUtf8File(path: string): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  const found = { good: 0, bad: 0 };
  for await (const chunk of readBytes(path)) {
    const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    const cut = characterStart(bytes);
    count(bytes.subarray(0, cut), found);
    rest = bytes.subarray(cut);
  }
  count(rest, found);
  return found.bad === 0 || found.good > found.bad;
}

function count(bytes: Buffer, found: { good: number; bad: number }): void {
  if (isAscii(bytes)) return;
  const text = bytes.toString('utf8');
  const beyond = text.match(/\P{ASCII}/gu) ?? [];
  const bad = isUtf8(bytes) ? 0 : beyond.filter((character) => character === '\uFFFD').length;
  found.bad += bad;
  found.good += beyond.length - bad;
}

/** Where the last character begins, if it may be incomplete. */
function characterStart(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

/** The file's text in pieces, without its byte order mark, and without NULs, which some tools leave between characters. */
export async function* decodeFile(path: string, encoding: FileEncoding, progress?: (share: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of readBytes(path, progress)) yield withoutNuls(decoder.decode(chunk, { stream: true }));
  const rest = decoder.decode();
  if (rest) yield rest;
}

function withoutNuls(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}
