/** An entry of any feed format. Text is plain. */
export interface Entry {
  guid: string | undefined;
  link: string | undefined;
  title: string;
  text: string;
  published: Date | undefined;
  updated: Date | undefined;
  author: string | undefined;
  language: string | undefined;
}

export interface ParsedFeed {
  entries: Entry[];
  /** The document ends before its root does: whole entries are given, the rest is missing. */
  isCut: boolean;
  /** Items that can't be read. */
  malformed: { key: string; field: string; bytes: number }[];
  /** What the feed itself asks to wait between requests. */
  ttlMinutes: number | undefined;
  /** Older entries (JSON Feed). */
  nextUrl: string | undefined;
}
