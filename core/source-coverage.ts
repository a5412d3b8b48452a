import { z } from 'zod';
import { defineDocument, type DocumentStore } from './ports/document-store.ts';

/**
 * Why the posts of a stretch of time are not what they would have been. `began`: the source was first collected at its end. `stopped`: Earshot did not
 * run. `outage`: it ran, and nothing came. `missing`: what was posted then is not held, whatever the cause. `backfill`: it was added later.
 * What was posted while Earshot stopped or a source was out is mostly collected afterwards; what is not is `missing` as well.
 */
export const STRETCH_KINDS = ['began', 'stopped', 'outage', 'missing', 'backfill'] as const;

const instant = z.number().int().nonnegative();

export const stretchSchema = z.object({
  kind: z.enum(STRETCH_KINDS),
  fromMs: instant,
  toMs: instant,
  /** Of the source's parts (feeds, instances) it holds for, 0 … 1. */
  share: z.number().min(0).max(1),
  reason: z.string().max(200),
  notedAtMs: instant,
});
export type CoverageStretch = z.infer<typeof stretchSchema>;

/** What is kept of one source and one month in UTC, by when stretches end. */
const MAX_STRETCHES = 1_000;
const TRIES = 5;
const PAGE = 100;

export const coverageDocument = defineDocument('source-coverage', z.array(stretchSchema).max(MAX_STRETCHES));

/** Adds a stretch to the ledger of a source. The same stretch twice is one. When a month is full, its shortest stretch gives way. */
export async function noteCoverage(documents: Pick<DocumentStore, 'get' | 'put'>, source: string, stretch: CoverageStretch): Promise<void> {
  const id = documentId(source, stretch.toMs);
  for (let tries = 0; tries < TRIES; tries++) {
    const held = await documents.get(coverageDocument, id);
    const known = held?.value ?? [];
    if (known.some((other) => isSame(other, stretch))) return;
    const all = [...known, stretch].sort((left, right) => left.fromMs - right.fromMs);
    if (all.length > MAX_STRETCHES) all.splice(shortest(all), 1);
    if ((await documents.put(coverageDocument, id, all, held?.revision ?? 'absent')) !== null) return;
  }
}

/** The stretches of a source that overlap a range, the earliest first. */
export async function readCoverage(
  documents: Pick<DocumentStore, 'list'>,
  source: string,
  fromMs: number,
  toMs: number,
): Promise<CoverageStretch[]> {
  const found: CoverageStretch[] = [];
  let after: string | undefined;
  do {
    const page = await documents.list(coverageDocument, { prefix: `${source}/`, after, limit: PAGE });
    for (const { value } of page.documents) found.push(...value.filter((stretch) => stretch.fromMs < toMs && stretch.toMs > fromMs));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found.sort((left, right) => left.fromMs - right.fromMs);
}

/**
 * How much of what was posted within a range is held, 0 … 1, as far as the ledger tells: before a source began and in what is missing nothing, in as much of it as
 * was not added later.
 */
export function coveredShare(stretches: readonly CoverageStretch[], fromMs: number, toMs: number): number {
  const lost = stretches.filter(({ kind }) => kind === 'began' || kind === 'missing');
  const edges = [fromMs, toMs, ...stretches.flatMap((stretch) => [stretch.fromMs, stretch.toMs])]
    .filter((at) => at >= fromMs && at <= toMs)
    .sort((left, right) => left - right);
  let held = 0;
  for (let nth = 1; nth < edges.length; nth++) {
    const [start, end] = [edges[nth - 1]!, edges[nth]!];
    const covers = (stretch: CoverageStretch) => stretch.fromMs <= start && stretch.toMs >= end;
    const gone = Math.min(
      1,
      lost.filter(covers).reduce((sum, { share }) => sum + share, 0),
    );
    const isAdded = stretches.some((stretch) => stretch.kind === 'backfill' && covers(stretch));
    held += (end - start) * (isAdded ? 1 : 1 - gone);
  }
  return toMs > fromMs ? held / (toMs - fromMs) : 1;
}

function documentId(source: string, atMs: number): string {
  return `${source}/${new Date(atMs).toISOString().slice(0, 7)}`;
}

function isSame(one: CoverageStretch, other: CoverageStretch): boolean {
  return one.kind === other.kind && one.fromMs === other.fromMs && one.toMs === other.toMs;
}

function shortest(stretches: readonly CoverageStretch[]): number {
  const lengths = stretches.map(({ fromMs, toMs }) => toMs - fromMs);
  return lengths.indexOf(Math.min(...lengths));
}
