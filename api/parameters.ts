import { z } from '@hono/zod-openapi';

const MAX_VALUES = 32;
const GIVEN_TWICE = 'is given more than once; give it once';

interface ListOptions {
  description: string;
  example: string;
  /** Of one value, after `normalise`. */
  pattern: RegExp;
  /** Completes "must be …". */
  must: string;
  normalise?: (value: string) => string;
}

/** Values of one filter: any of `include`, none of `exclude`. */
export interface ValueFilter {
  include: string[];
  exclude: string[];
}

/** A parameter that may be given once. */
export function single(schema = z.string()) {
  return z.string({ error: GIVEN_TWICE }).pipe(schema);
}

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: (issue) => (Array.isArray(issue.input) ? GIVEN_TWICE : `must be one of ${values.join(', ')}`) });
}

export function wholeNumber(min: number, max: number) {
  const must = `must be a whole number from ${min} to ${max}`;
  return z
    .string({ error: GIVEN_TWICE })
    .regex(/^\d{1,6}$/, must)
    .transform(Number)
    .pipe(z.number().min(min, must).max(max, must));
}

/** A parameter that may be given several times or hold several values with commas between; a "-" before a value excludes it. */
export function list(options: ListOptions) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given, context): ValueFilter => {
      const filter: ValueFilter = { include: [], exclude: [] };
      const raw = [given].flat().flatMap((part) => part.split(',').map((value) => value.trim()));
      if (raw.length > MAX_VALUES) {
        context.addIssue({ code: 'custom', message: `has ${raw.length} values; the limit is ${MAX_VALUES}` });
        return z.NEVER;
      }
      for (const value of raw) {
        const isExcluded = value.startsWith('-');
        const bare = isExcluded ? value.slice(1) : value;
        const normal = options.normalise?.(bare) ?? bare;
        if (!options.pattern.test(normal)) {
          context.addIssue({ code: 'custom', message: `must be ${options.must}` });
          return z.NEVER;
        }
        filter[isExcluded ? 'exclude' : 'include'].push(normal);
      }
      return filter;
    })
    .optional()
    .openapi({
      type: 'array',
      items: { type: 'string' },
      description: `${options.description} Several: any of them. "-" before a value excludes it.`,
      example: [options.example],
      param: { style: 'form', explode: true },
    });
}

export function listOfEnum(description: string, values: readonly string[], example: string) {
  return list({
    description,
    example,
    pattern: new RegExp(`^(?:${values.join('|')})$`),
    must: `one of ${values.join(', ')}`,
    normalise: (value) => value.toLowerCase(),
  });
}
