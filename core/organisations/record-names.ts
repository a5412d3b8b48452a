import type { IndexedName } from '../language/name-index.ts';
import { tokenise } from '../language/tokens.ts';
import type { OdsRecord } from './additions.ts';
import { isGeneric } from './generic-names.ts';
import { contextOfRecord } from './name-contexts.ts';
import type { Meaning } from './organisation-names.ts';

/** The code that a record counts for: a practice's own, a site's trust. */
export function odsOf({ kind, code, parent }: OdsRecord): string {
  return kind === 'site' ? parent : code;
}

/** Names of practices and sites, each with all that bear it. */
export function namesOfRecords(records: readonly OdsRecord[]): IndexedName<Meaning>[] {
  const bearers = new Map<string, OdsRecord[]>();
  for (const record of records) {
    const words = tokenise(record.name).map(({ word }) => word);
    if (words[0] === 'the' && words.length > 2) words.shift();
    const key = words.join(' ');
    const same = bearers.get(key);
    if (same) same.push(record);
    else bearers.set(key, [record]);
  }
  return [...bearers].map(([key, same]) => {
    const tokens = key.split(' ');
    const { accepts, isMeant } = contextOfRecord(tokens);
    const basis = same[0]!.kind === 'site' ? 'alias' : 'named';
    return { tokens, accepts, value: { basis, isCertain: false, candidates: [], records: same, isGeneric: isGeneric(tokens), isMeant } };
  });
}

/** What a name of an extract stands for on a date: those that were open then. A name that several share, or any may bear, is not certain. */
export function meaningOn(meaning: Meaning, records: readonly OdsRecord[], date: string): Meaning {
  const open = records.filter(({ from, to }) => (from === undefined || from <= date) && (to === undefined || date <= to));
  const candidates = [...new Set(open.map(odsOf))];
  const towns: Record<string, string[]> = {};
  for (const record of open) (towns[odsOf(record)] ??= []).push(...record.near);
  return { ...meaning, records: open, candidates, towns, isCertain: candidates.length === 1 && meaning.isGeneric !== true };
}

/** The one site that is meant where a name stands for a trust. */
export function siteOf({ site, records = [] }: Meaning, ods: string): string | undefined {
  const sites = records.filter((record) => record.kind === 'site' && record.parent === ods);
  return sites.length === 1 ? sites[0]!.code : site;
}
