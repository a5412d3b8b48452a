import { getCountries, getCountryCallingCode, Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Lengths that a national number can have, by calling code. */
let lengths: Map<string, Set<number>> | undefined;

function possibleLengths(): Map<string, Set<number>> {
  if (lengths) return lengths;
  lengths = new Map();
  const metadata = new Metadata();
  for (const country of getCountries()) {
    metadata.selectNumberingPlan(country);
    const code = getCountryCallingCode(country);
    const known = lengths.get(code) ?? new Set<number>();
    for (const length of metadata.numberingPlan?.possibleLengths() ?? []) known.add(length);
    lengths.set(code, known);
  }
  return lengths;
}

/** Whether digits, calling code first, are as long as a number of that country can be (a trunk 0 after the code is allowed for). */
export function isPossibleInternational(digits: string): boolean {
  const plans = possibleLengths();
  for (let length = 1; length <= 3; length++) {
    const known = plans.get(digits.slice(0, length));
    if (!known) continue;
    const national = digits.length - length;
    return known.has(national) || (digits[length] === '0' && known.has(national - 1));
  }
  return false;
}

export function isValidInternational(digits: string): boolean {
  return parsePhoneNumberFromString(`+${digits}`)?.isValid() ?? false;
}
