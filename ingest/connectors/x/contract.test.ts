import { describeConnector } from '../../connector.contract.ts';
import type { ConnectorKit, Trouble } from '../../test-support/connector-kit.ts';
import { createInventedX } from '../../test-support/invented-x.ts';

const accepted = { enabled: true, acceptTerms: true, bearerToken: 'secret-token-77' };

describeConnector({
  source: 'x',
  config: { ...accepted, baseUrl: 'https://x.example' },
  setting: 'sources.x.bearerToken',
  wrong: { config: { ...accepted, query: 7 }, key: 'sources.x.query' },
  secret: { config: {}, value: 'secret-token-77' },
  settleMs: 12 * 60_000,
  overlap: 0,
  nativeReset: (atMs) => ({ 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(Math.ceil(atMs / 1_000)) }),
  strange: [
    { name: 'a web page', trouble: { body: '<!doctype html><p>canary-5d20e1' }, outcome: 'fatal', isRetried: false },
    { name: 'a redirect to a login page', trouble: { status: 302, headers: { location: '/login' } }, outcome: 'config', isRetried: false },
    { name: 'JSON that is cut', trouble: { body: '{"data":[{"text":"canary-5d20e1' }, outcome: 'retry', isRetried: true },
    { name: 'nothing at all', trouble: { body: '' }, outcome: 'retry', isRetried: true },
    { name: 'something else', trouble: { body: '["canary-5d20e1"]' }, outcome: 'fatal', isRetried: false },
    {
      name: 'credits that are used up',
      trouble: { status: 402, body: '{"title":"CreditsDepleted"}' },
      outcome: 'config',
      isRetried: false,
    },
    {
      name: 'a cap that is reached',
      trouble: { status: 429, body: '{"title":"UsageCapExceeded","period":"Monthly"}' },
      outcome: 'config',
      isRetried: false,
    },
    { name: '50 MB', trouble: { body: new Uint8Array(50 * 1024 * 1024) }, outcome: 'fatal', isRetried: false },
  ],
  open(clock) {
    const place = createInventedX(() => clock.now());
    let trouble: Trouble | undefined;
    const http = place.serve(() => trouble);
    return {
      http,
      openSocket: () => Promise.reject(new Error('polled, not streamed')),
      contacts: () => http.requests.length,
      taken: () => http.requests.length * 100,
      publish: (posts) => posts.forEach(({ text, atMs }) => place.publish(text, atMs)),
      publishUnreadable: (text) => place.publish(text, clock.now(), { created_at: text }),
      publishInvisible: () => place.publish('again', clock.now(), { referenced_tweets: [{ type: 'retweeted', id: '1' }] }),
      signals: {
        edit: (text, to) => place.edit(text, to),
        remove: (text) => place.setGone(text, true),
        republish: (text) => place.setGone(text, false),
        purgeAuthor: () => place.setGone(undefined, true),
      },
      trouble: (next) => void (trouble = next),
    };
  },
} satisfies ConnectorKit);
