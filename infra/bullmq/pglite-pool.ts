import { EventEmitter } from 'node:events';
import type { PgPool, PgPoolClient } from 'bullmq';
import type { PgliteDatabase } from './pglite-database.ts';

/** PGlite in the shape of the `pg.Pool` that BullMQ takes: `query`, `connect`, `end`, `on`. */
export function createPglitePool(database: PgliteDatabase): PgPool {
  const events = new EventEmitter();
  const pool = {
    // BullMQ asks this before it lets an idle worker wait long: there is no connection here that could be cut.
    options: { keepAlive: true },
    query: <R>(text: string, params?: readonly unknown[]) => database.query<R>(text, params),
    connect: () => Promise.resolve(createSession(database)),
    end: () => Promise.resolve(),
    on(event: string, listener: (...args: never[]) => void) {
      events.on(event, listener as (...args: unknown[]) => void);
      return pool;
    },
    removeAllListeners(event?: string) {
      events.removeAllListeners(event);
      return pool;
    },
  };
  return pool;
}

/** One "connection": all of them share PGlite's only session, each with listeners of its own. */
function createSession(database: PgliteDatabase): PgPoolClient {
  const events = new EventEmitter();
  events.setMaxListeners(0);
  const stopListening = database.listen(
    (channel, payload) => events.emit('notification', { channel, payload }),
    // As a cut connection would: BullMQ takes another client and listens anew.
    (error) => events.listenerCount('error') > 0 && events.emit('error', error),
  );
  const session = {
    query: <R>(text: string, params?: readonly unknown[]) => database.query<R>(text, params),
    on(event: string, listener: (...args: never[]) => void) {
      events.on(event, listener as (...args: unknown[]) => void);
      return session;
    },
    removeListener(event: string, listener: (...args: never[]) => void) {
      events.removeListener(event, listener as (...args: unknown[]) => void);
      return session;
    },
    removeAllListeners(event?: string) {
      events.removeAllListeners(event);
      return session;
    },
    release() {
      stopListening();
    },
  };
  return session;
}
