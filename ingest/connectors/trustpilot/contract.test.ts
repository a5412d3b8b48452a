import { describeConnector } from '../../connector.contract.ts';
import type { ConnectorKit, Trouble } from '../../test-support/connector-kit.ts';
import { createInventedReviews } from '../../test-support/invented-reviews.ts';
import { TRUSTPILOT } from './test-support/invented-trustpilot.ts';

const accepted = { enabled: true, acceptTerms: true, apiKey: 'secret-key-77' };

describeConnector({
  source: 'trustpilot',
  config: { ...accepted, businessUnits: [{ id: '1a2b3c', organisation: 'RR8' }], baseUrl: 'https://trustpilot.example' },
  setting: 'sources.trustpilot.apiKey',
  wrong: { config: { ...accepted, businessUnits: ['1a2b3c'] }, key: 'sources.trustpilot.businessUnits' },
  secret: { config: {}, value: 'secret-key-77' },
  settleMs: 40 * 60_000,
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
    const place = createInventedReviews(TRUSTPILOT, () => clock.now());
    let trouble: Trouble | undefined;
    const http = place.serve(() => trouble);
    return {
      http,
      openSocket: () => Promise.reject(new Error('polled, not streamed')),
      contacts: () => http.requests.length,
      taken: () => http.requests.length * 50,
      publish: (posts) => posts.forEach(({ text, atMs }) => place.publish(text, atMs)),
      publishUnreadable: (text) => place.publish('', clock.now(), { text: { html: text } }),
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
