import type { Traits } from './traits.ts';

export const REDACTION_TYPES = [
  'PERSON',
  'EMAIL',
  'PHONE',
  'NHS_NUMBER',
  'NINO',
  'POSTCODE',
  'DATE_OF_BIRTH',
  'CARD',
  'IBAN',
  'VEHICLE',
  'PASSPORT',
  'DRIVING_LICENCE',
  'IP',
  'HANDLE',
  'URL',
] as const;
export type RedactionType = (typeof REDACTION_TYPES)[number];

/** A stretch of the input that was personal data. Offsets are UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
  type: RedactionType;
}

/** A run of ASCII digits. */
export interface DigitGroup {
  start: number;
  end: number;
}

/** What detectors look at: the text in folded form, of the same length and offsets as the input. */
export interface Subject {
  /** Digits, spaces and dashes of any script are ASCII here; other non-ASCII letters are `ø`. */
  text: string;
  traits: Traits;
  groups: readonly DigitGroup[];
}

export interface Match {
  start: number;
  end: number;
  /** Kept in the placeholder after the type: a URL's host, a postcode's area. */
  detail?: string;
}

/** Finds one type of identifier. Patterns are bounded: the work is linear in the text, whatever the text. */
export interface Detector {
  type: RedactionType;
  /** A cheap test: false when the text can't hold a match. */
  mayMatch(traits: Traits): boolean;
  /** Matches in any order. */
  find(subject: Subject): Match[];
  /** A match proves itself by a checksum over all of it: what other detectors find strictly inside it is no identifier. */
  isWhole?: boolean;
}
