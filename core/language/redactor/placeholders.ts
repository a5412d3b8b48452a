import { isPersonalHost } from './hosts.ts';
import { REDACTION_TYPES, type Match, type RedactionType } from './types.ts';

const PLACEHOLDER = new RegExp(
  `\\[(?:${REDACTION_TYPES.filter((type) => type !== 'POSTCODE')
    .map((type) => type.toLowerCase())
    .join('|')}|url ((?:[a-z0-9-]{1,63}\\.){1,8}[a-z][a-z0-9-]{1,62})|postcode(?: [A-Z]{1,4})?)\\]`,
  'g',
);

export function placeholderFor(type: RedactionType, detail?: string): string {
  return detail ? `[${type.toLowerCase()} ${detail}]` : `[${type.toLowerCase()}]`;
}

/** Placeholders that a text already holds: nothing in them is looked at again. */
export function findPlaceholders(text: string): Match[] {
  const found: Match[] = [];
  for (const match of text.matchAll(PLACEHOLDER)) {
    const host = match[1];
    if (host === undefined || isKeepableHost(host)) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** A host that may stay in a placeholder: no account's own, no number in it. */
export function isKeepableHost(host: string): boolean {
  return (
    host.length <= 100 &&
    /^(?:[a-z0-9-]{1,63}\.){1,8}[a-z][a-z0-9-]{1,62}$/.test(host) &&
    !/\d[\d.-]{5,}/.test(host) &&
    !isPersonalHost(host)
  );
}
