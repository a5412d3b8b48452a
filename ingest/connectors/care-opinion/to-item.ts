import type { Progress, RawPost } from '#core/post.ts';
import { organisationOfCodes } from '../../organisation-of-codes.ts';
import { markdownToText } from '../../markdown-to-text.ts';
import type { Story, StoryResponse } from './schema.ts';

const SITE = 'https://www.careopinion.org.uk';
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
  return organisationOfCodes(links.filter(({ rel }) => rel === 'healthservice' || rel === 'healthservices').flatMap(({ id }) => id ?? []));
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
