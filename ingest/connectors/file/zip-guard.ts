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
  method: number;
  compressedBytes: number;
  offset: number;
}

/**
 * Refuses a workbook that would not fit in memory. Declared sizes may lie, so every entry is inflated once, counting, and
 * nothing is kept.
 * @throws EarshotError 'file-too-large' or 'file-damaged'.
 */
export async function checkZip(path: string): Promise<void> {
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES) throw tooLarge();
  await using file = await open(path);
  let budget = MAX_INFLATED_BYTES;
  for (const entry of await readDirectory(file, size)) {
    budget -= await inflatedBytes(path, file, entry, budget);
    if (budget < 0) throw tooLarge();
  }
}

function tooLarge(): EarshotError {
  const limit = `${MAX_FILE_BYTES / 1024 / 1024} MB, ${MAX_INFLATED_BYTES / 1024 / 1024} MB unpacked`;
  return new EarshotError(
    'file-too-large',
    `The workbook is larger than a workbook may be (${limit}). Save the sheet as CSV, which has no limit.`,
  );
}

function damaged(): EarshotError {
  return new EarshotError(
    'file-damaged',
    'The file is not a workbook (.xlsx) or is damaged. Open it in Excel and save it again, or save the sheet as CSV.',
  );
}

async function readDirectory(file: FileHandle, size: number): Promise<Entry[]> {
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let end = -1;
  for (let at = tail.length - 22; at >= 0 && end < 0; at--) if (tail.readUInt32LE(at) === END_OF_DIRECTORY) end = at;
  if (end < 0) throw damaged();
  const count = tail.readUInt16LE(end + 10);
  const bytes = tail.readUInt32LE(end + 12);
  if (count > MAX_ENTRIES || bytes > MAX_ENTRIES * 1_024) throw tooLarge();
  const directory = await readAt(file, tail.readUInt32LE(end + 16), bytes);
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.length && entries.length < count;) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    entries.push({
      method: directory.readUInt16LE(at + 10),
      compressedBytes: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function inflatedBytes(path: string, file: FileHandle, entry: Entry, budget: number): Promise<number> {
  if (entry.method === STORED || entry.compressedBytes === 0) return entry.compressedBytes;
  if (entry.method !== DEFLATED) throw damaged();
  const header = await readAt(file, entry.offset, 30);
  if (header.length < 30) throw damaged();
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const input = createReadStream(path, { start, end: start + entry.compressedBytes - 1 });
  let total = 0;
  try {
    for await (const chunk of input.pipe(createInflateRaw()) as AsyncIterable<Buffer>) {
      total += chunk.length;
      if (total > budget) return total;
    }
  } catch {
    throw damaged();
  } finally {
    input.destroy();
  }
  return total;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
