import { standsAlone } from '../boundaries.ts';
import type { Detector, Match } from '../types.ts';

/** Length of each country's IBAN: SWIFT IBAN registry, release 99, and the partial users that banks accept. */
const LENGTHS = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 ' +
    'GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 ' +
    'MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 ' +
    'VA22 VG24 XK20 YE30 DZ26 AO25 BJ28 BF28 CM27 CV25 CF27 TD27 KM27 CG27 CI28 GA27 GQ27 GW25 IR26 MA28 MG27 ML28 MZ25 NE28 SN28 TG28'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const START = /[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9])/gi;

/** International bank account numbers: the country's length and ISO 7064's check over all of it. */
export const iban: Detector = {
  type: 'IBAN',
  isWhole: true,
  mayMatch: (traits) => traits.digits >= 8,
  find({ text }) {
    const matches: Match[] = [];
    for (const match of text.matchAll(START)) {
      const length = LENGTHS.get(match[0].slice(0, 2).toUpperCase());
      if (length === undefined) continue;
      const end = walk(text, match.index, length);
      if (end !== undefined && standsAlone(text, match.index, end) && isIban(text.slice(match.index, end)))
        matches.push({ start: match.index, end });
    }
    return matches;
  },
};

/** Where `length` letters and digits end, single spaces or dashes between them allowed. */
function walk(text: string, start: number, length: number): number | undefined {
  let left = length;
  let index = start;
  for (; left > 0 && index < text.length; index++) {
    if (/[A-Za-z0-9]/.test(text[index]!)) left -= 1;
    else if (!/[ -]/.test(text[index]!) || !/[A-Za-z0-9]/.test(text[index + 1] ?? '')) return undefined;
  }
  return left === 0 ? index : undefined;
}

export function isIban(written: string): boolean {
  const plain = written.replace(/[ -]/g, '').toUpperCase();
  if (LENGTHS.get(plain.slice(0, 2)) !== plain.length || plain.replace(/\D/g, '').length < 8) return false;
  let remainder = 0;
  for (const character of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (value > 9 ? remainder * 100 + value : remainder * 10 + value) % 97;
  }
  return remainder === 1;
}
