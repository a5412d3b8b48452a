import type { SourceError, SourceOutcome } from './source-error.ts';

/** One answer that was not simply good, as `collect` says it on standard error. Holds no content and no credential. */
export interface CollectReport {
  outcome: string;
  source: string;
  message: string;
  status?: number;
  setting?: string;
  /** ISO 8601. */
  until?: string;
}

/** How a partition's reading ended. */
export type CollectEnd = 'whole' | 'part' | 'config' | 'unavailable' | 'policy';

export function reportOf(source: string, fault: SourceError): CollectReport {
  const { outcome, status } = fault;
  return {
    outcome: outcome.type.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    source,
    message: fault.message,
    ...(status === undefined ? {} : { status }),
    ...(outcome.type === 'config' ? { setting: outcome.setting } : {}),
    ...('untilMs' in outcome && outcome.untilMs !== undefined ? { until: new Date(outcome.untilMs).toISOString() } : {}),
  };
}

/** What failing for good with this outcome means. */
export function endOf(outcome: SourceOutcome): CollectEnd {
  if (outcome.type === 'config') return 'config';
  return outcome.type === 'policy' ? 'policy' : 'unavailable';
}

/** Exit codes of `collect`: 0 all read, 1 in part, 2 configuration, 3 source not available, 4 refused by guard or terms. */
export function exitCodeOf(ends: readonly CollectEnd[]): number {
  if (ends.every((end) => end === 'whole')) return 0;
  const codes = { whole: 0, part: 1, config: 2, unavailable: 3, policy: 4 } as const;
  const isAnyRead = ends.some((end) => end === 'whole' || end === 'part');
  if (isAnyRead) return 1;
  const different = new Set(ends.map((end) => codes[end]));
  return different.size === 1 ? [...different][0]! : 3;
}
