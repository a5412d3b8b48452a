import type { z } from 'zod';
import type { RawPost } from '#core/post.ts';
import type { Op } from '../../connector.ts';
import { postRecord, type accountState, type PostRecord } from './schema.ts';

export const COLLECTION = 'app.bsky.feed.post';
const PURGES = { deleted: 'deleted', takendown: 'platform', suspended: 'suspended', deactivated: 'deactivated' } as const;

export interface Commit {
  operation: 'create' | 'update' | 'delete';
  collection: string;
  rkey: string;
  record?: unknown;
}

export interface EventAt {
  did: string;
  /** Microseconds. */
  timeUs: number;
  observedAt: string;
}

export type Matches = (texts: readonly (string | undefined)[]) => boolean;

/** @returns the operation, undefined for what isn't wanted, or the path of the field that is wrong. */
export function commitToOp(commit: Commit, at: EventAt, matches: Matches): Op | undefined | { wrongField: string } {
  if (commit.collection !== COLLECTION) return undefined;
  const uri = `at://${at.did}/${COLLECTION}/${commit.rkey}`;
  if (commit.operation === 'delete') return { op: 'delete', ref: { source: 'bluesky', nativeId: uri, canonicalId: uri }, reason: 'user' };
  const parsed = postRecord.safeParse(commit.record);
  if (!parsed.success) return { wrongField: ['commit.record', ...(parsed.error.issues[0]?.path ?? [])].join('.') };
  const record = parsed.data;
  const card = record.embed?.external ?? record.embed?.media?.external;
  if (!matches([record.text, record.tags?.join('\n'), card?.title, card?.description])) return undefined;
  return { op: 'upsert', item: toItem(commit, uri, record, card?.title, at) };
}

/** States that only say that something is slow, or that aren't known, take nothing away. */
export function accountToOp(did: string, account: z.infer<typeof accountState>): Op | undefined {
  if (account.active || account.status === undefined || !Object.hasOwn(PURGES, account.status)) return undefined;
  return { op: 'purge-author', source: 'bluesky', author: { id: did }, reason: PURGES[account.status as keyof typeof PURGES] };
}

function toItem(commit: Commit, uri: string, record: PostRecord, cardTitle: string | undefined, at: EventAt): RawPost {
  const eventAt = new Date(at.timeUs / 1_000).toISOString();
  return {
    source: 'bluesky',
    nativeId: uri,
    canonicalId: uri,
    kind: record.reply ? 'reply' : 'post',
    text: record.text,
    ...(cardTitle ? { title: cardTitle } : {}),
    createdAt: claimedInstant(record.createdAt) ?? eventAt,
    ...(commit.operation === 'update' ? { editedAt: eventAt } : {}),
    observedAt: at.observedAt,
    author: { id: at.did },
    ...(record.langs?.[0] ? { lang: record.langs[0] } : {}),
    url: `https://bsky.app/profile/${at.did}/post/${commit.rkey}`,
    ...(record.reply ? { parentId: record.reply.parent.uri, rootId: record.reply.root.uri } : {}),
  };
}

/** What the author's client claims; a claim that is no instant counts for nothing. */
function claimedInstant(text: string | undefined): string | undefined {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
