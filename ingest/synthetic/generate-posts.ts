import { HOUR_MS, londonDate } from '#core/calendar.ts';
import type { RawPost } from '#core/post.ts';
import { compileTopic, compose } from './compose.ts';
import { PLANTED_TOPIC } from './grammar/planted.ts';
import { copyOf, createCopier, type CopyManner, type Original } from './near-copies.ts';
import { createOtherTexts } from './other-texts.ts';
import { PLANTED_PLACE, plantedChance, plantedConcern } from './planted-concern.ts';
import { createRandom, createWeightedPick, type Random } from './random.ts';
import { coveredRange, instants } from './rhythm.ts';
import { nameOf, randomPlace, type NamedPlace } from './scene.ts';
import { createAddresses, SYNTHETIC_SOURCES, type SyntheticSource } from './sources.ts';

export interface SyntheticOptions {
  /** Default 1. */
  seed?: number;
  /** The last day is the one in London that holds this instant. Default: 22 November 2026. */
  untilMs?: number;
  /** Default 13. */
  weeks?: number;
  /** Default 60,000. */
  posts?: number;
}

/** What the generator knows about a post that it wrote. */
export interface LabelledPost {
  post: RawPost;
  type: 'comment' | 'copy' | 'noise' | 'other-language' | 'planted';
  topic: string;
  register: string;
  mood: string;
}

/** Raise it with every change that gives other posts for the same options: a demo that was filled before is then filled anew. */
export const GENERATOR_VERSION = 3;

export const DEFAULT_UNTIL_MS = Date.UTC(2026, 10, 22, 12);
const DEFAULT_SEED = 1;
const DEFAULT_WEEKS = 13;
const DEFAULT_POSTS = 60_000;

const SHARES = { copy: 0.07, noise: 0.12, otherLanguage: 0.027, personalData: 0.025, edited: 0.007 };
/** One post goes round for a day and a half: loud, yet one voice's words. */
const VIRAL = { atShare: 0.55, lastsMs: 36 * HOUR_MS, chance: 0.14 };
const MANNERS: readonly { item: CopyManner; weight: number }[] = [
  { item: 'reshare', weight: 55 },
  { item: 'quoted', weight: 15 },
  { item: 'retyped', weight: 12 },
  { item: 'cut', weight: 8 },
  { item: 'copied-on', weight: 10 },
];
const QUESTIONS = {
  any: [
    'Overall, how was your experience of our service?',
    'Please can you tell us why you gave your answer?',
    'Is there anything else you would like to tell us?',
  ],
  negative: ['What could we have done better?'],
  positive: ['What did we do well?'],
};

/**
 * Invented posts in the order that they were written: the same options give the same posts. No text is from anywhere; personal
 * data in them is from ranges that belong to nobody. `plantedConcern(untilMs)` says what they hold on purpose.
 */
export function* generatePosts(options: SyntheticOptions = {}): Iterable<RawPost> {
  for (const { post } of generateLabelled(options)) yield post;
}

export function* generateLabelled(options: SyntheticOptions = {}): Iterable<LabelledPost> {
  const { seed = DEFAULT_SEED, untilMs = DEFAULT_UNTIL_MS, weeks = DEFAULT_WEEKS, posts = DEFAULT_POSTS } = options;
  const root = createRandom(seed);
  const random = root.fork('posts');
  const { startMs, endMs } = coveredRange(untilMs, weeks);
  const series = `s${seed}-${londonDate(endMs - 1).replaceAll('-', '')}`;
  const concern = plantedConcern(untilMs);
  const plantedTopic = compileTopic(PLANTED_TOPIC);
  const pickManner = createWeightedPick(MANNERS);
  const copier = createCopier();
  const others = createOtherTexts();
  const viralFromMs = startMs + VIRAL.atShare * (endMs - startMs);
  let viral: Original | undefined;

  const sources = SYNTHETIC_SOURCES.map((source) => ({
    source,
    address: createAddresses(source, series, Math.round((posts * source.weight) / 100)),
    pickKind: createWeightedPick(source.kinds),
  }));
  const pickSource = createWeightedPick(sources.map((item) => ({ item, weight: item.source.weight })));

  function write(source: SyntheticSource, atMs: number): Written {
    const isViralTime = atMs >= viralFromMs && atMs < viralFromMs + VIRAL.lastsMs;
    if (random.chance(plantedChance(concern, atMs))) {
      const where = nameOf(PLANTED_PLACE, random);
      const { genre, maxLength, social } = source;
      const comment = compose(random, { genre, maxLength, social, where, topic: plantedTopic, mood: plantedTopic.pickMood(random) });
      return { ...comment, type: 'planted', where };
    }
    if (source.social) {
      if (isViralTime && viral && random.chance(VIRAL.chance)) return { ...COPY, text: viral.text, copied: viral, manner: 'reshare' };
      const original = random.chance(SHARES.copy) ? copier.pick(random) : undefined;
      if (original) {
        const manner = pickManner(random);
        return { ...COPY, text: copyOf(original, manner, random), copied: original, manner };
      }
      if (random.chance(SHARES.noise)) return { ...others.noise(random, randomPlace(random)), type: 'noise' };
    }
    const where = random.chance(source.placeShare) ? randomPlace(random) : undefined;
    if (random.chance(SHARES.otherLanguage)) {
      const somewhere = where ?? randomPlace(random);
      return { ...others.otherLanguage(random, somewhere), type: 'other-language', where: somewhere };
    }
    const { genre, maxLength, social } = source;
    const comment = compose(random, { genre, maxLength, social, where });
    const personal = random.chance(SHARES.personalData) ? ` ${others.personalData(random)}` : '';
    return { ...comment, text: comment.text + personal, type: 'comment', where, isCopied: personal === '' };
  }

  let nth = 0;
  for (const atMs of instants(posts, startMs, endMs, root.fork('rhythm'))) {
    const { source, address, pickKind } = pickSource(random);
    const written = write(source, atMs);
    const { authorId, ...ids } = address(random, nth++);
    const post: RawPost = {
      source: source.id,
      ...ids,
      kind: written.manner === 'reshare' ? 'reshare' : pickKind(random),
      text: written.text,
      createdAt: new Date(atMs).toISOString(),
      observedAt: new Date(Math.min(endMs - 1, atMs + random.between(200, source.observedWithinMs))).toISOString(),
      author: { id: authorId },
      ...details(source, written, random),
    };
    if (random.chance(SHARES.edited)) {
      post.editedAt = new Date(Math.min(Date.parse(post.observedAt), atMs + random.between(20, 600) * 1_000)).toISOString();
    }
    if (written.isCopied && source.social) {
      const original = { text: post.text, canonicalId: post.canonicalId };
      copier.remember(original);
      if (!viral && atMs >= viralFromMs - HOUR_MS && written.mood === 'negative' && post.text.length > 120) viral = original;
    }
    yield { post, type: written.type, topic: written.topic, register: written.register, mood: written.mood };
  }
}

interface Written {
  text: string;
  type: LabelledPost['type'];
  topic: string;
  register: string;
  mood: string;
  where?: NamedPlace | undefined;
  lang?: string | undefined;
  /** Others may pass it on. */
  isCopied?: boolean;
  copied?: Original;
  manner?: CopyManner;
}

const COPY = { type: 'copy', topic: '', register: '', mood: '' } as const;

/** Title, question, stated place and language, and what it answers, as the source would give them. */
function details(source: SyntheticSource, written: Written, random: Random): Partial<RawPost> {
  const extra: Partial<RawPost> = {};
  const declared = written.lang ?? 'en';
  if (source.social && random.chance(0.9)) extra.lang = declared;
  if (written.copied) extra.parentId = written.copied.canonicalId;
  if (source.id === 'survey') extra.question = random.pick(questionsFor(written.mood));
  if (source.id === 'reviews') extra.title = titleOf(written, random);
  if (source.id === 'rss') extra.rootId = `https://rss.example.org/article-${Math.floor(random.next() ** 2 * 4_000)}`;
  if (random.chance(source.statedPlaceShare)) extra.place = (written.where ?? randomPlace(random)).name.replace(/^the /, '');
  return extra;
}

function questionsFor(mood: string): readonly string[] {
  if (mood === 'negative') return [...QUESTIONS.any, ...QUESTIONS.negative];
  return mood === 'positive' ? [...QUESTIONS.any, ...QUESTIONS.positive] : QUESTIONS.any;
}

const TITLES: Record<string, readonly string[]> = {
  negative: ['Disappointed', 'Let down', 'Poor experience', 'Not good enough', 'Please listen', 'Worried about this', 'Needs to improve'],
  positive: ['Thank you', 'Excellent care', 'So grateful', 'A credit to the NHS', 'Five stars', 'Wonderful staff', 'Faultless'],
  mixed: ['Good and bad', 'Mixed feelings', 'Great staff, poor system', 'Could be better'],
  neutral: ['Question', 'My visit', 'Feedback'],
};

function titleOf(written: Written, random: Random): string {
  return random.pick(TITLES[written.mood] ?? TITLES['neutral']!);
}
