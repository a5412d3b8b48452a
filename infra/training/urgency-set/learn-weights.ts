import { SIGNALS, SPEAKS_AGAINST, type Signal, type Signals } from '#core/language/urgency/read-signals.ts';
import type { UrgencyExample } from './generate-urgency-set.ts';

/** What cross-validation over the development families chose. */
const RIDGE = 3;
/** How much the parts count, all their texts together. The queue is filled from the ordinary posts, so these weigh most. */
const PARTS = { urgent: 600, harmless: 1_200, ordinary: 24_000 };

/** Weights from texts: those that name no harm have no signals and teach nothing. */
export function learnUrgency(
  examples: readonly Pick<UrgencyExample, 'text' | 'isUrgent'>[],
  ordinary: readonly { text: string }[],
  signalsOf: (text: string) => Signals | null,
): LearnedWeights {
  const parts = [
    { texts: examples.filter(({ isUrgent }) => isUrgent), weight: PARTS.urgent, isUrgent: true },
    { texts: examples.filter(({ isUrgent }) => !isUrgent), weight: PARTS.harmless, isUrgent: false },
    { texts: ordinary, weight: PARTS.ordinary, isUrgent: false },
  ];
  const learned = parts.flatMap(({ texts, weight, isUrgent }) =>
    texts.flatMap(({ text }) => {
      const signals = signalsOf(text);
      if (!signals) return [];
      return [signals, withoutPatterns(signals)].flatMap((each) =>
        each ? [{ signals: each, isUrgent, weight: weight / texts.length }] : [],
      );
    }),
  );
  return learnWeights(learned, RIDGE);
}

/**
 * The signals as they would be if no pattern knew the wording, which holds of most wordings to come: so that the general ones learn to stand alone.
 * Null where nothing would be left to go by.
 */
function withoutPatterns(signals: Signals): Signals | null {
  if (!signals.severe && !signals.grave) return null;
  const general = Object.entries(signals).filter(([name]) => !/ (?:stated|hinted)$/.test(name));
  return { ...Object.fromEntries(general), 'serious harm hinted': 1, 'no pattern': 1 };
}

/** A text's signals, whether it is urgent, and how much it counts. */
interface SignalExample {
  signals: Signals;
  isUrgent: boolean;
  weight: number;
}

export interface LearnedWeights {
  bias: number;
  weights: Record<Signal, number>;
}

const ROUNDS = 40;

/** What a signal weighs as long as the texts say nothing of it: the ridge pulls to here, not to nothing. */
function priorOf(name: Signal): number {
  if (SPEAKS_AGAINST.has(name)) return -1;
  return name.endsWith(' stated') ? 2.5 : name.endsWith(' hinted') ? 1 : 0.5;
}

/**
 * Logistic regression with a ridge, by Newton's method: the same examples give the same weights everywhere. A signal whose weight would turn it
 * round (thanks that speak for harm) is left out, and the rest learned again.
 */
function learnWeights(examples: readonly SignalExample[], ridge: number): LearnedWeights {
  const left = new Set<Signal>(SIGNALS);
  for (;;) {
    const learned = fit(examples, ridge, left);
    const turned = SIGNALS.filter((name) => left.has(name) && learned.weights[name] * (SPEAKS_AGAINST.has(name) ? -1 : 1) < 0);
    if (turned.length === 0) return learned;
    for (const name of turned) left.delete(name);
  }
}

function fit(examples: readonly SignalExample[], ridge: number, used: ReadonlySet<Signal>): LearnedWeights {
  const rows = examples.map(({ signals }) => [1, ...SIGNALS.map((name) => (used.has(name) ? (signals[name] ?? 0) : 0))]);
  const prior = [0, ...SIGNALS.map((name) => (used.has(name) ? priorOf(name) : 0))];
  const size = prior.length;
  const logitOf = (row: readonly number[], theta: readonly number[]) => row.reduce((sum, value, at) => sum + value * theta[at]!, 0);
  const lossOf = (theta: readonly number[]) =>
    theta.reduce((sum, value, at) => sum + (at === 0 ? 0 : (ridge / 2) * (value - prior[at]!) ** 2), 0) +
    examples.reduce((sum, { isUrgent, weight }, nth) => sum + weight * softPlus((isUrgent ? -1 : 1) * logitOf(rows[nth]!, theta)), 0);

  let theta = [...prior];
  let loss = lossOf(theta);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = theta.map((value, at) => (at === 0 ? 0 : ridge * (prior[at]! - value)));
    const hessian = theta.map((_, row) => theta.map((__, column) => (row === column ? (row === 0 ? 1e-6 : ridge) : 0)));
    examples.forEach(({ isUrgent, weight }, nth) => {
      const row = rows[nth]!;
      const p = 1 / (1 + Math.exp(-logitOf(row, theta)));
      const slope = weight * p * (1 - p);
      for (let at = 0; at < size; at++) {
        if (row[at] === 0) continue;
        gradient[at]! += weight * ((isUrgent ? 1 : 0) - p) * row[at]!;
        for (let other = 0; other < size; other++) hessian[at]![other]! += slope * row[at]! * row[other]!;
      }
    });
    const direction = solve(hessian, gradient);
    // Half of a step that went too far, until it is one down.
    let pace = 1;
    let next = theta;
    let nextLoss = Number.POSITIVE_INFINITY;
    for (; pace > 1e-6 && nextLoss > loss; pace /= 2) {
      next = theta.map((value, at) => value + pace * direction[at]!);
      nextLoss = lossOf(next);
    }
    if (loss - nextLoss < 1e-9) break;
    [theta, loss] = [next, nextLoss];
  }
  return { bias: theta[0]!, weights: Object.fromEntries(SIGNALS.map((name, at) => [name, theta[at + 1]!])) as Record<Signal, number> };
}

/** log(1 + e^x) without overflow. */
function softPlus(x: number): number {
  return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** Gaussian elimination with row pivots. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, vector[at]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      if (factor !== 0) for (let at = column; at <= size; at++) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!);
}
