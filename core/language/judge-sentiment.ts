import type { Sentiment } from '../insight.ts';
import type { Genre } from '../post.ts';
import { COMPOUND } from './features/dense-features.ts';
import { likeliest } from './heads/linear-head.ts';
import type { HeadName, Reading, Understanding } from './heads/understanding.ts';
import { isMixedFeeling, type ClauseFeeling } from './judge-clauses.ts';

/** What the sentiment heads go by. */
export interface Judged {
  reading: Reading;
  genre: Genre;
  /** How each clause feels. */
  clauses: readonly ClauseFeeling[];
  /** Whether it speaks of care: then the head that learned from survey comments has a say in a post too. */
  isAboutCare: boolean;
  text: string;
  question?: string | undefined;
}

/** Surer than this of one side, a comment is not called mixed. */
const CERTAIN = 0.9;
const NOTHING: Sentiment = { label: 'neutral', level: 0, score: 0, confidence: 1, probabilities: { negative: 0, neutral: 1, positive: 0 } };
const LEVEL_OFFSET = 2;

/**
 * Sentiment of a text by the head of its genre; of a post about care by both heads, their log-probabilities averaged, since tweets at large teach little of
 * what people praise and blame there ("waited eleven hours"). `score` is the positive probability less the negative one; for posts the mean of that and
 * the lexicon's own score, since tweets are rated for their words more than for what they are about. A comment whose clauses pull strongly
 * both ways is mixed.
 */
export function judgeSentiment(judged: Judged, understanding: Understanding): Sentiment {
  const { reading, genre, clauses, text, question } = judged;
  if (reading.isEmpty) return NOTHING;
  const answer = shortAnswer(text, question);
  if (answer) return answer;
  const [negative, neutral, positive] = classesOf(judged, understanding);
  const probabilities = { negative, neutral, positive };
  const balance = positive - negative;
  const score = genre === 'feedback' ? balance : (balance + reading.features.dense[COMPOUND]!) / 2;
  const top = Math.max(negative, neutral, positive);
  const isMixed = top < CERTAIN && isMixedFeeling(clauses);
  const label = isMixed ? 'mixed' : neutral === top ? 'neutral' : positive === top ? 'positive' : 'negative';
  const level =
    genre === 'feedback' ? likeliest(understanding.probabilities('feedback-level', reading)) - LEVEL_OFFSET : levelOf(balance, isMixed);
  return { label, level, score, confidence: isMixed ? 1 - Math.abs(balance) : top, probabilities };
}

/** The heads that have a say in a text's sentiment, as much each; none where a rule for short answers decides, or nothing is there to judge. */
export function sentimentHeads({ reading, genre, isAboutCare, text, question }: Judged): readonly HeadName[] {
  if (reading.isEmpty || shortAnswer(text, question)) return [];
  if (genre === 'feedback') return ['feedback-sentiment'];
  return isAboutCare ? ['post-sentiment', 'feedback-sentiment'] : ['post-sentiment'];
}

/** Probabilities of the classes: of several heads the geometric mean. */
function classesOf(judged: Judged, understanding: Understanding): [number, number, number] {
  const said = sentimentHeads(judged).map((name) => understanding.probabilities(name, judged.reading));
  if (said.length === 1) return said[0] as unknown as [number, number, number];
  const together = said[0]!.map((_, label) => said.reduce((product, each) => product * each[label]!, 1) ** (1 / said.length));
  const sum = together.reduce((total, each) => total + each, 0);
  return together.map((each) => each / sum) as unknown as [number, number, number];
}

function levelOf(balance: number, isMixed: boolean): number {
  if (isMixed || Math.abs(balance) < 0.25) return 0;
  return Math.sign(balance) * (Math.abs(balance) >= 0.75 ? 2 : 1);
}

const NOTHING_SAID = /^(?:nothing|none|no|n\/?a|nil|nope|not? ?a ?thing|nothing at all|nothing really|nothing i can think of)[\s.!]*$/i;
const ASKS_FOR_BETTER = /\b(?:better|improve|improved|improvement|differently|change|dissatisfied|wrong)\b/i;
const ASKS_FOR_GOOD = /\b(?:well|good|best|liked?|satisfied|enjoy)\b/i;

/** "Nothing" to "What could we have done better?" is praise, to "What did we do well?" it is blame. */
function shortAnswer(text: string, question: string | undefined): Sentiment | undefined {
  if (question === undefined || text.length > 40 || !NOTHING_SAID.test(text.trim())) return undefined;
  const [asksForBetter, asksForGood] = [ASKS_FOR_BETTER.test(question), ASKS_FOR_GOOD.test(question)];
  if (asksForBetter === asksForGood) return undefined;
  return asksForBetter
    ? { label: 'positive', level: 1, score: 0.6, confidence: 0.8, probabilities: { negative: 0.05, neutral: 0.15, positive: 0.8 } }
    : { label: 'negative', level: -1, score: -0.6, confidence: 0.8, probabilities: { negative: 0.8, neutral: 0.15, positive: 0.05 } };
}
