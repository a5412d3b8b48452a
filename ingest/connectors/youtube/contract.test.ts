import { describeConnector } from '../../connector.contract.ts';
import type { ConnectorKit, InventedPost, Trouble } from '../../test-support/connector-kit.ts';
import { answerYoutube, type InventedComment, type InventedYoutube } from '../../test-support/invented-youtube.ts';
import { createScriptedHttp } from '../../test-support/scripted-http.ts';

const DAY_MS = 24 * 3_600_000;
const CHANNEL = 'UCinventedchannel0000000';

describeConnector({
  source: 'youtube',
  config: { enabled: true, acceptTerms: true, acceptDerivedMetrics: true, apiKey: 'key-one', channels: [CHANNEL] },
  setting: 'sources.youtube.apiKey',
  wrong: {
    config: { enabled: true, acceptTerms: true, acceptDerivedMetrics: true, apiKey: 'key-one', channels: ['nhs'] },
    key: 'sources.youtube.channels',
  },
  secret: { config: { apiKey: 'secret-key-77' }, value: 'secret-key-77' },
  settleMs: 20 * 60_000,
  // Ten minutes before the start of a round, in which there is a comment a second.
  overlap: 600,
  strange: [
    { name: 'a web page', trouble: { body: '<!doctype html><p>canary-5d20e1' }, outcome: 'fatal', isRetried: false },
    { name: 'a redirect to a login page', trouble: { status: 302, headers: { location: '/login' } }, outcome: 'config', isRetried: false },
    {
      name: 'JSON that is cut',
      trouble: { body: '{"kind":"youtube#commentThreadListResponse","items":[{"id":"canary-5d20e1' },
      outcome: 'retry',
      isRetried: true,
    },
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
      name: 'a key that is not valid',
      trouble: {
        status: 400,
        body: '{"error":{"errors":[{"domain":"usageLimits","reason":"keyInvalid","message":"canary-5d20e1"}],"code":400,"message":"Bad Request"}}',
      },
      outcome: 'config',
      isRetried: false,
    },
    {
      name: 'a quota that is used up',
      trouble: {
        status: 403,
        body: '{"error":{"errors":[{"domain":"youtube.quota","reason":"quotaExceeded"}],"code":403,"message":"canary-5d20e1"}}',
      },
      outcome: 'rateLimited',
      isRetried: false,
    },
  ],
  open(clock) {
    const threads: InventedComment[] = [];
    const world: InventedYoutube = {
      channelId: CHANNEL,
      videos: [{ id: 'invented-01', publishedMs: clock.now() - 5 * DAY_MS, threads }],
    };
    /** Ids of comments by their first wording. */
    const edited = new Map<string, string>();
    const removed = new Map<string, InventedComment>();
    let trouble: Trouble | undefined;
    let last = 0;
    let pages = 0;
    const http = createScriptedHttp((url) => {
      if (trouble) return trouble;
      if (url.pathname.endsWith('/commentThreads')) pages += 1;
      return answerYoutube(url, world);
    });
    const add = (text: unknown, atMs: number) => void threads.push({ id: `Ug${String(++last).padStart(8, '0')}AaABAg`, text, atMs });
    const indexOf = (text: string) => threads.findIndex((thread) => thread.text === text);
    return {
      http,
      openSocket: () => Promise.reject(new Error('polled, not streamed')),
      contacts: () => http.requests.length,
      taken: () => pages * 100,
      publish(posts: readonly InventedPost[]) {
        for (const { text, atMs } of posts) add(text, atMs);
      },
      publishUnreadable: (text) => add({ html: text }, clock.now()),
      signals: {
        edit(text, to) {
          const thread = threads.find((held) => held.text === text || held.id === edited.get(text))!;
          edited.set(text, thread.id);
          Object.assign(thread, { text: to, editedMs: clock.now() + edited.size });
        },
        remove(text) {
          const [thread] = threads.splice(indexOf(text), 1);
          removed.set(text, thread!);
        },
        republish: (text) => void threads.push(removed.get(text)!),
        purgeAuthor: () => void threads.splice(0),
      },
      trouble: (next) => void (trouble = next),
    };
  },
} satisfies ConnectorKit);
