/** Names of one deployment's indices. */
export interface IndexNames {
  /** Alias of all months. */
  posts: string;
  /** Index of the month that a date lies in. */
  month(atMs: number): string;
  /** Matches every month's index. */
  months: string;
  /** Where each post is, and the sealed reference to it at its source. */
  references: string;
  tombstones: string;
  documents: string;
}

export function indexNames(prefix: string): IndexNames {
  return {
    posts: `${prefix}-posts`,
    month: (atMs) => `${prefix}-posts-${new Date(atMs).toISOString().slice(0, 7)}`,
    months: `${prefix}-posts-*`,
    references: `${prefix}-references`,
    tombstones: `${prefix}-tombstones`,
    documents: `${prefix}-documents`,
  };
}
