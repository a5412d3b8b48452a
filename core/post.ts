export const POST_KINDS = ['post', 'reply', 'reshare', 'review', 'story', 'response', 'answer'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** The register a text is written in; each has its own sentiment head. `feedback`: reviews, surveys and stories. */
export const GENRES = ['post', 'feedback'] as const;
export type Genre = (typeof GENRES)[number];

/** What became of a story at the organisation it is about, as that organisation says: the further on, the later in the list. */
export const PROGRESS = ['answered', 'change-planned', 'change-made'] as const;
export type Progress = (typeof PROGRESS)[number];

/**
 * What a connector hands on: plain text, but with personal data still in it. It lives in memory only, between the
 * source and redaction, and is never written, queued or logged.
 */
export interface RawPost {
  source: string;
  nativeId: string;
  canonicalId: string;
  /** URL of the feed or channel that it came from. */
  feed?: string;
  kind: PostKind;
  /** Where it differs from what its source has. */
  genre?: Genre;
  text: string;
  title?: string;
  question?: string;
  /** ISO 8601, UTC; so are `editedAt` and `observedAt`. */
  createdAt: string;
  editedAt?: string;
  observedAt: string;
  author?: { id?: string };
  place?: string;
  /** ODS code of the one organisation that the feed, file or channel is about, if the configuration says so. */
  organisation?: string;
  progress?: Progress;
  lang?: string;
  url?: string;
  parentId?: string;
  rootId?: string;
}

/** A post after ingest: cleaned, redacted, its author a pseudonym. The only form that is queued or stored. */
export interface Post {
  /** base64url of the first 16 bytes of sha256(origin + NUL + canonical id): 22 characters. */
  id: string;
  /** When this wording was made: the source's edit time, else its creation time. Never later than `collectedAtMs`. */
  contentMs: number;
  /** Connector that saw it. */
  source: string;
  /** Where it was born, which for a bridged post is another platform than `source`. */
  origin: string;
  kind: PostKind;
  genre: Genre;
  text: string;
  title?: string | undefined;
  question?: string | undefined;
  /** The text was longer than the cap and was cut. */
  truncated: boolean;
  /** sha256 (base64url, 22 characters) over the title, question and text as they were redacted when collected (redacting again leaves it), and the progress. */
  contentHash: string;
  createdAtMs: number;
  /** The source's own date, kept where it was outside [now − retention, now + 24 h] and `createdAtMs` was replaced. */
  statedCreatedAt?: string | undefined;
  collectedAtMs: number;
  /** Keyed pseudonym of the author within a quarter, 22 characters. */
  voice?: string | undefined;
  /** The post's own structured place field, redacted. Never the author's profile. */
  statedPlace?: string | undefined;
  /** ODS code of the one organisation that what it was read from is about, by the configuration. */
  organisation?: string | undefined;
  /** Of a story, or of the answer to one. */
  progress?: Progress | undefined;
  /** Language that the author or source declared. */
  statedLanguage?: string | undefined;
  /** Post id of the thread's first post. */
  threadId?: string | undefined;
  /** Invented data: a demo or benchmark made it. */
  synthetic: boolean;
}

/** Why a post is forgotten. */
export const FORGET_REASONS = ['user', 'platform', 'expired', 'deleted', 'suspended', 'deactivated', 'request'] as const;
export type ForgetReason = (typeof FORGET_REASONS)[number];

/** Tombstones carry this version, which is above every other, so an erased post stays erased whatever is replayed. */
export const ERASED_VERSION = Number.MAX_SAFE_INTEGER;

const ANALYSES_PER_CONTENT = 1024;

/**
 * The version that guards every store write: `contentMs` × 1024 + `analysisNumber`. A later wording beats an earlier
 * one, a later analysis of the same wording beats an earlier one.
 */
export function postVersion(contentMs: number, analysisNumber: number): number {
  if (!Number.isInteger(analysisNumber) || analysisNumber < 0 || analysisNumber >= ANALYSES_PER_CONTENT) {
    throw new RangeError(`analysisNumber must be an integer from 0 to ${ANALYSES_PER_CONTENT - 1}, got ${analysisNumber}`);
  }
  return Math.max(0, Math.trunc(contentMs)) * ANALYSES_PER_CONTENT + analysisNumber;
}

/**
 * The version of another analysis of a wording that is held: above what is held, not below a first analysis by the same program, and below every
 * later wording. Null when the wording has been analysed so often that there is none.
 */
export function reanalysisVersion(heldVersion: number, analysisNumber: number): number | null {
  const contentMs = wordingMs(heldVersion);
  const version = Math.max(heldVersion + 1, postVersion(contentMs, analysisNumber));
  return wordingMs(version) === contentMs ? version : null;
}

/** The `contentMs` that a version was made from: versions are of one wording if it is the same. */
export function wordingMs(version: number): number {
  return Math.floor(version / ANALYSES_PER_CONTENT);
}
