import { describeConnector } from '../../connector.contract.ts';
import type { ConnectorKit, Trouble } from '../../test-support/connector-kit.ts';
import { answerFacebook, type InventedComment, type InventedPage } from '../../test-support/invented-facebook.ts';
import { createScriptedHttp } from '../../test-support/scripted-http.ts';

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
const PAGE = '100064000000000';
/** Where the virtual clock begins: the service's own header tells of minutes from now. */
const START = Date.UTC(2026, 10, 16, 9);
const accepted = { enabled: true, acceptTerms: true, pageId: PAGE };

describeConnector({
  source: 'facebook',
  config: { ...accepted, accessToken: 'token-one' },
  setting: 'sources.facebook.accessToken',
  wrong: { config: { ...accepted, accessToken: 'token-one', pageId: 'ExampleTrust' }, key: 'sources.facebook.pageId' },
  secret: { config: { accessToken: 'secret-token-77' }, value: 'secret-token-77' },
  settleMs: 20 * MINUTE_MS,
  // Ten minutes before the start of a round, in which there is a comment a second.
  overlap: 600,
  nativeReset: (atMs) => ({
    'x-business-use-case-usage': JSON.stringify({
      [PAGE]: [
        { type: 'pages', call_count: 100, total_cputime: 25, total_time: 30, estimated_time_to_regain_access: (atMs - START) / MINUTE_MS },
      ],
    }),
  }),
  strange: [
    { name: 'a web page', trouble: { body: '<!doctype html><p>canary-5d20e1' }, outcome: 'fatal', isRetried: false },
    { name: 'a redirect to a login page', trouble: { status: 302, headers: { location: '/login' } }, outcome: 'config', isRetried: false },
    { name: 'JSON that is cut', trouble: { body: '{"data":[{"id":"1","message":"canary-5d20e1' }, outcome: 'retry', isRetried: true },
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
    {
      name: 'an error in good clothes',
      trouble: { body: '{"error":{"message":"canary-5d20e1","type":"OAuthException","code":190,"error_subcode":463}}' },
      outcome: 'config',
      isRetried: false,
    },
  ],
  open(clock) {
    const comments: InventedComment[] = [];
    const page: InventedPage = {
      id: PAGE,
      posts: [{ id: `${PAGE}_1`, message: 'Open day', atMs: clock.now() - 5 * DAY_MS, from: PAGE, comments }],
    };
    const removed = new Map<string, InventedComment>();
    /** Ids of comments by their first wording. */
    const edited = new Map<string, string>();
    let trouble: Trouble | undefined;
    let last = 0;
    let pages = 0;
    const http = createScriptedHttp((url, request) => {
      if (trouble) return trouble;
      if (url.pathname.endsWith('/comments')) pages += 1;
      return answerFacebook(url, request, page);
    });
    const add = (message: unknown, atMs: number) => void comments.push({ id: `1_${++last}`, message, atMs, from: '777' });
    return {
      http,
      openSocket: () => Promise.reject(new Error('polled, not streamed')),
      contacts: () => http.requests.length,
      taken: () => pages * 100,
      publish(posts) {
        for (const { text, atMs } of posts) add(text, atMs);
      },
      publishUnreadable: (text) => add({ html: text }, clock.now()),
      signals: {
        edit(text, to) {
          const comment = comments.find((held) => held.message === text || held.id === edited.get(text))!;
          edited.set(text, comment.id);
          comment.message = to;
        },
        remove(text) {
          const [comment] = comments.splice(
            comments.findIndex(({ message }) => message === text),
            1,
          );
          removed.set(text, comment!);
        },
        republish: (text) => void comments.push(removed.get(text)!),
        purgeAuthor: () => void comments.splice(0),
      },
      trouble: (next) => void (trouble = next),
    };
  },
} satisfies ConnectorKit);
