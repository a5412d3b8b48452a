/** What the shared flag of a worker says: by its value, why the read that runs must end. 0: go on. */
export const STOP_REASONS = [undefined, 'aborted', 'timeout'] as const;
export const GO_ON = 0;
export type StopReason = Exclude<(typeof STOP_REASONS)[number], undefined>;
