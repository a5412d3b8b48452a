import { detectDateFormat, type DateGuess } from './date-format.ts';
import { profileColumn, type ColumnProfile } from './column-profile.ts';

/** What a column of a file can be. Text and place may be several columns: each text is a comment, places are joined. */
export const COLUMN_ROLES = ['text', 'title', 'question', 'date', 'id', 'author', 'place', 'language', 'url', 'parent'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Positions of the columns that have a role. */
export type ColumnMap = Partial<Record<ColumnRole, number[]>>;

export interface ColumnGuess {
  roles: ColumnMap;
  date: DateGuess | undefined;
  profiles: ColumnProfile[];
}

/** Names by which exports call a role, the surest first: FFT workbooks, 4CAT, Brandwatch, Meltwater, CrowdTangle, YouTube Data Tools, reviews. */
const NAMES: Record<ColumnRole, RegExp[]> = {
  text: [
    /^(?:full ?text|comment[ _]?(?:txt|text)|fft answer|free[ _-]?text(?: comments?)?|verbatim|hit sentence|comments?|feedback|review(?: text| body)?)$/,
    /^(?:body|text|message|content|tweet(?: text)?|post(?: text)?|answer|selftext|story|caption)$/,
    /comment|feedback|answer|review|verbatim|opinion|what (?:did|could|was|went|do)|why|improve|tell us|experience|reason for/,
    /^(?:opening text|snippet|description|image text|response)$/,
  ],
  title: [/^(?:title|headline|subject|story title|review title|link text)$/],
  question: [/^(?:fft question|question(?: text)?|comment[ _]type|prompt)$/],
  date: [
    /^(?:date|timestamp|created(?:[ _]?at)?|post created|published ?at|date (?:posted|created|submitted|of (?:comment|response|review|submission)))$/,
    /^(?:created_utc|unix[ _]timestamp|submitted(?: at)?|submission date|response date|review date|completed(?: at)?|time|datetime|date[ /]time)$/,
    /date|time|created|submitted/,
  ],
  id: [/^(?:comment id|response id|tweet id|post id|review id|resource id|id|uri)$/, /^(?:record|unique|reference)[ _]?(?:id|number|no)?$/],
  author: [
    /^(?:author_id|author id|user id|authorchannelid|facebook id|account id|twitter screen name|respondent id|pt_id|patient id)$/,
    /^(?:author|user ?name|authorname|screen name|handle|account|user)$/,
  ],
  place: [
    /^(?:hospital|site|trust|organi[sz]ation|provider|practice|surgery|trust name|hospital name|organi[sz]ation name|place)$/,
    /^(?:location(?:_1)?|ward|service|department|clinic|location name)$/,
    /(?:trust|hospital|provider|practice|organi[sz]ation) (?:name|code)$/,
  ],
  language: [/^(?:lang|language|language code|languages)$/],
  url: [/^(?:url|link|permalink|final link|post url|source url)$/],
  parent: [/^(?:isreplyto|parent_?id|thread_?id|in_reply_to(?:_id|_status_id)?|reply to|root_?id|conversation_?id)$/],
};

/** Says what each column is, from its name and its values. */
export function guessColumns(columns: readonly string[], sample: readonly (readonly string[])[]): ColumnGuess {
  const profiles = columns.map((name, index) =>
    profileColumn(
      name,
      sample.map((cells) => cells[index] ?? ''),
    ),
  );
  const roles: ColumnMap = {};
  const taken = new Set<number>();

  function assign(role: ColumnRole, indices: readonly number[]): void {
    if (indices.length === 0) return;
    roles[role] = [...indices];
    for (const index of indices) taken.add(index);
  }

  const texts = guessTexts(profiles);
  assign('text', texts);
  for (const role of ['date', 'id', 'question', 'title', 'author', 'url', 'language', 'parent', 'place'] as const) {
    const best = bestOf(profiles, role, taken);
    assign(role, best === undefined ? [] : [best]);
  }
  const dateColumn = roles.date?.[0];
  return { roles, profiles, date: dateColumn === undefined ? undefined : detectDateFormat(sample.map((cells) => cells[dateColumn] ?? '')) };
}

/** The column that reads most like comments, and those that are further questions of the same survey. */
function guessTexts(profiles: readonly ColumnProfile[]): number[] {
  const scores = profiles.map((profile) => {
    if (profile.isDate || profile.isNumber || profile.isUrl) return 0;
    const rank = rankOf(profile.name, 'text');
    const name = rank === undefined ? 0 : 4 - rank;
    if (name === 0 && profile.words < 4) return 0;
    return name + Math.min(4, profile.words / 4) * Math.min(1, profile.distinctShare * 2);
  });
  const best = Math.max(0, ...scores);
  if (best === 0) return [];
  const first = scores.indexOf(best);
  const isQuestion = (index: number) => /\?|^(?:what|why|how|please|is there|any )/i.test(profiles[index]!.name);
  return scores.flatMap((score, index) =>
    index === first || (isQuestion(first) && isQuestion(index) && score > 0 && profiles[index]!.words >= 2) ? [index] : [],
  );
}

function bestOf(profiles: readonly ColumnProfile[], role: ColumnRole, taken: ReadonlySet<number>): number | undefined {
  let best: { index: number; rank: number } | undefined;
  profiles.forEach((profile, index) => {
    const rank = rankOf(profile.name, role);
    if (taken.has(index) || rank === undefined || profile.filledShare === 0 || !suits(profile, role)) return;
    if (!best || rank < best.rank) best = { index, rank };
  });
  if (best || role !== 'date') return best?.index;
  const unnamed = profiles.findIndex((profile, index) => !taken.has(index) && profile.isDate);
  return unnamed < 0 ? undefined : unnamed;
}

function rankOf(name: string, role: ColumnRole): number | undefined {
  const plain = name.trim().toLowerCase().replace(/\s+/g, ' ');
  const rank = NAMES[role].findIndex((pattern) => pattern.test(plain));
  return rank < 0 ? undefined : rank;
}

/** A name alone is not enough where values can tell. */
function suits(profile: ColumnProfile, role: ColumnRole): boolean {
  if (role === 'date') return profile.isDate;
  if (role === 'id') return profile.distinctShare > 0.98 && profile.filledShare > 0.98;
  if (role === 'url') return profile.isUrl;
  if (role === 'place') return profile.words < 12 && !profile.isUrl;
  return true;
}
