import { describe, expect, it } from 'vitest';
import { createLexicon } from '../language/features/lexicon.ts';
import { withRoom } from './stack.ts';
import { createFeatureReader } from '../language/features/read-features.ts';
import { createLinearHead } from '../language/heads/linear-head.ts';
import { createVocabulary } from '../language/heads/vocabulary.ts';
import { seededRandom } from '../seeded-random.ts';
import { buildVocabulary } from './build-vocabulary.ts';
import { bestThreshold, ownTemperature, sharedTemperature } from './calibrate.ts';
import { foldsByText } from './folds.ts';
import { scoresOfRules } from './label-rules.ts';
import { minimise } from './lbfgs.ts';
import { calibrationOf, interval, scoreClasses, scoreLabels } from './metrics.ts';
import { crossValidate, fitHead, selectFeatures, type Task } from './train-heads.ts';

describe('minimise', () => {
  it('finds the lowest point of a curved valley (Rosenbrock 1960)', () => {
    const found = minimise(
      (at, gradient) => {
        const [x, y] = [at[0]!, at[1]!];
        gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
        gradient[1] = 200 * (y - x * x);
        return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
      },
      Float64Array.of(-1.2, 1),
      { iterations: 500, tolerance: 1e-14 },
    );
    expect(found[0]).toBeCloseTo(1, 4);
    expect(found[1]).toBeCloseTo(1, 4);
  });
});

describe('metrics', () => {
  it('scores one label a row', () => {
    const scores = scoreClasses([0, 0, 1, 1, 2], [0, 1, 1, 1, 0], 3);
    expect(scores.accuracy).toBeCloseTo(3 / 5);
    expect(scores.recall).toEqual([0.5, 1, 0]);
    expect(scores.macroRecall).toBeCloseTo(0.5);
    expect(scores.f1[1]).toBeCloseTo(0.8);
  });

  it('scores many labels a row, leaving rare ones out of the average', () => {
    const scores = scoreLabels([1, 0, 1, 1, 0, 0], [1, 0, 0, 1, 1, 0], 2, 2);
    expect(scores.microF1).toBeCloseTo(4 / 6);
    expect(scores.labels.map(({ support }) => support)).toEqual([2, 1]);
    expect(scores.macroF1).toBeCloseTo(1 / 2);
  });

  it('is calibrated when .8 is true in 8 of 10', () => {
    const said = Array.from({ length: 10 }, () => 0.8);
    expect(calibrationOf(said, [1, 1, 1, 1, 1, 1, 1, 1, 0, 0]).ece).toBeCloseTo(0);
    expect(calibrationOf(said, [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]).ece).toBeCloseTo(0.3);
  });

  it('gives an interval about the score', () => {
    const right = Array.from({ length: 400 }, (_, n) => (n % 4 === 0 ? 0 : 1));
    const [low, high] = interval(400, (sample) => sample.reduce((sum, n) => sum + right[n]!, 0) / 400, seededRandom(1), 500);
    expect(low).toBeGreaterThan(0.69);
    expect(low).toBeLessThan(0.75);
    expect(high).toBeGreaterThan(0.75);
    expect(high).toBeLessThan(0.81);
  });
});

describe('calibration', () => {
  it('cools what is too sure of itself', () => {
    const logits = Float64Array.from({ length: 200 }, (_, n) => (n % 2 ? 0 : 4));
    const truth = Array.from({ length: 100 }, (_, n) => (n % 10 < 7 ? 0 : 1));
    // Odds of 7 to 3 have a logit of .85, and 4 was said.
    expect(sharedTemperature(logits, truth, new Float32Array(100).fill(1), 2)).toBeCloseTo(4 / Math.log(7 / 3), 1);
    expect(
      ownTemperature(
        new Float64Array(100).fill(4),
        truth.map((label) => 1 - label),
      ),
    ).toBeCloseTo(4 / Math.log(7 / 3), 1);
  });

  it('puts the threshold where F1 is best', () => {
    expect(bestThreshold([0.9, 0.7, 0.6, 0.4, 0.3], [1, 1, 1, 0, 0])).toBeCloseTo(0.5);
    expect(bestThreshold([0.9, 0.7], [0, 0])).toBe(0.5);
  });
});

describe('a label with a rule', () => {
  const rows = Array.from({ length: 60 }, (_, row) => row);
  /** `few` rows have the label; the rule finds them and one more, the head half of them. */
  const decisionFor = (few: number) => {
    const targets = Float32Array.from(rows, (row) => (row < few ? 1 : 0));
    const rules = Uint8Array.from(rows, (row) => (row <= few ? 1 : 0));
    const logits = Float64Array.from(rows, (row) => (row < few / 2 ? 3 : -3));
    const task = { link: 'many', labels: ['food'], targets, rules } as unknown as Task;
    const betterHead = Float64Array.from(rows, (row) => (row < few ? 3 : -3));
    return [scoresOfRules(task, { rows, logits })[0], scoresOfRules(task, { rows, logits: betterHead })[0]];
  };

  it('is left to its rule where that finds it better, by how often the rule was right', () => {
    expect(decisionFor(20)).toEqual([(20 + 3) / (21 + 5), null]);
  });

  it('is left to its rule where there is next to nothing to learn from', () => {
    expect(decisionFor(4)).toEqual([(4 + 3) / (5 + 5), (4 + 3) / (5 + 5)]);
    expect(decisionFor(0)).toEqual([0.6, 0.6]);
  });
});

describe('learning a head', () => {
  const read = createFeatureReader(createLexicon(new Int32Array(), new Int8Array()));
  const parts = ['the ward', 'my gran', 'a porter', 'this clinic', 'that night', 'our visit'];
  const texts = Array.from({ length: 120 }, (_, n) => `${parts[n % 6]} was ${n % 2 ? 'grand' : 'dire'} on day ${n}`);
  const task: Task = {
    name: 'test',
    link: 'one',
    labels: ['bad', 'good'],
    texts,
    features: texts.map((text) => withRoom(read(text, [], []).features)),
    targets: Float32Array.from(texts.flatMap((_, n) => (n % 2 ? [0, 1] : [1, 0]))),
    weights: new Float32Array(120).fill(1),
    judged: texts.map(() => true),
    balance: 1,
    l2: 0.1,
    keep: 40,
    leastTexts: 2,
  };

  it('finds in texts it has not seen what the words tell, the same each time', () => {
    const first = crossValidate(task, { folds: 4, seed: 3 });
    const found = first.rows.map((_, nth) => (first.logits[2 * nth + 1]! > first.logits[2 * nth]! ? 1 : 0));
    expect(found).toEqual(first.rows.map((row) => row % 2));
    expect(crossValidate(task, { folds: 4, seed: 3 })).toEqual(first);
  });

  it('keeps its judgement in eight bits', () => {
    const selection = selectFeatures(task);
    expect(selection.linear.size).toBe(40);
    const data = buildVocabulary(task.features, 1, selection.linear);
    const vocabulary = createVocabulary(data);
    const head = createLinearHead(fitHead(task, data, selection, crossValidate(task, { folds: 4, seed: 3 })), vocabulary.size);
    for (const [n, features] of task.features.entries()) {
      const probabilities = head.probabilitiesOf(head.logits(vocabulary.encode(features)));
      expect(probabilities[0]! + probabilities[1]!).toBeCloseTo(1);
      expect(probabilities[n % 2]).toBeGreaterThan(0.9);
    }
  });

  it('puts texts that differ in case and punctuation alone on one side', () => {
    const folds = foldsByText(['No, nothing!', 'no nothing', 'Something'], 5, 1);
    expect(folds[0]).toBe(folds[1]);
  });
});
