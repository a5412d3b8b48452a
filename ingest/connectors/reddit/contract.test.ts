import { describeConnector } from '../../connector.contract.ts';
import type { ConnectorKit, Trouble } from '../../test-support/connector-kit.ts';
import { createInventedReddit } from '../../test-support/invented-reddit.ts';

const login = { clientId: 'invented-app', clientSecret: 'secret-77-of-app' };
const accepted = { enabled: true, acceptTerms: true };

describeConnector({
  source: 'reddit',
  config: { ...accepted, ...login, subreddits: ['nhs'], comments: false, match: 'all', baseUrl: 'https://reddit.example' },
  setting: 'sources.reddit.clientSecret',
  wrong: { config: { ...accepted, ...login, subreddits: 'nhs' }, key: 'sources.reddit.subreddits' },
  secret: { config: {}, value: login.clientSecret },
  settleMs: 3 * 60_000,
  overlap: 0,
  nativeReset: () => ({ 'x-ratelimit-remaining': '0.0', 'x-ratelimit-reset': '600' }),
  strange: [
    { name: 'a web page', trouble: { body: '<!doctype html><p>canary-5d20e1' }, outcome: 'fatal', isRetried: false },
    { name: 'a redirect to a login page', trouble: { status: 302, headers: { location: '/login' } }, outcome: 'config', isRetried: false },
    {
      name: 'JSON that is cut',
      trouble: { body: '{"kind":"Listing","data":{"children":["canary-5d20e1' },
      outcome: 'retry',
      isRetried: true,
    },
    { name: 'nothing at all', trouble: { body: '' }, outcome: 'retry', isRetried: true },
    { name: 'something else', trouble: { body: '{"message":"canary-5d20e1"}' }, outcome: 'fatal', isRetried: false },
    { name: 'credentials refused with status 200', trouble: { body: '{"error":"invalid_grant"}' }, outcome: 'config', isRetried: false },
    { name: '50 MB', trouble: { body: new Uint8Array(50 * 1024 * 1024) }, outcome: 'fatal', isRetried: false },
  ],
  open() {
    const reddit = createInventedReddit();
    let trouble: Trouble | undefined;
    const http = reddit.serve(() => trouble);
    return {
      http,
      openSocket: () => Promise.reject(new Error('polled, not streamed')),
      contacts: () => http.requests.length,
      taken: () => http.requests.length * 100,
      publish: (posts) => posts.forEach(({ text, atMs }) => reddit.publish(text, atMs)),
      publishUnreadable: (text) => reddit.publish(text, Date.UTC(2026, 10, 16, 9), { created_utc: text }),
      signals: {
        edit: (text, to) =>
          reddit.change(text, { selftext: to, edited: Math.floor(Date.UTC(2026, 10, 16, 10) / 1_000) + reddit.nextSecond() }),
        remove: (text) => reddit.change(text, { removed_by_category: 'deleted', selftext: '[deleted]', author: '[deleted]' }),
        republish: (text) => reddit.restore(text),
        purgeAuthor: () => reddit.changeAll({ removed_by_category: 'deleted', selftext: '[deleted]', author: '[deleted]' }),
      },
      endTokens: () => reddit.endTokens(),
      trouble: (next) => void (trouble = next),
    };
  },
} satisfies ConnectorKit);
