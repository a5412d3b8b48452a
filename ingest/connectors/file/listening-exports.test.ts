import { expect, test } from 'vitest';
import type { RawPost } from '#core/post.ts';
import { asUtf16, asUtf8WithBom, exportFixture, readExport } from '../../test-support/read-export.ts';

/** Exports of listening tools, with the columns that each writes; what is in them is invented. */

function byId(posts: readonly RawPost[]): Record<string, RawPost> {
  return Object.fromEntries(posts.map((post) => [post.nativeId, post]));
}

test('Brandwatch, below lines of its own: posts, replies, shares and reviews are told apart, and X’s names of authors are no titles', async () => {
  const posts = await readExport('brandwatch.csv', asUtf8WithBom(await exportFixture('brandwatch.csv')));
  const of = byId(posts);
  // Twelve rows: one whose words X took out, and one that two queries found.
  expect(Object.keys(of)).toHaveLength(10);
  expect(of['101a-res']).toMatchObject({
    kind: 'post',
    genre: 'post',
    title: 'GP appointments',
    text: 'Three weeks for a GP appointment and then they cancelled it by text.\n\nIs this normal now?',
    createdAt: '2026-11-14T10:02:33.000Z',
    author: { id: 'nobody_1' },
    lang: 'en',
    url: 'https://www.reddit.com/r/AskUK/comments/a1/b1/',
  });
  expect(of['102a-res']).toMatchObject({ kind: 'reply', parentId: 't-1', text: 'Same here, "ring back at eight" every single day' });
  expect(of['103a-res']).toMatchObject({ kind: 'post', text: 'Nine hours in A&E with my nan, staff run off their feet' });
  expect(of['103a-res']).not.toHaveProperty('title');
  expect(of['104a-res']).toMatchObject({ kind: 'reshare' });
  expect(of['105a-res']).toMatchObject({ kind: 'reply', parentId: 'http://twitter.com/invented/statuses/1990000000000000001' });
  expect(of['106a-res']).toBeUndefined();
  expect(of['107a-res']).toMatchObject({ kind: 'review', genre: 'feedback' });
  expect(of['107a-res']).not.toHaveProperty('author');
  expect(of['108a-res']).toMatchObject({
    text: 'A ward of twenty beds is to close, the trust said on Friday',
    title: 'Ward closes for winter',
  });
  expect(of['109a-res']).toMatchObject({ createdAt: '2026-07-14T08:30:00.000Z' });
  expect(of['110a-res']).toMatchObject({ lang: 'cy' });
  // Where an author lives is no place of care.
  expect(posts.every((post) => post.place === undefined)).toBe(true);
});

test('Meltwater, in UTF-16 with tabs: ids that a spreadsheet rounded are none', async () => {
  const posts = await readExport('meltwater.csv', asUtf16(await exportFixture('meltwater.tsv')));
  expect(posts).toHaveLength(11);
  expect(posts[0]).toMatchObject({
    nativeId: '1990000000000000101',
    kind: 'post',
    genre: 'post',
    text: 'Seven hours on a plastic chair and nobody told us anything',
    createdAt: '2026-11-02T10:05:00.000Z',
    author: { id: 'invented' },
    lang: 'en',
    url: 'https://twitter.com/invented/statuses/1990000000000000101',
  });
  expect(posts[3]).toMatchObject({
    nativeId: 'https://www.reddit.com/r/nhs/comments/d4/',
    title: 'Maternity',
    createdAt: '2026-11-03T16:30:00.000Z',
  });
  expect(posts[4]).toMatchObject({
    text: 'A second scanner opened on Tuesday.',
    title: 'Hospital opens second scanner',
    createdAt: '2026-11-04T00:15:00.000Z',
  });
  expect(posts[5]?.text).toBe('Rang 111 at two in the morning,\nrang back at nine');
  expect(posts.slice(7, 9).map(({ nativeId, lang }) => [nativeId, lang])).toEqual([
    ['https://twitter.com/h/statuses/1990000000000000108', 'cy'],
    ['https://twitter.com/i/statuses/1990000000000000109', undefined],
  ]);
  expect(posts[9]).not.toHaveProperty('author');
});

test('Meltwater’s newer shape, whose day and time are in two columns', async () => {
  const posts = await readExport(
    'meltwater.csv',
    [
      'Date,Time,Document ID,URL,Source Name,Content Type,Author Name,Author Handle,Title,Opening Text,Hit Sentence,Language,Sentiment',
      '14-Nov-2026,09:15 PM,d-1,https://example.org/1,X,Post,Nobody,@nobody,,,Waited all day for a bed,en,negative',
      '15-Nov-2026,08:05 AM,d-2,https://example.org/2,X,Repost,Other,@other,,,Waited all day for a bed,en,negative',
    ].join('\n'),
  );
  expect(posts).toMatchObject([
    { nativeId: 'd-1', kind: 'post', author: { id: '@nobody' }, createdAt: '2026-11-14T21:15:00.000Z' },
    { nativeId: 'd-2', kind: 'reshare', createdAt: '2026-11-15T08:05:00.000Z' },
  ]);
});

test('CrowdTangle, whose dates name the zone', async () => {
  const posts = await readExport('crowdtangle.csv', await exportFixture('crowdtangle-facebook.csv'));
  expect(posts).toHaveLength(12);
  expect(posts[0]).toMatchObject({
    nativeId: 'https://www.facebook.com/100000000000001/posts/9007199254740993',
    genre: 'post',
    kind: 'post',
    text: 'Our walk-in centre closes on Friday, please tell them what you think',
    createdAt: '2026-11-01T09:15:00.000Z',
    author: { id: '100000000000001' },
    url: 'https://www.facebook.com/100000000000001/posts/9007199254740993',
  });
  expect(posts[1]?.createdAt).toBe('2026-07-02T08:15:00.000Z');
  expect(posts[4]).toMatchObject({ title: 'Surgery to merge with neighbour', text: '' });
  const instagram = await readExport('instagram.csv', await exportFixture('crowdtangle-instagram.csv'));
  expect(instagram).toHaveLength(12);
  expect(instagram[0]).toMatchObject({
    text: 'Playing for ward 12 tonight',
    createdAt: '2026-11-01T23:00:00.000Z',
    author: { id: 'inventedradio' },
    nativeId: 'https://www.instagram.com/p/CODE0/',
  });
});

test('4CAT, of Bluesky: the same posts as the source itself has, their times in UTC', async () => {
  const posts = await readExport('4cat.csv', await exportFixture('4cat-bluesky.csv'));
  expect(posts).toHaveLength(12);
  expect(posts[0]).toMatchObject({
    canonicalId: 'at://did:plc:nobody0/app.bsky.feed.post/3kaaa00',
    kind: 'post',
    genre: 'post',
    createdAt: '2026-07-13T10:30:00.250Z',
    author: { id: 'did:plc:nobody0' },
    lang: 'en',
    url: 'https://bsky.app/profile/nobody0.example/post/3kaaa00',
  });
  expect(posts[0]).not.toHaveProperty('parentId');
  expect(posts[1]).toMatchObject({ kind: 'reply', rootId: 'at://did:plc:nobody0/app.bsky.feed.post/3kaaa00' });
  expect(posts.map(({ lang }) => lang).slice(4, 8)).toEqual([undefined, 'en-GB', 'en', 'cy']);
});

test('4CAT, of Reddit: comments know what they answer, what was deleted is none', async () => {
  const of = byId(await readExport('4cat.csv', await exportFixture('4cat-reddit.csv')));
  expect(Object.keys(of)).toEqual(['abc1', 'c0001', 'c0002', 'abc2', 'abc3', 'c0004', 'abc4', 'abc5', 'abc6']);
  expect(of['abc1']).toMatchObject({ kind: 'post', title: 'Scan waiting times', createdAt: '2026-07-01T22:30:00.000Z' });
  expect(of['c0002']).toMatchObject({ kind: 'reply', parentId: 'c0001', rootId: 'abc1' });
  expect(of['abc2']).toMatchObject({ title: 'A thank you to the paramedics', text: '' });
});

test('YouTube Data Tools, whose texts hold markup and whose times are UTC', async () => {
  const posts = await readExport('ytdt.tab', asUtf8WithBom((await exportFixture('youtube-data-tools.csv')).replaceAll('\r\n', '\n')));
  expect(posts).toHaveLength(12);
  expect(posts.slice(0, 3)).toMatchObject([
    {
      nativeId: 'UgwA',
      genre: 'post',
      kind: 'post',
      author: { id: 'UCnobody0' },
      createdAt: '2026-07-13T10:00:00.000Z',
      text: "My GP surgery does this too, it's awful",
    },
    { nativeId: 'UgwA.1', kind: 'reply', parentId: 'UgwA', text: 'Same here\nnobody answers the phone at all' },
    { text: '1:30 that is our ward!' },
  ]);
});
