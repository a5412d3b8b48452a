import type { DropReason, QuarantineReason } from '#core/outcome.ts';
import type { SaveResult, StoreWrite } from '#core/ports/post-store.ts';
import type { AnalyseItem } from '#workers/handle-analyse-job.ts';
import type { ThreadError } from './thread-error.ts';

/** What the thread opens. */
export interface PipelineSetup {
  /** Without documents it knows only the organisations that come with the program. */
  files: { posts: string; coordination: string; documents?: string };
  /** Refuse to let the file of the posts grow above this size, as a full disk would. */
  maxBytes?: number | undefined;
}

export interface AnalyseRequest {
  type: 'analyse';
  id: number;
  items: readonly AnalyseItem[];
  /** The time that it is for the thread while it analyses this. */
  nowMs: number;
}

/** Posts that are analysed already. */
export interface SaveRequest {
  type: 'save';
  id: number;
  writes: readonly StoreWrite[];
}

/** `close`: end when everything before it is done. */
export type PipelineRequest = AnalyseRequest | SaveRequest | { type: 'close' };

/** `refused`: it could not be opened, and the thread ends. */
export type PipelineAnswer =
  | { type: 'opened' }
  | { type: 'refused'; error: ThreadError | undefined }
  | { type: 'analysed'; id: number; timings: StageTiming[]; verdicts: PackedVerdict[] }
  | { type: 'saved'; id: number; results: SaveResult[] }
  | { type: 'failed'; id: number; timings: StageTiming[]; error: ThreadError | undefined };

export interface StageTiming {
  stage: string;
  seconds: number;
  posts: number;
}

export type PackedVerdict =
  | { type: 'keep' }
  | { type: 'drop'; reason: DropReason }
  | { type: 'quarantine'; reason: QuarantineReason; cause: ThreadError | undefined; stage?: string };
