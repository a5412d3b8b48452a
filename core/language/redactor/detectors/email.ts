import { isTopLevelDomain, MAIL_HOSTS } from '../hosts.ts';
import type { Detector, Match } from '../types.ts';

const LOCAL_UNIT = /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\u00f8-]/;
const DOMAIN = /(?:[A-Za-z0-9\u00f8](?:[A-Za-z0-9\u00f8-]{0,62})\.){1,8}[A-Za-z\u00f8][A-Za-z0-9\u00f8-]{1,62}/y;
const MAX_LOCAL = 64;

/** "jane at example dot com" and its kin: the joint, then what may stand on its right and on its left. */
const JOINT = /\s?[([{<]\s?at\s?[)\]}>]\s?|\s@\s|\s@(?=[A-Za-z])|(?<=[A-Za-z0-9])@\s|\sat\s/gi;
const SPOKEN_DOT = String.raw`(?:\s?[([{<]\s?dot\s?[)\]}>]\s?|\sdot\s|\s?\.\s?)`;
const RIGHT = new RegExp(`[a-z0-9\u00f8-]{1,63}(?:${SPOKEN_DOT}[a-z0-9-]{1,63}){1,4}`, 'iy');
const LEFT = new RegExp(
  `[a-z0-9\u00f8_%+-]{1,64}(?:(?:\\.|\\s?[([{<]\\s?dot\\s?[)\\]}>]\\s?|\\sdot\\s)[a-z0-9\u00f8_%+-]{1,64}){0,4}$`,
  'i',
);
const NOT_A_NAME =
  /^(?:us|me|him|her|them|it|is|are|was|were|be|look|looking|found|available|online|website|site|page|web|visit|visited|more|out|see|book|booked|booking|here|there|work|works|working|based|shop|read|watch|not|and|or|but|the|account|accounts|stuff|team|staff|people|someone|anyone|everyone|up|over|back|only|just|now)$/i;

/** E-mail addresses, written plainly or with "at" and "dot". */
export const email: Detector = {
  type: 'EMAIL',
  mayMatch: (traits) => traits.hasAt || traits.hasBracket || traits.length >= 10,
  find({ text, traits }) {
    const matches = traits.hasAt ? plainAddresses(text) : [];
    if (/[([{<@\s]\s?(?:at|@)\s?[)\]}>\s]|\s@|@\s/i.test(text)) matches.push(...spelledAddresses(text));
    return matches;
  },
};

function plainAddresses(text: string): Match[] {
  const matches: Match[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at);
    if (start === at) continue;
    DOMAIN.lastIndex = at + 1;
    const domain = DOMAIN.exec(text)?.[0];
    if (domain !== undefined) matches.push({ start, end: at + 1 + withoutNextSentence(domain).length });
  }
  return matches;
}

/** Where the part before the "@" begins; `at` if there is none. */
function localStart(text: string, at: number): number {
  if (text[at - 1] === '"') {
    const open = text.lastIndexOf('"', at - 2);
    return open !== -1 && at - open <= MAX_LOCAL && !text.slice(open, at).includes('\n') ? open : at;
  }
  let start = at;
  while (start > 0 && at - start < MAX_LOCAL && LOCAL_UNIT.test(text[start - 1]!)) start -= 1;
  while (start < at && !/[A-Za-z0-9_\u00f8]/.test(text[start]!)) start += 1;
  // "@name@instance" is a handle.
  return text[start - 1] === '@' ? at : start;
}

/** "jane@example.org.Thanks" lacks a space; the next sentence is not part of the address. */
function withoutNextSentence(domain: string): string {
  const labels = domain.split('.');
  const last = labels.at(-1)!;
  const before = labels.at(-2)!;
  const isSentence = labels.length > 2 && /^[A-Z][a-z]/.test(last) && !isTopLevelDomain(last) && isTopLevelDomain(before);
  return isSentence ? domain.slice(0, -last.length - 1) : domain;
}

function spelledAddresses(text: string): Match[] {
  const matches: Match[] = [];
  JOINT.lastIndex = 0;
  for (let joint = JOINT.exec(text); joint; joint = JOINT.exec(text)) {
    const right = rightOf(text, JOINT.lastIndex, joint[0]);
    if (!right) continue;
    const before = text.slice(Math.max(0, joint.index - 120), joint.index);
    const left = LEFT.exec(before)?.[0];
    if (left === undefined || (right.isBare && NOT_A_NAME.test(left))) continue;
    matches.push({ start: joint.index - left.length, end: JOINT.lastIndex + right.length });
  }
  return matches;
}

function rightOf(text: string, from: number, joint: string): { length: number; isBare: boolean } | undefined {
  RIGHT.lastIndex = from;
  const raw = RIGHT.exec(text)?.[0];
  if (raw === undefined) return undefined;
  const bracketed = /[([{<]/.test(joint);
  for (let host = raw; host !== ''; host = withoutLastLabel(host)) {
    const plain = host.toLowerCase().replace(/\s?[([{<]\s?dot\s?[)\]}>]\s?|\sdot\s|\s?\.\s?/g, '.');
    if (!plain.includes('.') || !isTopLevelDomain(plain.slice(plain.lastIndexOf('.') + 1))) continue;
    const isSpoken = /dot/i.test(host) && plain !== host.toLowerCase();
    if (bracketed || isSpoken || MAIL_HOSTS.has(plain)) return { length: host.length, isBare: !bracketed };
  }
  return undefined;
}

function withoutLastLabel(host: string): string {
  return host.replace(/(?:\s?[([{<]\s?dot\s?[)\]}>]\s?|\sdot\s|\s?\.\s?|^)[a-z0-9\u00f8-]+$/i, '');
}
