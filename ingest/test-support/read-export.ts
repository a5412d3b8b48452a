import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { RawPost } from '#core/post.ts';
import { openConnector } from './open-connector.ts';

const noNetwork = { send: () => Promise.reject(new Error('a file needs no network')) };
const FIXTURES = new URL('../connectors/file/fixtures/', import.meta.url);

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

/** A file in the shape that a tool writes, its content invented. */
export function exportFixture(name: string): Promise<string> {
  return readFile(new URL(name, FIXTURES), 'utf8');
}

/** The cells of a fixture, for writing them in another format. */
export async function fixtureCells(name: string): Promise<string[][]> {
  return parse(await exportFixture(name), { relax_column_count: true });
}

export const asUtf8WithBom = (text: string) => Buffer.from(`\uFEFF${text}`);
export const asUtf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** As Excel saves on a British machine. Only characters of Latin 1 and the dashes and quotes that it has besides. */
export function asWindows1252(text: string): Buffer {
  const extra: Record<string, number> = { '–': 0x96, '—': 0x97, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '…': 0x85, '€': 0x80 };
  return Buffer.from(Array.from(text, (character) => extra[character] ?? character.codePointAt(0)!));
}
