import { describeConnector } from '../../connector.contract.ts';
import type { ConnectorKit, Trouble } from '../../test-support/connector-kit.ts';
import { createInventedReviews } from '../../test-support/invented-reviews.ts';
import { GOOGLE_BUSINESS, LOCATION } from './test-support/invented-google-business.ts';

const accepted = { enabled: true, acceptTerms: true, clientId: 'a', clientSecret: 'b', refreshToken: 'secret-token-77' };

describeConnector({
  source: 'google-business',
  config: { ...accepted, locations: [{ name: LOCATION, organisation: 'RR8' }], baseUrl: 'https://google.example' },
  setting: 'sources.google-business.refreshToken',
  wrong: { config: { ...accepted, locations: [{ name: 'Leeds' }] }, key: 'sources.google-business.locations' },
  secret: { config: {}, value: 'secret-token-77' },
  settleMs: 20 * 60_000,
  overlap: Infinity,
  strange: [
    { name: 'a web page', trouble: { body: '<!doctype html><p>canary-5d20e1' }, outcome: 'fatal', isRetried: false },
    { name: 'a redirect to a login page', trouble: { status: 302, headers: { location: '/login' } }, outcome: 'config', isRetried: false },
    { name: 'JSON that is cut', trouble: { body: '{"reviews":[{"text":"canary-5d20e1' }, outcome: 'retry', isRetried: true },
    { name: 'nothing at all', trouble: { body: '' }, outcome: 'retry', isRetried: true },
    { name: 'something else', trouble: { body: '["canary-5d20e1"]' }, outcome: 'fatal', isRetried: false },
    { name: '50 MB', trouble: { body: new Uint8Array(50 * 1024 * 1024) }, outcome: 'fatal', isRetried: false },
  ],
  open(clock) {
    const place = createInventedReviews(GOOGLE_BUSINESS, () => clock.now());
    let trouble: Trouble | undefined;
    const http = place.serve(() => trouble);
    return {
      http,
      openSocket: () => Promise.reject(new Error('polled, not streamed')),
      contacts: () => http.requests.length,
      taken: () => http.requests.length * 50,
      publish: (posts) => posts.forEach(({ text, atMs }) => place.publish(text, atMs)),
      publishUnreadable: (text) => place.publish('', clock.now(), { comment: { html: text } }),
      signals: {
        edit: (text, to) => place.edit(text, to),
        remove: (text) => place.setGone(text, true),
        republish: (text) => place.setGone(text, false),
        purgeAuthor: () => place.setGone(undefined, true),
      },
      endTokens: () => place.endTokens(),
      trouble: (next) => void (trouble = next),
    };
  },
} satisfies ConnectorKit);
