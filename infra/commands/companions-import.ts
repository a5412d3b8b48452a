import { basename } from 'node:path';
import { systemClock } from '#core/clock.ts';
import { EarshotError } from '#core/errors.ts';
import {
  chunkId,
  companionMeasureDocument,
  companionValuesDocument,
  type CompanionChunk,
  type CompanionEntry,
  type CompanionMeasure,
} from '#core/companions/companion.ts';
import { reachDocuments, type ReachableDocuments } from '#infra/profiles/document-operations.ts';
import type { ProfileAccess } from '#infra/profiles/with-profile.ts';
import { readCompanions, type CompanionFigure, type CompanionWishes } from '#ingest/companions/read-companions.ts';
import { chooseSheet, kindOfColumns, periodOfName, settingOfName } from '#ingest/companions/recognise.ts';
import { SURVEY_TITLES } from '#ingest/companions/surveys.ts';
import { openTable } from '#ingest/connectors/file/open-table.ts';
import type { Table } from '#ingest/connectors/file/table.ts';
import type { CommandIo } from './command.ts';
import { readColumnMap, type CompanionOptions } from './companions-options.ts';
import { describeCounts, type CountLine } from './describe-counts.ts';

const SHOWN_LINES = 5;

interface Tally {
  figures: number;
  heldBack: number;
  places: Set<string>;
  periods: Set<string>;
  bad: number[];
}

/** Reads the whole file before anything is stored, so that a file that turns out wrong changes nothing. */
export async function importCompanions(
  options: CompanionOptions,
  access: Pick<ProfileAccess, 'call'>,
  io: Pick<CommandIo, 'stdout' | 'stderr'>,
): Promise<number> {
  const { table, wishes } = await openSurvey(options);
  const tally: Tally = { figures: 0, heldBack: 0, places: new Set(), periods: new Set(), bad: [] };
  const chunks = new Map<string, Chunk>();
  const measures = new Map<string, CompanionMeasure>();
  for await (const row of readCompanions(table, wishes)) {
    if ('problem' in row) {
      tally.bad.push(row.line);
      if (tally.bad.length <= SHOWN_LINES) io.stderr.write(`line ${row.line}: ${row.problem}\n`);
      continue;
    }
    for (const figure of row.figures) {
      count(figure, tally);
      measures.set(figure.measure.id, figure.measure);
      put(chunks, figure);
    }
  }
  if (tally.figures === 0) {
    throw new EarshotError(
      'companion-columns',
      `No line of "${basename(options.file)}" holds a figure of a place with an ODS code. Nothing was changed.`,
    );
  }
  await store(reachDocuments(access), measures, chunks);
  io.stdout.write(`${basename(options.file)}, ${table.dialect}: ${describeWishes(wishes)}${describePeriods(tally.periods)}\n`);
  io.stdout.write(describeCounts(linesOf(tally, measures)));
  return tally.bad.length > 0 ? 1 : 0;
}

/** What the command line and the column map leave open is told from the file's columns and its name. */
async function openSurvey(options: CompanionOptions): Promise<{ table: Table; wishes: CompanionWishes }> {
  const map = await readColumnMap(options.columns);
  const stated = options.kind ?? map.kind;
  const table = await openTable(options.file, { sheet: options.sheet ?? ((sheets) => chooseSheet(sheets, stated)) });
  const kind = stated ?? kindOfColumns(table.columns);
  if (!kind) {
    throw new EarshotError(
      'companion-columns',
      'The columns don’t tell which survey this is: give --kind fft, gpps or inpatient, and --measure or --columns if its columns have other names.',
    );
  }
  const name = basename(options.file);
  return {
    table,
    wishes: {
      kind,
      setting: options.setting ?? map.setting ?? (kind === 'fft' ? settingOfName(name) : undefined),
      period: options.period ?? (map.period === undefined ? periodOfName(name, kind) : undefined),
      columns: { place: map.place, period: map.period, measures: options.measures.length > 0 ? options.measures : map.measures },
    },
  };
}

function describeWishes({ kind, setting }: CompanionWishes): string {
  return `${SURVEY_TITLES[kind]}${setting ? `, ${setting}` : ''}`;
}

function describePeriods(periods: ReadonlySet<string>): string {
  const sorted = [...periods].sort();
  return sorted.length === 1 ? `, ${sorted[0]}` : `, ${sorted.length} periods from ${sorted[0]} on`;
}

function count({ place, value, period }: CompanionFigure, tally: Tally): void {
  tally.figures += 1;
  if (value === null) tally.heldBack += 1;
  tally.places.add(place);
  tally.periods.add(`${period.from} to ${period.to}`);
}

interface Chunk extends Pick<CompanionChunk, 'measure' | 'from' | 'to'> {
  entries: Map<string, CompanionEntry>;
}

function put(chunks: Map<string, Chunk>, { measure, period, place, value, n }: CompanionFigure): void {
  const id = chunkId(measure.id, place, period);
  const chunk = chunks.get(id) ?? { measure: measure.id, ...period, entries: new Map() };
  chunks.set(id, chunk);
  chunk.entries.set(place, { place, value, n });
}

/** Figures of the same place, measure and period replace those that were held; other places, such as the trust of these sites, keep theirs. */
async function store(
  documents: ReachableDocuments,
  measures: ReadonlyMap<string, CompanionMeasure>,
  chunks: ReadonlyMap<string, Chunk>,
): Promise<void> {
  const importedAt = new Date(systemClock.now()).toISOString();
  for (const [id, measure] of measures) await documents.put(companionMeasureDocument, id, measure, 'any');
  for (const [id, { entries, ...chunk }] of chunks) {
    const held = (await documents.list(companionValuesDocument, { prefix: id, limit: 1 })).documents.find((each) => each.id === id)?.value;
    const others = (held?.entries ?? []).filter(({ place }) => !entries.has(place));
    await documents.put(companionValuesDocument, id, { ...chunk, importedAt, entries: [...others, ...entries.values()] }, 'any');
  }
}

function linesOf({ figures, heldBack, places, bad }: Tally, measures: ReadonlyMap<string, CompanionMeasure>): CountLine[] {
  return [
    ['measures', measures.size, [...measures.keys()].slice(0, 6).join(', ') + (measures.size > 6 ? ' …' : '')],
    ['places', places.size, ''],
    ['figures', figures, ''],
    ['of them held back by the publisher', heldBack, ''],
    ...(bad.length > 0 ? [['lines that could not be read', bad.length, 'the first of them above'] as const] : []),
  ];
}
