import { impersonalHost, isBareDomain, isTopLevelDomain } from '../hosts.ts';
import { isKeepableHost } from '../placeholders.ts';
import type { Detector, Match } from '../types.ts';

const WITH_SCHEME = /(?<![A-Za-z0-9\u00f8])(?:https?|ftps?):\/\/[^\s<>"`{}|\\^]+/gi;
const WITHOUT_SCHEME =
  /(?<![\w@.\u00f8-])(?:[A-Za-z0-9\u00f8](?:[A-Za-z0-9\u00f8-]{0,62})\.){1,8}([A-Za-z][A-Za-z0-9-]{1,62})(?![\w\u00f8@-])(?::\d{1,5}(?!\d))?(?:[/?#][^\s<>"`{}|\\^]*)?/g;
const TRAILING = /[.,;:!?'*_~\u2026-]/;

/** Web addresses with a scheme; what stays of one is its host, unless the host is an address literal or names an account. */
export const url: Detector = {
  type: 'URL',
  mayMatch: (traits) => traits.hasColon && traits.hasSlash,
  find({ text }) {
    const matches: Match[] = [];
    for (const match of text.matchAll(WITH_SCHEME)) {
      const address = trimEnd(match[0]);
      const host = hostOf(address.slice(address.indexOf('//') + 2));
      if (host.isNameable) matches.push({ start: match.index, end: match.index + address.length, ...detail(host.name) });
    }
    return matches;
  },
};

/** Web addresses without a scheme. They come after e-mails and handles, whose hosts they would take. */
export const bareUrl: Detector = {
  type: 'URL',
  mayMatch: (traits) => traits.hasInnerDot,
  find({ text }) {
    const matches: Match[] = [];
    for (const match of text.matchAll(WITHOUT_SCHEME)) {
      const address = trimEnd(match[0]);
      const host = hostOf(address);
      if (!isWithoutScheme(host.name, match[1]!, address)) continue;
      matches.push({ start: match.index, end: match.index + address.length, ...detail(host.name) });
    }
    return matches;
  },
};

function isWithoutScheme(host: string, topLevel: string, address: string): boolean {
  const hasPath = /[/?#]./.test(address);
  if (host.startsWith('www.')) return host.split('.').length > 2;
  if (hasPath) return isTopLevelDomain(topLevel);
  const isShouted = address === address.toUpperCase();
  return isBareDomain(isShouted ? topLevel.toLowerCase() : topLevel) && host.length - topLevel.length > 2;
}

/** Sentence marks and closing brackets at the end belong to the sentence, unless the address opened the bracket. */
function trimEnd(address: string): string {
  const unopened = { ')': countOf(address, ')') - countOf(address, '('), ']': countOf(address, ']') - countOf(address, '[') };
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1]!;
    if (last === ')' || last === ']') {
      if (unopened[last] <= 0) break;
      unopened[last] -= 1;
    } else if (!TRAILING.test(last)) break;
  }
  return address.slice(0, end);
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

function hostOf(afterScheme: string): { name: string; isNameable: boolean } {
  const authority = /^[^/?#]*/.exec(afterScheme)![0];
  const withoutUser = authority.slice(authority.lastIndexOf('@') + 1);
  const name = withoutUser.replace(/:\d*$/, '').toLowerCase();
  return { name, isNameable: name.includes('.') || name.startsWith('[') || authority.length < afterScheme.length - 1 };
}

function detail(host: string): { detail?: string } {
  const kept = impersonalHost(host);
  return isKeepableHost(kept) ? { detail: kept } : {};
}
