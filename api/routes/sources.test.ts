import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteCoverage } from '#core/source-coverage.ts';
import { NOW_MS, openWorld, type World } from '../test-support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.setStatus({
    id: 'mastodon',
    mode: 'poll',
    state: 'unreachable',
    detail: 'mastodon.example did not answer. It is tried again.',
    collectedSinceMs: NOW_MS - 86_400_000,
    lastSuccessAtMs: NOW_MS - 3_600_000,
    nextTryAtMs: NOW_MS + 60_000,
    gaps: [{ fromMs: NOW_MS - 3_600_000, toMs: null, reason: 'unreachable' }],
    recheck: { completedAtMs: null, detail: null },
    updatedAtMs: NOW_MS,
  });
  const stretch = { share: 1, reason: 'mastodon.example answered 503.', notedAtMs: NOW_MS };
  await noteCoverage(world.deps.documents, 'mastodon', { ...stretch, kind: 'began', fromMs: 0, toMs: NOW_MS - 86_400_000 });
  await noteCoverage(world.deps.documents, 'mastodon', {
    ...stretch,
    kind: 'missing',
    fromMs: NOW_MS - 14_400_000,
    toMs: NOW_MS - 7_200_000,
  });
  const { ledger } = world.deps.coordination;
  const batch = { id: 'batch-1', openedAtMs: NOW_MS, counts: { mastodon: 10, file: 2 } };
  await ledger.open(batch);
  await ledger.settle(batch, [
    { source: 'mastodon', outcome: 'stored', reason: '', count: 6 },
    { source: 'mastodon', outcome: 'dropped', reason: 'duplicate', count: 2 },
    { source: 'mastodon', outcome: 'quarantined', reason: 'invalid', count: 1 },
    { source: 'mastodon', outcome: 'erased', reason: '', count: 1 },
    { source: 'file', outcome: 'stored', reason: '', count: 2 },
  ]);
  await ledger.open({ id: 'batch-2', openedAtMs: NOW_MS, counts: { mastodon: 3 } });
});

afterAll(() => world[Symbol.asyncDispose]());

describe('GET /v1/sources', () => {
  it('tells state, gaps and what became of everything collected', async () => {
    const { body } = await world.get('/v1/sources');
    expect(body['asOf']).toBe('2026-11-18T15:00:00.000Z');
    expect((body['items'] as object[])[1]).toEqual({
      id: 'mastodon',
      mode: 'poll',
      state: 'unreachable',
      detail: 'mastodon.example did not answer. It is tried again.',
      collectedSince: '2026-11-17T15:00:00.000Z',
      lastSuccess: '2026-11-18T14:00:00.000Z',
      nextTry: '2026-11-18T15:01:00.000Z',
      gaps: [{ from: '2026-11-18T14:00:00.000Z', to: null, reason: 'unreachable' }],
      recheck: { completed: null, detail: null },
      account: { collected: 13, stored: 6, dropped: { duplicate: 2 }, quarantined: { invalid: 1 }, erased: 1, pending: 3, difference: 0 },
    });
  });

  it('lists what was imported without being collected', async () => {
    const { body } = await world.get('/v1/sources');
    expect((body['items'] as object[])[0]).toMatchObject({ id: 'file', state: null, mode: null, account: { collected: 2, stored: 2 } });
  });
});

describe('GET /v1/sources/{id}/coverage', () => {
  it('tells what the source was not collected in, and how much of the range is held so far', async () => {
    const { body } = await world.get('/v1/sources/mastodon/coverage?from=2026-11-18T07:00:00Z&to=2026-11-19T07:00:00Z');
    expect(body).toEqual({
      source: 'mastodon',
      from: '2026-11-18T07:00:00.000Z',
      to: '2026-11-19T07:00:00.000Z',
      share: 0.75,
      items: [
        {
          kind: 'missing',
          from: '2026-11-18T11:00:00.000Z',
          to: '2026-11-18T13:00:00.000Z',
          share: 1,
          reason: 'mastodon.example answered 503.',
        },
      ],
    });
  });

  it('says since when there is anything at all', async () => {
    const { body } = await world.get('/v1/sources/mastodon/coverage?from=2026-11-16');
    expect((body['items'] as object[])[0]).toMatchObject({ kind: 'began', from: null, to: '2026-11-17T15:00:00.000Z' });
  });
});
