import { matchesOf } from '../boundaries.ts';
import type { Detector } from '../types.ts';

const GAP = '[ -]{0,2}';
/** Letters as HMRC's manual NIM39110 allows them; prefixes that it never gives out are refused below. */
const NINO = new RegExp(`[A-CEGHJ-PR-TW-Z]${GAP}[A-CEGHJ-NPR-TW-Z]${GAP}${`\\d${GAP}`.repeat(6)}[A-D]`, 'gi');
const NEVER_ISSUED = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ']);

/** National Insurance numbers, in any grouping by spaces or dashes. */
export const nino: Detector = {
  type: 'NINO',
  mayMatch: (traits) => traits.digits >= 6,
  find: ({ text }) => matchesOf(text, NINO, (match) => !NEVER_ISSUED.has(match[0].replace(/[ -]/g, '').slice(0, 2).toUpperCase())),
};
