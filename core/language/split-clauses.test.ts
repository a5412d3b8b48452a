import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

function clausesIn(text: string): string[] {
  const { tokens, clauses } = readText(text);
  return clauses.map(({ start, end }) => text.slice(tokens[start]!.start, tokens[end - 1]!.end));
}

describe('clauses', () => {
  it.each([
    ['a comma', 'Nurses lovely, waited nine hours', ['Nurses lovely', 'waited nine hours']],
    ['a dash between spaces', 'Great care - awful parking', ['Great care', 'awful parking']],
    ['a stroke between spaces', 'Great care / awful parking', ['Great care', 'awful parking']],
    ['an emoji', 'Mum has her new hip 🎉 only took two years', ['Mum has her new hip 🎉', 'only took two years']],
    ['"until"', 'All was well until the drilling began', ['All was well', 'until the drilling began']],
    ['a new line', 'Great care\nAwful parking', ['Great care', 'Awful parking']],
    ['"but"', 'Great care but awful parking', ['Great care', 'but awful parking']],
    [
      '"even though", kept together',
      "Couldn't fault them even though they were rushed",
      ["Couldn't fault them", 'even though they were rushed'],
    ],
    ['"apart from"', 'Great care apart from the parking', ['Great care', 'apart from the parking']],
    ['"and" before a new subject', 'The staff were lovely and I waited hours', ['The staff were lovely', 'and I waited hours']],
    ['"and" before a noun and its verb', 'The staff were lovely and the food was cold', ['The staff were lovely', 'and the food was cold']],
    ['"which was"', 'Seen in an hour which was quick', ['Seen in an hour', 'which was quick']],
    ['a second "was" without a mark', 'staff were brilliant wait was awful', ['staff were brilliant', 'wait was awful']],
    ['the same with an article', 'the staff were kind the food was cold', ['the staff were kind', 'the food was cold']],
  ])('end at %s', (_, text, clauses) => {
    expect(clausesIn(text)).toEqual(clauses);
  });

  it.each([
    'My mum was seen quickly and treated well',
    'The doctor who was on duty was rude',
    'What I liked was the staff',
    'The well-run ward',
    'They talked and laughed at night',
    'It was just a pity',
    'They told me what was wrong and what the options were',
    'Nurses and doctors were kind',
    'She was ill when she was admitted',
  ])('do not end within %j', (text) => {
    expect(clausesIn(text)).toEqual([text]);
  });

  it('keep a list of single words together', () => {
    expect(clausesIn('Kind, caring, gentle')).toEqual(['Kind, caring, gentle']);
  });

  it('hold every token once, in order, whatever the text', () => {
    const piece = fc.constantFrom('was', 'the', 'staff', 'and', 'but', ',', '.', 'i', 'which', 'food', 'even', 'though', ' - ', 'very');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { tokens, clauses } = readText(pieces.join(' '));
        let next = 0;
        for (const { start, end } of clauses) {
          expect(start).toBe(next);
          expect(end).toBeGreaterThan(start);
          next = end;
        }
        expect(next).toBe(tokens.length);
      }),
    );
  });

  it('are found in time linear in the length of hostile text', () => {
    for (const unit of ['was ', 'and the ', 'but ', 'a,', 'which was the ']) {
      const started = performance.now();
      readText(unit.repeat(100_000 / unit.length));
      expect(performance.now() - started).toBeLessThan(3_000);
    }
  });
});
