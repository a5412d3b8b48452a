import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { londonDate } from '#core/calendar.ts';
import { systemClock } from '#core/clock.ts';
import { EarshotError } from '#core/errors.ts';
import { odsFileDocument, odsRecordsDocument, type OdsFile, type OdsRecord } from '#core/organisations/additions.ts';
import { createDirectory } from '#core/organisations/directory.ts';
import { createOdsRowParser, type OdsSkip } from '#core/organisations/parse-ods-row.ts';
import { listAll } from '#infra/profiles/keep-additions.ts';
import { reachDocuments, type ReachableDocuments } from '#infra/profiles/document-operations.ts';
import type { ProfileAccess } from '#infra/profiles/with-profile.ts';
import { decodeFile, detectEncoding } from '#ingest/connectors/file/encoding.ts';
import type { CommandIo } from './command.ts';
import { describeCounts, type CountLine } from './describe-counts.ts';

interface Summary {
  rows: number;
  practices: number;
  sites: number;
  skipped: Map<OdsSkip, number>;
  bad: number;
}

const RECORDS_IN_DOCUMENT = 500;
/** A row of an extract has some 300 characters: a longer one is a quote that is never closed. */
const MAX_ROW_LENGTH = 10_000;
const REMOVAL_PAGE = 20;

/** Imports an extract of the Organisation Data Service in parts; its description, written last, makes them count together. */
export async function importOdsFile(access: ProfileAccess, io: CommandIo, path: string): Promise<number> {
  const file = await describeFile(path);
  const name = basename(path, extname(path)).toLowerCase().slice(0, 100);
  const documents = reachDocuments(access);
  const held = (await listAll(documents, odsFileDocument, { prefix: name })).find(({ id }) => id === name);
  const summary: Summary = { rows: 0, practices: 0, sites: 0, skipped: new Map(), bad: 0 };
  await storeRecords(readRecords(path, summary, io), documents, `${name}/${file.hash}`, summary);
  if (summary.practices + summary.sites === 0) {
    throw new EarshotError(
      'invalid',
      `No line of "${basename(path)}" is of a GP practice or a site of a trust. epraccur.csv and ets.csv of the Organisation Data ` +
        'Service are: they have 27 columns and no header. Nothing was changed.',
    );
  }
  const { practices, sites } = summary;
  if (!isSame(held?.value, { ...file, practices, sites })) {
    const importedAt = new Date(systemClock.now()).toISOString();
    await documents.put(odsFileDocument, name, { ...file, importedAt, practices, sites }, 'any');
    await removeOlder(documents, name, file.hash);
  }
  io.stdout.write(`${basename(path)}, as of ${file.effectiveFrom}${held?.value.hash === file.hash ? ': the same as before' : ''}\n`);
  io.stdout.write(describeCounts(linesOf(summary)));
  io.stdout.write('Workers take it up within a minute. For stored posts: reprocess --all.\n');
  return summary.bad > 0 ? 1 : 0;
}

function isSame(held: OdsFile | undefined, file: Omit<OdsFile, 'importedAt'>): boolean {
  return held?.hash === file.hash && held.practices === file.practices && held.sites === file.sites;
}

function linesOf({ rows, practices, sites, skipped, bad }: Summary): CountLine[] {
  return [
    ['rows read', rows, ''],
    ['GP practices', practices, ''],
    ['sites of trusts', sites, ''],
    ...[...skipped].map(([reason, count]): CountLine => [`left out: ${reason}`, count, '']),
    ...(bad ? [['could not be read', bad, 'the lines above'] as const] : []),
  ];
}

/** @throws EarshotError 'not-found' or 'invalid'. */
async function describeFile(path: string): Promise<Pick<OdsFile, 'fileName' | 'hash' | 'effectiveFrom'>> {
  const hash = createHash('sha256');
  try {
    const { mtimeMs } = await stat(path);
    await pipeline(createReadStream(path), hash);
    return { fileName: basename(path).slice(0, 200), hash: hash.digest('hex').slice(0, 16), effectiveFrom: londonDate(mtimeMs) };
  } catch (error) {
    throw new EarshotError('not-found', `The file "${path}" can't be read.`, { cause: error });
  }
}

/** Says of each line that is no row of an extract what is wrong with it, and goes on. */
async function* readRecords(path: string, summary: Summary, io: CommandIo): AsyncGenerator<OdsRecord> {
  const readRow = createOdsRowParser(createDirectory(), systemClock.now());
  let line = 1;
  let torn = 0;

  /** The parser may come upon several faults in one row. */
  function reportTorn(error: CsvError | undefined): void {
    const at = typeof error?.['lines'] === 'number' ? error['lines'] : 0;
    if (at !== torn) reportBad(at, 'is not a well-formed row: a quote may not be closed', summary, io);
    torn = at;
  }

  const parser = parse({
    bom: true,
    info: true,
    max_record_size: MAX_ROW_LENGTH,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip(error) {
      reportTorn(error);
      return undefined;
    },
  });
  const source = Readable.from(decodeFile(path, await detectEncoding(path)));
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      io.signal.throwIfAborted();
      summary.rows += 1;
      const row = readRow(record);
      if ('record' in row) yield row.record;
      else if ('skip' in row) summary.skipped.set(row.skip, (summary.skipped.get(row.skip) ?? 0) + 1);
      else reportBad(line, row.problem, summary, io);
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    reportTorn(error);
  } finally {
    source.destroy();
  }
}

function reportBad(line: number, problem: string, summary: Summary, io: CommandIo): void {
  summary.bad += 1;
  io.stderr.write(`line ${line}: ${problem}\n`);
}

async function storeRecords(
  records: AsyncIterable<OdsRecord>,
  documents: ReachableDocuments,
  prefix: string,
  summary: Summary,
): Promise<void> {
  let part: OdsRecord[] = [];
  let parts = 0;
  const store = async () => {
    if (part.length > 0) await documents.put(odsRecordsDocument, `${prefix}/${String(++parts).padStart(5, '0')}`, part, 'any');
    part = [];
  };
  for await (const record of records) {
    summary[record.kind === 'practice' ? 'practices' : 'sites'] += 1;
    part.push(record);
    if (part.length === RECORDS_IN_DOCUMENT) await store();
  }
  await store();
}

/** What earlier files of this name left. */
async function removeOlder(documents: ReachableDocuments, name: string, hash: string): Promise<void> {
  const all = await listAll(documents, odsRecordsDocument, { prefix: `${name}/`, limit: REMOVAL_PAGE });
  for (const { id } of all) if (!id.startsWith(`${name}/${hash}/`)) await documents.remove(odsRecordsDocument, id);
}
