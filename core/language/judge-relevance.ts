import { RELEVANCE_KINDS, type RelevanceKind } from '../insight.ts';
import type { Post } from '../post.ts';
import { parseQuery } from '../query-parser.ts';
import { createRuleIndex } from '../rule-index.ts';
import type { ReadText } from './read-text.ts';

const rule = (sign: Sign, query: string) => ({ sign, where: parseQuery(query, { length: 1_000, terms: 100 }) });

type Sign = 'advert' | 'other meaning' | 'elsewhere';

const findSigns = createRuleIndex([
  rule(
    'advert',
    '"we are hiring" OR "were hiring" OR "job alert" OR vacancy OR vacancies OR "apply now" OR "closing date" OR "join our" NEAR/4 (team OR friendly) OR "bank shifts" OR "band 5" NEAR/6 (role OR closing OR apply) OR recruiting NEAR/5 (nurse OR nurses OR doctors OR team) OR "link in bio" OR "promo code" OR "buy now" OR "book your" NEAR/4 today OR "discount code" OR "webinar" NEAR/6 register',
  ),
  rule(
    'elsewhere',
    '(scotland OR scottish OR glasgow OR edinburgh OR holyrood OR wales OR welsh OR cardiff OR senedd OR "northern ireland" OR belfast OR stormont) NEAR/8 (nhs OR hospital OR health OR ambulance OR waiting)',
  ),
  rule(
    'other meaning',
    '"national honor society" OR "national honour society" OR "nhs ceremony" OR "nhs induction" OR "new hampshire" OR "nhs chapter" OR "high school" NEAR/6 nhs',
  ),
]);
const FIRST_PERSON = new Set(`i im ive id my me mine we our us were weve ill myself`.split(/\s+/));
const FAMILY = new Set(
  `mum mums mam dad dads mother father husband wife son daughter partner sister brother gran nan nana grandad grandma grandmother grandfather auntie uncle baby friend
  friends neighbour cousin`.split(/\s+/),
);
const CARE = new Set(
  `nhs hospital hospit ward nurs doctor gp surgeri a_e ambul paramed appoint oper midwif midwiv matern dentist clinic consult referr refer triag casualti discharg
  surgeon staff treatment treat prescript pharmaci pharmacist medic physio camh carer icb trust bed scan receptionist radiograph hca healthcar theatr outpati jab vaccin icu patient corridor trollei dose insulin tablet chemo mri xray physiotherapi`.split(
    /\s+/,
  ),
);
const HAPPENED = new Set(
  `thank wait wa were went had seen told gave given rang took taken came saw look treat sent left felt got ask spoke said been call help held made explain listen cancel`.split(
    /\s+/,
  ),
);
const OPINION = new Set(
  `should must need think govern fund underfund cut privatis strike pay vote polit polici labour tori minist fix save crisi broken shame disgrac why belief opinion`.split(
    /\s+/,
  ),
);
const NEWS_START = /^(?:breaking|watch|read|exclusive|live|revealed|news|report)\b[:\s]/i;
const SURVEYED = new Set(['review', 'story', 'answer']);

export interface Relevance {
  kind: RelevanceKind;
  confidence: number;
}

/** A comment as it is judged. */
export interface Judged {
  read: ReadText;
  title: ReadText | null;
  post: Pick<Post, 'kind' | 'genre'>;
  /** Organisations of the health service that its words name. */
  named: number;
}

/**
 * What a comment is: care as someone experienced or judged it, or something else. Clear signs (a job advert, another meaning of NHS, another country)
 * decide alone; answers to surveys and reviews are experiences by how they came about, and what an organisation answers is none. Else rules and the learned gate, which knows invented texts
 * only, have a say each: on invented texts the gate is better by far, but of short ones that tell of care it calls too many "other".
 *
 * @param learned the gate's probabilities by `RELEVANCE_KINDS`; null where the language is not analysed.
 */
export function judgeRelevance(judged: Judged, learned: ArrayLike<number> | null): Relevance {
  const { read, post } = judged;
  if (read.words.length === 0) return { kind: 'other', confidence: 0.6 };
  const signs = new Set(findSigns(read).map(({ rule: found }) => found.sign));
  if (signs.has('advert')) return { kind: 'advert', confidence: 0.85 };
  if (signs.has('other meaning')) return { kind: 'other', confidence: 0.85 };
  if (post.kind === 'response') return { kind: 'other', confidence: 0.9 };
  if (post.genre === 'feedback' || SURVEYED.has(post.kind)) return { kind: 'experience', confidence: 0.9 };
  if (signs.has('elsewhere')) return { kind: 'other', confidence: 0.7 };
  const byRules = judgeByRules(judged);
  return learned ? together(byRules, learned, read.words.length) : byRules;
}

/** Whether a comment names care: services, staff, treatments, an organisation that gives it. */
export function speaksOfCare({ read, title, named }: Omit<Judged, 'post'>): boolean {
  return named > 0 || [read, title].some((part) => part?.stems.some((each) => CARE.has(each)));
}

/** Confidences say how clear the signs are and are not measured. */
function judgeByRules({ read, title, post, named }: Judged): Relevance {
  const own = countIn(FIRST_PERSON, read.words) + countIn(FAMILY, read.words);
  const care = countIn(CARE, read.stems) + (title ? countIn(CARE, title.stems) : 0) + named;
  const happened = countIn(HAPPENED, read.stems);
  const opinion = countIn(OPINION, read.stems) + (/[!?]/.test(read.text) ? 1 : 0);
  if (care > 0 && own > 0 && happened > 0) return { kind: 'experience', confidence: Math.min(0.95, 0.6 + 0.07 * (own + care)) };
  if (isHeadline(read)) return { kind: 'news', confidence: 0.7 };
  if (care > 0 && happened > 0) return { kind: 'experience', confidence: 0.6 };
  if (care > 0 || opinion > 1) return { kind: 'opinion', confidence: Math.min(0.9, 0.55 + 0.08 * opinion) };
  return { kind: post.kind === 'reply' ? 'opinion' : 'other', confidence: 0.5 };
}

/** How much of the say the rules have: more where they see an experience in a few words, which tell the gate little, and as usual from `many` words on. */
const RULES_SAY = { usual: 0.4, ofFew: 0.8, many: 30 };
/** The gate's "other" was learned from what was invented to be mistaken for care; where rules see care it counts this much. */
const OTHER_WEIGHT = 0.25;

/** Weighted geometric mean of what the rules and the gate say, what the rules leave shared among the other kinds. */
function together({ kind, confidence }: Relevance, learned: ArrayLike<number>, words: number): Relevance {
  const more = kind === 'experience' ? (RULES_SAY.ofFew - RULES_SAY.usual) * Math.max(0, 1 - words / RULES_SAY.many) : 0;
  const say = RULES_SAY.usual + more;
  const rest = (1 - confidence) / (RELEVANCE_KINDS.length - 1);
  const isCare = kind === 'experience' || kind === 'opinion';
  const votes = RELEVANCE_KINDS.map((each, nth) => {
    const byGate = learned[nth]! * (isCare && each === 'other' ? OTHER_WEIGHT : 1);
    return (each === kind ? confidence : rest) ** say * byGate ** (1 - say);
  });
  const sum = votes.reduce((total, vote) => total + vote, 0);
  const best = votes.indexOf(Math.max(...votes));
  return { kind: RELEVANCE_KINDS[best]!, confidence: votes[best]! / sum };
}

const HEADLINE_LINK = /(?:https?:\/\/\S+|\[url [^\]]{1,80}\])\s*$/i;

/** A line in the third person that ends in a link, or says of itself that it is news. */
function isHeadline({ text, words }: ReadText): boolean {
  if (NEWS_START.test(text)) return true;
  return HEADLINE_LINK.test(text.slice(-300)) && words.length <= 40 && !words.some((word) => FIRST_PERSON.has(word)) && !/[!?]/.test(text);
}

function countIn(list: ReadonlySet<string>, tokens: readonly string[]): number {
  let count = 0;
  for (let position = 0; position < tokens.length; position++) if (list.has(tokens[position]!)) count++;
  return count;
}
