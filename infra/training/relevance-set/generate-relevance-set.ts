import { RELEVANCE_KINDS, type RelevanceKind } from '#core/insight.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { ADVERTS } from './adverts.ts';
import { AT_LENGTH } from './at-length.ts';
import { createExpander, pick } from './expand-template.ts';
import { EXPERIENCES_TOLD } from './experience-told.ts';
import { EXPERIENCES } from './experience.ts';
import { inManner } from './manner.ts';
import { NEWS } from './news.ts';
import { OPINIONS_ARGUED } from './opinion-argued.ts';
import { OPINIONS } from './opinion.ts';
import { ELSEWHERE } from './other-elsewhere.ts';
import { MENTIONS } from './other-mentions.ts';
import { OTHERS } from './other.ts';
import { WORD_LISTS } from './word-lists.ts';

/** Families of templates by name: what one person might say, worded one way. */
export type Families = Readonly<Record<string, readonly string[]>>;

/** An invented text. `family` names the templates that it was made from: whoever validates keeps a family on one side. */
export interface RelevanceExample {
  text: string;
  kind: RelevanceKind;
  family: string;
}

export const FAMILIES: Readonly<Record<RelevanceKind, Families>> = {
  experience: { ...EXPERIENCES, ...EXPERIENCES_TOLD },
  opinion: { ...OPINIONS, ...OPINIONS_ARGUED, ...AT_LENGTH.opinion },
  news: { ...NEWS, ...AT_LENGTH.news },
  advert: { ...ADVERTS, ...AT_LENGTH.advert },
  other: { ...OTHERS, ...ELSEWHERE, ...MENTIONS, ...AT_LENGTH.other },
};

/** How much of a set each kind is: chosen, not counted anywhere. */
export const SHARES: Readonly<Record<RelevanceKind, number>> = { experience: 0.28, opinion: 0.22, news: 0.15, advert: 0.13, other: 0.22 };

/** How often another wording is tried where one came out before. */
const TRIES = 12;

/**
 * Invented comments with their kind, in an order of chance; the same options give the same set everywhere. Each family of a kind
 * gives as many texts as any other, to within one.
 */
export function generateRelevanceSet(options: { seed: number; size: number }): RelevanceExample[] {
  const random = seededRandom(options.seed);
  const compile = createExpander(WORD_LISTS);
  const parts = { tag: compile('{tag}'), link: compile('{link}') };
  const seen = new Set<string>();
  const examples: RelevanceExample[] = [];
  for (const [kind, count] of countsOf(options.size)) {
    const families = shuffled(
      Object.entries(FAMILIES[kind]).map(([name, sources]) => ({ family: `${kind}/${name}`, templates: sources.map(compile) })),
      random,
    );
    for (let index = 0; index < count; index++) {
      const { family, templates } = families[index % families.length]!;
      const write = () => inManner(pick(templates, random)(random), kind, parts, random);
      let text = write();
      for (let tries = 1; tries < TRIES && seen.has(text); tries++) text = write();
      seen.add(text);
      examples.push({ text, kind, family });
    }
  }
  return shuffled(examples, random);
}

/** How many texts of each kind: in their shares, what rounding leaves going to the largest remainders. */
function countsOf(size: number): [RelevanceKind, number][] {
  const exact = RELEVANCE_KINDS.map((kind) => ({ kind, count: Math.floor(SHARES[kind] * size), rest: (SHARES[kind] * size) % 1 }));
  const missing = size - exact.reduce((sum, { count }) => sum + count, 0);
  const fullest = new Set(
    exact
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, missing)
      .map(({ kind }) => kind),
  );
  return exact.map(({ kind, count }) => [kind, fullest.has(kind) ? count + 1 : count]);
}

/** The items in an order of chance (Fisher and Yates). */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const out = [...items];
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [out[at], out[other]] = [out[other]!, out[at]!];
  }
  return out;
}
