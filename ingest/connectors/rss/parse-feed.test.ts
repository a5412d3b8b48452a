import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedFeed } from './entry.ts';
import { parseFeed } from './parse-feed.ts';

const parse = (feed: string | Uint8Array, type?: string): Promise<ParsedFeed> =>
  parseFeed(
    { body: typeof feed === 'string' ? new TextEncoder().encode(feed) : feed, contentType: type, url: 'https://news.example/feed' },
    new AbortController().signal,
  );
const item = (inside: string) => `<rss version="2.0"><channel><title>Feed</title><item>${inside}</item></channel></rss>`;
const only = async (feed: string | Uint8Array, type?: string) => (await parse(feed, type)).entries[0];

describe('RSS', () => {
  test('what an item holds', async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>Feed</title><language>en-gb</language><ttl>90</ttl>
      <item><guid isPermaLink="false">c-1</guid><link>https://news.example/1</link><title>Parking &amp;amp; prices</title><d:creator>Nobody</d:creator>
      <pubDate>Mon, 16 Nov 2026 09:00 GMT</pubDate><description>Short</description><content:encoded><![CDATA[<p>Long <b>text</b></p><p>Second</p>]]></content:encoded></item>
      </channel></rss>`;
    expect(await parse(feed)).toEqual({
      entries: [
        {
          guid: 'c-1',
          link: 'https://news.example/1',
          title: 'Parking & prices',
          text: 'Long text\n\nSecond',
          published: new Date('2026-11-16T09:00:00Z'),
          updated: new Date('2026-11-16T09:00:00Z'),
          author: 'Nobody',
          language: 'en-gb',
        },
      ],
      isCut: false,
      malformed: [],
      isTooLong: false,
      pauseMinutes: 90,
      nextUrl: undefined,
    });
  });

  test.each([
    ['a bare ampersand', '<description>Trust & ward at <3 stars</description>', 'Trust & ward at <3 stars'],
    ['naked markup', '<description><p>One</p><p>Two<br>lines</p></description>', 'One\n\nTwo\nlines'],
    ['entities of HTML', '<description>caf&eacute; &#8217;twas &#146;</description>', 'café ’twas ’'],
    ['a title by another name', '<dc:title>By Dublin</dc:title>', ''],
    ['numbers that are no character', '<description>a&#0;b&#55555555;</description>', 'a\uFFFDb\uFFFD'],
  ])('%s', async (_, inside, text) => {
    expect((await only(item(inside)))?.text).toBe(text);
  });

  test('no guid is none, whatever the link', async () => {
    expect(await only(item('<link>https://news.example/2</link><title>A</title>'))).toMatchObject({
      guid: undefined,
      link: 'https://news.example/2',
    });
  });

  test('a feed that was cut gives its whole items and says so', async () => {
    const { entries, isCut } = await parse('<rss><channel><item><title>One</title></item><item><title>Tw');
    expect([entries.map(({ title }) => title), isCut]).toEqual([['One'], true]);
  });
});

describe('Atom', () => {
  const entry = (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="cy"><entry>${inside}</entry></feed>`;

  test('what an entry holds', async () => {
    const feed =
      entry(`<id>tag:news.example,2026:1</id><title type="text">a &lt;b&gt; c</title><link rel="alternate" href="https://news.example/3"/>
      <published>2026-11-16T10:00:00+01:00</published><updated>2026-11-16T10:30:00Z</updated><author><name>Nobody</name><uri>https://news.example/n</uri></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>In <em>line</em></p></div></content>`);
    expect(await only(feed)).toEqual({
      guid: 'tag:news.example,2026:1',
      link: 'https://news.example/3',
      title: 'a <b> c',
      text: 'In line',
      published: new Date('2026-11-16T09:00:00Z'),
      updated: new Date('2026-11-16T10:30:00Z'),
      author: 'https://news.example/n',
      language: 'cy',
    });
  });

  test('base64', async () => {
    const coded = Buffer.from('<p>Kind staff</p>').toString('base64');
    expect((await only(entry(`<content mode="base64" type="text/html">${coded}</content>`)))?.text).toBe('Kind staff');
  });
});

describe('JSON Feed', () => {
  test('items, and where the older ones are', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      next_url: 'https://news.example/feed?page=2',
      items: [{ id: 7, content_html: '<p>Hi</p>', date_published: '2026-11-16T09:00:00Z', authors: [{ name: 'Nobody' }] }, 'nonsense'],
    };
    const { entries, malformed, nextUrl } = await parse(JSON.stringify(feed));
    expect(entries).toEqual([expect.objectContaining({ guid: '7', text: 'Hi', author: 'Nobody' })]);
    expect([malformed.length, nextUrl]).toEqual([1, 'https://news.example/feed?page=2']);
  });
});

test.each(['', '<html><body>Sign in</body></html>', '{"items":[]}', '{"version":', 'plain text'])('%j is no feed', async (body) => {
  await expect(parse(body)).rejects.toMatchObject({ outcome: { type: 'fatal' } });
});

test('nothing that begins as a feed makes it throw', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '&amp',
      '&',
      '<',
      '<a b="',
      '<?',
      '<!DOCTYPE [',
      '</rss>',
      '<description/>',
    ),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const { entries } = await parse(`<rss>${pieces.join('')}`);
      for (const { text, title } of entries) expect([typeof text, typeof title]).toEqual(['string', 'string']);
    }),
  );
});
