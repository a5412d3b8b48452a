import type { z } from 'zod';
import { appUsageSchema, businessUsageSchema } from './schema.ts';

/** What the service says of its patience, in the headers of any answer. */
export interface Usage {
  /** How long it will answer nothing. 0: it is not said, or is more than a day. */
  regainMs: number;
  /** The next request would be refused. */
  isUsedUp: boolean;
}

const MINUTE_MS = 60_000;
const MAX_MINUTES = 24 * 60;

export function usageIn(headers: Record<string, string>): Usage {
  const pages = Object.values(readHeader(businessUsageSchema, headers['x-business-use-case-usage']) ?? {}).flat();
  const app = readHeader(appUsageSchema, headers['x-app-usage']);
  const shares = [...pages, ...(app ? [app] : [])].flatMap(({ call_count, total_time, total_cputime }) => [
    call_count,
    total_time,
    total_cputime,
  ]);
  const stated = Math.max(0, ...pages.map((page) => page.estimated_time_to_regain_access ?? 0));
  const minutes = stated <= MAX_MINUTES ? stated : 0;
  return { regainMs: Math.ceil(minutes * MINUTE_MS), isUsedUp: minutes > 0 || shares.some((share) => share !== undefined && share >= 100) };
}

/** The instant from which on it will answer, or undefined. */
export function regainMs(headers: Record<string, string>, nowMs: number): number | undefined {
  const { regainMs } = usageIn(headers);
  return regainMs > 0 ? nowMs + regainMs : undefined;
}

function readHeader<T>(schema: z.ZodType<T>, header: string | undefined): T | undefined {
  try {
    return schema.safeParse(JSON.parse(header ?? '')).data;
  } catch {
    return undefined;
  }
}
