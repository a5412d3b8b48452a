import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Transform, Writable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { httpError } from './fault.ts';

const MAX_CODINGS = 3;

/**
 * Reads a body to its proper end: as many bytes as were announced, every compressed stream complete.
 * @throws HttpError `too-large` beyond `maxBytes` after decompression, `reset` for an unknown encoding; any other error means truncated.
 */
export async function readBody(response: IncomingMessage, host: string, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => httpError('too-large', host, `limit ${maxBytes} bytes`);
  const codings = contentCodings(response);
  const maxWireBytes = codings.length === 0 ? maxBytes : maxBytes + Math.ceil(maxBytes / 100) + 4_096;
  if (Number(response.headers['content-length'] ?? 0) > maxWireBytes) throw tooLarge();

  const isBare = mayBeEmpty(response);
  let wireBytes = 0;
  const wire = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      wireBytes += chunk.byteLength;
      done(wireBytes > maxWireBytes ? tooLarge() : null, chunk);
    },
    // Decompressors take nothing at all for a complete stream.
    flush: (done) => done(wireBytes === 0 && codings.length > 0 && !isBare ? httpError('truncated', host) : null),
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  const collector = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes <= maxBytes) chunks.push(chunk);
      done(bytes > maxBytes ? tooLarge() : null);
    },
  });
  const decoders: Transform[] = isBare ? [] : await Promise.all(codings.map((coding) => decoder(coding, response, host)));
  await pipeline([response, wire, ...decoders, collector]);
  return Buffer.concat(chunks);
}

/** In the order in which they are to be undone. */
function contentCodings(response: IncomingMessage): string[] {
  const names = (response.headers['content-encoding'] ?? '').toLowerCase().split(',');
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
}

/** An answer without a body may still name the encoding that its body would have had. */
function mayBeEmpty(response: IncomingMessage): boolean {
  return response.statusCode === 204 || response.statusCode === 304 || response.headers['content-length'] === '0';
}

async function decoder(coding: string, response: IncomingMessage, host: string): Promise<Transform> {
  if (contentCodings(response).length > MAX_CODINGS) throw httpError('reset', host, 'too many encodings');
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip();
  if (coding === 'br') return createBrotliDecompress();
  if (coding === 'deflate') return (await startsLikeZlib(response, host)) ? createInflate() : createInflateRaw();
  throw httpError('reset', host, 'unknown encoding');
}

/** "deflate" is zlib by the standard, and bare deflate from many servers. */
async function startsLikeZlib(response: IncomingMessage, host: string): Promise<boolean> {
  for (;;) {
    const chunk: unknown = response.read();
    if (Buffer.isBuffer(chunk)) {
      response.unshift(chunk);
      return ((chunk[0] ?? 0) & 0x0f) === 8;
    }
    if (response.readableEnded) throw httpError('truncated', host);
    await Promise.race([once(response, 'readable'), once(response, 'end')]);
  }
}
