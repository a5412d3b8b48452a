import { readFile } from 'node:fs/promises';
import { COMPANION_KINDS, type CompanionKind } from '#core/companions/companion.ts';
import { parseColumnMap, type ColumnMap, type MeasureWish } from '#ingest/companions/column-map.ts';
import { readPeriod, type Period } from '#ingest/companions/period.ts';
import { FFT_SETTINGS, type FftSetting } from '#ingest/companions/surveys.ts';
import { UsageError } from './command.ts';
import { parseFlags } from './parse-flags.ts';

export interface CompanionOptions {
  file: string;
  sheet: string | undefined;
  /** What isn't given is told from the file's columns and name. */
  kind: CompanionKind | undefined;
  setting: FftSetting | undefined;
  period: Period | undefined;
  measures: MeasureWish[];
  /** Path of a column map. */
  columns: string | undefined;
}

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
      columns: { type: 'string' },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('"companions import" takes one file.');
  const stated = oneOf('--kind', values.kind, COMPANION_KINDS);
  const measures = (values.measure ?? []).map((given) => readMeasure(given, stated));
  const period = values.period === undefined ? undefined : readPeriod(values.period);
  if (values.period !== undefined && !period)
    throw new UsageError('--period must be a month such as 2026-10, a year, or two dates such as 2026-10-01/2026-12-31.');
  return {
    file,
    sheet: values.sheet,
    kind: stated ?? kindOfId(measures[0]?.id),
    setting: oneOf('--setting', values.setting, FFT_SETTINGS),
    period,
    measures,
    columns: values.columns,
  };
}

function oneOf<T extends string>(flag: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  const found = allowed.find((each) => each === value);
  if (value !== undefined && found === undefined) throw new UsageError(`${flag} must be one of ${allowed.join(', ')}.`);
  return found;
}

function readMeasure(given: string, kind: CompanionKind | undefined): MeasureWish {
  const [, id, columns = ''] = /^([a-z][a-z0-9-]{2,79})=(.+)$/.exec(given) ?? [];
  const [value = '', n] = columns.split('|', 2);
  if (id === undefined || kindOfId(id) === undefined || (kind !== undefined && kindOfId(id) !== kind) || value === '')
    throw new UsageError(`--measure must be such as ${kind ?? 'gpps'}-overall="Column|Column of who answered".`);
  return { id, value, n };
}

function kindOfId(id: string | undefined): CompanionKind | undefined {
  return COMPANION_KINDS.find((kind) => id?.startsWith(`${kind}-`));
}

/** @throws UsageError or EarshotError 'companion-columns'. */
export async function readColumnMap(path: string | undefined): Promise<ColumnMap> {
  if (path === undefined) return { measures: [] };
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError('The file of --columns can’t be read.');
  });
  return parseColumnMap(text);
}
