/** Stands for every letter, mark or number beyond ASCII: detectors need to know that a word goes on, not how. */
export const OTHER_LETTER = '\u00f8';

const folded = new Map<string, string>();

/**
 * The text in a form of the same length that ASCII patterns can read: digits of any script as 0–9, every dash as "-",
 * every space as " ", curly apostrophes as "'", full-width ASCII as ASCII, any other letter as `ø`.
 */
export function foldText(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => {
    let known = folded.get(unit);
    if (known === undefined) {
      known = foldUnit(unit);
      folded.set(unit, known);
    }
    return known;
  });
}

function foldUnit(unit: string): string {
  if (/\p{Nd}/u.test(unit)) return String(digitValue(unit.charCodeAt(0)));
  if (/[\p{Pd}\u2212]/u.test(unit)) return '-';
  if (/\p{Zs}/u.test(unit)) return ' ';
  if (/[\u2018\u2019\u02bc]/u.test(unit)) return "'";
  if (/[\uff01-\uff5e]/u.test(unit)) return String.fromCharCode(unit.charCodeAt(0) - 0xfee0);
  return /[\p{L}\p{M}\p{N}]/u.test(unit) ? OTHER_LETTER : unit;
}

/** Decimal digits of a script are ten code points in a row, zero first. */
function digitValue(code: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(code - value - 1))) value += 1;
  return value;
}
