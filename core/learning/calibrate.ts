import { sigmoid, softmax } from '../language/heads/linear-head.ts';

const LOWEST = 0.2;
const HIGHEST = 5;
const ROUNDS = 60;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The temperature under which held-out logits are likeliest (Guo et al. 2017). `truth`: the right label of each row. */
export function sharedTemperature(logits: Float64Array, truth: ArrayLike<number>, weights: ArrayLike<number>, labels: number): number {
  return lowest((temperature) => {
    let loss = 0;
    for (let row = 0; row < truth.length; row++) {
      const shares = softmax(logits.subarray(row * labels, (row + 1) * labels), temperature);
      loss -= weights[row]! * Math.log(Math.max(1e-12, shares[truth[row]!]!));
    }
    return loss;
  });
}

/** The same for one binary label. */
export function ownTemperature(logits: ArrayLike<number>, truth: ArrayLike<number>): number {
  return lowest((temperature) => {
    let loss = 0;
    for (let row = 0; row < truth.length; row++) {
      const probability = sigmoid(logits[row]! / temperature);
      loss -= Math.log(Math.max(1e-12, truth[row] ? probability : 1 - probability));
    }
    return loss;
  });
}

/** Golden-section search over the logarithm of the temperature. */
function lowest(loss: (temperature: number) => number): number {
  let [from, to] = [Math.log(LOWEST), Math.log(HIGHEST)];
  let [left, right] = [to - GOLDEN * (to - from), from + GOLDEN * (to - from)];
  let [leftLoss, rightLoss] = [loss(Math.exp(left)), loss(Math.exp(right))];
  for (let round = 0; round < ROUNDS && to - from > 1e-4; round++) {
    if (leftLoss <= rightLoss) {
      [to, right, rightLoss] = [right, left, leftLoss];
      left = to - GOLDEN * (to - from);
      leftLoss = loss(Math.exp(left));
    } else {
      [from, left, leftLoss] = [left, right, rightLoss];
      right = from + GOLDEN * (to - from);
      rightLoss = loss(Math.exp(right));
    }
  }
  return Math.exp((from + to) / 2);
}

/** The threshold of held-out probabilities with the best F1; `lowestThreshold` where the label has no row. */
export function bestThreshold(probabilities: ArrayLike<number>, truth: ArrayLike<number>, lowestThreshold = 0.15): number {
  const order = Array.from({ length: truth.length }, (_, row) => row).sort((a, b) => probabilities[b]! - probabilities[a]!);
  const support = order.reduce((sum, row) => sum + (truth[row] ? 1 : 0), 0);
  let [best, bestF1, hits] = [0.5, 0, 0];
  for (const [nth, row] of order.entries()) {
    if (probabilities[row]! < lowestThreshold) break;
    if (truth[row]) hits += 1;
    const next = order[nth + 1];
    if (next !== undefined && probabilities[next] === probabilities[row]) continue;
    const f1 = (2 * hits) / (nth + 1 + support);
    if (f1 > bestF1) {
      bestF1 = f1;
      best = next === undefined ? probabilities[row]! : (probabilities[row]! + probabilities[next]!) / 2;
    }
  }
  return Math.min(0.9, Math.max(lowestThreshold, best));
}
