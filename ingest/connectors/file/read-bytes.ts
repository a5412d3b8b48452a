import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { EarshotError } from '#core/errors.ts';

/** Text shrinks to a tenth; what shrinks to less than this is made to fill memory or time. */
const MAX_RATIO = 200;
const ALWAYS_ALLOWED_BYTES = 64 * 1024 * 1024;

/**
 * A file's bytes in pieces, unpacked if it is a gzip file. `progress` is told how much of the file has been read, 0 … 1.
 * @throws EarshotError 'file-damaged' or 'file-too-large' for a gzip file that is cut short or a bomb.
 */
export async function* readBytes(path: string, progress?: (share: number) => void): AsyncGenerator<Buffer> {
  const { size } = await stat(path);
  const file = createReadStream(path, { highWaterMark: 1 << 17 });
  const report = () => progress?.(Math.min(1, file.bytesRead / Math.max(1, size)));
  try {
    if (!(await isGzip(path))) {
      for await (const chunk of file as AsyncIterable<Buffer>) {
        yield chunk;
        report();
      }
      return;
    }
    const gunzip = createGunzip();
    file.on('error', (error) => gunzip.destroy(error));
    let unpacked = 0;
    for await (const chunk of file.pipe(gunzip) as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > Math.max(ALWAYS_ALLOWED_BYTES, size * MAX_RATIO))
        throw new EarshotError('file-too-large', 'The compressed file holds far more than its size tells: unpack it first.');
      yield chunk;
      report();
    }
  } catch (error) {
    if (!isUnpackError(error)) throw error;
    throw new EarshotError('file-damaged', 'The compressed file is damaged or cut short. Compress it again, or unpack it first.', {
      cause: error,
    });
  } finally {
    file.destroy();
  }
}

/** The first bytes of a file, unpacked. */
export async function readHead(path: string, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of readBytes(path)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}

async function isGzip(path: string): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}

function isUnpackError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
