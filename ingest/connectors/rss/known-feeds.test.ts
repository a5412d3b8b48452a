import { expect, test } from 'vitest';
import type { RawPost } from '#core/post.ts';
import { parseFeed } from './parse-feed.ts';
import { toItem } from './to-item.ts';

const NOW = Date.UTC(2026, 10, 16, 9);

/** What a feed in a documented shape becomes; all people and posts are invented. */
async function itemsOf(feed: string, url: string): Promise<RawPost[]> {
  const { entries } = await parseFeed({ body: Buffer.from(feed), url }, new AbortController().signal);
  return entries.map((entry) => toItem(entry, url, NOW));
}

test('WordPress: comments of a blog', async () => {
  const url = 'https://blog.example/comments/feed/';
  const feed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
    <title>Comments for Invented Blog</title><atom:link href="${url}" rel="self" type="application/rss+xml" /><link>https://blog.example</link>
    <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>
    <item><title>Comment on Parking at the hospital by Ann Invented</title><link>https://blog.example/2026/parking/#comment-17</link>
    <dc:creator><![CDATA[Ann Invented]]></dc:creator><pubDate>Sun, 15 Nov 2026 20:14:00 +0000</pubDate>
    <guid isPermaLink="false">https://blog.example/?p=3#comment-17</guid><description>Four pounds an hour &amp;#8230;</description>
    <content:encoded><![CDATA[<p>Four pounds an hour &#8230;</p>]]></content:encoded></item></channel></rss>`;
  expect(await itemsOf(feed, url)).toEqual([
    {
      source: 'rss',
      nativeId: 'https://blog.example/?p=3#comment-17',
      canonicalId: 'https://blog.example/?p=3#comment-17',
      feed: url,
      kind: 'reply',
      text: 'Four pounds an hour …',
      createdAt: '2026-11-15T20:14:00.000Z',
      observedAt: '2026-11-16T09:00:00.000Z',
      author: { id: `${url}#Ann Invented` },
      url: 'https://blog.example/2026/parking/#comment-17',
      rootId: 'https://blog.example/2026/parking/',
    },
  ]);
});

test('WordPress and Blogger: comments as Atom say what they answer', async () => {
  const url = 'https://blog.example/comments/feed/atom/';
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xmlns:thr="http://purl.org/syndication/thread/1.0"><entry>
    <title>By: Ann Invented</title><link rel="alternate" href="https://blog.example/2026/parking/#comment-17" type="text/html" />
    <author><name>Ann Invented</name><uri>https://ann.example</uri></author><id>https://blog.example/?p=3#comment-17</id>
    <updated>2026-11-15T20:14:00Z</updated><published>2026-11-15T20:14:00Z</published><content type="html"><![CDATA[<p>Too dear</p>]]></content>
    <thr:in-reply-to ref="https://blog.example/?p=3" href="https://blog.example/2026/parking/" type="text/html" /></entry>
    <entry><id>tag:blogger.com,1999:blog-1.post-2</id><title type="text">Too dear for nurses and their...</title>
    <content type="html">Too dear for nurses and their families.</content><link rel="alternate" type="text/html" href="https://b.example/p.html?showComment=9#c2"/>
    </entry></feed>`;
  expect(await itemsOf(feed, url)).toMatchObject([
    { kind: 'reply', text: 'Too dear', rootId: 'https://blog.example/?p=3', author: { id: `${url}#https://ann.example` }, lang: 'en-GB' },
    { kind: 'reply', text: 'Too dear for nurses and their families.', rootId: 'https://b.example/p.html' },
  ]);
  expect((await itemsOf(feed, url)).map(({ title }) => title)).toEqual([undefined, undefined]);
});

test('Disqus: comments of a forum', async () => {
  const feed = `<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>Invented - Latest Comments</title><item>
    <title>Re: Parking at the hospital</title><link>https://paper.example/parking#comment-900</link><description>&lt;p&gt;Too dear&lt;/p&gt;</description>
    <dc:creator>Ann</dc:creator><pubDate>Sun, 15 Nov 2026 20:14:00 -0000</pubDate></item></channel></rss>`;
  expect(await itemsOf(feed, 'https://invented.disqus.com/latest.rss')).toMatchObject([
    { kind: 'reply', text: 'Too dear', rootId: 'https://paper.example/parking', createdAt: '2026-11-15T20:14:00.000Z' },
  ]);
});

test('Reddit: posts and comments', async () => {
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><author><name>/u/invented_one</name><uri>https://www.reddit.com/user/invented_one</uri></author>
    <content type="html">&lt;!-- SC_OFF --&gt;&lt;div class=&quot;md&quot;&gt;&lt;p&gt;Four hours.&lt;/p&gt; &lt;/div&gt;&lt;!-- SC_ON --&gt; &amp;#32; submitted by &amp;#32; &lt;a href=&quot;https://www.reddit.com/user/invented_one&quot;&gt; /u/invented_one &lt;/a&gt; &lt;br/&gt; &lt;span&gt;&lt;a href=&quot;https://www.reddit.com/r/nhs/comments/1/&quot;&gt;[link]&lt;/a&gt;&lt;/span&gt; &amp;#32; &lt;span&gt;&lt;a href=&quot;x&quot;&gt;[comments]&lt;/a&gt;&lt;/span&gt;</content>
    <id>t3_1abc</id><link href="https://www.reddit.com/r/nhs/comments/1abc/waiting/" /><updated>2026-11-15T20:14:00+00:00</updated><title>Waiting</title></entry>
    <entry><author><name>/u/invented_two</name></author><content type="html">&lt;div class=&quot;md&quot;&gt;&lt;p&gt;Same here&lt;/p&gt;&lt;/div&gt;</content><id>t1_2def</id>
    <link href="https://www.reddit.com/r/nhs/comments/1abc/waiting/2def/"/><updated>2026-11-15T21:14:00+00:00</updated><title>/u/invented_two on Waiting</title></entry></feed>`;
  const items = await itemsOf(feed, 'https://www.reddit.com/r/nhs/new/.rss');
  expect(items).toMatchObject([
    { kind: 'post', title: 'Waiting', text: 'Four hours.' },
    { kind: 'reply', text: 'Same here', rootId: 'https://www.reddit.com/r/nhs/comments/1abc/waiting/' },
  ]);
  expect(items[1]).not.toHaveProperty('title');
});

test('YouTube: videos of a channel', async () => {
  const feed = `<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
    <link rel="self" href="x"/><id>yt:channel:C</id><yt:channelId>C</yt:channelId><title>Invented Trust</title><author><name>Invented Trust</name><uri>https://www.youtube.com/channel/C</uri></author>
    <entry><id>yt:video:V</id><yt:videoId>V</yt:videoId><title>Our new ward</title><link rel="alternate" href="https://www.youtube.com/watch?v=V"/>
    <author><name>Invented Trust</name><uri>https://www.youtube.com/channel/C</uri></author><published>2026-11-15T20:14:00+00:00</published>
    <updated>2026-11-15T22:00:00+00:00</updated><media:group><media:title>Our new ward</media:title><media:content url="https://v.example/v"/>
    <media:description>A look at the ward &amp; its staff.</media:description><media:community><media:statistics views="12"/></media:community></media:group></entry></feed>`;
  expect(await itemsOf(feed, 'https://www.youtube.com/feeds/videos.xml?channel_id=C')).toMatchObject([
    {
      kind: 'post',
      title: 'Our new ward',
      text: 'A look at the ward & its staff.',
      url: 'https://www.youtube.com/watch?v=V',
      createdAt: '2026-11-15T20:14:00.000Z',
      editedAt: '2026-11-15T22:00:00.000Z',
    },
  ]);
});

test('Mastodon and Bluesky: posts without titles, by their own addresses', async () => {
  const mastodon = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><item><guid isPermaLink="true">https://m.example/@ann/1</guid>
    <link>https://m.example/@ann/1</link><pubDate>Sun, 15 Nov 2026 20:14:00 +0000</pubDate>
    <description>&lt;p&gt;Thank you &lt;a href="https://m.example/tags/NHS"&gt;#&lt;span&gt;NHS&lt;/span&gt;&lt;/a&gt;&lt;/p&gt;</description>
    <media:content url="https://m.example/i.png" type="image/png"><media:rating scheme="urn:simple">nonadult</media:rating><media:description type="plain">A ward</media:description></media:content>
    <category>nhs</category></item></channel></rss>`;
  const bluesky = `<rss version="2.0"><channel><item><link>https://bsky.app/profile/ann.example/post/1</link><description>Thank you, NHS</description>
    <pubDate>15 Nov 2026 20:14 +0000</pubDate><guid isPermaLink="false">at://did:plc:invented/app.bsky.feed.post/1</guid></item></channel></rss>`;
  expect(await itemsOf(mastodon, 'https://m.example/tags/nhs.rss')).toMatchObject([
    { nativeId: 'https://m.example/@ann/1', text: 'Thank you #NHS', createdAt: '2026-11-15T20:14:00.000Z' },
  ]);
  expect(await itemsOf(bluesky, 'https://bsky.app/profile/did:plc:invented/rss')).toMatchObject([
    { nativeId: 'at://did:plc:invented/app.bsky.feed.post/1', text: 'Thank you, NHS', createdAt: '2026-11-15T20:14:00.000Z' },
  ]);
});

test('ids longer than ingest accepts differ where they do', async () => {
  const guid = (end: string) => `<item><guid>${'x'.repeat(2_000)}${end}</guid><title>A</title></item>`;
  const items = await itemsOf(`<rss><channel>${guid('1')}${guid('2')}</channel></rss>`, 'https://news.example/feed');
  expect(items.every(({ canonicalId }) => canonicalId.length <= 1_000)).toBe(true);
  expect(new Set(items.map(({ canonicalId }) => canonicalId)).size).toBe(2);
});
