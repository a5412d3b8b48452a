import { standsAlone } from '../boundaries.ts';
import type { Detector, Match } from '../types.ts';

/** Royal Mail's areas, Crown dependencies, BFPO and the non-geographic ones. */
const AREAS = new Set(
  (
    'AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR ' +
    'HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM ' +
    'SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV XX YO ZE'
  ).split(' '),
);

const POSTCODE = /([A-Z]{1,2})(?:\d{1,2}|\d[A-HJKPSTUW]|\d[ABEHMNPRVWXY]) {0,2}(\d[ABD-HJLNP-UW-Z]{2})/gi;
const SPECIAL = /(GIR) {0,2}0AA|(BFPO) {0,2}\d{1,4}|(ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA) {0,2}1ZZ|(GX)11 {0,2}1AA/gi;

/** "3rd", "4hr": what follows a ward's or a room's name in lower case more often than an inward code does. */
const ORDINAL = /^(?:1st|2nd|3rd|[04-9]th)$/i;
const UNIT = /^\d(?:hr|yr|ft|lb|pt|st|nd|rd|th|gb|tb|ns|xs|sd|pg)$/;

/** Full UK postcodes; the area stays. An outward code alone is no postcode. */
export const postcode: Detector = {
  type: 'POSTCODE',
  mayMatch: (traits) => traits.digits >= 1,
  find({ text }) {
    const matches: Match[] = [];
    for (const match of text.matchAll(POSTCODE)) {
      const end = match.index + match[0].length;
      const area = match[1]!.toUpperCase();
      if (!AREAS.has(area) || !standsAlone(text, match.index, end) || isOrdinal(match[2]!, text.slice(end, end + 12))) continue;
      matches.push({ start: match.index, end, detail: area });
    }
    for (const match of text.matchAll(SPECIAL)) {
      const end = match.index + match[0].length;
      const area = (match[1] ?? match[2] ?? match[3] ?? match[4])!.toUpperCase();
      if (standsAlone(text, match.index, end)) matches.push({ start: match.index, end, detail: area });
    }
    return matches;
  },
};

function isOrdinal(inward: string, after: string): boolean {
  if (UNIT.test(inward)) return true;
  if (!ORDINAL.test(inward)) return false;
  return inward !== inward.toUpperCase() || /^ (?:floor|ward|year|bed|bay|time|day|visit|week|of)/i.test(after);
}
