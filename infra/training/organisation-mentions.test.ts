import { describe, expect, it } from 'vitest';
import { tokenise } from '#core/language/tokens.ts';
import { createDirectory } from '#core/organisations/directory.ts';
import { createOrganisationFinder } from '#core/organisations/find-organisations.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { readOrganisationMentions, type OrganisationMention } from './organisation-mentions.ts';

const LATER = '2026-10-01';
const directory = createDirectory();
const find = createOrganisationFinder(directory);
const posts = readOrganisationMentions();

const judged = posts.map((post) => {
  const about = { atMs: Date.parse(`${post.createdAt ?? LATER}T12:00:00Z`), statedPlace: post.place, organisation: post.about };
  const { organisations, unresolved } = find(post.text, tokenise(post.text), about);
  return { post, found: new Set(organisations.map(({ ods }) => ods)), unresolved: unresolved.map(({ text }) => text) };
});

const ofKind = (...kinds: OrganisationMention['kind'][]) => judged.filter(({ post }) => kinds.includes(post.kind));
const wrongIn = (some: typeof judged) => some.flatMap(({ post, found }) => [...found].filter((code) => !post.organisations.includes(code)));
const rightIn = (some: typeof judged) => some.flatMap(({ post, found }) => post.organisations.filter((code) => found.has(code)));

describe('the invented posts that name organisations', () => {
  it('are at least 500, each written for itself, of every kind', () => {
    expect(posts.length).toBeGreaterThanOrEqual(500);
    const asked = posts.map(({ text, place, about, createdAt }) => JSON.stringify([text, place, about, createdAt]));
    expect(new Set(asked).size).toBe(posts.length);
    expect(new Set(posts.map(({ kind }) => kind)).size).toBe(14);
  });

  it('name most trusts, by codes that there are', () => {
    const codes = new Set(posts.flatMap(({ organisations }) => organisations));
    expect([...codes].filter((code) => !directory.get(code))).toEqual([]);
    expect(codes.size).toBeGreaterThanOrEqual(130);
  });
});

it('are told as well after names of people were taken out of them', () => {
  const redact = loadRedactor();
  const lost = judged.filter(({ post, found }) => {
    const { text } = redact(post.text, post.createdAt ?? LATER);
    const about = { atMs: Date.parse(`${post.createdAt ?? LATER}T12:00:00Z`), statedPlace: post.place, organisation: post.about };
    const again = find(text, tokenise(text), about).organisations.map(({ ods }) => ods);
    return [...found].some((code) => !again.includes(code));
  });
  expect(lost.length).toBeLessThanOrEqual(2);
});

describe('of them the finder', () => {
  it('says nothing wrong of 95 in 100 that it names, and finds 90 in 100', () => {
    const [right, wrong] = [rightIn(judged).length, wrongIn(judged).length];
    const meant = posts.flatMap(({ organisations }) => organisations).length;
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.99);
    expect(right / meant).toBeGreaterThanOrEqual(0.97);
  });

  it('never gives a trust to a name that several share and nothing tells apart, and lists it', () => {
    expect(wrongIn(ofKind('ambiguous'))).toEqual([]);
    const asked = ofKind('ambiguous', 'icb', 'former').flatMap(({ post, unresolved }) =>
      (post.unresolved ?? []).map((name) => unresolved.some((text) => name.toLowerCase().includes(text.toLowerCase()))),
    );
    expect(asked.filter(Boolean).length / asked.length).toBeGreaterThanOrEqual(0.95);
  });

  it('resolves it where a town, another place, the place field or the source tells', () => {
    expect(rightIn(ofKind('told'))).toHaveLength(ofKind('told').flatMap(({ post }) => post.organisations).length);
  });

  it('gives boards by the date of the post', () => {
    for (const { post, found } of ofKind('icb')) expect([...found], post.text).toEqual(post.organisations);
  });

  it('gives no code to hospitals outside England', () => {
    expect(wrongIn(ofKind('elsewhere'))).toEqual([]);
  });

  it('takes hardly any person, pub, street, club or show for a hospital', () => {
    expect(wrongIn(ofKind('not')).length).toBeLessThanOrEqual(1);
  });
});
