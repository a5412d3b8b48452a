import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawPost } from '#core/post.ts';
import { openConnector } from './open-connector.ts';
import { stringify } from './stringify-csv.ts';

const noNetwork = { send: () => Promise.reject(new Error('a file needs no network')) };

/** What the source `file` makes of a file with this name and content, without any other setting. */
export async function readExport(name: string, content: string | Buffer): Promise<RawPost[]> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-exports-'));
  try {
    const path = join(folder, name);
    await writeFile(path, content);
    const pages = await openConnector('file', { path }, noNetwork, Date.now()).read();
    return pages.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'upsert' ? [op.item] : [])));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A table with many columns, of which only some are given. */
export function tableOf(columns: readonly string[], rows: readonly Record<string, string>[], delimiter = ','): string {
  const unknown = rows.flatMap((row) => Object.keys(row)).filter((name) => !columns.includes(name));
  if (unknown.length) throw new Error(`no such column: ${unknown.join()}`);
  return stringify([columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))], delimiter);
}
