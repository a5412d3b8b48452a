import type { Genre } from '#core/post.ts';
import type { ColumnRole } from './columns.ts';

/**
 * A tool whose files are told by the columns that it writes. Names are in lower case, and of several the first that a row has filled counts. What
 * is not named here is none: another column may look like it and isn't.
 */
export interface KnownExport {
  tool: string;
  /** No other tool's file has them together. */
  columns: readonly string[];
  /** Of these it has one or more. */
  oneOf?: readonly string[];
  genre: Genre;
  roles: Partial<Record<ColumnRole, readonly string[]>>;
  /** Stands in for a text that is blank. */
  excerpt?: readonly string[];
  /** Holds words such as post, reply, share or review. */
  type?: readonly string[];
  /** Filled, or "yes": someone else's post, passed on. */
  reshare?: readonly string[];
  /** Rows where this column holds such a word have no title of their own. */
  untitled?: { column: string; words: RegExp };
  /** Times without a zone are UTC and not the time in England. */
  isUtc?: boolean;
  /** Texts hold markup. */
  isHtml?: boolean;
}

/** Sites whose posts have no title: what listening tools put there is the author's name. */
const UNTITLED = /^(?:twitter|x|facebook(?:_public)?|instagram(?:_public)?|bluesky|threads|tiktok|mastodon|linkedin)$/i;

export const KNOWN_EXPORTS: readonly KnownExport[] = [
  {
    // https://github.com/The-Strategy-Unit/pxtextmining, datasets/
    tool: 'FFT comments (pxtextmining)',
    columns: ['fft answer', 'fft question'],
    genre: 'feedback',
    roles: {
      text: ['fft answer'],
      question: ['fft question'],
      date: ['date'],
      id: ['comment id'],
      author: ['respondent id'],
      place: ['trust'],
    },
  },
  {
    // https://github.com/The-Strategy-Unit/experiencesdashboard: what it takes in
    tool: 'the experiences dashboard',
    columns: ['date', 'comment_1'],
    oneOf: ['location_1', 'fft'],
    genre: 'feedback',
    roles: { text: ['comment_1', 'comment_2'], date: ['date'], author: ['pt_id'], place: ['location_1'] },
  },
  {
    // … and what it keeps
    tool: 'the experiences dashboard',
    columns: ['comment_txt', 'comment_type'],
    genre: 'feedback',
    roles: {
      text: ['comment_txt'],
      question: ['comment_type'],
      date: ['date'],
      id: ['comment_id'],
      author: ['pt_id'],
      place: ['location_1'],
    },
  },
  {
    // https://developers.brandwatch.com/docs/mention-metadata-field-definitions
    tool: 'Brandwatch',
    columns: ['query id', 'query name', 'date'],
    oneOf: ['full text', 'snippet'],
    genre: 'post',
    roles: {
      text: ['full text'],
      title: ['title'],
      date: ['date'],
      id: ['resource id', 'url'],
      author: ['author'],
      language: ['language'],
      url: ['url'],
      parent: ['twitter reply to', 'x reply to', 'parent post id'],
    },
    excerpt: ['snippet'],
    type: ['thread entry type', 'engagement type', 'page type'],
    reshare: ['twitter retweet of', 'x repost of', 'x retweet of'],
    untitled: { column: 'page type', words: UNTITLED },
  },
  {
    tool: 'Meltwater',
    columns: ['hit sentence', 'opening text'],
    genre: 'post',
    roles: {
      text: ['hit sentence'],
      title: ['headline', 'title'],
      date: ['date'],
      id: ['tweet id', 'document id', 'url'],
      author: ['author handle', 'twitter screen name', 'influencer', 'author name'],
      language: ['language'],
      url: ['url'],
      parent: ['parent url'],
    },
    excerpt: ['opening text'],
    type: ['content type', 'source type'],
    untitled: { column: 'source', words: UNTITLED },
  },
  {
    // CrowdTangle writes the same of pages and of groups
    tool: 'CrowdTangle (Facebook)',
    columns: ['facebook id', 'post created', 'message'],
    genre: 'post',
    roles: {
      text: ['message'],
      title: ['link text'],
      date: ['post created'],
      id: ['url'],
      author: ['facebook id', 'user name'],
      url: ['url'],
    },
  },
  {
    tool: 'CrowdTangle (Instagram)',
    columns: ['account', 'user name', 'post created', 'description'],
    genre: 'post',
    roles: { text: ['description'], title: ['title'], date: ['post created'], id: ['url'], author: ['user name'], url: ['url'] },
  },
  {
    // https://github.com/bernorieder/YouTube-Data-Tools
    tool: 'YouTube Data Tools',
    columns: ['id', 'authorname', 'text', 'publishedat'],
    genre: 'post',
    roles: {
      text: ['text'],
      date: ['publishedatunix', 'publishedat'],
      id: ['id'],
      author: ['authorchannelid', 'authorname'],
      parent: ['isreplyto', 'isreplytoid'],
    },
    isUtc: true,
    isHtml: true,
  },
  {
    tool: 'YouTube Data Tools',
    columns: ['videoid', 'videotitle', 'publishedat'],
    genre: 'post',
    roles: {
      text: ['videodescription'],
      title: ['videotitle'],
      date: ['publishedat'],
      id: ['videoid'],
      author: ['channelid', 'channeltitle'],
    },
    isUtc: true,
  },
  {
    // https://github.com/digitalmethodsinitiative/4cat, datasources/: these of every one, and more of each
    tool: '4CAT',
    columns: ['id', 'thread_id', 'body'],
    genre: 'post',
    roles: {
      text: ['body'],
      title: ['subject', 'title'],
      date: ['unix_timestamp', 'timestamp', 'created_at'],
      id: ['id'],
      author: ['author_id', 'author'],
      language: ['languages', 'language', 'language_guess'],
      url: ['link', 'url', 'post_url', 'tiktok_url', 'tweet_url'],
      parent: ['parent_id', 'parent'],
      thread: ['thread_id'],
    },
    reshare: ['is_retweet', 'is_repost'],
    isUtc: true,
  },
];

/** The tool that wrote a file with these columns. */
export function exportOf(columns: readonly string[]): KnownExport | undefined {
  const names = new Set(columns.map(plainName));
  return KNOWN_EXPORTS.find(
    (each) => each.columns.every((name) => names.has(name)) && (each.oneOf?.some((name) => names.has(name)) ?? true),
  );
}

/** Columns of these names, in this order. */
export function columnsNamed(columns: readonly string[], names: readonly string[] | undefined): number[] {
  const plain = columns.map(plainName);
  return (names ?? []).map((name) => plain.indexOf(name)).filter((index) => index >= 0);
}

export function plainName(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
