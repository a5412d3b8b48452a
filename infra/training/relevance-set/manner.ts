import type { RelevanceKind } from '#core/insight.ts';
import { pick, type Template } from './expand-template.ts';

/** How often texts of a kind are written carelessly, answer someone, or end in a tag, a link or a picture. */
interface Manner {
  careless: number;
  reply: number;
  tag: number;
  link: number;
  emoji: number;
}

/** All kinds do all of it, so that none of it settles what a text is. */
const MANNERS: Readonly<Record<RelevanceKind, Manner>> = {
  experience: { careless: 0.4, reply: 0.08, tag: 0.09, link: 0.05, emoji: 0.1 },
  opinion: { careless: 0.35, reply: 0.14, tag: 0.12, link: 0.1, emoji: 0.1 },
  news: { careless: 0.06, reply: 0.02, tag: 0.16, link: 0.45, emoji: 0.05 },
  advert: { careless: 0.08, reply: 0.02, tag: 0.22, link: 0.3, emoji: 0.15 },
  other: { careless: 0.28, reply: 0.08, tag: 0.1, link: 0.12, emoji: 0.12 },
};

/** What private people add, and what organisations do: those of the second are among the first too. */
const EMOJI = ['😡', '💙', '😢', '🙏', '❤️', '🤬', '👏', '😩', '🙄', '🏥', '😂', '💔', '🚑', '👍', '😭', '🤷‍♀️', '‼️', '👇', '💉', '🤦‍♂️'];

const TIDY_EMOJI = ['💙', '🙏', '❤️', '👏', '🏥', '🚑', '👍', '‼️', '👇', '💉'];

const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/definitely/, 'definately'],
  [/appointment/, 'appt'],
  [/received/, 'recieved'],
  [/their/, 'there'],
  [/receptionist/, 'recepionist'],
  [/ambulance/, 'ambulence'],
  [/because/, 'cos'],
  [/really/, 'realy'],
  [/\bhours\b/, 'hrs'],
  [/\bpeople\b/, 'ppl'],
  [/\byou\b/, 'u'],
  [/government/, 'goverment'],
  [/hospital/, 'hosptial'],
  [/privat/, 'privit'],
  [/consultant/, 'consultent'],
  [/\bwaiting\b/, 'wating'],
  [/\btoo\b/, 'to'],
  [/\bminutes\b/, 'mins'],
];

/** Writes a text as someone of that kind would: capitals, apostrophes, slips, tags, links and pictures. */
export function inManner(text: string, kind: RelevanceKind, parts: { tag: Template; link: Template }, random: () => number): string {
  const manner = MANNERS[kind];
  let out = withCapitals(text);
  if (random() < manner.careless) out = careless(out, random);
  if (random() < 0.5) out = out.replaceAll('’', "'");
  if (random() < manner.reply) out = `[handle] ${out}`;
  if (random() < manner.emoji)
    out += ` ${pick(kind === 'news' || kind === 'advert' ? TIDY_EMOJI : EMOJI, random).repeat(random() < 0.25 ? 2 : 1)}`;
  if (random() < manner.tag) out += ` ${tagsOf(parts.tag, random)}`;
  if (random() < manner.link && !/\[url|https?:|example\./i.test(out)) out += `${random() < 0.3 ? '\n' : ' '}${parts.link(random)}`;
  return out.trim();
}

/** A capital at the start of each sentence, except in addresses; "an" where a slot asks for it. */
function withCapitals(text: string): string {
  return text
    .replace(/\b([Aa]) (?=8|1[18]\b|anaesth)/g, '$1n ')
    .replace(/(^|[.!?…]\s+|\n)(?!https?:|www\.|example\.)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/(?<=[?!…])\.(?=\s|$)/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** One tag, or two that differ. */
function tagsOf(tag: Template, random: () => number): string {
  const count = random() < 0.4 ? 2 : 1;
  return [...new Set(Array.from({ length: count }, () => tag(random)))].join(' ');
}

function careless(text: string, random: () => number): string {
  let out = text;
  const manner = random();
  if (manner < 0.4) out = out.toLowerCase();
  else if (manner < 0.46) out = out.toUpperCase();
  if (random() < 0.45) out = out.replaceAll('’', '');
  if (random() < 0.35) out = out.replace(/[.,](?=\s)/g, '');
  if (random() < 0.55) out = out.replace(/\.$/, '');
  else if (random() < 0.3) out = out.replace(/[.!]$/, () => pick(['!!', '!!!', '...', ' …', '!'], random));
  for (const [right, wrong] of SLIPS) if (random() < 0.25) out = out.replace(right, wrong);
  return random() < 0.3 ? withSlip(out, random) : out;
}

/** Drops, doubles or swaps a letter of a longer word. */
function withSlip(text: string, random: () => number): string {
  const found = [...text.matchAll(/(?<![\p{L}/.#@[])[a-z]{5,}(?![\p{L}/.])/gu)];
  if (found.length === 0) return text;
  const word = pick(found, random);
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2));
  const slip = random();
  if (slip < 0.4) return text.slice(0, at) + text.slice(at + 1);
  if (slip < 0.6) return text.slice(0, at) + text[at] + text.slice(at);
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}
