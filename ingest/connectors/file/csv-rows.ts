import { MAX_ROW_LENGTH, type Row } from './table.ts';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export interface CsvShape {
  /** Empty: a line is one cell. */
  delimiter: string;
  /** Cells of a whole row; 0 while it isn't known. */
  width: number;
  /** Lines end with a carriage return alone, as on old Macs. */
  isOldMac: boolean;
}

interface Read {
  cells: string[];
  /** Where the next row begins. */
  next: number;
  /** Lines of the file that the row takes. */
  lines: number;
}

const MORE = 'more';
const TORN = 'torn';

/**
 * The rows of a CSV text, as RFC 4180 has them and as people write them: quotes within a cell that is not quoted are kept, lines may end in any way,
 * empty lines are none. What can't be a row is a problem of its own, and reading goes on at the next line: a quote that is never closed costs its line.
 */
export async function* csvRows(text: AsyncIterable<string>, shape: CsvShape): AsyncGenerator<Row[]> {
  let buffer = '';
  let line = 1;
  let isSkipping = false;

  function* take(isEnd: boolean): Generator<Row> {
    let at = 0;
    while (at < buffer.length) {
      if (isSkipping) {
        const end = endOfLine(buffer, at, shape, isEnd);
        if (end === undefined) {
          at = buffer.length;
          break;
        }
        isSkipping = false;
        at = end;
        line += 1;
        continue;
      }
      const read = readRow(buffer, at, shape, isEnd);
      const isTooLong =
        read === MORE ? buffer.length - at > MAX_ROW_LENGTH : typeof read === 'object' && read.next - at > MAX_ROW_LENGTH + 2;
      if (read === MORE && !isTooLong) break;
      if (typeof read === 'object' && !isTooLong) {
        if (read.cells.length > 1 || read.cells[0] !== '') yield { line, cells: read.cells };
        line += read.lines;
        at = read.next;
        continue;
      }
      const torn = readTorn(buffer, at, shape, isEnd);
      if (torn === undefined) {
        yield { line, problem: `is longer than ${MAX_ROW_LENGTH} characters` };
        isSkipping = true;
        continue;
      }
      yield torn.cells ? { line, cells: torn.cells } : { line, problem: torn.problem };
      line += 1;
      at = torn.next;
    }
    buffer = buffer.slice(at);
  }

  for await (const piece of text) {
    buffer += piece;
    yield [...take(false)];
  }
  yield [...take(true)];
}

/** The rows of a part of a file, the last of which may be cut off and is left out. */
export function firstRows(sample: string, delimiter: string, isWhole: boolean, limit: number): string[][] {
  const rows: string[][] = [];
  const shape = { delimiter, width: 0, isOldMac: !sample.includes('\n') };
  for (let at = 0; at < sample.length && rows.length < limit;) {
    const read = readRow(sample, at, shape, isWhole);
    if (read === MORE) break;
    const { cells, next } = read === TORN ? { cells: [], ...readTorn(sample, at, shape, isWhole) } : read;
    if (next === undefined) break;
    if (cells && (cells.length > 1 || (cells[0] ?? '') !== '')) rows.push(cells);
    at = next;
  }
  return rows;
}

/** A row from here: MORE if its end isn't there yet, TORN if a quote that it opens is never closed. */
function readRow(text: string, start: number, shape: CsvShape, isEnd: boolean): Read | typeof MORE | typeof TORN {
  const delimiter = shape.delimiter === '' ? -1 : shape.delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE && delimiter !== -1) {
      const quoted = readQuoted(text, at, delimiter, isEnd);
      if (typeof quoted === 'string') return quoted;
      cells.push(quoted.value);
      lines += quoted.breaks;
      at = quoted.next;
    } else {
      const end = endOfPlain(text, at, delimiter, shape.isOldMac || cells.length + 1 === shape.width);
      if (end === text.length && !isEnd) return MORE;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) return isEnd ? { cells, next: at, lines } : MORE;
    const code = text.charCodeAt(at);
    if (code === delimiter) {
      at += 1;
      continue;
    }
    if (code === CARRIAGE_RETURN && at + 1 >= text.length && !isEnd) return MORE;
    return { cells, next: at + (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1), lines };
  }
}

/** @param endsAtReturn a carriage return alone ends the line: otherwise it is part of the cell. */
function endOfPlain(text: string, start: number, delimiter: number, endsAtReturn: boolean): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === LINE_FEED) return at;
    if (code === CARRIAGE_RETURN && (endsAtReturn || at + 1 >= text.length || text.charCodeAt(at + 1) === LINE_FEED)) return at;
  }
  return text.length;
}

function readQuoted(
  text: string,
  start: number,
  delimiter: number,
  isEnd: boolean,
): { value: string; next: number; breaks: number } | typeof MORE | typeof TORN {
  let value = '';
  let from = start + 1;
  const firstBreak = text.indexOf('\n', from);
  for (let search = from; ;) {
    const quote = text.indexOf('"', search);
    if (quote < 0 || (quote + 1 >= text.length && !isEnd)) return isEnd ? TORN : MORE;
    const next = quote + 1 < text.length ? text.charCodeAt(quote + 1) : LINE_FEED;
    if (next === QUOTE) {
      value += text.slice(from, quote + 1);
      search = from = quote + 2;
    } else if (next === delimiter || next === LINE_FEED || next === CARRIAGE_RETURN) {
      value += text.slice(from, quote);
      return { value, next: quote + 1, breaks: countBreaks(value) };
    } else {
      // A quote that is not doubled: in one line it was meant as it stands, after a line break it opens another cell.
      if (firstBreak >= 0 && firstBreak < quote) return TORN;
      search = quote + 1;
    }
  }
}

function countBreaks(value: string): number {
  let count = 0;
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The line alone, its quotes taken as they stand: a row if it has as many cells as are due. Undefined if its end isn't there yet. */
function readTorn(
  text: string,
  start: number,
  shape: CsvShape,
  isEnd: boolean,
): { next: number; cells?: string[]; problem: string } | undefined {
  const next = endOfLine(text, start, shape, isEnd);
  if (next === undefined || next - start > MAX_ROW_LENGTH) return undefined;
  const cells = withoutLineEnd(text.slice(start, next)).split(shape.delimiter === '' ? '\n' : shape.delimiter);
  const problem = 'opens a quote that is never closed';
  return cells.length === shape.width ? { next, problem, cells: cells.map((cell) => cell.replace(/^"(?!.*")/, '')) } : { next, problem };
}

function withoutLineEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === '\n' || line[end - 1] === '\r')) end--;
  return line.slice(0, end);
}

/** Where the line after this one begins. */
function endOfLine(text: string, start: number, { isOldMac }: CsvShape, isEnd: boolean): number | undefined {
  const end = text.indexOf(isOldMac ? '\r' : '\n', start);
  if (end >= 0) return end + 1;
  return isEnd ? text.length : undefined;
}
