import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

/** Where the training data are, on machines that have them. */
const DATA = resolve(process.env['EARSHOT_TRAINING_DATA'] ?? '../shared/data');
const RUN = 8;

function* runsOf(text: string): Generator<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let at = 0; at + RUN <= words.length; at++) yield words.slice(at, at + RUN).join(' ');
}

/** "ha ha ha …" is nobody's sentence. */
const isSaying = (run: string) => new Set(run.split(' ')).size > RUN / 2;

it.skipIf(!existsSync(DATA))('holds no eight words in a row of the texts that its models learned from', { timeout: 120_000 }, () => {
  const ours = new Map<string, string>();
  for (const file of globSync('{core,ingest,workers,api,dashboards/src,infra,bench,docs}/**/*.{ts,tsx,md,json,jsonl,ndjson,mjs,csv,tsv}')) {
    for (const run of runsOf(readFileSync(file, 'utf8'))) ours.set(run, file);
  }
  const found = new Set<string>();
  for (const file of globSync('{feedback/*.csv,sentiment/*.jsonl,pii/*tweets*.jsonl}', { cwd: DATA })) {
    // Names of columns are nobody's words.
    const lines = readFileSync(join(DATA, file), 'utf8').split('\n');
    for (const line of file.endsWith('.csv') ? lines.slice(1) : lines) {
      for (const run of runsOf(line)) if (isSaying(run) && ours.has(run)) found.add(ours.get(run)!);
    }
  }
  // Only the files: a message that quotes the words would itself be a copy.
  expect([...found]).toEqual([]);
});
