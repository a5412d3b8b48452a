import { z } from 'zod';
import { ODS_CODE } from '#core/organisations/ods-code.ts';

const address = z.url({ protocol: /^https?$/ }).max(300);
const id = z.string().regex(/^[0-9A-Za-z]{1,40}$/, 'must be an id of Trustpilot');

export const configSchema = z.strictObject({
  apiKey: z.string().min(1).max(300).describe('Key of an application of a Trustpilot business account.'),
  businessUnits: z
    .array(z.strictObject({ id, organisation: z.string().regex(ODS_CODE, 'must be an ODS code in capitals, such as RR8').optional() }))
    .min(1)
    .max(100)
    .describe('Business units: `id`, and `organisation`, the ODS code of the one they belong to.'),
  baseUrl: address.default('https://api.trustpilot.com').describe('Address of the API.'),
});
export type Config = z.infer<typeof configSchema>;

/** Without a zone, as the documentation has it: UTC. */
const date = z.iso
  .datetime({ offset: true, local: true })
  .transform((text) => new Date(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`).toISOString());

export const reviewSchema = z.object({
  id,
  title: z.string().max(2_000).nullish(),
  text: z.string().max(100_000).nullish(),
  language: z.string().max(35).nullish().catch(undefined),
  createdAt: date,
  updatedAt: date.nullish().catch(undefined),
  consumer: z
    .object({ id: z.string().max(60) })
    .optional()
    .catch(undefined),
  companyReply: z
    .object({ text: z.string().max(100_000), createdAt: date, updatedAt: date.nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
});
export type Review = z.infer<typeof reviewSchema>;

export const pageSchema = z.object({ reviews: z.array(z.unknown()) });
