import { isWordAt } from '../boundaries.ts';
import type { Detector, Match } from '../types.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = new RegExp(`(?<![A-Za-z0-9\\u00f8.])${OCTET}(?:\\.${OCTET}){3}(?![A-Za-z0-9\\u00f8]|\\.\\d)`, 'g');
const IPV6_RUN = /(?<![A-Za-z0-9\u00f8:.])[0-9A-Fa-f:]{2,39}(?:\d{0,3}(?:\.\d{1,3}){3})?(?![A-Za-z0-9\u00f8:]|\.\d)/g;
const PREFIX_V4 = /\/(?:3[0-2]|[12]?\d)(?!\d)/y;
const PREFIX_V6 = /\/(?:12[0-8]|1[01]\d|\d?\d)(?!\d)/y;

/** Internet addresses of both versions, with their prefix length if they have one. */
export const ip: Detector = {
  type: 'IP',
  mayMatch: (traits) => traits.hasColon || (traits.digits >= 4 && traits.hasInnerDot),
  find({ text, traits }) {
    const matches: Match[] = traits.hasColon ? versionSix(text) : [];
    if (traits.hasInnerDot) {
      for (const match of text.matchAll(IPV4)) {
        const end = match.index + match[0].length;
        if (isPartOfVersionSix(text, match.index)) continue;
        matches.push(withPrefix(text, match.index, end, PREFIX_V4));
      }
    }
    return matches;
  },
};

/** The dotted tail of a malformed version 6 address is no address; after a word's letters ("text::ffff:") it is one. */
function isPartOfVersionSix(text: string, start: number): boolean {
  if (text[start - 1] !== ':') return false;
  let from = start;
  while (from > 0 && start - from < 40 && /[0-9A-Fa-f:.]/.test(text[from - 1]!)) from -= 1;
  return text.slice(from, start).includes('::') && !isWordAt(text, from - 1);
}

function versionSix(text: string): Match[] {
  if (!text.includes('::') && !/[0-9A-Fa-f]:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]/.test(text)) return [];
  const matches: Match[] = [];
  for (const match of text.matchAll(IPV6_RUN)) {
    const run = match[0].replace(/(?<!:):$/, '');
    const found = withPrefix(text, match.index, match.index + run.length, PREFIX_V6);
    const hasPrefix = found.end > match.index + run.length;
    if (isIpv6(run) && (hasPrefix || isEvident(run, text.slice(Math.max(0, match.index - 24), match.index)))) matches.push(found);
  }
  return matches;
}

function withPrefix(text: string, start: number, end: number, prefix: RegExp): Match {
  prefix.lastIndex = end;
  const found = prefix.exec(text);
  return { start, end: end + (found?.[0].length ?? 0) };
}

export function isIpv6(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const isMapped = last?.includes('.') ?? false;
  if (isMapped && !new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`).test(last!)) return false;
  const plain = isMapped ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return false;
  const count = plain.length + (isMapped ? 2 : 0);
  return halves.length === 2 ? count <= 7 : count === 8;
}

/** "::" alone is a separator and "10::30" a mistyped time, unless the text speaks of addresses. */
function isEvident(address: string, before: string): boolean {
  const hasDigit = /\d/.test(address);
  if (hasDigit && (address.startsWith('::') || /[A-Fa-f]/.test(address) || address.split(':').filter(Boolean).length >= 3)) return true;
  return /\bip(?:v6)?\b|\baddress\b/i.test(before);
}
