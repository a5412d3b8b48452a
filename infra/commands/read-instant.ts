import { parseInstant, type InstantFault } from '#api/instants.ts';
import { UsageError } from './command.ts';

const FAULTS: Record<InstantFault, string> = {
  'no-zone': 'needs a time zone: add Z or an offset such as +01:00, or give a date alone, which begins at midnight in London.',
  'not-an-instant': 'must be a date such as 2026-11-16 or an instant such as 2026-11-16T09:30:00Z.',
  'out-of-bounds': 'must be between the years 2000 and 2100.',
};

/** @throws UsageError that names the flag and what it takes. */
export function readInstant(flag: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const atMs = parseInstant(given);
  if (typeof atMs === 'number') return atMs;
  throw new UsageError(`${flag} ${FAULTS[atMs]}`);
}
