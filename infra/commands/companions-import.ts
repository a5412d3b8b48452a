import { basename } from 'node:path';
import { systemClock } from '#core/clock.ts';
import { EarshotError } from '#core/errors.ts';
import {
  chunkId,
  COMPANION_KINDS,
  companionMeasureDocument,
  companionValuesDocument,
  type CompanionChunk,
  type CompanionKind,
  type CompanionMeasure,
} from '#core/companions/companion.ts';
import { reachDocuments, type ReachableDocuments } from '#infra/profiles/document-operations.ts';
import type { ProfileAccess } from '#infra/profiles/with-profile.ts';
import { readPeriod } from '#ingest/companions/period.ts';
import { readCompanions, type CompanionFigure, type CompanionWishes } from '#ingest/companions/read-companions.ts';
import { FFT_SETTINGS, type FftSetting } from '#ingest/companions/surveys.ts';
import { openTable } from '#ingest/connectors/file/open-table.ts';
import { UsageError, type CommandIo } from './command.ts';
import { describeCounts, type CountLine } from './describe-counts.ts';
import { parseFlags } from './parse-flags.ts';

interface CompanionOptions extends CompanionWishes {
  file: string;
  sheet: string | undefined;
}

const SHOWN_LINES = 5;

/** @throws UsageError that names the flag and what it takes. */
export function readCompanionOptions(args: string[]): CompanionOptions {
  const { values, positionals } = parseFlags(args, {
    allowPositionals: true,
    options: {
      kind: { type: 'string' },
      setting: { type: 'string' },
      period: { type: 'string' },
      sheet: { type: 'string' },
      measure: { type: 'string', multiple: true },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('"companions import" takes one file.');
  const kind = COMPANION_KINDS.find((each) => each === values.kind);
  if (!kind) throw new UsageError(`--kind must be one of ${COMPANION_KINDS.join(', ')}.`);
  const setting = values.setting === undefined ? undefined : FFT_SETTINGS.find((each) => each === values.setting);
  if (values.setting !== undefined && !setting) throw new UsageError(`--setting must be one of ${FFT_SETTINGS.join(', ')}.`);
  const period = values.period === undefined ? undefined : readPeriod(values.period);
  if (values.period !== undefined && !period)
    throw new UsageError('--period must be a month such as 2026-10, a year, or two dates such as 2026-10-01/2026-12-31.');
  const measures = new Map((values.measure ?? []).map((given) => readMeasure(given, kind)));
  if (kind === 'fft' && !setting && measures.size === 0)
    throw new UsageError(`The Friends and Family Test needs --setting: ${FFT_SETTINGS.join(', ')}.`);
  return { file, sheet: values.sheet, kind, setting: setting satisfies FftSetting | undefined, period, measures };
}

function readMeasure(given: string, kind: CompanionKind): [string, { value: string; n: string | undefined }] {
  const [, id, columns = ''] = /^([a-z][a-z0-9-]{2,79})=(.+)$/.exec(given) ?? [];
  if (id === undefined || !id.startsWith(`${kind}-`))
    throw new UsageError(`--measure must be such as ${kind}-overall="Column|Column of who answered".`);
  const [value, n] = columns.split('|', 2);
  return [id, { value: value!, n }];
}

interface Tally {
  figures: number;
  heldBack: number;
  places: Set<string>;
  bad: number[];
}

/** Reads the whole file before anything is stored, so that a file that turns out wrong changes nothing. */
export async function importCompanions(
  { file, sheet, ...wishes }: CompanionOptions,
  access: ProfileAccess,
  io: CommandIo,
): Promise<number> {
  const table = await openTable(file, { sheet });
  const tally: Tally = { figures: 0, heldBack: 0, places: new Set(), bad: [] };
  const chunks = new Map<string, CompanionChunk>();
  const measures = new Map<string, CompanionMeasure>();
  const importedAt = new Date(systemClock.now()).toISOString();
  for await (const row of readCompanions(table, wishes)) {
    if ('problem' in row) {
      tally.bad.push(row.line);
      if (tally.bad.length <= SHOWN_LINES) io.stderr.write(`line ${row.line}: ${row.problem}\n`);
      continue;
    }
    for (const figure of row.figures) {
      count(figure, tally);
      measures.set(figure.measure.id, figure.measure);
      put(chunks, figure, importedAt);
    }
  }
  if (tally.figures === 0) {
    throw new EarshotError(
      'companion-columns',
      `No line of "${basename(file)}" holds a figure of a place with an ODS code. Nothing was changed.`,
    );
  }
  await store(reachDocuments(access), measures, chunks);
  io.stdout.write(`${basename(file)}\n`);
  io.stdout.write(describeCounts(linesOf(tally, measures)));
  return tally.bad.length > 0 ? 1 : 0;
}

function count({ place, value }: CompanionFigure, tally: Tally): void {
  tally.figures += 1;
  if (value === null) tally.heldBack += 1;
  tally.places.add(place);
}

function put(chunks: Map<string, CompanionChunk>, { measure, period, place, value, n }: CompanionFigure, importedAt: string): void {
  const id = chunkId(measure.id, place, period);
  const chunk = chunks.get(id) ?? { measure: measure.id, ...period, importedAt, entries: [] };
  chunks.set(id, chunk);
  const entries = chunk.entries.filter((entry) => entry.place !== place);
  chunk.entries = [...entries, { place, value, n }];
}

/** Figures of the same place, measure and period replace those that were held; other places, such as the trust of these sites, keep theirs. */
async function store(
  documents: ReachableDocuments,
  measures: ReadonlyMap<string, CompanionMeasure>,
  chunks: ReadonlyMap<string, CompanionChunk>,
): Promise<void> {
  for (const [id, measure] of measures) await documents.put(companionMeasureDocument, id, measure, 'any');
  for (const [id, chunk] of chunks) {
    const held = (await documents.list(companionValuesDocument, { prefix: id, limit: 1 })).documents.find((each) => each.id === id)?.value;
    const places = new Set(chunk.entries.map(({ place }) => place));
    const others = held?.to === chunk.to ? held.entries.filter(({ place }) => !places.has(place)) : [];
    await documents.put(companionValuesDocument, id, { ...chunk, entries: [...others, ...chunk.entries] }, 'any');
  }
}

function linesOf({ figures, heldBack, places, bad }: Tally, measures: ReadonlyMap<string, CompanionMeasure>): CountLine[] {
  return [
    ['measures', measures.size, ''],
    ['places', places.size, ''],
    ['figures', figures, ''],
    ['of them held back by the publisher', heldBack, ''],
    ...(bad.length > 0 ? [['lines that could not be read', bad.length, 'the first of them above'] as const] : []),
  ];
}
