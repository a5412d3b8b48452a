import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect-language.ts';
import { judgeRelevance } from './judge-relevance.ts';
import { readText } from './read-text.ts';

describe('detectLanguage', () => {
  const codeOf = (text: string) => detectLanguage(text, readText(text).words).code;

  it.each([
    ['en', 'I have been waiting for six weeks and nobody has rung me back'],
    ['en', 'cant get thru to the gp again lol'],
    ['cy', 'Diolch yn fawr i staff y ward, mae pawb wedi bod yn garedig iawn'],
    ['pl', 'Czekałem osiem godzin na izbie przyjęć i nikt do mnie nie podszedł'],
    ['ur', 'ہسپتال کے ڈاکٹروں کا بہت شکریہ، ابو کا بہت خیال رکھا'],
    ['und', '😡😡 !!!'],
  ])('tells %s', (code, text) => {
    expect(codeOf(text)).toBe(code);
  });

  it('says when it guesses', () => {
    expect(detectLanguage('ta', ['ta']).reliable).toBe(false);
  });
});

describe('judgeRelevance', () => {
  const kindOf = (text: string, more = {}, named = 0) =>
    judgeRelevance({ read: readText(text), title: null, post: { kind: 'post', genre: 'post', ...more }, named }, null).kind;

  it.each([
    ['experience', 'My mum waited nine hours in A&E and was left on a trolley'],
    ['opinion', 'The government should fund the NHS properly instead of cutting beds'],
    ['advert', 'We are hiring: Band 5 nurse at our hospital, apply now'],
    ['news', 'Hospital waiting lists fall for the third month https://news.example/1'],
    ['other', 'So proud to be inducted into the National Honor Society (NHS) tonight'],
    ['other', 'Six hours waiting at a hospital in Glasgow, NHS Scotland is broken'],
  ])('tells %s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });

  it('takes what an organisation answers for no experience', () => {
    expect(kindOf('We are sorry that you waited nine hours in A&E', { kind: 'response', genre: 'feedback' })).toBe('other');
  });

  it('takes a named organisation for care', () => {
    const thanks = 'Big thanks to Sarah and the team at James Paget';
    expect([kindOf(thanks), kindOf(thanks, {}, 1)]).toEqual(['other', 'experience']);
  });

  it('takes an answer to a survey for an experience', () => {
    expect(kindOf('Nothing', { kind: 'answer', genre: 'feedback' })).toBe('experience');
  });
});

it('splits a comment where it turns', () => {
  const read = readText('Nurses lovely, waited nine hours in A&E but the tea was nice');
  expect(read.clauses.map(({ start, end }) => read.words.slice(start, end).join(' '))).toEqual([
    'nurses lovely',
    'waited nine hours in a_e',
    'but the tea was nice',
  ]);
});
