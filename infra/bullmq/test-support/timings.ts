import type { QueueTimings } from '../backend.ts';

export const SHORT: QueueTimings = { lockMs: 1_000, stalledCheckMs: 300, backoffMs: 20, pauseMs: 5, longestPauseMs: 40 };
