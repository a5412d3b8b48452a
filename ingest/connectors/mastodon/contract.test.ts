import { describeConnector } from '../../connector.contract.ts';
import type { ConnectorKit, InventedPost, Trouble } from '../../test-support/connector-kit.ts';
import { answerStatuses, answerTimeline, inventedStatus } from '../../test-support/invented-mastodon.ts';
import { createScriptedHttp } from '../../test-support/scripted-http.ts';

/** Above 2^53, as the real ones are: they stay strings. */
const FIRST_ID = 117_020_580_518_794_573n;

const statusOf = ({ n, text, atMs }: InventedPost) =>
  inventedStatus(String(FIRST_ID + BigInt(n) * 65_536n), text, { created_at: new Date(atMs).toISOString(), invented: text });

describeConnector({
  source: 'mastodon',
  config: { instances: ['https://social.example'], hashtags: ['nhs'] },
  setting: 'sources.mastodon.instances',
  wrong: { config: { instances: 'https://social.example' }, key: 'sources.mastodon.instances' },
  secret: { config: { accessToken: 'secret-token-77' }, value: 'secret-token-77' },
  settleMs: 5 * 60_000,
  overlap: 0,
  nativeReset: (atMs) => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': new Date(atMs).toISOString().replace('Z', '123Z') }),
  strange: [
    { name: 'a web page', trouble: { body: '<!doctype html><p>canary-5d20e1' }, outcome: 'fatal', isRetried: false },
    {
      name: 'a redirect to a login page',
      trouble: { status: 302, headers: { location: '/auth/sign_in' } },
      outcome: 'config',
      isRetried: false,
    },
    { name: 'JSON that is cut', trouble: { body: '[{"id":"1","content":"canary-5d20e1' }, outcome: 'retry', isRetried: true },
    { name: 'nothing at all', trouble: { body: '' }, outcome: 'retry', isRetried: true },
    { name: 'something else', trouble: { body: '{"error":"canary-5d20e1"}' }, outcome: 'fatal', isRetried: false },
    { name: '50 MB', trouble: { body: new Uint8Array(50 * 1024 * 1024) }, outcome: 'fatal', isRetried: false },
    {
      name: 'bytes that are no UTF-8',
      trouble: { body: Uint8Array.of(0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d) },
      outcome: 'retry',
      isRetried: true,
    },
    { name: 'JSON 100,000 deep', trouble: { body: '['.repeat(100_000) }, outcome: 'retry', isRetried: true },
  ],
  open(clock) {
    const statuses: Record<string, unknown>[] = [];
    let trouble: Trouble | undefined;
    let last = 0;
    const gone = new Set<string>();
    const http = createScriptedHttp((url) => {
      if (trouble) return trouble;
      if (url.pathname === '/api/v2/instance') return { json: {} };
      const standing = statuses.filter(({ id }) => !gone.has(String(id)));
      return answerStatuses(url, standing) ?? answerTimeline(url, standing);
    });
    const find = (text: string) => statuses.findIndex(({ invented }) => invented === text);
    const change = (text: string, more: Record<string, unknown>) => void (statuses[find(text)] = { ...statuses[find(text)], ...more });
    const add = (more: Record<string, unknown>) => statuses.push({ ...statusOf({ n: ++last, text: '', atMs: 0 }), ...more });
    return {
      http,
      openSocket: () => Promise.reject(new Error('polled, not streamed')),
      contacts: () => http.requests.length,
      taken: () => http.requests.length * 40,
      publish(posts) {
        for (const post of posts) {
          last += 1;
          statuses.push(statusOf({ ...post, n: last }));
        }
      },
      publishUnreadable: (text) => void add({ content: { html: text } }),
      publishInvisible: () => void add({ reblog: { id: '1' } }),
      signals: {
        edit: (text, to) => change(text, { content: `<p>${to}</p>`, edited_at: new Date(clock.now() + ++last).toISOString() }),
        remove: (text) => gone.add(String(statuses[find(text)]!['id'])),
        republish: (text) => gone.delete(String(statuses[find(text)]!['id'])),
        purgeAuthor: () => statuses.forEach(({ id }) => gone.add(String(id))),
      },
      trouble: (next) => void (trouble = next),
    };
  },
} satisfies ConnectorKit);
