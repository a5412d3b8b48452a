import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { PUSH_KEY, signPush } from '#api/test-support/sign-push.ts';
import { systemClock } from '#core/clock.ts';
import type { RawPost } from '#core/post.ts';
import { MATCH_ALL } from '#core/query.ts';
import type { Config } from '#infra/config.ts';
import { createLogger, type Logger } from '#infra/logger.ts';
import { createMetrics } from '#infra/metrics.ts';
import { createPrepareOps } from '#ingest/prepare-ops.ts';
import { createVault } from '#ingest/vault.ts';
import { createApiApp } from './compose-api.ts';
import { openPush } from './compose-push.ts';
import { startWorker } from './compose-worker.ts';
import { startMeasuring } from './measure.ts';
import type { Profile } from './profile.ts';
import { loadRedactor } from './redactor.ts';

export interface PersonalDataKit {
  config: Config;
  open(logger: Logger): Promise<Profile>;
  /** Everything that the profile has written so far, as it lies there. */
  written(): Promise<Buffer[]>;
}

/** Invented people and numbers, each with what betrays it wherever it turns up. */
const IDENTIFIERS = {
  name: { said: 'Dr Harriet Pemberton told my son Thaddeus to wait', betrays: ['Harriet', 'Pemberton', 'Thaddeus'] },
  email: { said: 'write to zquill@canary-mail.example', betrays: ['zquill'] },
  phone: { said: 'ring 07700 900461', betrays: ['900461', '7700900461'] },
  nhsNumber: { said: 'my NHS number is 943 476 5919', betrays: ['943 476', '9434765919'] },
  nationalInsurance: { said: 'NI number AB 12 34 56 C', betrays: ['12 34 56', 'AB123456C'] },
  postcode: { said: 'I live at LS29 8XQ', betrays: ['29 8XQ', 'LS298XQ'] },
  birth: { said: 'born on 14/03/1961', betrays: ['14/03/1961'] },
  handle: { said: 'as @zebquill77 saw', betrays: ['zebquill77'] },
  registration: { said: 'parked AB12 CDE there', betrays: ['AB12 CDE', 'AB12CDE'] },
} as const;
/** All of them in one breath. */
export const SAID = Object.values(IDENTIFIERS)
  .map(({ said }) => said)
  .join(', ');
const BETRAYS: readonly string[] = Object.values(IDENTIFIERS).flatMap(({ betrays }) => [...betrays]);
/** Nobody's: shows that what is looked through can be read. */
export const HARMLESS = 'corridorville';

/** Every field of a post through which something personal could come in, in one post after another. */
function rawPosts(): RawPost[] {
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const plain: RawPost = {
    source: 'mastodon',
    nativeId: '1',
    canonicalId: 'https://example.org/users/jo/statuses/1',
    kind: 'post',
    text: `Waited nine hours in ${HARMLESS} hospital and nobody came`,
    createdAt: at,
    observedAt: at,
  };
  const account = 'https://example.org/users/zebquill77';
  const changes: Partial<RawPost>[] = [
    { text: `${plain.text}. ${SAID}` },
    { text: `${plain.text}. ${SAID}`.toLowerCase() },
    { title: SAID },
    { question: SAID, kind: 'answer' },
    { place: SAID },
    { author: { id: account, displayName: 'Harriet Pemberton' } as { id: string } },
    { nativeId: 'zebquill77-4', url: `${account}/4`, feed: `${account}.rss` },
    { parentId: `${account}/3`, rootId: `${account}/2` },
    { lang: 'zebquill77' },
    { createdAt: 'zebquill77 said so' },
  ];
  return changes.map((change, n) => ({ ...plain, nativeId: `${n}`, canonicalId: `${plain.canonicalId}${n}`, ...change }));
}

/** Nothing personal that came in is in the queue, a store, a log or a metric, whichever field it came in by. */
export function personalDataContract(name: string, openKit: () => Promise<PersonalDataKit>): void {
  describe(`personal data: ${name}`, () => {
    it('never gets further than the memory of ingest', async () => {
      const kit = await openKit();
      const { config } = kit;
      const { logger, logged } = recordLog();
      const metrics = createMetrics();
      await using profile = await kit.open(logger);
      const prepare = createPrepareOps({
        clock: systemClock,
        vault: createVault(profile.pseudonymSecret),
        retentionDays: config.retentionDays,
        redact: loadRedactor(),
      });
      const outcomes = prepare(
        rawPosts().map((item) => ({ op: 'upsert', item })),
        { id: 'mastodon', genre: 'post' },
      );
      const ops = outcomes.flatMap((outcome) => (outcome.type === 'keep' ? [outcome.value] : []));
      expect(ops.length).toBeGreaterThan(8);
      // Batches are packed in the queue: this is what is in them.
      expectNone(JSON.stringify(ops), 'what is queued');
      for (const outcome of outcomes) if (outcome.type === 'quarantine') expectNone(String(outcome.cause), 'the cause of a quarantine');
      await profile.intake.submit(ops);
      for (const bytes of await kit.written()) expectNone(bytes.toString('latin1'), 'what is written while posts wait');

      await using _worker = await startWorker(profile, { config, logger, metrics });
      await expectNoneKept(kit, profile, ops.length);
      expectNone(logged.join(''), 'a log');
      expectNone(await metrics.expose(), 'a metric');
    }, 120_000);

    it('that is pushed gets no further than the memory of the API', async () => {
      const kit = await openKit();
      const { logger, logged } = recordLog();
      const metrics = createMetrics();
      await using profile = await kit.open(logger);
      const config = { ...kit.config, pushKeys: [PUSH_KEY] };
      const push = await openPush(profile, { config, metrics });
      using measuring = startMeasuring(profile, { metrics, logger });
      const app = createApiApp(profile, { config, logger, metrics, measuring, pageFolder: undefined, synthetic: false, push });
      const send = async (body: string, contentType?: string) => {
        const headers = signPush(body, { atMs: Date.now(), ...(contentType === undefined ? {} : { contentType }) });
        const answer = await app.fetch(
          new Request('http://localhost/v1/ingest', { method: 'POST', body, headers: { host: 'localhost', ...headers } }),
        );
        const text = await answer.text();
        expectNone(text, 'what is answered');
        return { status: answer.status, body: JSON.parse(text) as { accepted: number; errors: object[] } };
      };
      const items = pushedItems();
      const { status, body } = await send(JSON.stringify([...items, ...brokenItems()]));
      expect([status, body.accepted, body.errors.length]).toEqual([202, items.length, brokenItems().length]);
      expect((await send(`{"text": "${SAID}`)).status).toBe(400);
      expect(
        (
          await send(
            brokenItems()
              .map((item) => JSON.stringify(item))
              .join('\n'),
            'application/x-ndjson',
          )
        ).status,
      ).toBe(400);
      for (const bytes of await kit.written()) expectNone(bytes.toString('latin1'), 'what is written while posts wait');

      await using _worker = await startWorker(profile, { config, logger, metrics });
      await expectNoneKept(kit, profile, items.length);
      expectNone(logged.join(''), 'a log');
      expectNone(await metrics.expose(), 'a metric');
    }, 120_000);
  });
}

/** Everything that is logged, at its most talkative. */
function recordLog(): { logger: Logger; logged: string[] } {
  const logged: string[] = [];
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(chunk.toString());
      done();
    },
  });
  return { logger: createLogger('trace', lines), logged };
}

/** Waits until as many posts are searchable, and looks through all that was written. */
async function expectNoneKept(kit: PersonalDataKit, profile: Profile, posts: number): Promise<void> {
  await expect.poll(() => profile.coordination.ledger.accounts(), { timeout: 30_000 }).toMatchObject([{ pending: 0 }]);
  await profile.posts.refresh();
  expect((await profile.posts.totals({ where: MATCH_ALL })).posts).toBe(posts);
  const all = (await kit.written()).map((bytes) => bytes.toString('latin1'));
  expect(all.some((bytes) => bytes.includes(HARMLESS))).toBe(true);
  for (const bytes of all) expectNone(bytes, 'what is stored');
}

/** Every field of a pushed comment that may hold anything. */
function pushedItems(): object[] {
  const plain = {
    text: `Waited nine hours in ${HARMLESS} hospital and nobody came`,
    createdAt: new Date(Date.now() - 3_600_000).toISOString(),
  };
  const changes: object[] = [
    { text: `${plain.text}. ${SAID}` },
    { title: SAID },
    { question: SAID },
    { place: SAID },
    { author: 'zquill@canary-mail.example' },
    { id: 'zebquill77-4', url: 'https://example.org/users/zebquill77/4', parentId: 'zebquill77-3' },
    { lang: 'zebquill77' },
  ];
  return changes.map((change, n) => ({ id: `${n}`, ...plain, ...change }));
}

/** Comments that can't be taken, for what they hold or how they are made. */
function brokenItems(): object[] {
  const fields = ['id', 'op', 'createdAt', 'kind', 'genre', 'organisation', 'source', 'url'];
  const named = fields.map((field) => ({ id: '1', text: SAID, [field]: field === 'id' ? SAID.repeat(10) : SAID }));
  return [...named, { id: '1', text: SAID, [SAID]: SAID }, { text: SAID }, [SAID]];
}

export function expectNone(text: string, where: string): void {
  const lower = text.toLowerCase();
  expect(
    BETRAYS.filter((canary) => lower.includes(canary.toLowerCase())),
    where,
  ).toEqual([]);
}
