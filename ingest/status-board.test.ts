import { expect, test } from 'vitest';
import { unavailable } from '#core/errors.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import { sourceStatusDocument } from '#core/ports/source-status.ts';
import { coverageDocument } from '#core/source-coverage.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { createStatusBoard, markOff } from './status-board.ts';

const HOUR = 3_600_000;

/** A store that reads nothing while it is down. */
function failing(documents: DocumentStore) {
  const store = { isDown: false };
  const get: DocumentStore['get'] = (...asked) => (store.isDown ? Promise.reject(unavailable('The store')) : documents.get(...asked));
  return { store, documents: { get, put: documents.put.bind(documents) } as DocumentStore };
}

test('what was known of a source outlasts a start at which the store is down', async () => {
  await using held = await openSqliteDocumentStore({ file: ':memory:' });
  const { store, documents } = failing(held);
  const clock = createVirtualClock();
  const open = () => createStatusBoard({ id: 'rss', mode: 'poll', documents, clock, onChange: () => undefined });
  const first = open();
  await first.open();
  await first.set('feed', { state: 'starting' });
  await first.succeeded('feed');
  await first.addGap({ fromMs: 1, toMs: 2, reason: 'because' });
  const beganMs = clock.now();
  await clock.advance(HOUR);

  store.isDown = true;
  const second = open();
  await second.open();
  await markOff('rss', 'poll', { documents, clock });
  await second.set('feed', { state: 'starting' });
  store.isDown = false;
  await second.succeeded('feed');
  await second.set('feed', { state: 'collecting' });

  const status = (await held.get(sourceStatusDocument, 'rss'))?.value;
  expect(status).toMatchObject({ state: 'collecting', collectedSinceMs: beganMs, gaps: [{ fromMs: 1 }] });
  const noted = (await held.list(coverageDocument, { limit: 10 })).documents.flatMap(({ value }) => value);
  expect(noted.filter(({ kind }) => kind === 'began').map(({ toMs }) => toMs)).toEqual([beganMs]);
});

test('a gap noted while the clock was ahead runs forwards', async () => {
  await using documents = await openSqliteDocumentStore({ file: ':memory:' });
  const board = createStatusBoard({ id: 'rss', mode: 'poll', documents, clock: createVirtualClock(), onChange: () => undefined });
  await board.open();
  await board.addGap({ fromMs: 20, toMs: 10, reason: 'because' });
  expect((await documents.get(sourceStatusDocument, 'rss'))?.value.gaps).toMatchObject([{ fromMs: 10, toMs: 20 }]);
});
