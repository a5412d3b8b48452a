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
  /** The guid of what it answers, where the feed says so. */
  inReplyTo?: string | undefined;
}

export interface ParsedFeed {
  entries: Entry[];
  /** The document ends before its root does: whole entries are given, the rest is missing. */
  isCut: boolean;
  /** There are more entries than are read. */
  isTooLong: boolean;
  /** Items that can't be read. */
  malformed: { key: string; field: string; bytes: number }[];
  /** What the feed itself asks to wait between requests. */
  pauseMinutes: number | undefined;
  /** Older entries (JSON Feed). */
  nextUrl: string | undefined;
}

export const MAX_ENTRIES = 50_000;

/** The answer that a feed is read from. */
export interface FeedSource {
  body: Uint8Array;
  contentType?: string | undefined;
  /** Where the server says that it is (RFC 4287 resolves by it), and where it was. */
  contentLocation?: string | undefined;
  url: string;
}
