import { createReadStream } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { EarshotError } from '#core/errors.ts';

const MAX_FILE_BYTES = 100 * 1024 * 1024;
const MAX_INFLATED_BYTES = 150 * 1024 * 1024;
const MAX_ENTRIES = 2_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  name: string;
  method: number;
  compressedBytes: number;
  offset: number;
}

/**
 * Hands over the content of every entry of a workbook, in pieces. Declared sizes may lie, so what is unpacked is counted, and no more of it is kept
 * than the caller keeps.
 * @throws EarshotError 'file-too-large' or 'file-damaged'.
 */
export async function unpack(path: string, onPiece: (piece: Buffer, entry: string) => void): Promise<void> {
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES) throw workbookTooLarge();
  await using file = await open(path);
  let budget = MAX_INFLATED_BYTES;
  for (const entry of await readDirectory(file, size)) {
    for await (const piece of contentOf(path, file, entry)) {
      budget -= piece.length;
      if (budget < 0) throw workbookTooLarge();
      onPiece(piece, entry.name);
    }
  }
}

export function workbookTooLarge(): EarshotError {
  const limit = `${MAX_FILE_BYTES / 1024 / 1024} MB, ${MAX_INFLATED_BYTES / 1024 / 1024} MB unpacked, 20 million cells`;
  return new EarshotError(
    'file-too-large',
    `The workbook is larger than a workbook may be (${limit}). Save the sheet as CSV, which has no limit.`,
  );
}

export function workbookDamaged(cause?: unknown): EarshotError {
  return new EarshotError(
    'file-damaged',
    'The file is not a workbook (.xlsx, .ods) or is damaged. Open it and save it again, or save the sheet as CSV.',
    { cause },
  );
}

async function readDirectory(file: FileHandle, size: number): Promise<Entry[]> {
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let end = -1;
  for (let at = tail.length - 22; at >= 0 && end < 0; at--) if (tail.readUInt32LE(at) === END_OF_DIRECTORY) end = at;
  if (end < 0) throw workbookDamaged();
  const count = tail.readUInt16LE(end + 10);
  const bytes = tail.readUInt32LE(end + 12);
  if (count > MAX_ENTRIES || bytes > MAX_ENTRIES * 1_024) throw workbookTooLarge();
  const directory = await readAt(file, tail.readUInt32LE(end + 16), bytes);
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.length && entries.length < count;) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw workbookDamaged();
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedBytes: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function* contentOf(path: string, file: FileHandle, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.compressedBytes === 0) return;
  if (entry.method !== DEFLATED && entry.method !== STORED) throw workbookDamaged();
  const header = await readAt(file, entry.offset, 30);
  if (header.length < 30) throw workbookDamaged();
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const input = createReadStream(path, { start, end: start + entry.compressedBytes - 1 });
  try {
    yield* (entry.method === STORED ? input : input.pipe(createInflateRaw())) as AsyncIterable<Buffer>;
  } catch (error) {
    throw error instanceof EarshotError ? error : workbookDamaged(error);
  } finally {
    input.destroy();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
