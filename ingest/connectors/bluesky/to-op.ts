import type { z } from 'zod';
import type { RawPost } from '#core/post.ts';
import type { Op } from '../../connector.ts';
import type { KeywordMatcher } from '../../match-keywords.ts';
import { postRecord, type accountState, type PostRecord } from './schema.ts';

const COLLECTION = 'app.bsky.feed.post';
const PURGES = { deleted: 'deleted', takendown: 'platform', suspended: 'suspended', deactivated: 'deactivated' } as const;
/** With seconds and zone: without one it would be the local time of this machine. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;

export interface Commit {
  operation: 'create' | 'update' | 'delete';
  collection: string;
  rkey: string;
  record?: unknown;
}

/** Where and when the network saw a post. */
export interface Sighting {
  did: string;
  atMs: number;
  observedAt: string;
}

/** @returns the operation, undefined for what isn't wanted, or the path of the field that is wrong. */
export function commitToOp(commit: Commit, seen: Sighting, matches: KeywordMatcher): Op | undefined | { wrongField: string } {
  if (commit.collection !== COLLECTION) return undefined;
  const uri = `at://${seen.did}/${COLLECTION}/${commit.rkey}`;
  if (commit.operation === 'delete') return { op: 'delete', ref: { source: 'bluesky', nativeId: uri, canonicalId: uri }, reason: 'user' };
  const result = recordToOp(commit.record, commit.rkey, seen, matches);
  if (!result || 'wrongField' in result) return result && { wrongField: `commit.${result.wrongField}` };
  return commit.operation === 'create' ? result : { ...result, item: { ...result.item, editedAt: new Date(seen.atMs).toISOString() } };
}

type Upsert = Extract<Op, { op: 'upsert' }>;

/** A post that exists, however it was found: the same record gives the same item. */
export function recordToOp(
  record: unknown,
  rkey: string,
  seen: Sighting,
  matches: KeywordMatcher,
): Upsert | undefined | { wrongField: string } {
  const parsed = postRecord.safeParse(record);
  if (!parsed.success) return { wrongField: ['record', ...(parsed.error.issues[0]?.path ?? [])].join('.') };
  return matches(textsOf(parsed.data)) ? { op: 'upsert', item: toItem(parsed.data, rkey, seen) } : undefined;
}

/** States that only say that something is slow, or that aren't known, take nothing away. */
export function accountToOp(did: string, account: z.infer<typeof accountState>): Op | undefined {
  if (account.active || account.status === undefined || !Object.hasOwn(PURGES, account.status)) return undefined;
  return { op: 'purge-author', source: 'bluesky', author: { id: did }, reason: PURGES[account.status as keyof typeof PURGES] };
}

/** What keywords are looked for in. A hashtag's own name may be another than the text that shows it. */
function textsOf(record: PostRecord): (string | undefined)[] {
  const card = cardOf(record);
  const named = record.facets?.flatMap((facet) => facet?.features.flatMap(({ tag }) => tag ?? []) ?? []) ?? [];
  const hashtags = [...(record.tags ?? []), ...named].map((tag) => `#${tag}`);
  return [record.text, card?.title, card?.description, ...hashtags];
}

function cardOf({ embed }: PostRecord) {
  return embed?.external ?? embed?.media?.external;
}

function toItem(record: PostRecord, rkey: string, { did, atMs, observedAt }: Sighting): RawPost {
  const uri = `at://${did}/${COLLECTION}/${rkey}`;
  const title = cardOf(record)?.title;
  const lang = record.langs?.[0];
  return {
    source: 'bluesky',
    nativeId: uri,
    canonicalId: uri,
    kind: record.reply ? 'reply' : 'post',
    text: record.text,
    ...(title ? { title } : {}),
    createdAt: claimedInstant(record.createdAt) ?? new Date(atMs).toISOString(),
    observedAt,
    author: { id: did },
    ...(lang ? { lang } : {}),
    url: `https://bsky.app/profile/${did}/post/${rkey}`,
    ...(record.reply ? { parentId: record.reply.parent.uri, rootId: record.reply.root.uri } : {}),
  };
}

/** What the author's client claims; a claim that is no instant counts for nothing. */
function claimedInstant(text: string | undefined): string | undefined {
  const at = text !== undefined && INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
