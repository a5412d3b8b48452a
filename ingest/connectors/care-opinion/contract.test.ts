import { describeConnector } from '../../connector.contract.ts';
import type { ConnectorKit, Trouble } from '../../test-support/connector-kit.ts';
import { createInventedCareOpinion } from '../../test-support/invented-care-opinion.ts';

describeConnector({
  source: 'care-opinion',
  config: { apiKey: 'secret-key-77', responses: false, baseUrl: 'https://care-opinion.example' },
  setting: 'sources.care-opinion.apiKey',
  wrong: { config: { apiKey: 'a', filter: ['RR8'] }, key: 'sources.care-opinion.filter' },
  secret: { config: {}, value: 'secret-key-77' },
  settleMs: 12 * 60_000,
  overlap: Infinity,
  nativeReset: (atMs) => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(atMs / 1_000)) }),
  strange: [
    { name: 'a web page', trouble: { body: '<!doctype html><p>canary-5d20e1' }, outcome: 'fatal', isRetried: false },
    {
      name: 'the login page that a wrong key leads to',
      trouble: { status: 302, headers: { location: 'https://www.careopinion.org.uk/account/login' } },
      outcome: 'config',
      isRetried: false,
    },
    { name: 'JSON that is cut', trouble: { body: '[{"id":1,"body":"canary-5d20e1' }, outcome: 'retry', isRetried: true },
    { name: 'nothing at all', trouble: { body: '' }, outcome: 'retry', isRetried: true },
    { name: 'something else', trouble: { body: '{"message":"canary-5d20e1"}' }, outcome: 'fatal', isRetried: false },
    { name: '50 MB', trouble: { body: new Uint8Array(50 * 1024 * 1024) }, outcome: 'fatal', isRetried: false },
  ],
  open(clock) {
    const place = createInventedCareOpinion();
    let trouble: Trouble | undefined;
    const http = place.serve(() => trouble);
    return {
      http,
      openSocket: () => Promise.reject(new Error('polled, not streamed')),
      contacts: () => http.requests.length,
      taken: () => http.requests.length * 100,
      publish: (posts) => posts.forEach(({ text, atMs }) => place.publish(text, atMs)),
      publishUnreadable: (text) => place.publishRaw({ id: 5, body: { html: text } }, clock.now()),
      signals: {
        edit: (text, to) => place.change(text, { body: to }),
        remove: (text) => place.setGone(text, true),
        republish: (text) => place.setGone(text, false),
        purgeAuthor: () => place.setGone(undefined, true),
      },
      trouble: (next) => void (trouble = next),
    };
  },
} satisfies ConnectorKit);
