import type { DatabaseSync } from 'node:sqlite';
import { readStopped } from '#core/errors.ts';
import type {
  AggregateBucket,
  AggregateRequest,
  SearchPosition,
  SearchRequest,
  SeriesPoint,
  SeriesRequest,
  Totals,
} from '#core/ports/post-store.ts';
import type { Selection } from '#core/query.ts';
import { compileSelection } from './compile-query.ts';
import { countBuckets, countSeries, countTotals, type Scan, type Visit } from './count-posts.ts';
import { prepare } from './statement.ts';
import { createTermFinder } from './terms.ts';

/** A read that may scan many rows. It and its answer cross to a worker thread and back, so both are plain data. */
export type ReadRequest =
  | { type: 'search'; request: SearchRequest }
  | { type: 'aggregate'; request: AggregateRequest }
  | { type: 'series'; request: SeriesRequest }
  | { type: 'totals'; selection: Selection }
  | { type: 'ids'; selection: Selection };

export interface ReadAnswers {
  search: FoundPage;
  aggregate: AggregateBucket[];
  series: SeriesPoint[];
  totals: Totals;
  ids: string[];
}

export interface FoundPage {
  posts: StoredBody[];
  total: number;
  next: SearchPosition | null;
}

/** A post as it is stored; parsed on the thread that wants it. */
export interface StoredBody {
  body: string;
  words: string;
  stems: string;
}

/** Why the read that runs now must end, or undefined. Asked for each row, so it must be quick. */
export type StopCheck = () => 'timeout' | 'aborted' | undefined;

export interface Reader {
  /** @throws EarshotError 'timeout' or 'aborted' when `shouldStop` says so. */
  read(request: ReadRequest, shouldStop: StopCheck): ReadAnswers[ReadRequest['type']];
}

const ROWS_BETWEEN_CHECKS = 256;

/** Runs scanning reads on one connection, one at a time. */
export function createReader(database: DatabaseSync): Reader {
  const findTerm = createTermFinder(database);
  let shouldStop: StopCheck = () => undefined;
  let visit: Visit = () => undefined;
  let rows = 0;

  // SQLite has no call in node:sqlite that interrupts a statement, but an error thrown by a function of ours ends it.
  database.function('go_on', { directOnly: true, varargs: false }, (_number) => {
    if (++rows % ROWS_BETWEEN_CHECKS === 0) {
      const reason = shouldStop();
      if (reason) throw readStopped(reason);
    }
    return 1;
  });
  database.function('visit', { directOnly: true, varargs: true }, (...columns) => {
    visit(columns);
    return null;
  });

  const scan: Scan = (columns, selection, onRow) => {
    const where = compileSelection(selection, findTerm);
    visit = onRow;
    prepare(database, `SELECT count(visit(${columns.join(', ')})) FROM posts p WHERE ${where.sql}`).get(...where.values);
  };

  function search({ limit, order = 'newest', after, ...selection }: SearchRequest): FoundPage {
    const where = compileSelection(selection, findTerm);
    const { total } = prepare<{ total: number }>(database, `SELECT count(*) AS total FROM posts p WHERE ${where.sql}`).get(
      ...where.values,
    )!;
    const [direction, compare] = order === 'newest' ? ['DESC', '<'] : ['ASC', '>'];
    const beyond = after ? ` AND (p.created_ms, p.id) ${compare} (?, ?)` : '';
    const found = prepare<StoredBody & SearchPosition>(
      database,
      `SELECT created_ms AS createdAtMs, id, body, words, stems FROM bodies b JOIN
        (SELECT p.number, p.created_ms, p.id FROM posts p WHERE ${where.sql}${beyond} ORDER BY p.created_ms ${direction}, p.id ${direction} LIMIT ?)
        AS found ON found.number = b.number ORDER BY created_ms ${direction}, id ${direction}`,
    ).all(...where.values, ...(after ? [after.createdAtMs, after.id] : []), limit + 1);
    const posts = found.slice(0, limit);
    const last = posts.at(-1);
    return {
      posts: posts.map(({ body, words, stems }) => ({ body, words, stems })),
      total,
      next: found.length > limit && last ? { createdAtMs: last.createdAtMs, id: last.id } : null,
    };
  }

  function ids(selection: Selection): string[] {
    const where = compileSelection(selection, findTerm);
    return prepare<{ id: string }>(database, `SELECT p.id FROM posts p WHERE ${where.sql}`)
      .all(...where.values)
      .map(({ id }) => id);
  }

  function run(request: ReadRequest): ReadAnswers[ReadRequest['type']] {
    switch (request.type) {
      case 'search':
        return search(request.request);
      case 'aggregate':
        return countBuckets(database, scan, request.request);
      case 'series':
        return countSeries(database, scan, request.request);
      case 'totals':
        return countTotals(database, scan, request.selection);
      case 'ids':
        return ids(request.selection);
    }
  }

  return {
    read(request, check) {
      shouldStop = check;
      rows = 0;
      const reason = check();
      if (reason) throw readStopped(reason);
      // One snapshot for the whole read: a page and its total agree.
      database.exec('BEGIN');
      try {
        return run(request);
      } finally {
        database.exec('ROLLBACK');
      }
    },
  };
}
