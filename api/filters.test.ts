import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { buildFilters, filterSchema } from './filters.ts';
import { ProblemError } from './problem.ts';

const deps = {
  clock: createVirtualClock(),
  taxonomy: { version: '1', themes: [{ id: 'access.waiting', category: 'Access', name: 'Waiting', definition: '' }] },
};

function where(query: Record<string, string | string[]>) {
  return buildFilters(filterSchema.parse(query), deps).where;
}

const CARE = {
  type: 'or',
  nodes: [
    { type: 'field', field: 'relevance', value: 'experience' },
    { type: 'field', field: 'relevance', value: 'opinion' },
  ],
};

describe('buildFilters', () => {
  it('asks for experiences and opinions when nothing else is said', () => {
    expect(where({})).toEqual(CARE);
  });

  it('asks for every kind of relevance when told so', () => {
    expect(where({ relevance: 'all' })).toEqual({ type: 'all' });
  });

  it('leaves relevance to the query when the query names it', () => {
    const filters = buildFilters(filterSchema.parse({ q: 'ward -relevance:news' }), deps);
    expect(filters.relevance.by).toBe('query');
    expect(JSON.stringify(filters.where)).not.toContain('experience');
  });

  it('takes several values with commas or by repeating the parameter', () => {
    expect(where({ source: 'rss,bluesky', relevance: 'all' })).toEqual(where({ source: ['rss', 'bluesky'], relevance: 'all' }));
    expect(where({ source: 'rss,bluesky', relevance: 'all' })).toEqual({
      type: 'or',
      nodes: [
        { type: 'field', field: 'source', value: 'rss' },
        { type: 'field', field: 'source', value: 'bluesky' },
      ],
    });
  });

  it('excludes values with a minus', () => {
    expect(where({ sentiment: '-negative', relevance: 'all' })).toEqual({
      type: 'not',
      node: { type: 'field', field: 'sentiment', value: 'negative' },
    });
    expect(where({ relevance: '-advert,-news,-other' })).toEqual(CARE);
  });

  it('writes values in the case that stores keep', () => {
    expect(where({ place: 'rr8', relevance: 'all' })).toEqual({ type: 'field', field: 'place', value: 'RR8' });
    expect(where({ theme: 'Access.Waiting', relevance: 'all' })).toEqual({ type: 'field', field: 'theme', value: 'access.waiting' });
  });

  it('takes themes and categories of the taxonomy only', () => {
    expect(() => where({ theme: 'access' })).not.toThrow();
    expect(() => where({ theme: 'acces' })).toThrow(ProblemError);
  });

  it('knows which sources it can cover', () => {
    const filters = buildFilters(filterSchema.parse({ source: 'rss,-bluesky' }), deps);
    expect(['rss', 'bluesky', 'mastodon'].map((id) => filters.coversSource(id))).toEqual([true, false, false]);
  });

  it.each([
    { sentiment: 'angry' },
    { place: 'R' },
    { place: 'RR8; DROP' },
    { lang: 'english' },
    { kind: 'tweet' },
    { theme: 'a.b.c' },
    { source: '' },
    { source: Array.from({ length: 33 }, (_, nth) => `s${nth}`) },
    { form: '2026-11-16' },
  ])('refuses %j', (query) => {
    expect(filterSchema.safeParse(query).success).toBe(false);
  });
});
