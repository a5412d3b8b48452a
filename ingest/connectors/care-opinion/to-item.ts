import { ODS_CODE } from '#core/organisations/ods-code.ts';
import type { Progress, RawPost } from '#core/post.ts';
import { markdownToText } from './markdown-to-text.ts';
import type { Story, StoryResponse } from './schema.ts';

const SITE = 'https://www.careopinion.org.uk';
/** Trusts have a code of three characters, which their sites' codes begin with; practices one of a letter and five digits. */
const TRUST_OR_SITE = /^R[A-Z0-9]{2}[A-Z0-9]{0,3}$/;
const PRACTICE = /^[A-Z]\d{5}$/;

/** The story, dated by when it could be read: submission lies days before, and would make the latest days look quiet. */
export function storyToItem(story: Story, observedAt: string): RawPost {
  const organisation = organisationOf(story.links);
  const progress = progressOf(story.progress);
  return {
    source: 'care-opinion',
    nativeId: story.id,
    canonicalId: story.id,
    kind: 'story',
    text: markdownToText(story.body ?? ''),
    ...(story.title ? { title: story.title } : {}),
    createdAt: instant(story.dateOfPublication),
    observedAt,
    ...(organisation ? { organisation } : {}),
    ...(progress ? { progress } : {}),
    lang: 'en',
    url: `${SITE}/${story.id}`,
  };
}

/** What an organisation answered. Its writer is staff and is not asked for. */
export function responseToItem(response: StoryResponse, observedAt: string): RawPost {
  const story = response.links.find(({ rel }) => rel === 'opinion' || rel === 'opinions')?.id;
  const organisation = organisationOf(response.links);
  return {
    source: 'care-opinion',
    nativeId: `response/${response.id}`,
    canonicalId: `response/${response.id}`,
    kind: 'response',
    text: markdownToText(response.body ?? ''),
    createdAt: instant(response.dateOfPublication),
    observedAt,
    ...(organisation ? { organisation } : {}),
    progress: changeOf(response),
    lang: 'en',
    ...(story ? { parentId: story, rootId: story, url: `${SITE}/${story}` } : {}),
  };
}

/** The one organisation that the linked services belong to. */
function organisationOf(links: Story['links']): string | undefined {
  const codes = links.filter(({ rel }) => rel === 'healthservice' || rel === 'healthservices').flatMap(({ id }) => id?.toUpperCase() ?? []);
  const organisations = new Set(codes.map((code) => (TRUST_OR_SITE.test(code) ? code.slice(0, 3) : code)));
  const [only, ...others] = organisations;
  if (only === undefined || others.length > 0) return undefined;
  return (only.length === 3 || PRACTICE.test(only)) && ODS_CODE.test(only) ? only : undefined;
}

/** The service words it in several ways over the years, always with these in it. */
function progressOf(said: string | null | undefined): Progress | undefined {
  if (!said) return undefined;
  if (/chang/i.test(said)) return /plan/i.test(said) ? 'change-planned' : 'change-made';
  return /respon|answer|repl/i.test(said) && !/no |not |await/i.test(said) ? 'answered' : undefined;
}

function changeOf({ changeScore, changeInt }: StoryResponse): Progress {
  const byWords = typeof changeScore === 'string' ? progressOf(changeScore) : undefined;
  if (byWords === 'change-planned' || byWords === 'change-made') return /no change/i.test(String(changeScore)) ? 'answered' : byWords;
  const score = changeInt ?? (typeof changeScore === 'number' ? changeScore : 0);
  return score >= 2 ? 'change-made' : score === 1 ? 'change-planned' : 'answered';
}

/** Instants are in UTC, with or without its sign. */
export function instant(text: string): string {
  const at = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  return new Date(Number.isNaN(at) ? 0 : at).toISOString();
}
