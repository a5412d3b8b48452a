import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { isUtf8 } from 'node:buffer';

export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * By its byte order mark; without one UTF-16 by the zeros of its first kilobyte, else UTF-8 if the whole file is that, else
 * windows-1252, as Excel saves "CSV" on British machines.
 */
export async function detectEncoding(path: string): Promise<FileEncoding> {
  const head = await readHead(path, 1_024);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  const zeros = { even: 0, odd: 0 };
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  if (zeros.odd > head.length / 4 && zeros.even === 0) return 'utf-16le';
  if (zeros.even > head.length / 4 && zeros.odd === 0) return 'utf-16be';
  return (await isUtf8File(path)) ? 'utf-8' : 'windows-1252';
}

export async function readHead(path: string, bytes: number): Promise<Buffer> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
  return buffer.subarray(0, bytesRead);
}

async function isUtf8File(path: string): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    const cut = characterStart(bytes);
    if (!isUtf8(bytes.subarray(0, cut))) return false;
    rest = bytes.subarray(cut);
  }
  return isUtf8(rest);
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

/** The file's text in pieces, without its byte order mark. */
export async function* decodeFile(path: string, encoding: FileEncoding, progress?: (share: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of readChunks(path, progress)) yield decoder.decode(chunk, { stream: true });
  const rest = decoder.decode();
  if (rest) yield rest;
}

export async function* readChunks(path: string, progress?: (share: number) => void): AsyncGenerator<Buffer> {
  const { size } = await stat(path);
  let done = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 17 }) as AsyncIterable<Buffer>) {
    yield chunk;
    done += chunk.length;
    progress?.(Math.min(1, done / size));
  }
}
