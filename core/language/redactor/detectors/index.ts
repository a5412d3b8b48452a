import type { Detector } from '../types.ts';
import { card } from './card.ts';
import { dateOfBirth } from './date-of-birth.ts';
import { drivingLicence } from './driving-licence.ts';
import { email } from './email.ts';
import { createHandleDetector } from './handle.ts';
import { iban } from './iban.ts';
import { ip } from './ip.ts';
import { nhsNumber } from './nhs-number.ts';
import { nino } from './nino.ts';
import { passport } from './passport.ts';
import { phone } from './phone.ts';
import { postcode } from './postcode.ts';
import { bareUrl, url } from './url.ts';
import { vehicle } from './vehicle.ts';

/** All detectors in the order in which they win: of two that overlap, the earlier one's match stands. Names come last. */
export function createDetectors(options: { isPublicHandle: (handle: string) => boolean }): readonly Detector[] {
  return [
    url,
    email,
    createHandleDetector(options.isPublicHandle),
    bareUrl,
    nhsNumber,
    nino,
    phone,
    postcode,
    dateOfBirth,
    card,
    iban,
    vehicle,
    passport,
    drivingLicence,
    ip,
  ];
}
