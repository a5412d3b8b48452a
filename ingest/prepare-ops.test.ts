import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { queuedOpSchema, type QueuedOp } from '#core/jobs.ts';
import { createRedactor } from '#core/language/redactor/redactor.ts';
import type { RawPost } from '#core/post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import type { Op } from './connector.ts';
import { postId } from './identity.ts';
import { createPrepareOps } from './prepare-ops.ts';
import { createVault } from './vault.ts';

const clock = createVirtualClock(Date.UTC(2026, 10, 16, 9));
const vault = createVault('a secret of at least 32 characters');
const redact = createRedactor({ publicHandles: ['nhsengland'] });
const prepare = createPrepareOps({ clock, vault, retentionDays: 396, redact });
const source = { id: 'mastodon', genre: 'post' } as const;

const raw: RawPost = {
  source: 'mastodon',
  nativeId: '9007199254740993',
  canonicalId: 'https://example.org/users/jo/statuses/9007199254740993',
  kind: 'post',
  text: 'Waited nine hours, ring me on 07700 900123',
  createdAt: '2026-11-15T10:00:00Z',
  observedAt: '2026-11-16T08:59:00Z',
  author: { id: 'https://example.org/users/jo' },
};

function prepared(change: Partial<RawPost> = {}): Extract<QueuedOp, { op: 'upsert' }> {
  const [outcome] = prepare([{ op: 'upsert', item: { ...raw, ...change } }], source);
  if (outcome?.type !== 'keep' || outcome.value.op !== 'upsert') throw new Error(`not kept: ${outcome?.type}`);
  return outcome.value;
}

test('a post is queued redacted, under a pseudonym, with its way back sealed', () => {
  const op = prepared({
    title: 'From jo@example.org',
    place: 'LS1 3EX',
    organisation: 'RR8',
    question: 'Call 07700 900124?',
    rootId: 'https://example.org/1',
  });
  expect(queuedOpSchema.safeParse(op).success).toBe(true);
  expect(op.post).toMatchObject({
    text: 'Waited nine hours, ring me on [phone]',
    title: 'From [email]',
    question: 'Call [phone]?',
    statedPlace: '[postcode LS]',
    organisation: 'RR8',
    origin: 'mastodon',
    voice: vault.pseudonym('mastodon', 'https://example.org/users/jo', Date.UTC(2026, 10, 15)),
    threadId: postId('mastodon', 'https://example.org/1'),
    contentMs: Date.UTC(2026, 10, 15, 10),
    collectedAtMs: Date.UTC(2026, 10, 16, 8, 59),
    truncated: false,
  });
  expect(vault.open(op.post.id, op.sealedReference!)).toEqual({ nativeId: raw.nativeId, canonicalId: raw.canonicalId });
  expect(JSON.stringify(op)).not.toMatch(/jo@|07700|LS1 3EX|9007199254740993|users\/jo/);
});

test('preparing the same again gives the same, byte for byte', () => {
  expect(JSON.stringify(prepared())).toBe(JSON.stringify(prepared()));
});

test('a bridged post is the post where it was born', () => {
  const canonicalId = 'at://did:plc:x/app.bsky.feed.post/1';
  expect(prepared({ canonicalId }).post).toMatchObject({ id: postId('bluesky', canonicalId), origin: 'bluesky', source: 'mastodon' });
});

test.each([
  ['of the edit', { editedAt: '2026-11-16T01:00:00Z' }, Date.UTC(2026, 10, 16, 1)],
  ['never later than collection', { editedAt: '2027-01-01T00:00:00Z' }, Date.UTC(2026, 10, 16, 8, 59)],
  ['of collection for a date far ahead', { createdAt: '2026-11-18T00:00:00Z' }, Date.UTC(2026, 10, 16, 8, 59)],
  ['of collection for a date before retention', { createdAt: '1970-01-01T00:00:00Z' }, Date.UTC(2026, 10, 16, 8, 59)],
])('the content has the date %s', (_, change, contentMs) => {
  expect(prepared(change).post.contentMs).toBe(contentMs);
});

test('a date out of bounds is replaced by the collection time and kept aside', () => {
  expect(prepared({ createdAt: '2019-03-01T00:00:00Z' }).post).toMatchObject({
    createdAtMs: Date.UTC(2026, 10, 16, 8, 59),
    statedCreatedAt: '2019-03-01T00:00:00Z',
  });
  expect(prepared({ createdAt: '2026-11-16T20:00:00Z' }).post.statedCreatedAt).toBeUndefined();
});

test('a text without words is dropped, but not a title without text', () => {
  expect(prepare([{ op: 'upsert', item: { ...raw, text: ' \u200B\n' } }], source)).toEqual([{ type: 'drop', reason: 'empty' }]);
  expect(prepared({ text: '', title: 'Ten hours' }).post.title).toBe('Ten hours');
});

test('an invalid item is quarantined with the field and nothing of its content', () => {
  const items = [
    { ...raw, createdAt: 'secret words' },
    { ...raw, kind: 'secret' },
    { ...raw, text: 7 },
    { ...raw, canonicalId: '' },
  ] as unknown as RawPost[];
  const outcomes = prepare(
    items.map((item): Op => ({ op: 'upsert', item })),
    source,
  );
  expect(outcomes.map((outcome) => outcome.type)).toEqual(['quarantine', 'quarantine', 'quarantine', 'quarantine']);
  for (const outcome of outcomes) expect(String(outcome.type === 'quarantine' && outcome.cause)).not.toContain('secret');
  expect(String(outcomes[0]?.type === 'quarantine' && outcomes[0].cause)).toContain('createdAt');
});

test('a deletion forgets the post, a purge every pseudonym within retention', () => {
  const [forget, purge] = prepare(
    [
      { op: 'delete', ref: { source: 'mastodon', nativeId: raw.nativeId, canonicalId: raw.canonicalId }, reason: 'user' },
      { op: 'purge-author', source: 'mastodon', author: { id: raw.author!.id! }, reason: 'suspended' } as Op,
    ],
    source,
  );
  expect(forget).toMatchObject({ type: 'keep', value: { op: 'forget', id: prepared().post.id, reason: 'user' } });
  expect(purge).toMatchObject({ type: 'keep', value: { op: 'purge-voices', collectedBeforeMs: clock.now(), reason: 'suspended' } });
  if (purge?.type !== 'keep' || purge.value.op !== 'purge-voices') throw new Error('not kept');
  expect(purge.value.voices).toContain(prepared().post.voice);
  expect(purge.value.voices).toHaveLength(5);
  expect(queuedOpSchema.safeParse(purge.value).success).toBe(true);
});

test('whatever the item, the queue’s schema takes what is kept, and there is one outcome for each', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('@ab '.repeat(20_000), 'x'.repeat(100_000), '😀'.repeat(30_000), '\0'),
  );
  const item = fc.record({ text, title: text, question: text, place: text, lang: fc.string(), url: fc.string() });
  fc.assert(
    fc.property(item, (change) => {
      const [outcome, ...rest] = prepare([{ op: 'upsert', item: { ...raw, ...change } }], source);
      return rest.length === 0 && (outcome?.type !== 'keep' || queuedOpSchema.safeParse(outcome.value).success);
    }),
  );
});

test('an identifier that lies across the cap is not cut in two', () => {
  const head = 'word '.repeat(3_999);
  expect(prepared({ text: `${head}07700 900123 and more` }).post.text).not.toMatch(/077/);
  const urls = 'https://example.org/averylongpath/of/many/characters '.repeat(386);
  const { post } = prepared({ text: `${urls}07700 900123`.padEnd(30_000, ' 07700 900123') });
  expect(post.truncated).toBe(true);
  expect(post.text).not.toMatch(/\d/);
});

test.each([
  ['RT @jo_b: Waited nine hours', 'post', 'reshare'],
  ['So true! RT @jo_b: Waited nine hours', 'post', 'post'],
  ['RT @jo_b I waited too', 'post', 'post'],
  ['RT @jo_b: Waited nine hours', 'reply', 'reply'],
  ['Waited nine hours', 'reshare', 'reshare'],
] as const)('%j, handed over as a %s, counts as a %s', (text, kind, counted) => {
  expect(prepared({ text, kind }).post.kind).toBe(counted);
});
