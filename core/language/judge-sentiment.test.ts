import { describe, expect, it } from 'vitest';
import { loadUnderstanding } from '#infra/profiles/knowledge.ts';
import type { Genre } from '../post.ts';
import { judgeClauses } from './judge-clauses.ts';
import { judgeSentiment } from './judge-sentiment.ts';
import { MODEL_VERSION } from './models/version.ts';
import { readText } from './read-text.ts';

const understanding = loadUnderstanding();

it('has the version that is written on each insight', () => {
  expect(understanding.version).toBe(MODEL_VERSION);
});

function judge(text: string, genre: Genre, question?: string, isAboutCare = false) {
  const { tokens, clauses } = readText(text);
  const ranges = clauses.map(({ start, end }) => ({ start: tokens[start]!.start, end: tokens[end - 1]!.end }));
  const texts = ranges.map(({ start, end }) => text.slice(start, end));
  const reading = understanding.read(text, ranges, []);
  return judgeSentiment(
    { reading, genre, clauses: judgeClauses(reading, texts, understanding), isAboutCare, text, question },
    understanding,
  );
}

describe.each(['post', 'feedback'] as const)('the sentiment of a %s', (genre) => {
  it.each([
    ['positive', 'The nurses were lovely and the care was excellent, thank you so much'],
    ['negative', 'Rude staff, filthy ward, the worst night of my life'],
    ['mixed', 'The nurses were wonderful but the ward was filthy and the food awful'],
    ['neutral', ''],
    ['neutral', '\u200B'],
  ])('is %s: %j', (label, text) => {
    expect(judge(text, genre).label).toBe(label);
  });

  it('gives probabilities that sum to one, and finite numbers, for any text', () => {
    for (const text of ['', 'good', 'bad '.repeat(5_000), '😡😡', 'a'.repeat(100_000), '@@@@ #### ((((', '\uD800 lone']) {
      const { probabilities, score, level, confidence } = judge(text, genre);
      expect(probabilities.negative + probabilities.neutral + probabilities.positive).toBeCloseTo(1);
      expect(Math.abs(score)).toBeLessThanOrEqual(1);
      expect([-2, -1, 0, 1, 2]).toContain(level);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe('a clause', () => {
  const scoreOf = (text: string) =>
    judgeClauses(understanding.read(text, [{ start: 0, end: text.length }], []), [text], understanding)[0]!.score;

  it('that tells of a wait of hours or longer is blame', () => {
    expect(scoreOf('waited nine hours')).toBeLessThan(scoreOf('stayed nine hours') - 0.2);
    expect(scoreOf('waited nine hours')).toBeLessThan(0);
  });

  it('is not if the wait was short after all, and never leaves −1 … 1', () => {
    expect(scoreOf('only waited two hours')).toBeGreaterThan(scoreOf('waited two hours') + 0.2);
    expect(scoreOf('awful terrible disgusting wait of ten hours')).toBeGreaterThanOrEqual(-1);
  });
});

it('lets survey comments have a say in a post about care', () => {
  const text = 'Waited eleven hours in the corridor and nobody came to see us';
  expect(judge(text, 'post', undefined, true).label).toBe('negative');
  expect(judge(text, 'post', undefined, true).score).toBeLessThan(judge(text, 'post').score);
});

describe('a short answer', () => {
  it.each([
    ['positive', 'Nothing', 'What could we have done better?'],
    ['positive', 'none.', 'How could we improve?'],
    ['negative', 'Nothing', 'What did we do well?'],
  ])('is %s: %s, asked %s', (label, text, question) => {
    expect(judge(text, 'feedback', question).label).toBe(label);
  });

  it('says nothing by itself where the question asks both ways', () => {
    const question = 'What were you satisfied or dissatisfied with?';
    expect(judge('Nothing', 'feedback', question)).toEqual(judge('Nothing', 'feedback'));
  });
});
