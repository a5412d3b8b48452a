import { describeConnector } from '../../connector.contract.ts';
import type { ConnectorKit, Trouble } from '../../test-support/connector-kit.ts';
import { createScriptedHttp } from '../../test-support/scripted-http.ts';

/** A publisher's feed holds its newest entries only. */
const WINDOW = 1_000;
const MINUTE = 60_000;

interface Item {
  guid: string;
  text: string;
  atMs: number;
}

function feedOf(items: readonly Item[]): string {
  const entries = items.slice(-WINDOW).toReversed();
  const xml = entries.map(
    ({ guid, text, atMs }) =>
      `<item><guid isPermaLink="false">${guid}</guid><pubDate>${new Date(atMs).toUTCString()}</pubDate><description>${text}</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Invented</title>${xml.join('\n')}</channel></rss>`;
}

/** The same posts as a JSON Feed, the one format in which an item of its own can be unreadable. */
function jsonFeedOf(items: readonly Item[], unreadable: readonly string[]): object {
  const entries = items.slice(-WINDOW).toReversed();
  const json = entries.map(({ guid, text, atMs }) => ({ id: guid, content_text: text, date_published: new Date(atMs).toISOString() }));
  return { version: 'https://jsonfeed.org/version/1.1', title: 'Invented', items: [...unreadable.map((text) => text), ...json] };
}

describeConnector({
  source: 'rss',
  config: { feeds: [{ url: 'https://news.example/feed' }] },
  setting: 'sources.rss.feeds',
  wrong: { config: { feeds: [{ address: 'https://news.example/feed' }] }, key: 'sources.rss.feeds.0.url' },
  settleMs: 20 * MINUTE,
  overlap: Infinity,
  strange: [
    { name: 'a web page', trouble: { body: '<!doctype html><html><p>canary-5d20e1</p></html>' }, outcome: 'fatal', isRetried: false },
    { name: 'redirects without end', trouble: { status: 302, headers: { location: '/login' } }, outcome: 'config', isRetried: false },
    { name: 'other JSON', trouble: { body: '{"error":"canary-5d20e1"}' }, outcome: 'fatal', isRetried: false },
    { name: '50 MB', trouble: { body: new Uint8Array(50 * 1024 * 1024) }, outcome: 'fatal', isRetried: false },
    { name: 'bytes of no encoding', trouble: { body: Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x00) }, outcome: 'fatal', isRetried: false },
  ],
  open() {
    const items: Item[] = [];
    const unreadable: string[] = [];
    let trouble: Trouble | undefined;
    const http = createScriptedHttp(
      () => trouble ?? (unreadable.length ? { json: jsonFeedOf(items, unreadable) } : { body: feedOf(items) }),
    );
    return {
      http,
      openSocket: () => Promise.reject(new Error('polled, not streamed')),
      contacts: () => http.requests.length,
      taken: () => http.requests.length,
      publish: (posts) => void items.push(...posts.map(({ text, atMs }) => ({ guid: `entry-${text}`, text, atMs }))),
      publishUnreadable: (text) => void unreadable.push(text),
      trouble: (next) => void (trouble = next),
    };
  },
} satisfies ConnectorKit);
