import { describe, expect, test } from 'vitest';
import { rawPostSchema } from '../../raw-post-schema.ts';
import { createKeywordMatcher } from '../../match-keywords.ts';
import { accountToOp, commitToOp } from './to-op.ts';

const SEEN = { did: 'did:plc:inventedaaaaaaaaaaaaaaaa', atMs: Date.UTC(2026, 10, 16, 9), observedAt: '2026-11-16T09:00:02.000Z' };
const PLAIN = { $type: 'app.bsky.feed.post', text: 'The NHS', createdAt: '2026-11-16T08:59:59.120Z' };

function opOf(record: unknown, matches: readonly string[] | 'all' = 'all') {
  return commitToOp({ operation: 'create', collection: 'app.bsky.feed.post', rkey: '3k2a', record }, SEEN, createKeywordMatcher(matches));
}
function itemOf(record: object) {
  const op = opOf({ ...PLAIN, ...record });
  if (!op || !('op' in op) || op.op !== 'upsert') throw new TypeError('not an upsert');
  expect(rawPostSchema.safeParse(op.item).success).toBe(true);
  return op.item;
}
const isFound = (record: object, keyword: string) => opOf({ ...PLAIN, text: '', ...record }, [keyword]) !== undefined;

describe('records as clients write them', () => {
  test.each([
    ['2026-11-16T08:59:59.120Z', '2026-11-16T08:59:59.120Z'],
    ['2026-11-16T08:59:59Z', '2026-11-16T08:59:59.000Z'],
    ['2026-11-16T08:59:59+00:00', '2026-11-16T08:59:59.000Z'],
    ['2026-11-16T09:59:59.123456+01:00', '2026-11-16T08:59:59.123Z'],
    ['1985-04-12T23:20:50.123Z', '1985-04-12T23:20:50.123Z'],
    ['2126-11-16T08:59:59Z', '2126-11-16T08:59:59.000Z'],
  ])('a date of creation is handed on in UTC, however unlikely: %s', (createdAt, expected) =>
    expect(itemOf({ createdAt }).createdAt).toBe(expected),
  );

  test.each(['', 'yesterday', '2026', '1', '2026-11-16T08:59:59', '2026-13-45T00:00:00Z', null, 7, undefined])(
    'a date that is no instant gives way to when the network saw the post: %j',
    (createdAt) => expect(itemOf({ createdAt }).createdAt).toBe('2026-11-16T09:00:00.000Z'),
  );

  test.each([
    [['en-US', 'en'], 'en-US'],
    [['en', 'en'], 'en'],
    [[], undefined],
    [[''], undefined],
    [null, undefined],
    ['en', undefined],
    [[7], undefined],
  ])('languages %j: %s', (langs, expected) => expect(itemOf({ langs }).lang).toBe(expected));

  test('a post without a text has the title of its link, also beside what it quotes', () => {
    const external = { uri: 'https://news.example/1', title: 'NHS waits', description: 'A report' };
    expect(itemOf({ text: '', embed: { $type: 'app.bsky.embed.external', external } })).toMatchObject({ text: '', title: 'NHS waits' });
    const media = { $type: 'app.bsky.embed.external', external };
    expect(
      itemOf({ embed: { $type: 'app.bsky.embed.recordWithMedia', record: { record: { uri: 'at://x', cid: 'y' } }, media } }),
    ).toMatchObject({
      title: 'NHS waits',
    });
  });

  test.each([
    { embed: { $type: 'app.bsky.embed.images', images: [{ alt: 'A letter', image: {} }] } },
    { embed: { $type: 'app.bsky.embed.record', record: { uri: 'at://x', cid: 'y' } } },
    { embed: { $type: 'app.bsky.embed.external', external: 'no object' } },
    { embed: { $type: 'app.bsky.embed.external', external: { title: 7, description: null } } },
    { embed: 'no object' },
    { labels: { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: 'graphic-media' }] } },
    { tags: 'no list', facets: { no: 'list' } },
    { facets: [null, 7, { features: 'no list' }, { features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:x' }] }] },
    { entities: [{ index: { start: 0, end: 3 }, type: 'link', value: 'x' }] },
    { reply: { root: 'no object' } },
    { 'com.example.extra': { deep: [1] } },
  ])('what isn’t needed may be anything: %j', (record) => {
    expect(itemOf(record)).toEqual(itemOf({}));
  });

  test.each([[undefined], [null], ['text'], [{}], [{ text: 7 }], [{ text: null }], [{ text: 'x'.repeat(50_001) }]])(
    'no text, no post: %#',
    (record) => expect(opOf(record)).toEqual({ wrongField: expect.stringMatching(/^commit\.record(?:\.text)?$/) }),
  );
});

describe('where keywords are looked for', () => {
  const card = (external: object) => ({
    embed: { $type: 'app.bsky.embed.external', external: { uri: 'https://x.example', title: '', description: '', ...external } },
  });
  const tagged = (tag: string) => ({
    facets: [{ index: { byteStart: 0, byteEnd: 4 }, features: [{ $type: 'app.bsky.richtext.facet#tag', tag }] }],
  });

  test('in the text, the link’s title and description, and the tags of either kind', () => {
    expect(isFound({ text: 'my GP surgery' }, 'gp surgery')).toBe(true);
    expect(isFound(card({ title: 'The NHS at 80' }), 'nhs')).toBe(true);
    expect(isFound(card({ description: 'The NHS at 80' }), 'nhs')).toBe(true);
    expect(isFound({ tags: ['OurNHS'] }, '#ournhs')).toBe(true);
    expect(isFound({ tags: ['OurNHS'] }, 'ournhs')).toBe(true);
    expect(isFound({ text: 'see here', ...tagged('OurNHS') }, '#OurNHS')).toBe(true);
    expect(isFound({ text: 'thanks @nhsengland.bsky.social' }, '@NHSEngland')).toBe(true);
  });

  test('not in addresses, descriptions of pictures, or what is quoted', () => {
    expect(isFound(card({ uri: 'https://www.nhs.uk/' }), 'nhs')).toBe(false);
    expect(isFound({ embed: { $type: 'app.bsky.embed.images', images: [{ alt: 'NHS' }] } }, 'nhs')).toBe(false);
  });
});

describe('what is no new post', () => {
  test('another collection’s record and its deletion are nothing', () => {
    const commit = { operation: 'delete' as const, collection: 'app.bsky.feed.like', rkey: '3k2a' };
    expect(commitToOp(commit, SEEN, () => true)).toBeUndefined();
    expect(commitToOp({ ...commit, operation: 'create', record: { text: 'nhs' } }, SEEN, () => true)).toBeUndefined();
  });

  test('a deletion is told whatever the post held', () => {
    const commit = { operation: 'delete' as const, collection: 'app.bsky.feed.post', rkey: '3k2a' };
    const uri = `at://${SEEN.did}/app.bsky.feed.post/3k2a`;
    expect(commitToOp(commit, SEEN, () => false)).toEqual({
      op: 'delete',
      ref: { source: 'bluesky', nativeId: uri, canonicalId: uri },
      reason: 'user',
    });
  });

  test.each([
    ['deleted', 'deleted'],
    ['takendown', 'platform'],
    ['suspended', 'suspended'],
    ['deactivated', 'deactivated'],
    ['throttled', undefined],
    ['desynchronized', undefined],
    ['constructor', undefined],
    [undefined, undefined],
  ])('an account that is %s', (status, reason) => {
    const op = accountToOp(SEEN.did, { active: false, status });
    expect(op).toEqual(reason && { op: 'purge-author', source: 'bluesky', author: { id: SEEN.did }, reason });
    expect(accountToOp(SEEN.did, { active: true, status })).toBeUndefined();
  });
});
