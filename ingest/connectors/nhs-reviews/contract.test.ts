import { describeConnector } from '../../connector.contract.ts';
import type { ConnectorKit, Trouble } from '../../test-support/connector-kit.ts';
import { createInventedNhsReviews } from '../../test-support/invented-nhs-reviews.ts';

describeConnector({
  source: 'nhs-reviews',
  config: { subscriptionKey: 'secret-key-77', odsCodes: ['RR8'], baseUrl: 'https://api.nhs.example' },
  setting: 'sources.nhs-reviews.subscriptionKey',
  wrong: { config: { subscriptionKey: 'a', odsCodes: ['leeds'] }, key: 'sources.nhs-reviews.odsCodes' },
  secret: { config: {}, value: 'secret-key-77' },
  settleMs: 65 * 60_000,
  overlap: Infinity,
  batchEveryMs: 86_400_000,
  strange: [
    { name: 'a web page', trouble: { body: '<!doctype html><p>canary-5d20e1' }, outcome: 'fatal', isRetried: false },
    { name: 'a redirect to a login page', trouble: { status: 302, headers: { location: '/login' } }, outcome: 'config', isRetried: false },
    { name: 'JSON that is cut', trouble: { body: '{"comments":[{"commentText":"canary-5d20e1' }, outcome: 'retry', isRetried: true },
    { name: 'nothing at all', trouble: { body: '' }, outcome: 'retry', isRetried: true },
    { name: 'something else', trouble: { body: '{"message":"canary-5d20e1"}' }, outcome: 'fatal', isRetried: false },
    { name: '50 MB', trouble: { body: new Uint8Array(50 * 1024 * 1024) }, outcome: 'fatal', isRetried: false },
  ],
  open(clock) {
    const place = createInventedNhsReviews(() => clock.now());
    let trouble: Trouble | undefined;
    const http = place.serve(() => trouble);
    return {
      http,
      openSocket: () => Promise.reject(new Error('polled, not streamed')),
      contacts: () => http.requests.length,
      taken: () => http.requests.length,
      publish: (posts) => posts.forEach(({ text, atMs }) => place.publish(text, atMs)),
      publishUnreadable: (text) => place.publish('', clock.now(), { commentText: { html: text } }),
      signals: {
        edit: (text, to) => place.edit(text, to),
        remove: (text) => place.setStatus(text, 'removed'),
        republish: (text) => place.setStatus(text, 'published'),
        purgeAuthor: () => place.setStatus(undefined, 'removed'),
      },
      trouble: (next) => void (trouble = next),
    };
  },
} satisfies ConnectorKit);
