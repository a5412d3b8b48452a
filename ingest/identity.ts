import { hash } from 'node:crypto';
import { DAY_MS } from '#core/calendar.ts';

/** Where a post was born: an at-URI's platform is Bluesky wherever it was seen, any other post's is the source that saw it. */
export function originOf(source: string, canonicalId: string): string {
  return canonicalId.startsWith('at://') ? 'bluesky' : source;
}

/** The platform that an author's id belongs to, which a bridged author's pseudonym must name whoever saw them. */
export function platformOf(source: string, authorId: string): string {
  return authorId.startsWith('did:') ? 'bluesky' : source;
}

export function postId(source: string, canonicalId: string): string {
  return shortHash(`${originOf(source, canonicalId)}\0${canonicalId}`);
}

interface Content {
  title?: string | undefined;
  question?: string | undefined;
  text: string;
  progress?: string | undefined;
}

/** The hash of what readers see: another wording or a step further, another hash. */
export function contentHash({ title = '', question = '', text, progress }: Content): string {
  return shortHash(JSON.stringify([title, question, text, ...(progress === undefined ? [] : [progress])]));
}

/** The first 16 bytes of SHA-256, base64url: 22 characters. */
export function shortHash(text: string): string {
  return hash('sha256', text, 'buffer').subarray(0, 16).toString('base64url');
}

export interface PostDates {
  createdAtMs: number;
  /** Set where the stated date was out of bounds and `createdAtMs` is the collection time. */
  statedCreatedAt: string | undefined;
  contentMs: number;
  collectedAtMs: number;
}

/**
 * Dates as the rules of identity want them: a creation date outside [collection − retention, collection + 24 h] is
 * replaced by the collection time; `contentMs` is the edit time, else the creation time, never later than collection.
 * Instants in, milliseconds out.
 */
export function datesOf(
  stated: { createdAt: string; editedAt?: string | undefined; observedAt: string },
  nowMs: number,
  retentionDays: number,
): PostDates {
  const collectedAtMs = Math.min(instant(stated.observedAt) ?? nowMs, nowMs);
  const statedMs = instant(stated.createdAt);
  const isWithin = statedMs !== undefined && statedMs >= collectedAtMs - retentionDays * DAY_MS && statedMs <= collectedAtMs + DAY_MS;
  const createdAtMs = isWithin ? statedMs : collectedAtMs;
  const editedMs = stated.editedAt === undefined ? undefined : instant(stated.editedAt);
  return {
    createdAtMs,
    statedCreatedAt: isWithin ? undefined : stated.createdAt.slice(0, 64),
    contentMs: Math.min(Math.max(editedMs ?? createdAtMs, createdAtMs), collectedAtMs),
    collectedAtMs,
  };
}

function instant(iso: string): number | undefined {
  const ms = Date.parse(iso);
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
