import { flagUrgency } from '#core/language/flag-urgency.ts';
import { readText } from '#core/language/read-text.ts';
import { readSignals, type Signals } from '#core/language/urgency/read-signals.ts';
import { REVIEW_FROM } from '#core/language/urgency/weights.ts';
import { buildStream, ordinaryOnly, ordinaryTexts, sideOf, STREAM_SHARES, type OrdinaryText } from './build-stream.ts';
import {
  generateUrgencySet,
  HARMLESS_KINDS,
  URGENT_KINDS,
  type HarmlessKind,
  type Side,
  type UrgencyExample,
  type UrgentKind,
} from './generate-urgency-set.ts';
import { learnUrgency, type LearnedWeights } from './learn-weights.ts';
import { measureQueue, type QueueFigures, type Ranked } from './measure-queue.ts';

/** The share of posts that people have time to look at. */
export const REVIEW_LOAD = 0.005;

/** Of the generator of posts: what to ask it for further ordinary ones. */
export const ORDINARY_POSTS = { seed: 5, posts: 12_000 };

const TEXTS_PER_FAMILY = 6;
const ORDINARY_SIZE = 8_000;

/** The invented stream of one side: families of the other have no part in it. */
export interface UrgencySide {
  examples: UrgencyExample[];
  ordinary: OrdinaryText[];
}

/** Both sides of the set. `posts`: further ordinary posts with their topics, from the generator of posts. */
export function openUrgencySides(posts: readonly OrdinaryText[]): Record<Side, UrgencySide> {
  const examples = generateUrgencySet({ seed: 1, textsPerFamily: TEXTS_PER_FAMILY });
  const ordinary = [...ordinaryTexts(7, ORDINARY_SIZE), ...ordinaryOnly(posts)];
  const dealt = sideOf(ordinary.map(({ family }) => family));
  const take = (side: Side): UrgencySide => ({
    examples: examples.filter((example) => example.side === side),
    ordinary: ordinary.filter(({ family }) => dealt.get(family) === side),
  });
  return { development: take('development'), 'held back': take('held back') };
}

/** What the development side teaches. */
export function learnFrom({ examples, ordinary }: UrgencySide): LearnedWeights {
  return learnUrgency(examples, ordinary, signalsOf);
}

/** The review queue that the product makes of a side's stream. */
export function measureSide({ examples, ordinary }: UrgencySide): QueueFigures {
  return measureQueue(buildStream(examples, ordinary, scoreOf), REVIEW_LOAD);
}

/** The same of posts written one by one, among the ordinary and harmless ones of a side. */
export function measureSingle(
  posts: Readonly<Record<UrgentKind | HarmlessKind, readonly string[]>>,
  { examples, ordinary }: UrgencySide,
): QueueFigures {
  const single = [...URGENT_KINDS, ...HARMLESS_KINDS].flatMap((kind) =>
    posts[kind].map((text) => ({ text, kind, isUrgent: (URGENT_KINDS as readonly string[]).includes(kind) })),
  );
  return measureQueue(buildStream([...single, ...examples.filter(({ isUrgent }) => !isUrgent)], ordinary, scoreOf), REVIEW_LOAD);
}

/** The share of a side's stream that gets as far as the queue of the product, and the part of the urgent posts in it. */
export function measureFlagged({ examples, ordinary }: UrgencySide): { load: number; recall: number } {
  const flagged = buildStream(examples, ordinary, scoreOf).filter(({ score }) => score >= REVIEW_FROM);
  const weigh = (posts: readonly Ranked[]) => posts.reduce((sum, { weight }) => sum + weight, 0);
  return { load: weigh(flagged), recall: weigh(flagged.filter(({ kind }) => kind !== undefined)) / STREAM_SHARES.urgent };
}

function signalsOf(text: string): Signals | null {
  return readSignals(readText(text))?.signals ?? null;
}

function scoreOf(text: string): number {
  return flagUrgency(readText(text)).score ?? 0;
}
