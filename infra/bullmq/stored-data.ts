import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * A job's data as the queue keeps it: one JSON text, which both backends keep whatever is in it (PostgreSQL's `jsonb` refuses NUL and lone
 * surrogates), compressed where that is worth it.
 */
export type StoredData = { json: string } | { zstd: string };

/** Shorter texts gain nothing. */
const COMPRESS_FROM = 2_000;
/** A batch is about a megabyte at most; this only bounds what damaged data could claim. */
const MAX_BYTES = 64 * 1024 * 1024;
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** A batch of posts shrinks to a quarter, which the queue's memory, its log and every copy of it are spared. */
export function encode(data: unknown): StoredData {
  const json = JSON.stringify(data);
  if (json.length < COMPRESS_FROM) return { json };
  return { zstd: zstdCompressSync(json, OPTIONS).toString('base64') };
}

/** @throws when the data is damaged. */
export function decode(stored: StoredData): unknown {
  if ('json' in stored) return JSON.parse(stored.json);
  return JSON.parse(zstdDecompressSync(Buffer.from(stored.zstd, 'base64'), { maxOutputLength: MAX_BYTES }).toString('utf8'));
}
