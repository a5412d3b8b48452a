import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What is hard about a mention, or why there is none. */
const KINDS = [
  'name',
  'hospital',
  'short',
  'misspelling',
  'handle',
  'hashtag',
  'icb',
  'former',
  'ambiguous',
  'told',
  'stated',
  'source',
  'not',
  'elsewhere',
] as const;

const organisationMention = z.strictObject({
  id: z.string().regex(/^place-\d{3}$/),
  kind: z.enum(KINDS),
  text: z.string().min(1),
  /** The post's own place field. */
  place: z.string().optional(),
  /** ODS code of what its source is about. */
  about: z.string().optional(),
  createdAt: z.iso.date().optional(),
  /** ODS codes of the organisations that it is about. */
  organisations: z.array(z.string()),
  /** Names in it that nothing tells apart. */
  unresolved: z.array(z.string()).optional(),
});
export type OrganisationMention = z.infer<typeof organisationMention>;

/** The first set was looked at when names were added; the second is held back. */
export type MentionSet = 'organisation-mentions' | 'organisation-mentions-unseen';

/** Invented posts that name organisations, or seem to, with what is right. Written without a look at what the product made of them. */
export function readOrganisationMentions(name: MentionSet = 'organisation-mentions'): OrganisationMention[] {
  const file = readFileSync(new URL(`${name}.ndjson`, import.meta.url), 'utf8');
  return file
    .trim()
    .split('\n')
    .map((line) => organisationMention.parse(JSON.parse(line)));
}
