import { DAY_MS, londonDayStartMs } from '#core/calendar.ts';
import { pushedDeletionSchema, pushedUpsertSchema, type PushedDeletion, type PushedUpsert } from '#core/push.ts';
import type { z } from 'zod';
import type { Op } from '../../connector.ts';
import { kindOfText } from '../../kind-of-text.ts';

/** An operation and the source that it counts for, or what is wrong with the item: never what it holds. */
export type ReadItem = { op: Exclude<Op, { op: 'purge-author' }>; source: string; id: string } | { field: string; problem: string };

const KEYS = Object.keys(pushedUpsertSchema.shape);

/** Reads items that come in at an instant. `ownSources`: names that what is pushed may not take. */
export function createItemReader({ nowMs, ownSources }: { nowMs: number; ownSources: ReadonlySet<string> }): (value: unknown) => ReadItem {
  const observedAt = new Date(nowMs).toISOString();

  return (value) => {
    const item = unwrap(value);
    if (!isObject(item)) return { field: value === item ? '' : 'data', problem: 'must be an object' };
    const isDeletion = Object.hasOwn(item, 'op') && item['op'] === 'delete';
    if (!isDeletion && Object.keys(item).some((key) => !KEYS.includes(key))) {
      return { field: '', problem: `has a key that is not known; the keys are ${KEYS.join(', ')}` };
    }
    const given = Object.fromEntries(KEYS.flatMap((key) => (Object.hasOwn(item, key) && item[key] !== null ? [[key, item[key]]] : [])));
    const parsed = (isDeletion ? pushedDeletionSchema : pushedUpsertSchema).safeParse(given);
    if (!parsed.success) return toProblem(parsed.error, given);
    const { id, source } = parsed.data;
    if (ownSources.has(source)) return { field: 'source', problem: 'is the name of a source that Earshot collects itself; take another' };
    return { op: parsed.data.op === 'delete' ? toDelete(parsed.data) : toUpsert(parsed.data, observedAt), source, id };
  };
}

/** The data of a CloudEvent (version 1.0, in JSON), else the value itself. */
function unwrap(value: unknown): unknown {
  return isObject(value) && Object.hasOwn(value, 'specversion') ? (Object.hasOwn(value, 'data') ? value['data'] : undefined) : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toProblem(error: z.ZodError, given: object): { field: string; problem: string } {
  const issue = error.issues[0];
  const field = issue?.path.join('.') ?? '';
  return { field, problem: Object.hasOwn(given, field) ? (issue?.message ?? 'is not valid') : 'is missing' };
}

function toDelete({ id, source }: PushedDeletion): Extract<Op, { op: 'delete' }> {
  return { op: 'delete', ref: { source, nativeId: id, canonicalId: id }, reason: 'user' };
}

function toUpsert(item: PushedUpsert, observedAt: string): Extract<Op, { op: 'upsert' }> {
  const { id, source, text, author, genre, kind, createdAt, title, question, place, lang, url, parentId, organisation } = item;
  return {
    op: 'upsert',
    item: {
      source,
      nativeId: id,
      canonicalId: id,
      kind: kind ?? kindOfText(genre ?? 'post', { question, parentId }),
      text,
      createdAt: createdAt === undefined ? observedAt : toInstant(createdAt),
      observedAt,
      ...(author === undefined ? {} : { author: { id: author } }),
      ...withoutUndefined({ genre, title, question, place, lang, url, parentId, organisation }),
    },
  };
}

/** A date alone is the day in London, from its beginning. */
function toInstant(stated: string): string {
  const isDay = stated.length === 10;
  return new Date(isDay ? londonDayStartMs(Date.parse(stated) / DAY_MS) : stated).toISOString();
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
