import type { Mood } from './grammar/topic.ts';
import type { Random } from './random.ts';

const COMMON: readonly (readonly [string, string])[] = [
  ['definitely', 'definately'],
  ['appointment', 'appointmant'],
  ['received', 'recieved'],
  ['their', 'there'],
  ['there', 'their'],
  ['your', 'you’re'],
  ['too', 'to'],
  ['friendly', 'freindly'],
  ['receptionist', 'recepionist'],
  ['ambulance', 'ambulence'],
  ['professional', 'proffesional'],
  ['disgusting', 'discusting'],
  ['explained', 'explaned'],
  ['referral', 'referal'],
  ['hospital', 'hosptial'],
  ['waited', 'wated'],
  ['nobody', 'no body'],
  ['really', 'realy'],
  ['didn’t', 'didnt'],
  ['couldn’t', 'couldnt'],
  ['wasn’t', 'wasnt'],
  ['can’t', 'cant'],
  ['I’m', 'Im'],
];

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\byou\b/g, 'u'],
  [/\bare\b/g, 'r'],
  [/\bbecause\b/g, 'cos'],
  [/\bappointment\b/g, 'appt'],
  [/\bappointments\b/g, 'appts'],
  [/\bhours\b/g, 'hrs'],
  [/\bminutes\b/g, 'mins'],
  [/\bplease\b/g, 'pls'],
  [/\bdoctor\b/g, 'dr'],
  [/\bhospital\b/g, 'hosp'],
  [/\bwith\b/g, 'w'],
  [/\btomorrow\b/g, 'tmrw'],
  [/\bmessages\b/g, 'msgs'],
  [/\bpeople\b/g, 'ppl'],
  [/\breally\b/g, 'rly'],
  [/\bthanks\b/g, 'thx'],
  [/\btonight\b/g, '2nite'],
  [/’/g, ''],
];

/** Writes it as on a phone: lower case, short forms, fewer full stops. */
export function asText(text: string, random: Random): string {
  let out = random.chance(0.75) ? text.toLowerCase() : text;
  for (const [pattern, replacement] of SHORT_FORMS) if (random.chance(0.35)) out = out.replace(pattern, replacement);
  return random.chance(0.7) ? out.replace(/\.$/, '').replace(/\. /g, random.chance(0.5) ? ' ' : '. ') : out;
}

const SHOUTABLE =
  /\b(?:never|nobody|hours|hour|cancelled|again|nothing|disgusted|weeks|still|wrong|months|years|told|waited|cold|lost|pain|rude|private|awful|great|amazing|brilliant|every)\b/gi;

/** Capitals on some words, exclamation marks at the end. */
export function asShouting(text: string, mood: Mood, random: Random): string {
  const loud = text.replace(SHOUTABLE, (word) => (random.chance(0.4) ? word.toUpperCase() : word));
  return random.chance(0.6) ? loud.replace(/\.$/, random.pick(mood === 'negative' ? ['!', '!!', '!!!', '?!'] : ['!', '!!', '!!!'])) : loud;
}

/** One slip of the fingers, or one common misspelling. */
export function withTypo(text: string, random: Random): string {
  if (random.chance(0.5)) {
    const [right, wrong] = random.pick(COMMON);
    const at = text.indexOf(right);
    if (at >= 0) return text.slice(0, at) + wrong + text.slice(at + right.length);
  }
  const at = random.between(0, Math.max(0, text.length - 8));
  const word = /[a-z]{5,}/.exec(text.slice(at));
  if (!word) return text;
  const index = at + word.index + random.between(1, word[0].length - 2);
  const slip = random.between(0, 2);
  if (slip === 0) return text.slice(0, index) + text.slice(index + 1);
  if (slip === 1) return text.slice(0, index) + text[index] + text.slice(index);
  return text.slice(0, index) + text[index + 1] + text[index] + text.slice(index + 2);
}
