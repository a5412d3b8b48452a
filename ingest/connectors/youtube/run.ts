import type { Op, Page, ReadContext, ReadRange } from '../../connector.ts';
import type { Api } from './api.ts';
import type { Quota } from './quota.ts';
import type { Cursor, Round } from './schema.ts';

/** A channel, by its id or handle, or the list of single videos. */
export interface Partition {
  channel: string | undefined;
  videos: readonly string[];
  apiKey: string;
  baseUrl: string;
  /** Units a day. */
  share: number;
  maxVideoAgeMs: number;
  matches: (texts: readonly (string | undefined)[]) => boolean;
}

/** One read of a partition. `state` is where it has got to, and changes with every step. */
export interface Run {
  context: ReadContext<Partition>;
  api: Api;
  quota: Quota;
  state: Cursor;
  range: ReadRange;
}

export function pageOf({ state, quota }: Run, ops: Op[], more: Pick<Page<Cursor>, 'hasMore' | 'gap'>): Page<Cursor> {
  const { day, units } = quota.spent;
  Object.assign(state, { day, units });
  return { ops, cursor: structuredClone(state), ...more };
}

const TRIES = 3;

/** For a fault that may pass or not: throws until it was met often, then the round goes on without what it struck. */
export function passOver({ context }: Run, round: Round, retry: () => Error): void {
  if (context.attempt < TRIES) throw retry();
  round.isPart = true;
}
