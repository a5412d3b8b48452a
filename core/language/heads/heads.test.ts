import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadUnderstanding } from '#infra/profiles/knowledge.ts';
import { explain, strongestWords } from './explain.ts';
import { rollUp } from './roll-up.ts';
import { DENSE_INPUTS, slotOf, STACKED, STACKED_SIZE, toAnswers } from './stacked.ts';
import { HEADS } from './understanding.ts';

const understanding = loadUnderstanding();

describe('a label of a text with clauses', () => {
  const whole = Float64Array.of(1, -2);

  it('is the whole text where that is one clause', () => {
    expect(rollUp(whole, [Float64Array.of(9, 9)], [false, false])).toBe(whole);
  });

  it('is mostly the whole, and the clause that speaks most for it', () => {
    const rolled = rollUp(whole, [Float64Array.of(0, 3), Float64Array.of(2, -5)], [false, false]);
    expect([...rolled]).toEqual([expect.closeTo(0.7 * 1 + 0.3 * 2), expect.closeTo(0.7 * -2 + 0.3 * 3)]);
  });

  it('is the strongest of them where examples were few', () => {
    const rolled = rollUp(whole, [Float64Array.of(0, 3), Float64Array.of(2, -5)], [true, true]);
    expect([...rolled]).toEqual([2, 3]);
  });
});

describe('answers that other heads take', () => {
  it('have a place each, without gaps', () => {
    const slots = STACKED.flatMap(([name, labels]) => Array.from({ length: labels }, (_, nth) => slotOf(name) + nth));
    expect(slots).toEqual(Array.from({ length: STACKED_SIZE }, (_, nth) => slots[0]! + nth));
  });

  it('are −1 … 1 and do not change when all logits are raised alike', () => {
    const logits = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(logits, fc.double({ min: -5, max: 5, noNaN: true }), (values, raise) => {
        const answers = toAnswers(Float64Array.from(values));
        const raised = toAnswers(Float64Array.from(values, (value) => value + raise));
        for (const [nth, answer] of answers.entries()) {
          expect(Math.abs(answer)).toBeLessThanOrEqual(1);
          expect(raised[nth]).toBeCloseTo(answer, 4);
        }
      }),
    );
  });
});

describe('an explanation', () => {
  it.each(['post-sentiment', 'feedback-sentiment', 'themes', 'emotion'] as const)(
    'of %s adds up to what words, pairs and pieces moved',
    (name) => {
      const head = understanding.head(name);
      for (const text of ['Sat nine hours at the desk with my gran', 'The porter took us to the ward']) {
        const reading = understanding.read(text, [], []);
        expect(reading.valences.every((valence) => valence === 0)).toBe(true);
        for (const label of head.labels) {
          const direction = Float64Array.from(head.labels, (each) => (each === label ? 1 : 0));
          const slopes = new Float64Array(head.table.width);
          head.addSlopes(slopes, reading.vector, reading.sums, direction, 1);
          const sparse = head.table.effects(reading.vector, slopes);
          const tokens = explain(reading, [head], label).reduce((sum, each) => sum + each, 0);
          expect(tokens).toBeCloseTo(
            sparse.reduce((sum, each) => sum + each, 0),
            3,
          );
        }
      }
    },
  );

  it('turns to the side of each word where a comment has words of both', () => {
    const text = 'The nurses were kind but the food was awful';
    const head = understanding.head('feedback-sentiment');
    const reading = understanding.read(text, [], []);
    const [negative, positive] = ['negative', 'positive'].map((label) => explain(reading, [head], label));
    const pull = (word: string) => {
      const at = reading.starts.indexOf(text.indexOf(word));
      return positive![at]! - negative![at]!;
    };
    expect(pull('kind')).toBeGreaterThan(0);
    expect(pull('awful')).toBeLessThan(0);
  });

  it('names the words that carry a feeling', () => {
    const text = 'The receptionist was rude and dismissive to my mother';
    const head = understanding.head('feedback-sentiment');
    const reading = understanding.read(text, [], []);
    const words = strongestWords(text, reading, explain(reading, [head], 'negative'), 3);
    expect(words.map(({ start, end }) => text.slice(start, end))).toContain('rude');
  });
});

it.each(HEADS)('the head %s gives probabilities for any text', (name) => {
  const head = understanding.head(name);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const probabilities = understanding.probabilities(name, understanding.read(text, [], []));
      expect(probabilities).toHaveLength(head.labels.length);
      for (const probability of probabilities) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 30 },
  );
});

describe('a clause alone', () => {
  it('is seen as its own words, pairs and pieces say, whatever stands around it', () => {
    const text = 'Kind nurses, cold food';
    const clauses = [
      { start: 0, end: 11 },
      { start: 13, end: 22 },
    ];
    const inText = understanding.read(text, clauses, []).clauses[1]!;
    const alone = understanding.read('cold food', [], []);
    const shared = (vector: typeof alone.vector) => new Set(vector.indices.subarray(0, -DENSE_INPUTS));
    // Alone it also has the pairs with the beginning and the end of a text.
    expect(shared(inText.vector).difference(shared(alone.vector)).size).toBeLessThanOrEqual(1);
    expect(shared(alone.vector).difference(shared(inText.vector)).size).toBeLessThanOrEqual(2);
  });
});
