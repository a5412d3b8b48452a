import { NAMES_VERSION } from '../models/version.ts';
import type { NameFinder, NameRange } from '../names/find-names.ts';
import { createOffsetMap, type Edit } from '../offset-map.ts';
import { digitGroups } from './boundaries.ts';
import { createDetectors } from './detectors/index.ts';
import { foldText } from './fold.ts';
import { findPlaceholders, placeholderFor } from './placeholders.ts';
import { readTraits, type Traits } from './traits.ts';
import type { Detector, Match, Span, Subject } from './types.ts';

/** Rises with any change of what is found: every analysed post carries it. */
export const REDACTOR_VERSION = `2.0.0+${NAMES_VERSION}`;

/** A bound for texts made to be redacted for ever; ordinary texts need one round, few need two. */
const MAX_ROUNDS = 8;

export interface Redaction {
  text: string;
  /** In the input's offsets; sorted, not overlapping. */
  spans: Span[];
  /** The same spans as edits, for `createOffsetMap`: from offsets in the redacted text back to the input. */
  edits: Edit[];
}

export interface RedactorOptions {
  /** Handles of public bodies, which stay. With or without "@", in any case. */
  publicHandles?: Iterable<string>;
  /** Finds people's names; without it they stay. */
  names?: NameFinder;
  /** Where names stand that stay: of organisations, and of holders of public office. `date`: the text's local date, where it is known. */
  keptNames?: (text: string, date?: string) => readonly NameRange[];
}

/** @param date the text's local date, such as "2026-11-23"; today's where it isn't known. */
export type Redactor = (text: string, date?: string) => Redaction;

interface Found extends Span {
  placeholder: string;
}

/**
 * Makes the function that replaces structured identifiers and people's names by placeholders such as `[phone]`. It is linear in its input, and redacting a
 * redacted text changes nothing.
 */
export function createRedactor(options: RedactorOptions = {}): Redactor {
  const publicHandles = new Set([...(options.publicHandles ?? [])].map((handle) => handle.replace(/^@/, '').toLowerCase()));
  const detectors = createDetectors({ isPublicHandle: (handle) => publicHandles.has(handle) });

  function findAll(text: string, date: string | undefined): Found[] {
    const found = detect(text, detectors);
    return options.names ? withNames(text, found, options.names, (whole) => options.keptNames?.(whole, date) ?? []) : found;
  }

  return (text, date) => {
    let found = findAll(text, date);
    if (found.length === 0) return { text, spans: [], edits: [] };
    let current = apply(text, found);
    // What stands beside a placeholder may now read as an identifier: go on until nothing does.
    for (let round = 1; round < MAX_ROUNDS; round++) {
      const more = findAll(current.text, date);
      if (more.length === 0) break;
      const back = createOffsetMap(current.edits);
      found = [...found, ...more.map((span) => ({ ...span, start: back(span.start), end: back(span.end, 'end') }))].sort(
        (a, b) => a.start - b.start,
      );
      current = apply(text, found);
    }
    return { ...current, spans: found.map(({ start, end, type }) => ({ start, end, type })) };
  };
}

function apply(text: string, found: readonly Found[]): { text: string; edits: Edit[] } {
  let result = '';
  let from = 0;
  const edits: Edit[] = [];
  for (const span of found) {
    result += text.slice(from, span.start) + span.placeholder;
    from = span.end;
    edits.push({ start: span.start, end: span.end, length: span.placeholder.length });
  }
  return { text: result + text.slice(from), edits };
}

function detect(text: string, detectors: readonly Detector[]): Found[] {
  const subject = createSubject(text);
  const matches = detectors.map((detector) => (detector.mayMatch(subject.traits) ? detector.find(subject) : []));
  if (matches.every((list) => list.length === 0)) return [];

  const taken = new Uint8Array(text.length);
  const isInsideWhole = wholesOf(text.length, matches.filter((_, index) => detectors[index]!.isWhole).flat());
  const found: Found[] = [];
  matches.forEach((list, index) => {
    const { type } = detectors[index]!;
    for (const { start, end, detail } of list) {
      if (taken.subarray(start, end).includes(1) || isInsideWhole(start, end)) continue;
      taken.fill(1, start, end);
      found.push({ start, end, type, placeholder: placeholderFor(type, detail) });
    }
  });
  return found.sort((a, b) => a.start - b.start);
}

/** Names come last: what another type took is no name, and tells the finder nothing but that something stood there. */
function withNames(text: string, found: Found[], find: NameFinder, keptIn: (text: string) => readonly NameRange[]): Found[] {
  const placeholders = text.includes('[') ? findPlaceholders(text) : [];
  const hidden = placeholders.length === 0 ? found : [...placeholders, ...found].sort((a, b) => a.start - b.start);
  const names = find(text, hidden);
  if (names.length === 0) return found;
  const kept = keptIn(text);
  const people = names.filter(({ start, end }) => !kept.some((other) => start < other.end && other.start < end));
  const spans = people.map(({ start, end }): Found => ({ start, end, type: 'PERSON', placeholder: placeholderFor('PERSON') }));
  return [...found, ...spans].sort((a, b) => a.start - b.start);
}

function createSubject(text: string): Subject {
  const traits = readTraits(text);
  const folded = maskPlaceholders(traits.isAscii ? text : foldText(text), traits);
  const exact = folded === text ? traits : readTraits(folded);
  return { text: folded, traits: exact, groups: exact.digits >= 7 ? digitGroups(folded) : [] };
}

/** Placeholders become line ends, which no pattern crosses: nothing in them is looked at, and they are context for nothing. */
function maskPlaceholders(text: string, traits: Traits): string {
  if (!traits.hasBracket) return text;
  let masked = '';
  let from = 0;
  for (const { start, end } of findPlaceholders(text)) {
    masked += text.slice(from, start) + '\n'.repeat(end - start);
    from = end;
  }
  return masked + text.slice(from);
}

/** Tells whether a stretch lies inside one of these matches and is shorter than it. */
function wholesOf(length: number, wholes: readonly Match[]): (start: number, end: number) => boolean {
  if (wholes.length === 0) return () => false;
  const owner = new Uint32Array(length);
  wholes.forEach((whole, index) => owner.fill(index + 1, whole.start, whole.end));
  return (start, end) => {
    const whole = wholes[owner[start]! - 1];
    return whole !== undefined && end <= whole.end && end - start < whole.end - whole.start;
  };
}
