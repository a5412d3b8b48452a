import type { z } from 'zod';

/**
 * Small typed documents (alerts, reports, keys, labels, taxonomies, quarantined records …) with compare-and-set. Reads
 * see every acknowledged write at once, listings too.
 */
export interface DocumentStore extends AsyncDisposable {
  /** Throws EarshotError 'unreadable-document' if it no longer fits its schema. */
  get<T>(kind: DocumentKind<T>, id: string): Promise<StoredDocument<T> | null>;
  /**
   * Writes if the held revision is `expected`: a number, `absent` (create only) or `any`.
   * @returns the new revision, or null when another writer was first.
   */
  put<T>(kind: DocumentKind<T>, id: string, value: T, expected: ExpectedRevision): Promise<number | null>;
  /** @returns whether a document was there at that revision and is gone now. */
  remove(kind: DocumentKind<unknown>, id: string, expected?: number): Promise<boolean>;
  /** In the order of ids. A document that no longer fits its schema is reported in `unreadable`, never thrown. */
  list<T>(kind: DocumentKind<T>, options?: ListOptions): Promise<DocumentPage<T>>;
  count(kind: DocumentKind<unknown>): Promise<number>;
}

/** A named family of documents and the schema that each read and write is parsed with. */
export interface DocumentKind<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
}

export type ExpectedRevision = number | 'absent' | 'any';

export interface StoredDocument<T> {
  id: string;
  /** 1 for a new document, one more with each write. */
  revision: number;
  value: T;
}

export interface ListOptions {
  /** Only ids that begin with this. */
  prefix?: string | undefined;
  /** Only ids after this one. */
  after?: string | undefined;
  /** 1 to 1,000; default 100. */
  limit?: number | undefined;
}

export interface DocumentPage<T> {
  documents: StoredDocument<T>[];
  unreadable: string[];
  /** Pass as `after` for the next page; null on the last. */
  next: string | null;
}

const KIND_NAME = /^[a-z][a-z-]{0,40}$/;

export function defineDocument<T>(name: string, schema: z.ZodType<T>): DocumentKind<T> {
  if (!KIND_NAME.test(name)) throw new RangeError(`a document kind is lower-case words with dashes, got "${name}"`);
  return { name, schema };
}
