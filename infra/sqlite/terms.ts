import type { DatabaseSync } from 'node:sqlite';
import { prepare } from './statement.ts';

export const TERM_DIMENSIONS = ['theme', 'place', 'source', 'sentiment', 'lang', 'kind', 'relevance', 'urgency'] as const;
export type TermDimension = (typeof TERM_DIMENSIONS)[number];

/** The number of a field's value, or undefined if no post ever had it. */
export type FindTerm = (dimension: TermDimension, value: string) => number | undefined;

export function createTermFinder(database: DatabaseSync): FindTerm {
  const statement = prepare<{ id: number }>(database, 'SELECT id FROM terms WHERE dimension = ? AND value = ?');
  return (dimension, value) => statement.get(dimension, value)?.id;
}

/** Values by number, for one dimension. */
export function readTerms(database: DatabaseSync, dimension: TermDimension): Map<number, string> {
  const rows = prepare<{ id: number; value: string }>(database, 'SELECT id, value FROM terms WHERE dimension = ?').all(dimension);
  return new Map(rows.map(({ id, value }) => [id, value]));
}

const CACHE_LIMIT = 50_000;

/** Numbers values for the writer: a new value gets a new number. `forget` after a rollback, which takes new numbers back. */
export function createTermWriter(database: DatabaseSync): {
  number: (dimension: TermDimension, value: string) => number;
  forget: () => void;
} {
  const cache = new Map<string, number>();
  const find = createTermFinder(database);
  const insert = prepare<{ id: number }>(database, 'INSERT INTO terms (dimension, value) VALUES (?, ?) RETURNING id');
  return {
    number(dimension, value) {
      const key = `${dimension}:${value}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const id = find(dimension, value) ?? insert.get(dimension, value)!.id;
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(key, id);
      return id;
    },
    forget: () => cache.clear(),
  };
}
