import type { HttpClient } from '#core/ports/http.ts';
import type { RawPost } from '#core/post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { configureSource } from '#ingest/configure-sources.ts';
import type { Page } from '#ingest/connector.ts';
import { measure, median, printTable, rate, residentMb, type Run } from './measure.ts';
import { batchesOf, rawPosts } from './workload.ts';

const POOL = 20_000;
const SEED = 11;
const EVERY = 100_000;
const FEED = 'https://feeds.example/comments';

interface Entry {
  id: string;
  at: Date;
  title: string;
  html: string;
}

const FORMATS: Readonly<Record<string, (entries: readonly Entry[]) => string>> = {
  'RSS 2.0': (entries) =>
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Invented</title>${entries
      .map(
        ({ id, at, title, html }) =>
          `<item><title>${title}</title><link>https://blog.example/#comment-${id}</link><dc:creator><![CDATA[Invented ${id}]]></dc:creator><pubDate>${at.toUTCString()}</pubDate><guid isPermaLink="false">https://blog.example/?p=1#comment-${id}</guid><description>${escaped(html.slice(0, 80))}</description><content:encoded><![CDATA[${html}]]></content:encoded></item>`,
      )
      .join('\n')}</channel></rss>`,
  'Atom, escaped HTML': (entries) => atom(entries, ({ html }) => `<content type="html">${escaped(html)}</content>`),
  'Atom, inline XHTML': (entries) =>
    atom(entries, ({ html }) => `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content>`),
  'JSON Feed': (entries) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Invented',
      items: entries.map(({ id, at, title, html }) => ({
        id,
        title,
        content_html: html,
        date_published: at.toISOString(),
        authors: [{ name: id }],
      })),
    }),
};

/**
 * Feeds through their connector: bytes decoded, the document read, markup made text, dates and links resolved, entries told from those seen before, and made into
 * items, in pages that are thrown away. On one core; `items` for each of `runs`, and `held` for what is held meanwhile.
 */
export async function benchFeeds({ items, runs, held }: { items: number; runs: number; held: number }): Promise<void> {
  const entries = rawPosts(POOL, SEED).map(entryOf);
  console.log('Feeds: invented posts as entries in the documented shapes, 200 to a document.\n');
  const [rss, ...others] = Object.entries(FORMATS);
  if (!rss) throw new TypeError('there are formats to measure');
  const [name, write] = rss;
  // First, before other measurements have left anything behind.
  const residents = await residentsWhile(
    [...batchesOf(entries)].map((batch) => Buffer.from(write(batch))),
    held,
  );
  const rows = [['', 'bytes an entry', 'entries/s', 'entries/s of CPU time']];
  for (const format of [rss, ...others]) rows.push(await row(...format, batchesOf(entries), items, runs));
  rows.push(await row(`${name}, 20,000 in one document`, write, [entries], items, runs));
  printTable(rows);
  console.log(
    `\nResident memory, each ${EVERY.toLocaleString('en-GB')} entries of ${held.toLocaleString('en-GB')} (RSS 2.0):\n${residents.join(' ')} MB`,
  );
}

/** Megabytes after each hundred thousand entries. */
async function residentsWhile(documents: readonly Buffer[], held: number): Promise<number[]> {
  const residents: number[] = [];
  await readAll(documents, held, (taken) => {
    if (taken >= (residents.length + 1) * EVERY) residents.push(Math.round(residentMb(process.pid).now));
  });
  return residents;
}

async function row(
  name: string,
  write: (entries: readonly Entry[]) => string,
  batches: Iterable<Entry[]>,
  items: number,
  runs: number,
): Promise<string[]> {
  const documents = [...batches].map((batch) => Buffer.from(write(batch)));
  const bytes = documents.reduce((sum, document) => sum + document.length, 0) / POOL;
  const done: Run[] = [];
  for (let nth = 0; nth <= runs; nth++) {
    const run = await measure(() => readAll(documents, items));
    if (nth > 0) done.push(run);
  }
  const perSecond = (seconds: (run: Run) => number) => rate(items, median(done.map(seconds)));
  return [name, String(Math.round(bytes)), perSecond(({ wallSeconds }) => wallSeconds), perSecond(({ cpuSeconds }) => cpuSeconds)];
}

/** Reads one document after the other as a new feed, until there were so many entries. */
async function readAll(documents: readonly Buffer[], items: number, onRead: (taken: number) => void = () => {}): Promise<void> {
  const { connector, config } = configureSource('rss', { feeds: [{ url: FEED }] });
  const [partition] = connector.partitions(config).values();
  let taken = 0;
  let document = 0;
  const http: HttpClient = {
    send: () => Promise.resolve({ status: 200, headers: { etag: '"1"' }, body: documents[document++ % documents.length]!, url: FEED }),
  };
  const context = {
    partition,
    clock: createVirtualClock(Date.now()),
    http,
    openSocket: () => Promise.reject(new Error('feeds are polled')),
    signal: new AbortController().signal,
    attempt: 0,
    malformed: () => fail('an entry could not be read'),
    dropped: () => fail('an entry was dropped'),
    warn: fail,
  };
  while (taken < items) {
    for await (const { ops } of connector.read(context, undefined) as AsyncIterable<Page<unknown>>) taken += ops.length;
    onRead(taken);
  }
}

function entryOf({ text, createdAt }: RawPost, nth: number): Entry {
  const [title = '', ...rest] = text.split(/(?<=[.!?]) /);
  const paragraphs = [title, ...rest].map((sentence) => `<p>${escaped(sentence).replace(/(\w{5,})/, '<b>$1</b>')}</p>`);
  return {
    id: String(nth),
    at: new Date(createdAt),
    title: escaped(title),
    html: `${paragraphs.join('\n')}<p><a href="https://blog.example/?a=1&amp;b=${nth}">more</a></p>`,
  };
}

function atom(entries: readonly Entry[], content: (entry: Entry) => string): string {
  const written = entries.map(
    (entry) =>
      `<entry><id>tag:blog.example,2026:${entry.id}</id><title>${entry.title}</title><link rel="alternate" type="text/html" href="https://blog.example/${entry.id}"/><author><name>Invented ${entry.id}</name><uri>https://blog.example/by/${entry.id}</uri></author><published>${entry.at.toISOString()}</published><updated>${entry.at.toISOString()}</updated>${content(entry)}</entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Invented</title>${written.join('\n')}</feed>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function fail(problem: string): never {
  throw new TypeError(problem);
}
