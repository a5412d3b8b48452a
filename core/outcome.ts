/** Why a post left the pipeline on purpose. */
export const DROP_REASONS = ['duplicate', 'empty', 'too-old', 'unmatched', 'erased'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Why a post was set aside for a person to look at. */
export const QUARANTINE_REASONS = ['invalid', 'stage-failed', 'rejected-by-store', 'worker-died'] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

/** What a stage decided about one post. */
export type Outcome<T> =
  | { type: 'keep'; value: T }
  | { type: 'drop'; reason: DropReason }
  | { type: 'quarantine'; reason: QuarantineReason; cause: unknown };

export function keep<T>(value: T): Outcome<T> {
  return { type: 'keep', value };
}

export function drop(reason: DropReason): Outcome<never> {
  return { type: 'drop', reason };
}

export function quarantine(reason: QuarantineReason, cause: unknown): Outcome<never> {
  return { type: 'quarantine', reason, cause };
}
