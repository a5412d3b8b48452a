import { describe, expect, test } from 'vitest';
import { createRandom } from './random.ts';
import { createScene } from './scene.ts';
import { createCompiler } from './template.ts';

const compile = createCompiler({ fruit: ['an apple', '{ripe|green} pears'] });
const MUM = { subject: 'my mum', pronoun: 'she', object: 'her', possessive: 'her', was: 'was', has: 'has', is: 'is', isOther: true };

function all(source: string): Set<string> {
  const random = createRandom(7);
  const template = compile(source);
  return new Set(Array.from({ length: 300 }, () => template(createScene(random, undefined))));
}

describe('templates', () => {
  test('choices nest, and an empty alternative is allowed', () => {
    expect(all('{so |}{very {late|early}|cold}')).toEqual(
      new Set(['so very late', 'so very early', 'so cold', 'very late', 'very early', 'cold']),
    );
  });

  test('ranges hold both ends', () => {
    expect(all('{#2-4}')).toEqual(new Set(['2', '3', '4']));
  });

  test('names are looked up in the vocabulary, whose items are templates too', () => {
    expect(all('{fruit}')).toEqual(new Set(['an apple', 'ripe pears', 'green pears']));
  });

  test('a person is named once, then pronouns stand for them', () => {
    const scene = createScene(createRandom(1), undefined, MUM);
    expect(compile('nobody told {o} that {p} scan {was} late, {S} waited')(scene)).toBe(
      'nobody told my mum that her scan was late, she waited',
    );
    expect(compile('{p} bed')(createScene(createRandom(1), undefined, MUM))).toBe('my mum’s bed');
  });

  test('the place is said once', () => {
    const scene = createScene(createRandom(1), { name: 'York Hospital', town: 'York', word: 'at' });
    expect(compile('waited{at}, then waited again{at}')(scene)).toBe('waited at York Hospital, then waited again');
  });

  test.each(['{unknown}', 'open {a|b', 'shut }', '{#a-3}'])('%s is refused', (source) => {
    expect(() => compile(source)).toThrow(TypeError);
  });
});
