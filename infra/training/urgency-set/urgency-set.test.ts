import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SIGNALS } from '#core/language/urgency/read-signals.ts';
import { URGENCY_WEIGHTS } from '#core/language/urgency/weights.ts';
import { generateLabelled } from '#ingest/synthetic/generate-posts.ts';
import { FAMILIES, generateUrgencySet, HARMLESS_KINDS, SIDES, URGENT_KINDS } from './generate-urgency-set.ts';
import { IN_ONE_SENTENCE } from './in-one-sentence.ts';
import { learnFrom, measureFlagged, measureSide, measureSingle, openUrgencySides, ORDINARY_POSTS } from './measure-urgency.ts';
import { measureQueue } from './measure-queue.ts';
import { OBLIQUE_POSTS } from './oblique-posts.ts';
import { UNSEEN_POSTS } from './unseen-posts.ts';

const KINDS = [...URGENT_KINDS, ...HARMLESS_KINDS];
const set = generateUrgencySet({ seed: 1, textsPerFamily: 6 });
const digestOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('the invented set', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(digestOf(generateUrgencySet({ seed: 1, textsPerFamily: 6 }))).toBe(digestOf(set));
    expect(digestOf(generateUrgencySet({ seed: 2, textsPerFamily: 6 }))).not.toBe(digestOf(set));
  });

  test('has at least 250 families, more than 200 of them urgent, each on one side', () => {
    const sideOf = new Map<string, string>();
    for (const { family, side } of set) {
      expect(sideOf.get(family) ?? side, family).toBe(side);
      sideOf.set(family, side);
    }
    const names = KINDS.flatMap((kind) => [FAMILIES, IN_ONE_SENTENCE].flatMap((part) => Object.keys(part[kind])));
    expect(sideOf.size).toBe(names.length);
    expect(sideOf.size).toBeGreaterThanOrEqual(250);
    expect(new Set(set.filter(({ isUrgent }) => isUrgent).map(({ family }) => family)).size).toBeGreaterThan(200);
    for (const side of SIDES) expect(set.filter((example) => example.side === side).length / set.length).toBeGreaterThan(0.45);
  });

  test('has no template in two families', () => {
    const templates = KINDS.flatMap((kind) => [FAMILIES, IN_ONE_SENTENCE].flatMap((part) => Object.values(part[kind]).flat()));
    expect(new Set(templates).size).toBe(templates.length);
  });

  test('leaves no slot unfilled, and is of many lengths', () => {
    for (const { text } of set) expect(text).not.toMatch(/[{}|]|#\d+-\d+|undefined/);
    const lengths = set.map(({ text }) => text.split(/\s+/).length).toSorted((left, right) => left - right);
    expect(lengths[0]).toBeLessThanOrEqual(4);
    expect(lengths.at(-1)).toBeGreaterThanOrEqual(50);
  });
});

describe('a queue of a fixed size', () => {
  const urgent = (score: number) => ({ score, weight: 1, kind: 'fall' });
  const ordinary = (score: number) => ({ score, weight: 1 });

  test('holds what scores highest', () => {
    const stream = [urgent(0.9), ordinary(0.8), urgent(0.7), ordinary(0)];
    expect(measureQueue(stream, 0.5)).toEqual({ recall: 0.5, recallByKind: new Map([['fall', 0.5]]), precision: 0.5, leastScore: 0.8 });
  });

  test('has room for a part of those that score the same at its end', () => {
    expect(measureQueue([urgent(0), ordinary(0), ordinary(0), ordinary(0)], 0.25).recall).toBeCloseTo(0.25);
  });
});

/** Whoever widens a word list learns the weights again and mends these figures here and in docs/understanding.md. */
describe('on invented posts', { timeout: 120_000 }, () => {
  const posts = [...generateLabelled(ORDINARY_POSTS)].map(({ post, topic }) => ({ text: post.text, family: `post/${topic}` }));
  const sides = openUrgencySides(posts);
  const heldBack = sides['held back'];

  test('the weights are what the development side teaches (node bench/urgency.ts --learn)', () => {
    const { bias, weights } = learnFrom(sides.development);
    expect(URGENCY_WEIGHTS.bias).toBeCloseTo(bias, 1);
    for (const name of SIGNALS) expect(URGENCY_WEIGHTS.weights[name] ?? 0, name).toBeCloseTo(weights[name], 1);
  });

  test('recall in the half per cent that scores highest is no less than was measured', () => {
    expect(measureSide(sides.development).recall).toBeGreaterThan(0.86);
    const { recall, precision } = measureSide(heldBack);
    expect(recall).toBeGreaterThan(0.73);
    expect(precision).toBeGreaterThan(0.42);
    expect(measureSingle(OBLIQUE_POSTS, heldBack).recall).toBeGreaterThan(0.6);
    expect(measureSingle(UNSEEN_POSTS, heldBack).recall).toBeGreaterThan(0.8);
  });

  test('about one post in two hundred is to be reviewed', () => {
    const loads = SIDES.map((side) => measureFlagged(sides[side]).load);
    expect((loads[0]! + loads[1]!) / 2).toBeGreaterThan(0.004);
    expect((loads[0]! + loads[1]!) / 2).toBeLessThan(0.007);
  });
});
