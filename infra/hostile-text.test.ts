import { glob, readFile } from 'node:fs/promises';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

const ROOT = new URL('../', import.meta.url);
/** What handles other people's text, or what others send. Training reads only its own files. */
const FOLDERS = ['core', 'ingest', 'workers', 'api', 'infra'];
const LENGTH = 100_000;
const MOST_MS = 50;
/** What makes expressions go back and forth: runs of what they look for, without the end that they hope for. */
const UNITS = [
  'a',
  'A',
  '1',
  ' ',
  '\n',
  '.',
  '-',
  '_',
  '/',
  ':',
  '@',
  '#',
  '&',
  '<',
  '[',
  '(',
  '"',
  "'",
  '\\',
  '\u00e9',
  '😀',
  'a ',
  'a.',
  'a-',
  '1 ',
  '1-',
  'a@',
  'a1',
  '. ',
  '<a ',
];

interface Found {
  file: string;
  pattern: string;
  flags: string;
}

function literalsIn(file: string, source: string): Found[] {
  const found: Found[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each);
    else if (typeof node === 'object' && node !== null) {
      const { regex } = node as { regex?: { pattern: string; flags: string } };
      if (regex) found.push({ file, ...regex });
      for (const value of Object.values(node)) visit(value);
    }
  };
  visit(parseSync(file, source).program);
  return found;
}

async function allLiterals(): Promise<Found[]> {
  const found: Found[] = [];
  for (const folder of FOLDERS) {
    for await (const file of glob(`${folder}/**/*.ts`, { cwd: ROOT })) {
      if (/\.(?:test|contract|faults|d)\.ts$|test-support|training/.test(file)) continue;
      found.push(...literalsIn(file, await readFile(new URL(file, ROOT), 'utf8')));
    }
  }
  return found;
}

/** All matches of one expression in a text, however often it begins anew. */
function readAll({ pattern, flags }: Found, text: string): void {
  const regex = new RegExp(pattern, flags);
  if (!regex.global) {
    regex.test(text);
    return;
  }
  for (const _match of text.matchAll(regex));
}

function millisecondsFor(found: Found, text: string): number {
  const startedMs = performance.now();
  readAll(found, text);
  return performance.now() - startedMs;
}

const literals = await allLiterals();

test('there are expressions to be looked at', () => expect(literals.length).toBeGreaterThan(100));

test.each(literals)('$file: /$pattern/$flags reads 100 kB of anything in 50 ms', (found) => {
  // The expression's own plain characters are what it is most easily led astray by.
  const own = [...new Set(found.pattern.replace(/\\[a-zA-Z]|[\\^$*+?.()[\]{}|]/g, ''))].slice(0, 12);
  for (const unit of new Set([...UNITS, ...own, ...own.map((letter) => `${letter} `)])) {
    const text = `${unit.repeat(Math.ceil(LENGTH / unit.length))}\u0000`;
    let least = millisecondsFor(found, text);
    // Another process may have been in the way.
    for (let tries = 0; least > MOST_MS && tries < 3; tries++) least = Math.min(least, millisecondsFor(found, text));
    expect(least, JSON.stringify(unit)).toBeLessThanOrEqual(MOST_MS);
  }
});
