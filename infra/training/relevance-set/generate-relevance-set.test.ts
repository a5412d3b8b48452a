import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { RELEVANCE_KINDS } from '#core/insight.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { ADVERTS } from './adverts.ts';
import { AT_LENGTH } from './at-length.ts';
import { createExpander } from './expand-template.ts';
import { EXPERIENCES_TOLD } from './experience-told.ts';
import { EXPERIENCES } from './experience.ts';
import { FAMILIES, generateRelevanceSet, SHARES } from './generate-relevance-set.ts';
import { NEWS } from './news.ts';
import { OPINIONS_ARGUED } from './opinion-argued.ts';
import { OPINIONS } from './opinion.ts';
import { ELSEWHERE } from './other-elsewhere.ts';
import { MENTIONS } from './other-mentions.ts';
import { OTHERS } from './other.ts';

const SIZE = 12_000;
const set = generateRelevanceSet({ seed: 1, size: SIZE });
const digestOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const wordsOf = (text: string) => text.split(/\s+/).length;

describe('the invented set', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(digestOf(generateRelevanceSet({ seed: 1, size: SIZE }))).toBe(digestOf(set));
    expect(digestOf(generateRelevanceSet({ seed: 2, size: SIZE }))).not.toBe(digestOf(set));
  });

  test('holds each kind in its share, and as many texts as were asked for', () => {
    expect(Object.values(SHARES).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    for (const kind of RELEVANCE_KINDS) {
      expect(Math.abs(set.filter((example) => example.kind === kind).length - SHARES[kind] * SIZE), kind).toBeLessThanOrEqual(1);
    }
    expect(generateRelevanceSet({ seed: 3, size: 997 })).toHaveLength(997);
  });

  test.each(RELEVANCE_KINDS)('has at least 60 families of %s, all drawn from', (kind) => {
    const drawn = new Set(set.filter((example) => example.kind === kind).map((example) => example.family));
    expect(drawn.size).toBeGreaterThanOrEqual(kind === 'other' ? 90 : 60);
    expect(drawn.size).toBe(Object.keys(FAMILIES[kind]).length);
  });

  test('has no family or template in two kinds, and none twice', () => {
    const kindOf = new Map<string, string>();
    for (const { family, kind } of set) {
      expect(kindOf.get(family) ?? kind).toBe(kind);
      kindOf.set(family, kind);
    }
    const names = RELEVANCE_KINDS.flatMap((kind) => Object.keys(FAMILIES[kind]));
    expect(new Set(names).size).toBe(names.length);
    const parts = [
      EXPERIENCES,
      EXPERIENCES_TOLD,
      OPINIONS,
      OPINIONS_ARGUED,
      NEWS,
      ADVERTS,
      OTHERS,
      ELSEWHERE,
      MENTIONS,
      ...Object.values(AT_LENGTH),
    ];
    expect(names).toHaveLength(parts.reduce((sum, part) => sum + Object.keys(part).length, 0));
    const templates = RELEVANCE_KINDS.flatMap((kind) => Object.values(FAMILIES[kind]).flat());
    expect(new Set(templates).size).toBe(templates.length);
  });

  test('leaves no slot unfilled', () => {
    for (const { text } of set) expect(text).not.toMatch(/[{}|]|#\d+-\d+|undefined/);
  });

  test('hardly repeats itself', () => {
    expect(new Set(set.map(({ text }) => text)).size / SIZE).toBeGreaterThan(0.9);
  });

  test('is of many lengths, none absurd', () => {
    expect(Math.max(...set.map(({ text }) => text.length))).toBeLessThan(2_000);
    for (const kind of RELEVANCE_KINDS) {
      const lengths = set
        .filter((example) => example.kind === kind)
        .map(({ text }) => wordsOf(text))
        .toSorted((a, b) => a - b);
      expect(lengths[0], kind).toBeLessThanOrEqual(8);
      expect(lengths.at(-1), kind).toBeGreaterThanOrEqual(60);
      expect(lengths[Math.floor(lengths.length / 2)], kind).toBeGreaterThan(12);
    }
  });

  test('names no address but examples', () => {
    for (const { text } of set) {
      for (const [, host] of text.matchAll(/(?:https?:\/\/|\[url |www\.)([^\s/\]]+)/gi)) expect(host).toMatch(/example\.(?:org|com|net)$/i);
    }
  });
});

describe('the expander', () => {
  const compile = createExpander({ fruit: ['an apple', '{ripe|green} pears'] });
  const all = (source: string) => {
    const random = seededRandom(7);
    const write = compile(source);
    return new Set(Array.from({ length: 300 }, () => write(random)));
  };

  test('fills choices, ranges and lists, which nest', () => {
    expect(all('{so |}{very {late|early}|cold}').size).toBe(6);
    expect(all('{#2-4}')).toEqual(new Set(['2', '3', '4']));
    expect(all('{fruit}')).toEqual(new Set(['an apple', 'ripe pears', 'green pears']));
  });

  test.each(['{unknown}', 'open {a|b', 'shut }', '{#a-3}'])('%s is refused', (source) => {
    expect(() => compile(source)).toThrow(TypeError);
  });
});
