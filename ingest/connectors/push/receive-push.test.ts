import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueuedOp } from '#core/jobs.ts';
import type { Coordination } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import { sourceStatusDocument } from '#core/ports/source-status.ts';
import type { PushAnswer } from '#core/push.ts';
import { quarantineDocument } from '#core/quarantine.ts';
import { readCoverage } from '#core/source-coverage.ts';
import { createVirtualClock, type VirtualClock } from '#core/virtual-clock.ts';
import { createMetrics } from '#infra/metrics.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { postId } from '../../identity.ts';
import { createPushRig, MAX_WAITING, type PushRig } from '../../test-support/push-receiver.ts';
import { createPushStatus } from './push-status.ts';
import { pushDocument } from './remember-pushes.ts';

let clock: VirtualClock;
let coordination: Coordination;
let documents: DocumentStore;
let metrics: ReturnType<typeof createMetrics>;
let rig: PushRig;
let pushes = 0;

beforeEach(async () => {
  clock = createVirtualClock(Date.UTC(2026, 10, 18, 9));
  coordination = await openSqliteCoordination({ file: ':memory:', clock });
  documents = await openSqliteDocumentStore({ file: ':memory:' });
  metrics = createMetrics();
  rig = createPushRig({ clock, ledger: coordination.ledger, documents, metrics });
});

afterEach(async () => {
  await coordination[Symbol.asyncDispose]();
  await documents[Symbol.asyncDispose]();
});

const ITEM = { id: '7', text: 'Nine hours in A&E', createdAt: '2026-11-17T08:00:00Z' };

function send(body: unknown, { id = `push-${(pushes += 1)}`, format = 'json' as 'json' | 'ndjson' } = {}): Promise<PushAnswer> {
  const text = body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return rig.receive({ id, format, body: text });
}

function posts(): Extract<QueuedOp, { op: 'upsert' }>['post'][] {
  return rig.queued.flatMap((op) => (op.op === 'upsert' ? [op.post] : []));
}

async function errorOf(item: unknown): Promise<{ field: string; problem: string } | string> {
  const answer = await send([item]);
  if (answer.type !== 'refused') return answer.type;
  const [error] = answer.errors;
  return error ? { field: error.field, problem: error.problem } : answer.detail;
}

describe('what is sent', () => {
  it('may be one comment, several, or one in each line', async () => {
    expect(await send(ITEM)).toEqual({ type: 'taken', accepted: 1, errors: [] });
    expect(await send([ITEM, { ...ITEM, id: '8' }])).toMatchObject({ accepted: 2 });
    expect(await send(`${JSON.stringify(ITEM)}\r\n\n${JSON.stringify({ ...ITEM, id: '9' })}\n`, { format: 'ndjson' })).toMatchObject({
      accepted: 2,
    });
    expect(posts().map(({ id }) => id)).toEqual(['7', '7', '8', '7', '9'].map((id) => postId('push', id)));
  });

  it('may be in envelopes as CloudEvents has them', async () => {
    const event = { specversion: '1.0', id: 'e1', source: '/survey', type: 'comment', datacontenttype: 'application/json', data: ITEM };
    expect(await send(event)).toMatchObject({ accepted: 1 });
    expect(await send([event, { ...event, data: { ...ITEM, id: '8' } }])).toMatchObject({ accepted: 2 });
    const { data: _, ...bare } = event;
    expect(await errorOf({ ...bare, data_base64: 'e30=' })).toEqual({ field: 'data', problem: 'must be an object' });
  });

  it('becomes a post with all that is said of it', async () => {
    await send({
      ...ITEM,
      author: 'respondent-88',
      title: 'Long night',
      question: 'What could be better?',
      place: 'Ward 5',
      lang: 'en',
      url: 'https://example.org/7',
      parentId: '6',
      organisation: 'rr8',
      genre: 'feedback',
      source: 'fft',
    });
    expect(posts()).toMatchObject([
      {
        id: postId('fft', '7'),
        source: 'fft',
        origin: 'fft',
        kind: 'answer',
        genre: 'feedback',
        text: 'Nine hours in A&E',
        title: 'Long night',
        question: 'What could be better?',
        statedPlace: 'Ward 5',
        statedLanguage: 'en',
        organisation: 'RR8',
        createdAtMs: Date.UTC(2026, 10, 17, 8),
        threadId: postId('fft', '6'),
        voice: expect.stringMatching(/^[\w-]{22}$/),
      },
    ]);
  });

  it.each<[object, string]>([
    [{}, 'post'],
    [{ parentId: '1' }, 'reply'],
    [{ genre: 'feedback' }, 'review'],
    [{ question: 'Why?' }, 'answer'],
    [{ genre: 'feedback', kind: 'story' }, 'story'],
  ])('with %j is a %s', async (change, kind) => {
    await send({ ...ITEM, ...change });
    expect(posts()[0]?.kind).toBe(kind);
  });

  it.each<[string | null, number]>([
    ['2026-07-01', Date.UTC(2026, 5, 30, 23)],
    ['2026-11-17', Date.UTC(2026, 10, 17)],
    ['2026-11-17T10:00:00+02:00', Date.UTC(2026, 10, 17, 8)],
    [null, Date.UTC(2026, 10, 18, 9)],
    ['1999-01-01T00:00:00Z', Date.UTC(2026, 10, 18, 9)],
    ['2999-01-01T00:00:00Z', Date.UTC(2026, 10, 18, 9)],
  ])('dated %s is of the right instant', async (createdAt, atMs) => {
    await send({ ...ITEM, createdAt });
    expect(posts()[0]?.createdAtMs).toBe(atMs);
  });

  it('is redacted before it goes anywhere', async () => {
    await send({ ...ITEM, text: 'Ring 07700 900123', author: 'zquill@canary-mail.example', url: 'https://example.org/zquill' });
    expect(posts()[0]?.text).toBe('Ring [phone]');
    expect(JSON.stringify(rig.queued)).not.toMatch(/zquill|900123/);
  });

  it('counts once where an id stands twice: the last is taken', async () => {
    expect(
      await send([
        { ...ITEM, text: 'First words' },
        { ...ITEM, text: 'Last words' },
      ]),
    ).toMatchObject({
      accepted: 1,
      errors: [{ index: 0, field: 'id' }],
    });
    expect(posts().map(({ text }) => text)).toEqual(['Last words']);
  });
});

describe('a deletion', () => {
  it('forgets what was pushed under that id and name', async () => {
    expect(
      await send([
        { op: 'delete', id: '7' },
        { op: 'delete', id: '7', source: 'fft', text: 'no matter' },
      ]),
    ).toMatchObject({ accepted: 2 });
    expect(rig.queued).toEqual([
      { op: 'forget', id: postId('push', '7'), source: 'push', reason: 'user' },
      { op: 'forget', id: postId('fft', '7'), source: 'fft', reason: 'user' },
    ]);
  });

  it('is taken however much waits', async () => {
    rig.queue.waiting = MAX_WAITING + 1;
    expect(await send(ITEM)).toEqual({ type: 'crowded' });
    expect(await send({ op: 'delete', id: '7' })).toMatchObject({ type: 'taken' });
    rig.queue.waiting = MAX_WAITING;
    expect(await send(ITEM)).toMatchObject({ type: 'taken' });
  });
});

describe('what is wrong with an item', () => {
  it.each<[unknown, string, string]>([
    [null, '', 'object'],
    ['text', '', 'object'],
    [[ITEM], '', 'object'],
    [{ text: 'x' }, 'id', 'missing'],
    [{ id: '1' }, 'text', 'missing'],
    [{ ...ITEM, id: 7 }, 'id', 'string'],
    [{ ...ITEM, id: '' }, 'id', 'empty'],
    [{ ...ITEM, id: 'x'.repeat(1_001) }, 'id', '1,000'],
    [{ ...ITEM, text: ['x'] }, 'text', 'string'],
    [{ ...ITEM, op: 'purge' }, 'op', 'upsert'],
    [{ ...ITEM, createdAt: 'yesterday' }, 'createdAt', 'instant'],
    [{ ...ITEM, createdAt: '17/11/2026' }, 'createdAt', 'instant'],
    [{ ...ITEM, createdAt: '2026-11-17T08:00:00' }, 'createdAt', 'time zone'],
    [{ ...ITEM, createdAt: 1_795_512_600 }, 'createdAt', 'instant'],
    [{ ...ITEM, kind: 'rant' }, 'kind', 'one of'],
    [{ ...ITEM, genre: 'rant' }, 'genre', 'one of'],
    [{ ...ITEM, url: 'javascript:alert(1)' }, 'url', 'http'],
    [{ ...ITEM, organisation: 'St James' }, 'organisation', 'ODS'],
    [{ ...ITEM, author: { id: 'x' } }, 'author', 'string'],
    [{ ...ITEM, source: 'My Survey' }, 'source', 'letters'],
    [{ op: 'delete' }, 'id', 'missing'],
  ])('%j: %s', async (item, field, problem) => {
    expect(await errorOf(item)).toEqual({ field, problem: expect.stringContaining(problem) });
  });

  it('is told of each, and the others are taken', async () => {
    expect(await send([ITEM, { id: '8' }, { ...ITEM, id: '9' }, { ...ITEM, id: '10', text: ' ' }])).toEqual({
      type: 'taken',
      accepted: 2,
      errors: [
        { index: 1, field: 'text', problem: 'is missing' },
        { index: 3, field: 'text', problem: 'holds no words' },
      ],
    });
  });

  it('is never told with what it holds', async () => {
    const canary = 'zqx-canary-9141';
    const items = ['id', 'op', 'createdAt', 'kind', 'genre', 'url', 'organisation', 'source', 'lang'].map((key) => ({
      ...ITEM,
      [key]: `${canary} at length${' '.repeat(key === 'id' ? 1_000 : 30)}`,
    }));
    const answer = await send([...items, { ...ITEM, [canary]: 1 }, canary, [canary]]);
    expect(answer).toMatchObject({ type: 'refused', errors: { length: 12 } });
    const { documents: quarantined } = await documents.list(quarantineDocument);
    expect(quarantined).toHaveLength(12);
    expect(JSON.stringify([answer, quarantined, await coordination.ledger.accounts(), await metrics.expose()])).not.toContain(canary);
  });

  it('is in the ledger beside what was taken, once however often it is sent', async () => {
    rig.queue.refuses = true;
    const body = [ITEM, { id: '8' }, { ...ITEM, id: '9', text: '' }];
    await expect(send(body, { id: 'again' })).rejects.toMatchObject({ code: 'unavailable' });
    rig.queue.refuses = false;
    await send(body, { id: 'again' });
    await send(body, { id: 'again' });
    const accounts = await coordination.ledger.accounts();
    expect(accounts).toMatchObject([
      {
        source: 'push',
        collected: 2,
        outcomes: [
          { outcome: 'dropped', reason: 'empty', count: 1 },
          { outcome: 'quarantined', reason: 'invalid', count: 1 },
        ],
      },
    ]);
    expect(await metrics.expose()).toContain('earshot_posts_collected_total{source="push"} 3');
  });
});

describe('a body', () => {
  it.each<[string, unknown]>([
    ['is not valid JSON', '{"id":"1",'],
    ['is not valid JSON', ''],
    ['holds no item', '[]'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['nested', '['.repeat(500_000)],
    ['nested', `{"id":"1","text":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
    ['1,001 items', Array.from({ length: 1_001 }, () => ITEM)],
  ])('that %s is refused whole', async (problem, body) => {
    expect(await send(body)).toEqual({ type: 'refused', detail: expect.stringContaining(problem), errors: [] });
    expect(rig.queued).toEqual([]);
    expect(await coordination.ledger.accounts()).toMatchObject([{ source: 'push', collected: 1 }]);
  });

  it('of lines has errors by line', async () => {
    expect(await send(`{"id"\n${JSON.stringify(ITEM)}\n${'['.repeat(100)}`, { format: 'ndjson' })).toMatchObject({
      accepted: 1,
      errors: [
        { index: 0, problem: 'is not valid JSON' },
        { index: 2, problem: expect.stringContaining('nested') },
      ],
    });
  });

  it('is counted for its depth outside strings only', async () => {
    expect(await send({ ...ITEM, text: `${'[{"'.repeat(50)}\\" said` })).toMatchObject({ accepted: 1 });
  });

  it.each([
    '{"__proto__":{"text":"polluted","id":"1"}}',
    '{"id":"1","text":"x","__proto__":{"op":"delete"}}',
    '{"id":"1","text":"x","constructor":{"prototype":{"a":1}}}',
  ])('%s changes nothing but its own refusal', async (body) => {
    expect(await send(body)).toMatchObject({ type: 'refused', errors: [{ problem: expect.stringContaining('not known') }] });
    expect(({} as Record<string, unknown>)['text'] ?? ({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it('of any JSON is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (body) => {
        expect((await send(body)).type).toBe('refused');
      }),
      { numRuns: 200 },
    );
  });
});

describe('ids', () => {
  it('can’t be those of a source that Earshot collects', async () => {
    expect(await errorOf({ ...ITEM, id: 'at://did:plc:a/app.bsky.feed.post/1' })).toMatchObject({ field: 'id' });
    expect(await errorOf({ op: 'delete', id: 'at://did:plc:a/app.bsky.feed.post/1' })).toMatchObject({ field: 'id' });
    expect(await errorOf({ ...ITEM, source: 'bluesky' })).toMatchObject({ field: 'source' });
    expect(await errorOf({ op: 'delete', id: '1', source: 'file' })).toMatchObject({ field: 'source' });
  });

  it('are told apart by the name of the source, and so are authors', async () => {
    await send([
      { ...ITEM, author: 'a' },
      { ...ITEM, author: 'a', source: 'fft' },
    ]);
    const [one, other] = posts();
    expect(one!.id).not.toBe(other!.id);
    expect(one!.voice).not.toBe(other!.voice);
  });

  it('don’t make any number of sources', async () => {
    const items = Array.from({ length: 60 }, (_, nth) => ({ ...ITEM, source: `survey-${nth}` }));
    const answer = await send(items);
    expect(answer).toMatchObject({ accepted: 50, errors: { length: 10 } });
    // Another process knows of them too.
    rig = createPushRig({ clock, ledger: coordination.ledger, documents, metrics });
    expect(await send({ ...ITEM, source: 'survey-49' })).toMatchObject({ accepted: 1 });
    expect(await send({ ...ITEM, source: 'one-more' })).toMatchObject({ type: 'refused', errors: [{ field: 'source' }] });
    expect(await send(ITEM)).toMatchObject({ accepted: 1 });
  });
});

describe('a push that is sent again', () => {
  it('does nothing, in any process, while its signature could still be right', async () => {
    await send(ITEM, { id: 'once' });
    rig = createPushRig({ clock, ledger: coordination.ledger, documents, metrics });
    for (const minutes of [0, 1, 9, 20]) {
      await clock.advance(minutes * 60_000);
      expect(await send(ITEM, { id: 'once' })).toEqual({ type: 'repeated' });
    }
    expect(rig.queued).toEqual([]);
  });

  it('is taken if the queue could not take it before', async () => {
    rig.queue.refuses = true;
    await expect(send(ITEM, { id: 'once' })).rejects.toMatchObject({ code: 'unavailable' });
    rig.queue.refuses = false;
    expect(await send(ITEM, { id: 'once' })).toMatchObject({ accepted: 1 });
  });

  it('leaves no trace for longer than an hour', async () => {
    for (let nth = 0; nth < 450; nth++) await send(ITEM, { id: `early-${nth}` });
    expect(await documents.count(pushDocument)).toBe(450);
    await clock.advance(65 * 60_000);
    await send(ITEM, { id: 'late' });
    expect(await documents.count(pushDocument)).toBe(1);
  });
});

describe('the status of the source', () => {
  const status = async () => (await documents.get(sourceStatusDocument, 'push'))?.value;

  it('is collecting once the entrance is open, with the time of the last push', async () => {
    await createPushStatus({ documents, clock }).open();
    expect(await status()).toMatchObject({ state: 'collecting', mode: 'push', collectedSinceMs: null, lastSuccessAtMs: null });
    await clock.advance(3_600_000);
    await send(ITEM);
    const firstMs = clock.now();
    expect(await status()).toMatchObject({ state: 'collecting', collectedSinceMs: firstMs, lastSuccessAtMs: firstMs });
    await clock.advance(86_400_000);
    await send(ITEM);
    await createPushStatus({ documents, clock }).open();
    expect(await status()).toMatchObject({ collectedSinceMs: firstMs, lastSuccessAtMs: firstMs + 86_400_000, gaps: [] });
  });

  it('takes nobody’s pushing for no outage', async () => {
    await send(ITEM);
    await clock.advance(7 * 86_400_000);
    await send(ITEM);
    expect(await readCoverage(documents, 'push', 0, clock.now())).toMatchObject([{ kind: 'began' }]);
  });

  it('is not touched by what is refused', async () => {
    await send({});
    expect(await status()).toBeUndefined();
  });
});
