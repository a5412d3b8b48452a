import { isTopLevelDomain } from '../hosts.ts';
import type { Detector, Match } from '../types.ts';

const NAME = /[A-Za-z0-9_\u00f8]{2,64}/y;
const DOMAIN_NAME = /[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})){1,7}/y;
const INSTANCE = /@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,5}[A-Za-z][A-Za-z0-9-]{1,62}/y;
const REDDIT = /(?<![\w/\u00f8])\/?u\/([A-Za-z0-9_-]{3,20})(?![A-Za-z0-9_/-])/gi;
const BLUESKY = /(?<![\w@.\u00f8-])[A-Za-z0-9-]{1,63}\.bsky\.social(?![\w-])/gi;
const TIME_OR_COUNT = /^\d+(?:am|pm|st|nd|rd|th|hrs?|hours?|mins?|k|p)?$/i;

/**
 * Account names: `@name`, `@name@instance`, `@name.bsky.social` and other domain names used as handles, `u/name`.
 * Those of public bodies stay.
 * @param isPublic told the handle in lower case, without its first "@".
 */
export function createHandleDetector(isPublic: (handle: string) => boolean): Detector {
  return {
    type: 'HANDLE',
    mayMatch: (traits) => traits.hasAt || traits.hasSlash || traits.hasInnerDot,
    find({ text, traits }) {
      const matches: Match[] = traits.hasAt ? atNames(text) : [];
      if (traits.hasSlash)
        for (const match of text.matchAll(REDDIT)) matches.push({ start: match.index, end: match.index + match[0].length });
      if (traits.hasInnerDot)
        for (const match of text.matchAll(BLUESKY)) matches.push({ start: match.index, end: match.index + match[0].length });
      return matches.filter((match) => !isPublic(text.slice(match.start, match.end).replace(/^@/, '').toLowerCase()));
    },
  };
}

function atNames(text: string): Match[] {
  const matches: Match[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (at > 0 && /[A-Za-z0-9_\u00f8]/.test(text[at - 1]!)) continue;
    const nameEnd = Math.max(domainNameEnd(text, at + 1), plainNameEnd(text, at + 1));
    if (nameEnd === 0) continue;
    INSTANCE.lastIndex = nameEnd;
    const instance = INSTANCE.exec(text)?.[0] ?? '';
    const end = nameEnd + instance.length;
    matches.push({ start: at, end });
    at = end - 1;
  }
  return matches;
}

function plainNameEnd(text: string, from: number): number {
  NAME.lastIndex = from;
  const name = NAME.exec(text)?.[0];
  return name === undefined || TIME_OR_COUNT.test(name) ? 0 : from + name.length;
}

/** A domain name counts as far as its last label that is a known top-level domain in lower case. */
function domainNameEnd(text: string, from: number): number {
  DOMAIN_NAME.lastIndex = from;
  const name = DOMAIN_NAME.exec(text)?.[0];
  if (name === undefined) return 0;
  const labels = name.split('.');
  while (labels.length > 1) {
    const last = labels.at(-1)!;
    if (last === last.toLowerCase() && isTopLevelDomain(last)) return from + labels.join('.').length;
    labels.pop();
  }
  return 0;
}
