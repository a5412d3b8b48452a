import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ }).max(300);

export const configSchema = z.strictObject({
  apiKey: z.string().min(1).max(300).describe('Subscription key for the API, version 2. What it shows is what the subscription covers.'),
  filter: z
    .record(z.string().regex(/^[\w/-]{1,60}$/), z.string().max(300))
    .default({})
    .describe('Search parameters of the website, such as {"nacs": "RR8"}, to narrow it further.'),
  responses: z.boolean().default(true).describe('What organisations answer, beside the stories.'),
  baseUrl: address.default('https://www.careopinion.org.uk').describe('Address of the service.'),
});
export type Config = z.infer<typeof configSchema>;

const MARK_LENGTH = 6;
export const MAX_SEEN = 400;

/** Everything published up to `newestMs` was handed on, but for what the service lists late: all of the last weeks was listed again at `reconciledMs`. */
export const cursorSchema = z.object({
  newestMs: z.number().int().nonnegative(),
  /** Of the day of `newestMs`, in UTC: what the list held of it. Days are the finest that can be asked for. */
  listed: z.number().int().nonnegative(),
  reconciledMs: z.number().int().nonnegative(),
  /** Marks of what was handed on last, six characters each, the latest first. */
  seen: z.string().max(MAX_SEEN * MARK_LENGTH),
});
export type Cursor = z.infer<typeof cursorSchema>;

export const entityId = z.union([z.number().int().nonnegative().safe().transform(String), z.string().regex(/^\d{1,18}$/)]);
const date = z.string().max(64);
const text = z.string().max(100_000).nullish();

const link = z
  .object({
    rel: z.string().max(60).optional(),
    relation: z.string().max(60).optional(),
    id: z
      .union([z.string().max(60), z.number()])
      .nullish()
      .transform((id) => (id === null || id === undefined ? undefined : String(id))),
  })
  .transform(({ rel, relation, id }) => ({ rel: (rel ?? relation ?? '').toLowerCase(), id }));

const links = z
  .array(z.unknown())
  .nullish()
  .transform((all) => (all ?? []).flatMap((each) => link.safeParse(each).data ?? []));

export const storySchema = z.object({
  id: entityId,
  title: z.string().max(2_000).nullish(),
  body: text,
  dateOfPublication: date,
  progress: z.string().max(100).nullish().catch(undefined),
  links,
});
export type Story = z.infer<typeof storySchema>;

export const responseSchema = z.object({
  id: entityId,
  body: text,
  dateOfPublication: date,
  changeScore: z
    .union([z.string().max(100), z.number()])
    .nullish()
    .catch(undefined),
  changeInt: z.number().nullish().catch(undefined),
  links,
});
export type StoryResponse = z.infer<typeof responseSchema>;

export const idSchema = z.object({ id: entityId });
