import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import type { DocumentStore } from './ports/document-store.ts';
import { coverageDocument, coveredShare, noteCoverage, readCoverage, type CoverageStretch } from './source-coverage.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 9, 30);
const hour = (nth: number) => START + nth * HOUR;

function stretch(kind: CoverageStretch['kind'], from: number, to: number, share = 1): CoverageStretch {
  return { kind, fromMs: hour(from), toMs: hour(to), share, reason: 'because', notedAtMs: hour(to) };
}

describe('the ledger', () => {
  let documents: DocumentStore;
  beforeEach(async () => {
    documents = await openSqliteDocumentStore({ file: ':memory:' });
  });
  afterEach(() => documents[Symbol.asyncDispose]());

  test('tells of every stretch that overlaps a range, whatever the month it ended in, and of no other source', async () => {
    await noteCoverage(documents, 'rss', stretch('missing', 40, 60));
    await noteCoverage(documents, 'rss', stretch('outage', 1, 2));
    await noteCoverage(documents, 'rss', stretch('outage', 5, 6));
    await noteCoverage(documents, 'rss-2', stretch('outage', 1, 2));
    const found = await readCoverage(documents, 'rss', hour(1), hour(41));
    expect(found.map(({ kind, fromMs }) => [kind, (fromMs - START) / HOUR])).toEqual([
      ['outage', 1],
      ['outage', 5],
      ['missing', 40],
    ]);
  });

  test('holds a stretch once, and of two writers at a time both', async () => {
    await Promise.all([noteCoverage(documents, 'rss', stretch('outage', 1, 2)), noteCoverage(documents, 'rss', stretch('outage', 3, 4))]);
    await noteCoverage(documents, 'rss', { ...stretch('outage', 1, 2), notedAtMs: hour(9) });
    await expect(readCoverage(documents, 'rss', hour(0), hour(9))).resolves.toHaveLength(2);
  });

  test('keeps what is missing before what only explains, however many parts a source has', async () => {
    const full = Array.from({ length: 1_000 }, (_, n) => stretch(n === 0 ? 'missing' : 'stopped', n, n + (n === 0 ? 1 : 10)));
    await documents.put(coverageDocument, 'rss/2026-10', full, 'any');
    await noteCoverage(documents, 'rss', stretch('missing', 20, 21));
    const held = (await documents.get(coverageDocument, 'rss/2026-10'))!.value;
    expect(held.filter(({ kind }) => kind === 'missing')).toHaveLength(2);
    expect(held).toHaveLength(1_000);
  });

  test('lets the shortest stretch of a full month go', async () => {
    const full = Array.from({ length: 1_000 }, (_, n) => ({ ...stretch('outage', n, n + 2), toMs: hour(n) + (n === 700 ? 1 : HOUR) }));
    await documents.put(coverageDocument, 'rss/2026-10', full, 'any');
    await noteCoverage(documents, 'rss', stretch('missing', 0, 30));
    const held = (await documents.get(coverageDocument, 'rss/2026-10'))!.value;
    expect(held).toHaveLength(1_000);
    expect(held).toContainEqual(stretch('missing', 0, 30));
    expect(held.some(({ toMs, fromMs }) => toMs - fromMs === 1)).toBe(false);
  });
});

describe('how much of a range is held', () => {
  test.each<[string, CoverageStretch[], number]>([
    ['nothing is known against it', [], 1],
    ['an outage that was made up for', [stretch('outage', 2, 5)], 1],
    ['half of it is missing', [stretch('missing', 5, 12)], 0.5],
    ['one of four feeds is missing', [stretch('missing', 0, 10, 0.25)], 0.75],
    ['two feeds are missing, in part at the same time', [stretch('missing', 0, 4, 0.5), stretch('missing', 2, 6, 0.5)], 0.6],
    ['it began in the middle', [stretch('began', -500, 5)], 0.5],
    ['what was missing was added later', [stretch('missing', 0, 10), stretch('backfill', 0, 5)], 0.5],
    ['more is missing than there is', [stretch('missing', 0, 10, 0.8), stretch('missing', 0, 10, 0.8)], 0],
  ])('%s', (_name, stretches, share) => {
    expect(coveredShare(stretches, hour(0), hour(10))).toBeCloseTo(share, 10);
  });
});

test('a ledger that is full for a year is summed up in no time', () => {
  const stretches = Array.from({ length: 12_000 }, (_, n) => stretch('missing', n, n + 100, 0.001));
  const beganMs = performance.now();
  expect(coveredShare(stretches, hour(0), hour(12_000))).toBeCloseTo(0.9, 2);
  expect(performance.now() - beganMs).toBeLessThan(500);
});
