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

/** Adds a stretch to the ledger of a source. The same stretch twice is one. When a month is full, the shortest stretch that only explains gives way. */
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
  const edges = stretches
    .filter((stretch) => counts(stretch) && stretch.fromMs < toMs && stretch.toMs > fromMs)
    .flatMap(({ kind, share, ...stretch }) => {
      const change = kind === 'backfill' ? { lost: 0, added: 1 } : { lost: share, added: 0 };
      return [
        { atMs: Math.max(fromMs, stretch.fromMs), ...change },
        { atMs: Math.min(toMs, stretch.toMs), lost: -change.lost, added: -change.added },
      ];
    })
    .sort((left, right) => left.atMs - right.atMs);
  let [lost, added, goneMs, sinceMs] = [0, 0, 0, fromMs];
  for (const edge of edges) {
    // Shares that were added and taken away again leave a trace of themselves.
    if (added === 0 && lost > 1e-9) goneMs += (edge.atMs - sinceMs) * Math.min(1, lost);
    lost += edge.lost;
    added += edge.added;
    sinceMs = edge.atMs;
  }
  return toMs > fromMs ? 1 - goneMs / (toMs - fromMs) : 1;
}

/** Whether a stretch says what is held. The others say why it came late. */
function counts({ kind }: CoverageStretch): boolean {
  return kind === 'began' || kind === 'missing' || kind === 'backfill';
}

function documentId(source: string, atMs: number): string {
  return `${source}/${new Date(atMs).toISOString().slice(0, 7)}`;
}

function isSame(one: CoverageStretch, other: CoverageStretch): boolean {
  return one.kind === other.kind && one.fromMs === other.fromMs && one.toMs === other.toMs;
}

/** Of those that only explain, as long as there are any. */
function shortest(stretches: readonly CoverageStretch[]): number {
  const isOpen = stretches.every(counts) ? () => true : (stretch: CoverageStretch) => !counts(stretch);
  const lengths = stretches.map((stretch) => (isOpen(stretch) ? stretch.toMs - stretch.fromMs : Infinity));
  return lengths.indexOf(Math.min(...lengths));
}
