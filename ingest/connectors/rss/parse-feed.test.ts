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

  test('ids as they are written, none as none, text before markup, and authors of the feed', async () => {
    const feed = `{"version":"https://jsonfeed.org/version/1","author":{"name":"Nobody"},"items":[
      {"id":12345678901234567890,"content_text":"A","content_html":"<p>B</p>","url":"/a"},{"content_text":" ","content_html":"<p>C</p>"},
      {"id":null,"summary":"D &amp; E"},{"id":""}]}`;
    const { entries } = await parse(feed);
    expect(entries.map(({ guid, text, link, author }) => [guid, text, link, author])).toEqual([
      ['12345678901234567890', 'A', 'https://news.example/a', 'Nobody'],
      [undefined, 'C', undefined, 'Nobody'],
      [undefined, 'D & E', undefined, 'Nobody'],
      [undefined, '', undefined, 'Nobody'],
    ]);
  });
});

describe('elements by what they mean', () => {
  const inRss = (inside: string, declarations = '') => `<rss version="2.0" ${declarations}><channel><item>${inside}</item></channel></rss>`;
  const inAtom = (inside: string, declarations = '') =>
    `<feed xmlns="http://www.w3.org/2005/Atom" ${declarations}><entry>${inside}</entry></feed>`;

  test.each([
    ['Dublin Core by any prefix', inRss('<q:title>A</q:title><q:creator>N</q:creator>', 'xmlns:q="http://purl.org/dc/elements/1.1/"')],
    ['Dublin Core without a declaration', inRss('<dc:title>A</dc:title><dc:creator>N</dc:creator>')],
    ['Dublin Core as default', inRss('<title xmlns="http://purl.org/dc/elements/1.1/">A</title><author>N</author>')],
    [
      'RSS 1.0',
      '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item><title>A</title><author>N</author></item></r:RDF>',
    ],
    [
      'RSS with a prefix',
      '<x:rss xmlns:x="http://backend.userland.com/rss2"><x:channel><x:item><x:title>A</x:title><x:author>N</x:author></x:item></x:channel></x:rss>',
    ],
    [
      'Atom with a prefix',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>A</a:title><a:author><a:name>N</a:name></a:author></a:entry></a:feed>',
    ],
    ['CDF', '<CHANNEL HREF="https://news.example/"><ITEM><TITLE>A</TITLE><AUTHOR>N</AUTHOR></ITEM></CHANNEL>'],
    [
      'a feed after what a broken server says first',
      `<br /><b>Warning</b>: on line <b>3</b><br />${inRss('<title>A</title><author>N</author>')}`,
    ],
    [
      'an entry that the next one ends',
      '<rss><channel><item><title>A</title><author>N</author><item><title>B</title></item></channel></rss>',
    ],
    [
      'what has another meaning elsewhere',
      inRss(
        '<o:title>B</o:title><title>A</title><image><title>C</title></image><source url="x">D</source><author>N</author>',
        'xmlns:o="https://other.example/"',
      ),
    ],
    ['the source of an Atom entry', inAtom('<source><title>B</title><id>c</id></source><title>A</title><author><name>N</name></author>')],
    ['the title of a picture', inRss('<media:content><media:title>B</media:title></media:content><title>A</title><author>N</author>')],
  ])('%s', async (_, feed) => {
    expect(await only(feed)).toMatchObject({ title: 'A', author: 'N' });
  });

  test.each([
    [
      'the longest of several bodies',
      '<description>Short</description><content:encoded>&lt;p&gt;Much longer&lt;/p&gt;</content:encoded>',
      'Much longer',
    ],
    ['what a video is about', '<media:group><media:description>About it</media:description></media:group>', 'About it'],
    ['CDATA', '<description>a <![CDATA[<i>b</i> & &eacute;]]></description>', 'a b & é'],
    ['a body in XHTML', '<body xmlns="http://www.w3.org/1999/xhtml">one<br/>two &lt;b&gt;</body>', 'one\ntwo <b>'],
    ['escaped markup where it is due', '<xhtml:body>1 &lt; 2 &lt;b&gt;</xhtml:body>', '1 < 2 <b>'],
    ['markup with prefixes', '<description><x:p>one</x:p><x:p>two</x:p></description>', 'one\n\ntwo'],
    ['UTF-8 shown byte by byte', '<description>Itâ€™s a cafÃ©</description>', 'It’s a café'],
    ['characters of windows-1252 as controls', '<description>it\u0092s\u0000 &#146;so&#146;</description>', 'it’s ’so’'],
    ['a document type of its own', '<description>&nbsp;&unknown; R&D</description>', '&unknown; R&D'],
  ])('text: %s', async (_, inside, text) => {
    expect((await only(inRss(inside)))?.text).toBe(text);
  });

  test.each([
    ['', '1 &lt; 2 &amp;amp; 3', '1 < 2 & 3'],
    ['type="text"', '&lt;b&gt; isn’t markup', '<b> isn’t markup'],
    ['type="text"', '&lt;b&gt;is&lt;/b&gt; Q&amp;amp;A all the same', 'is Q&A all the same'],
    ['type="html"', '&lt;b&gt;is&lt;/b&gt; markup', 'is markup'],
    ['type="text/html; charset=utf-8"', '&lt;b&gt;is&lt;/b&gt; markup', 'is markup'],
    ['type="xhtml"', '<div xmlns="http://www.w3.org/1999/xhtml">is <b>markup</b></div>', 'is markup'],
    ['type="xhtml"', '<x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>is</x:p> <![CDATA[<markup>]]></x:div>', 'is\n\n<markup>'],
    ['type="text/plain" mode="base64"', 'SGkg4pi6', 'Hi ☺'],
    ['type="application/octet-stream"', 'PHA+SGk8L3A+', 'Hi'],
    ['type="image/png"', 'iVBORw0KGgo=', ''],
    ['type="text/x-markdown"', '*Hi*', '*Hi*'],
  ])('content of %s %s', async (attributes, inside, text) => {
    expect((await only(inAtom(`<content ${attributes}>${inside}</content>`)))?.text).toBe(text);
  });

  test.each([
    ['text', '<link>https://a.example/1?b=1&amp;amp;c=2</link>', 'https://a.example/1?b=1&c=2'],
    [
      'the last alternate page, not other links',
      '<link rel="self" href="/s"/><link href="/a"/><link rel="alternate" type="application/json" href="/j"/><link rel="replies" href="/r"/>',
      'https://news.example/a',
    ],
    ['another format where there is no page', '<link type="application/pdf" href="/a.pdf"/>', 'https://news.example/a.pdf'],
    ['relative to a base', '<link xml:base="https://b.example/x/" href="../y"/>', 'https://b.example/y'],
    ['a guid', '<guid>https://a.example/g</guid>', 'https://a.example/g'],
    ['no guid that says that it isn’t one', '<guid isPermaLink="false">https://a.example/g</guid>', undefined],
    ['no guid that isn’t an address', '<guid>17</guid>', undefined],
    ['no enclosure', '<enclosure url="https://a.example/a.mp3"/>', undefined],
  ])('link: %s', async (_, inside, link) => {
    expect((await only(inRss(inside)))?.link).toBe(link);
  });

  test('relative ids and links are of the base that the feed names, or the server', async () => {
    const feed = inAtom('<id>7</id><link href="a"/>', 'xml:base="https://b.example/x/"');
    expect(await only(feed)).toMatchObject({ guid: 'https://b.example/x/7', link: 'https://b.example/x/a' });
    const body = Buffer.from(inAtom('<id>7</id><link href="a"/>'));
    const { entries } = await parseFeed({ body, contentLocation: '/c/', url: 'https://news.example/feed' }, new AbortController().signal);
    expect(entries).toMatchObject([{ guid: 'https://news.example/c/7', link: 'https://news.example/c/a' }]);
  });

  test('dates: made, changed, and made where only that is told', async () => {
    const dates = async (inside: string) => {
      const entry = await only(inRss(inside));
      return [entry?.published?.getUTCFullYear(), entry?.updated?.getUTCFullYear()];
    };
    expect(await dates('<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><dc:date>2006-01-01</dc:date>')).toEqual([2004, 2006]);
    expect(await dates('<dcterms:created>2003-01-01</dcterms:created><updated>2005-01-01</updated>')).toEqual([2003, 2005]);
    expect(await dates('<pubDate>soon</pubDate><modified>2005-01-01</modified>')).toEqual([2005, 2005]);
  });

  test('the language is that of the text, whatever the title’s is', async () => {
    const feed = inAtom('<title xml:lang="fr">A</title><content>B</content>', 'xml:lang="en_GB"');
    expect((await only(feed))?.language).toBe('en-GB');
    expect((await only(inAtom('<title xml:lang="fr">A</title>', 'xml:lang="en"')))?.language).toBe('fr');
  });

  test('the author of a feed is that of its entries', async () => {
    const feed = inAtom('<title>A</title>').replace('<entry>', '<author><name>N</name><uri>https://n.example</uri></author><entry>');
    expect((await only(feed))?.author).toBe('https://n.example');
  });

  test.each([
    ['<ttl>90</ttl>', 90],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 360],
    ['<s:updatePeriod xmlns:s="http://purl.org/rss/1.0/modules/syndication/">\n hourly \n</s:updatePeriod>', 60],
    ['<ttl>soon</ttl>', undefined],
  ])('%s asks for a pause', async (asked, minutes) => {
    expect((await parse(`<rss version="2.0"><channel>${asked}</channel></rss>`)).pauseMinutes).toBe(minutes);
  });

  test('what stands behind the feed makes it neither cut nor longer', async () => {
    expect(await parse(`${inRss('<title>A</title>')}<br><script>x`)).toMatchObject({ entries: { length: 1 }, isCut: false });
  });
});

test.each([
  '',
  ' \n ',
  '<html><body>Sign in</body></html>',
  '<!DOCTYPE html><html><head><title>x</title></head><body><feed>x</feed></body></html>',
  '<opml version="1.0"><body/></opml>',
  '{"items":[]}',
  '{"version":',
  '[]',
  'plain text',
])('%j is no feed', async (body) => {
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
