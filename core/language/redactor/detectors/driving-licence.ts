import { matchesOf } from '../boundaries.ts';
import type { Detector } from '../types.ts';

/*
 * DVLA's driver number: five characters of the surname padded with 9, decade of birth, month (plus 50 for women), day,
 * year's last digit, two initials or 9, three check characters; then the issue number.
 */
const SURNAME = '(?:[A-Z]{5}|[A-Z]{4}9|[A-Z]{3}99|[A-Z]{2}999|[A-Z]9999)';
const LICENCE = new RegExp(
  `${SURNAME} ?\\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\\d|3[01])\\d ?[A-Z][A-Z9] ?[0-9A-Z] ?[A-Z0-9]{2}(?: ?\\d\\d(?![A-Za-z0-9]))?`,
  'gi',
);

/** Driving licence numbers of Great Britain, spaces and the issue number allowed. */
export const drivingLicence: Detector = {
  type: 'DRIVING_LICENCE',
  mayMatch: (traits) => traits.digits >= 6,
  find: ({ text }) => matchesOf(text, LICENCE),
};
