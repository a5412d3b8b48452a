import { detectDateFormat } from './date-format.ts';
import { profileColumn, type ColumnProfile } from './column-profile.ts';
import { isFiller } from './fillers.ts';
import { columnsNamed, exportOf, plainName, type KnownExport } from './known-exports.ts';

/**
 * What a column of a file can be. Each text is a comment; places are joined; of several columns of any other role the first that a row has filled
 * counts. `thread` is the first post of the thread.
 */
export const COLUMN_ROLES = ['text', 'title', 'question', 'date', 'id', 'author', 'place', 'language', 'url', 'parent', 'thread'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Positions of the columns that have a role. */
export type ColumnMap = Partial<Record<ColumnRole, number[]>>;

export interface ColumnGuess {
  roles: ColumnMap;
  profiles: ColumnProfile[];
  /** The tool that wrote the file, if it is one that is known. */
  tool: KnownExport | undefined;
}

/** Names by which exports call a role, the surest first. */
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
    /^(?:unix[ _]timestamp|created_utc)$/,
    /^(?:date|timestamp|created(?:[ _]?at)?|post created|published ?at|date (?:posted|created|submitted|of (?:comment|response|review|submission)))$/,
    /^(?:submitted(?: at)?|submission date|response date|review date|completed(?: at)?|completion time|time|datetime|date[ /]time)$/,
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
  parent: [/^(?:isreplyto(?:id)?|parent|parent[ _]?id|in[ _]reply[ _]to(?:_id|_status_id)?|reply[ _]to)$/],
  thread: [/^(?:thread[ _]?id|root[ _]?id|conversation[ _]id|link_id)$/],
};

/** What tools and people say about a comment is not one. */
const ABOUT =
  /sentiment|categor|label|theme|topic|\btags?\b|scor|rating|keyword|phrase|\bcode[ds]?\b|_code\b|polarity|emotion|[ _]ids?$|[ _](?:type|name|date|time|url)$|^(?:name|type|status)$/i;

/** What is picked from a list of answers. */
const PICKED =
  /^(?:\d+ ?[-–:.]? ?)?(?:(?:very|extremely|fairly|quite|strongly|somewhat) )?(?:good|poor|bad|likely|unlikely|satisfied|dissatisfied|easy|difficult|agree|disagree|yes|no|always|never|sometimes|don.?t know|prefer not to say)(?:,? (?:definitely|always|to some extent))?$|^neither /i;
const MIN_DISTINCT = 0.3;
const MIN_WORDS = 2;

/** Says what each column is, from the tool that wrote them or else from its name and its values. */
export function guessColumns(columns: readonly string[], sample: readonly (readonly string[])[]): ColumnGuess {
  const valuesOf = (index: number) => sample.map((cells) => cells[index] ?? '');
  const profiles = columns.map((name, index) => profileColumn(name, valuesOf(index)));
  const tool = exportOf(columns);
  return { roles: tool ? rolesOf(tool, columns, profiles) : guessRoles(profiles, valuesOf), profiles, tool };
}

function rolesOf(tool: KnownExport, columns: readonly string[], profiles: readonly ColumnProfile[]): ColumnMap {
  const roles: ColumnMap = {};
  for (const role of COLUMN_ROLES) {
    const named = columnsNamed(columns, tool.roles[role]);
    const found = role === 'date' ? named.filter((index) => profiles[index]!.isDate).slice(0, 1) : named;
    if (found.length > 0) roles[role] = found;
  }
  return roles;
}

function guessRoles(profiles: readonly ColumnProfile[], valuesOf: (index: number) => string[]): ColumnMap {
  const roles: ColumnMap = {};
  const taken = new Set<number>();

  function assign(role: ColumnRole, indices: readonly number[]): void {
    if (indices.length === 0) return;
    roles[role] = [...indices];
    for (const index of indices) taken.add(index);
  }

  assign('text', guessTexts(profiles, valuesOf));
  for (const role of ['date', 'id', 'question', 'title', 'author', 'url', 'language', 'parent', 'thread', 'place'] as const) {
    const best = bestOf(profiles, role, taken);
    assign(role, best === undefined ? [] : [best]);
  }
  // A link of its own tells posts apart as an id does, and stays the same when likes are counted anew.
  if (!roles.id && roles.url && suits(profiles[roles.url[0]!]!, 'id')) roles.id = roles.url;
  return roles;
}

/** The column that reads most like comments, and those that are further questions of the same survey. */
function guessTexts(profiles: readonly ColumnProfile[], valuesOf: (index: number) => string[]): number[] {
  const scores = profiles.map((profile) => {
    if (profile.isDate || profile.isNumber || profile.isUrl) return 0;
    const rank = rankOf(profile.name, 'text');
    const isAbout = (rank === undefined || rank > 1) && !isQuestion(profile) && ABOUT.test(profile.name);
    const name = rank === undefined || isAbout ? 0 : 4 - rank;
    if (isAbout || (name === 0 && profile.words < 4)) return 0;
    return name + Math.min(4, profile.words / 4) * Math.min(1, profile.distinctShare * 2);
  });
  const best = Math.max(0, ...scores);
  if (best === 0) return [];
  const first = scores.indexOf(best);
  const kind = kindOf(profiles[first]!);
  const found: number[] = [];
  scores.forEach((score, index) => {
    const isSibling = score > 0 && kind !== undefined && kindOf(profiles[index]!) === kind && areWritten(valuesOf(index));
    if (index !== first && !isSibling) return;
    if (!found.some((other) => areCopies(valuesOf(other), valuesOf(index)))) found.push(index);
  });
  return found;
}

function isQuestion({ name }: ColumnProfile): boolean {
  return /\?|^(?:what|why|how|please|is there|any )/i.test(name);
}

/** Questions go with questions, and "Comment 2" or "Comments about food" with "Comment 1": undefined for what stands alone. */
function kindOf(profile: ColumnProfile): string | undefined {
  if (isQuestion(profile)) return 'question';
  return /\b(?:comments?|feedback)(?:\b|_\d)/i.test(profile.name) ? 'comment' : undefined;
}

/** Whether those who answered did so in their own words. */
function areWritten(values: readonly string[]): boolean {
  const given = values.filter((value) => !isFiller(value));
  const { words, distinctShare } = profileColumn('', given);
  return (
    words >= MIN_WORDS && distinctShare >= MIN_DISTINCT && given.filter((value) => PICKED.test(value.trim())).length < given.length / 2
  );
}

/** Cleaned or cut copies of a column are not further comments. */
function areCopies(values: readonly string[], others: readonly string[]): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const both = values.map((value, row) => [plain(value), plain(others[row]!)] as const).filter(([left, right]) => left && right);
  const copies = both.filter(([left, right]) => left.startsWith(right.slice(0, 40)) || right.startsWith(left.slice(0, 40)));
  return both.length > 0 && copies.length > both.length / 2;
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
  const plain = plainName(name);
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

/** A column of times of day, to go with one of dates that have none. */
export function timeColumn(columns: readonly string[], sample: readonly (readonly string[])[], date: number): number | undefined {
  const [time] = columnsNamed(columns, ['time']);
  if (time === undefined || time === date) return undefined;
  const rows = sample.filter((cells) => cells[date]?.trim() && cells[time]?.trim());
  const areTimes = rows.length > 0 && rows.every((cells) => /^\d{1,2}:\d{2}/.test(cells[time]!.trim()) && !cells[date]!.includes(':'));
  return areTimes && detectDateFormat(rows.map((cells) => `${cells[date]!.trim()} ${cells[time]!.trim()}`)) ? time : undefined;
}
