import { describe, expect, it } from 'vitest';
import { tokenise } from '#core/language/tokens.ts';
import { createDirectory } from '#core/organisations/directory.ts';
import { createOrganisationFinder } from '#core/organisations/find-organisations.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { readOrganisationMentions, type OrganisationMention } from './organisation-mentions.ts';

const LATER = '2026-10-01';
const directory = createDirectory();
const find = createOrganisationFinder(directory);

function judge(post: OrganisationMention, text = post.text) {
  const about = { atMs: Date.parse(`${post.createdAt ?? LATER}T12:00:00Z`), statedPlace: post.place, organisation: post.about };
  const { organisations, unresolved } = find(text, tokenise(text), about);
  return { post, found: new Set(organisations.map(({ ods }) => ods)), unresolved: unresolved.map((name) => name.text.toLowerCase()) };
}
type Judged = ReturnType<typeof judge>;

const wrongIn = (some: readonly Judged[]) =>
  some.flatMap(({ post, found }) => [...found].filter((code) => !post.organisations.includes(code)));
const rightIn = (some: readonly Judged[]) => some.flatMap(({ post, found }) => post.organisations.filter((code) => found.has(code)));
const meantIn = (some: readonly Judged[]) => some.flatMap(({ post }) => post.organisations);

describe.each([
  { name: 'organisation-mentions', posts: 550, trusts: 130, precision: 0.99, recall: 0.97 },
  { name: 'organisation-mentions-unseen', posts: 170, trusts: 70, precision: 0.99, recall: 0.9 },
] as const)('of the invented posts of $name', ({ name, posts: atLeast, trusts, precision, recall }) => {
  const posts = readOrganisationMentions(name);
  const judged = posts.map((post) => judge(post));
  const ofKind = (...kinds: OrganisationMention['kind'][]) => judged.filter(({ post }) => kinds.includes(post.kind));

  it('each is written for itself, and they name many organisations by codes that there are', () => {
    expect(posts.length).toBeGreaterThanOrEqual(atLeast);
    const asked = posts.map(({ text, place, about, createdAt }) => JSON.stringify([text, place, about, createdAt]));
    expect(new Set(asked).size).toBe(posts.length);
    const codes = new Set(meantIn(judged));
    expect([...codes].filter((code) => !directory.get(code))).toEqual([]);
    expect(codes.size).toBeGreaterThanOrEqual(trusts);
  });

  it(`${precision * 100} % of what is found is right, and ${recall * 100} % of what is meant is found`, () => {
    const [right, wrong] = [rightIn(judged).length, wrongIn(judged).length];
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(precision);
    expect(right / meantIn(judged).length).toBeGreaterThanOrEqual(recall);
  });

  it('none gets a trust for a name that several share and nothing tells apart; the name is listed', () => {
    expect(wrongIn(ofKind('ambiguous'))).toEqual([]);
    const asked = judged.flatMap(({ post, unresolved }) =>
      (post.unresolved ?? []).map((text) => unresolved.some((listed) => text.toLowerCase().includes(listed))),
    );
    expect(asked.filter(Boolean).length / asked.length).toBeGreaterThanOrEqual(0.9);
  });

  it('those that say which of several is meant are understood', () => {
    expect(rightIn(ofKind('told')).length / meantIn(ofKind('told')).length).toBeGreaterThan(0.9);
  });

  it('those about boards get the board of their date', () => {
    for (const { post, found } of ofKind('icb')) expect([...found], post.text).toEqual(post.organisations);
  });

  it('those about hospitals outside England get no code, and hardly any person, pub, street, club or show is a hospital', () => {
    expect(wrongIn(ofKind('elsewhere'))).toEqual([]);
    expect(wrongIn(ofKind('not')).length).toBeLessThanOrEqual(1);
  });

  it('names of organisations are found as well after names of people were taken out', () => {
    const redact = loadRedactor();
    const lost = judged.filter(({ post, found }) => {
      const again = judge(post, redact(post.text, post.createdAt ?? LATER).text).found;
      return [...found].some((code) => !again.has(code));
    });
    expect(lost.length).toBeLessThanOrEqual(2);
  });
});
