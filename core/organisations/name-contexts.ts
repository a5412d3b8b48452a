import type { NameContext } from '../language/name-index.ts';
import type { Token } from '../language/tokens.ts';
import { isFacilityOnly } from './generic-names.ts';

/** Names that are also people, streets, places, clubs or exclamations: a hospital's only where the post speaks of care. */
const OTHER_MEANINGS = new Set(
  `george eliot|james cook|james paget|john radcliffe|homerton|moorfields|glenfield|papworth|southmead|derriford|great ormond street|northwick park|
  stoke mandeville|hinchingbrooke|chase farm|liverpool womens|birmingham womens|barts|gosh|emas|scas|lgi|ruh|royal liverpool|royal cornwall|
  royal berkshire|royal sussex|royal devon|royal surrey|royal victoria|norfolk and norwich|chelsea and westminster|walton centre|queen elizabeth|
  princess royal|pennine acute|countess of chester|st barts|great ormond st|wrightington|harefield|evelina|musgrove|broadgreen|oxleas|
  west middlesex|north middlesex|central middlesex|lincoln county|royal wolverhampton|avon and wiltshire|calderdale and huddersfield|
  county durham and darlington|tameside and glossop|northern lincolnshire and goole|northern lincs and goole|maidstone and tunbridge wells|
  lewisham and greenwich|sandwell and west birmingham|east and north herts|midlands partnership|chorley and south ribble|north west anglia|
  central and north west london|cumbria northumberland tyne and wear|surrey and borders|north tees|midland metropolitan|cpft|
  mft|nbt|mwl|nca|lpt|slam|dpt|yas|ouh|mtw|nuh|rwt|awp|cwp|sash|roh|gwh|uhp|uhl|cuh|coch|wwl|sath|st georges|st peters|st marys|st thomas|st jamess|jimmys|qe|qeh|prh|dri|lri|hri|ngh|kgh|rvi|bri|rd_e|n_n`
    .split('|')
    .map((name) => name.trim()),
);

/** Words of which the next one may be, where a name of several words is part of another: "Royal Cornwall Show". */
const OTHER_THINGS = new Set(
  `show golf festival street road avenue lane college university school academy station fc football fire police regiment novel novels book books museum
  theatre hotel club match game rugby cricket library society pub park stadium opera orchestra county council family mail navy mint albert ascot
  assent wedding ii line election public ship bridge olympic market`.split(/\s+/),
);
/** A post that holds one of these, outside the name, speaks of care. */
const CARE = new Set(
  `nhs hospital hospitals infirmary ward wards nurse nurses nursing doctor doctors gp surgeon surgeons a_e er ed icu emergency casualty ambulance ambulances paramedic paramedics
  appointment appointments outpatients clinic clinics operation operations surgery midwife midwives maternity labour birth consultant patient patients discharged discharge admitted treatment
  treated staff outpatients scan mri xray physio waiting wait waited trust icb mum dad cancer chemo radiotherapy theatre bed beds trolley trolleys corridor corridors
  referral referred diagnosis medication medicine care cared oncology cardiology paediatrics neonatal nicu stroke fracture triage hca receptionist visiting pain
  blood crew crews 999 111 life saved health healthcare team unit units department departments surgical medical baby ill sick injury broken`.split(
    /\s+/,
  ),
);
const POSSESSIVE = /['\u2018\u2019]s$/i;
const EXCLAMATION = new Set(['oh', 'my', 'omg']);
const NOT_BEFORE = new Set(['new', 'captain', 'hms', 'rms', 'actor', 'author', 'novelist', 'explorer']);

/** Short for something, with two capitals or more; in small letters most of them are words or nothing. */
const ACRONYM = /^(?=.*[A-Z&].*[A-Z&])[A-Za-z&]{2,9}$/;
/** Abbreviations that mean nothing else however they are written. */
const ANY_CASE = new Set(
  `uclh gstt uhcw bhrut rnoh pruh nnuh qehb wmas nwas eeast swasft secamb ltht ulht qeqm uhbw bsuh uhmbt bsmhft
  esneft uhdb mkuh tewv cnwl nelft elft nsft uhnm uhsussex luhft swbh dbth cddft`.split(/\s+/),
);

const SENTENCE_END = /[.!?\n]/;
const BEFORE_PLACE = new Set(['in', 'at', 'hospital', 'university', 'over']);
const REACH_OF_PLACE = 3;
const NICKNAME = /^the /;
const GENERIC = /^(?:general|city|county|university|victoria) hospital$|^(?:royal|general) infirmary$/;
const MAX_WORDS_LOOKED_AT = 400;

type Check = (at: NameContext) => boolean;

/**
 * What has to hold where a name's words stand: `accepts` for them to be that name at all, `isMeant` for a name that several places share, and
 * that nothing tells apart, to be worth asking about.
 */
export function contextOf(name: string, words: readonly string[], isCertain: boolean): { accepts: Check; isMeant: Check } {
  const key = words.join(' ');
  const accepts: Check[] = [isNoOtherThing, isInOneSentence, isNotElsewhere];
  const isMeant: Check[] = [];
  if (ACRONYM.test(name)) accepts.push((at) => isWrittenAs(name, ANY_CASE.has(key), at));
  if (NICKNAME.test(key)) accepts.push(isCapitalised);
  if (GENERIC.test(key)) isMeant.push(isCapitalised);
  if (key === 'gosh') accepts.push(isNoExclamation);
  if (OTHER_MEANINGS.has(key)) (isCertain ? accepts : isMeant).push(speaksOfCare);
  return { accepts: (at) => accepts.every((holds) => holds(at)), isMeant: (at) => isMeant.every((holds) => holds(at)) };
}

/** The same for a name of an extract: one of words for kinds of places alone has to be written as a name, "The Surgery". */
export function contextOfRecord(words: readonly string[]): { accepts: Check; isMeant: Check } {
  const checks: Check[] = [isNoOtherThing, isInOneSentence, isNotElsewhere];
  if (isFacilityOnly(words)) checks.push(isCapitalisedThroughout);
  return { accepts: (at) => checks.every((holds) => holds(at)), isMeant: () => true };
}

function isCapitalisedThroughout({ text, tokens, from, to }: NameContext): boolean {
  return tokens.slice(from, to).every(({ word, start }) => isSmallWord(word) || isCapital(text, start));
}

function isSmallWord(word: string): boolean {
  return word === 'and' || word === 'of' || word === 'the';
}

function isNoExclamation({ tokens, from }: NameContext): boolean {
  return !EXCLAMATION.has(tokens[from - 1]?.word ?? '');
}

/** In capitals, or with those that it has: "SATH", "SaTH"; in any case "nwas" and "Nwas" too, but not "NWAs" or "NWA's". */
function isWrittenAs(name: string, inAnyCase: boolean, { text, tokens, from, to }: NameContext): boolean {
  const raw = text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(POSSESSIVE, '');
  if (raw === name || raw === name.toUpperCase()) return true;
  return inAnyCase && raw.slice(1) === name.slice(1).toLowerCase();
}

/** A capital on its first word, and after a nickname none on the next: "the Royal", but not "the Royal Marsden". */
function isCapitalised({ text, tokens, from, to }: NameContext): boolean {
  const isNickname = tokens[from]!.word === 'the';
  if (!isCapital(text, tokens[isNickname ? from + 1 : from]!.start)) return false;
  const next = isNickname ? adjacent(text, tokens, to) : undefined;
  return next === undefined || next === 'a_e' || !isCapital(text, tokens[to]!.start);
}

function isCapital(text: string, index: number): boolean {
  return /\p{Lu}/u.test(text[index] ?? '');
}

function isNoOtherThing({ text, tokens, from, to }: NameContext): boolean {
  const next = adjacent(text, tokens, to);
  const before = from > 0 ? adjacent(text, tokens, from) && tokens[from - 1]!.word : undefined;
  return !(next !== undefined && OTHER_THINGS.has(next)) && !(before !== undefined && NOT_BEFORE.has(before));
}

/** "St Mary's. Manchester …" is not St Mary's Manchester; "St. Mary's" is. */
function isInOneSentence({ text, tokens, from, to }: NameContext): boolean {
  for (let position = from + 1; position < to; position++) {
    const [before, at] = [tokens[position - 1]!, tokens[position]!];
    if (at.start - before.end > 1 && SENTENCE_END.test(text.slice(before.end, at.start)) && before.word !== 'st') return false;
  }
  return true;
}

/** Not where "in Brisbane", ", Dublin" follows. */
function isNotElsewhere({ text, tokens, to }: NameContext): boolean {
  const last = tokens[to - 1]!;
  for (let position = to; position < Math.min(to + REACH_OF_PLACE, tokens.length); position++) {
    const { word, start } = tokens[position]!;
    if (SENTENCE_END.test(text.slice(last.end, start))) return true;
    if (ELSEWHERE.has(word)) return false;
    if (!BEFORE_PLACE.has(word)) return true;
  }
  return true;
}

/** The word at a position, if only a space stands before it. */
function adjacent(text: string, tokens: NameContext['tokens'], position: number): string | undefined {
  const [before, at] = [tokens[position - 1], tokens[position]];
  return before && at && text.slice(before.end, at.start) === ' ' ? at.word : undefined;
}

function speaksOfCare({ tokens, from, to }: NameContext): boolean {
  const end = Math.min(tokens.length, MAX_WORDS_LOOKED_AT);
  for (let position = 0; position < end; position++) {
    if ((position < from || position >= to) && CARE.has(tokens[position]!.word)) return true;
  }
  return false;
}

/** Towns and countries with an NHS of their own, or none. */
const ELSEWHERE = new Set(
  `scotland scottish edinburgh glasgow dundee aberdeen inverness kirkcaldy paisley livingston airdrie kilmarnock stirling lothian fife ayrshire wales welsh
  cardiff swansea wrexham bangor gwent llandough bridgend belfast derry londonderry ulster ireland irish dublin cork galway limerick waterford
  australia sydney melbourne brisbane adelaide canada toronto montreal vancouver ottawa zealand auckland america
  kenya nairobi nigeria lagos ghana accra india delhi mumbai kolkata chennai pakistan karachi lahore malta gibraltar dubai singapore barbados jamaica
  trinidad grenada hong jersey guernsey`.split(/\s+/),
);

/** Whether a post speaks of a place outside England. */
export function speaksOfElsewhere(tokens: readonly Token[]): boolean {
  return tokens.slice(0, MAX_WORDS_LOOKED_AT).some(({ word }) => ELSEWHERE.has(word));
}
