import { DAY_MS } from '#core/calendar.ts';
import { systemClock } from '#core/clock.ts';
import { tokenise } from '#core/language/tokens.ts';
import type { Additions } from '#core/organisations/additions.ts';
import { createDirectory, type Directory } from '#core/organisations/directory.ts';
import { readAdditions } from '#infra/profiles/keep-additions.ts';
import { reachDocuments } from '#infra/profiles/document-operations.ts';
import { readUnresolvedOperation } from '#infra/profiles/organisation-operations.ts';
import type { ProfileAccess } from '#infra/profiles/with-profile.ts';
import { createProgressBar } from '#infra/progress-bar.ts';
import { UsageError, type CommandIo } from './command.ts';
import { describeCounts, formatCount } from './describe-counts.ts';
import { parseFlags } from './parse-flags.ts';
import { readInstant } from './read-instant.ts';

export interface ListOptions {
  search: string | undefined;
  isUnresolved: boolean;
  fromMs: number | undefined;
  toMs: number | undefined;
  limit: number;
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 1_000;
const DEFAULT_DAYS = 7;
const SHOWN_CANDIDATES = 4;

/** @throws UsageError that names the flag and what it takes. */
export function readListOptions(args: string[]): ListOptions {
  const { values } = parseFlags(args, {
    options: {
      search: { type: 'string' },
      unresolved: { type: 'boolean', default: false },
      from: { type: 'string' },
      to: { type: 'string' },
      limit: { type: 'string', default: String(DEFAULT_LIMIT) },
    },
  });
  const limit = /^\d{1,4}$/.test(values.limit) ? Number(values.limit) : Number.NaN;
  if (!(limit >= 1 && limit <= MAX_LIMIT)) throw new UsageError('--limit is a whole number from 1 to 1,000.');
  const [fromMs, toMs] = [readInstant('--from', values.from), readInstant('--to', values.to)];
  if (!values.unresolved && (fromMs ?? toMs) !== undefined) throw new UsageError('--from and --to go with --unresolved.');
  if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs) throw new UsageError('--from must be before --to.');
  return { search: values.search, isUnresolved: values.unresolved, fromMs, toMs, limit };
}

export async function listOrganisations(access: ProfileAccess, io: CommandIo, options: ListOptions): Promise<number> {
  const additions = await readAdditions(reachDocuments(access));
  const practices = additions.records.filter(({ kind }) => kind === 'practice');
  const directory = createDirectory(practices);
  if (options.isUnresolved) return listUnresolved(access, io, options, { directory, additions });
  if (options.search !== undefined) return search(io, options.search, options.limit, directory);
  const count = (level: string) => directory.all().filter((one) => one.level === level).length;
  io.stdout.write(
    describeCounts([
      ['regions', count('region'), ''],
      ['integrated care boards', count('icb'), 'with those that were merged'],
      ['trusts', count('organisation') - practices.length, ''],
      ['GP practices', practices.length, practices.length ? '' : 'organisations import epraccur.csv'],
      ['sites of trusts', additions.records.length - practices.length, 'imported, beside those that come with the program'],
      ['aliases', additions.aliases.length, 'organisations alias list'],
    ]),
  );
  return 0;
}

function search(io: CommandIo, text: string, limit: number, directory: Directory): number {
  const found = directory.search(text, limit);
  if (found.length === 0) io.stdout.write(`No organisation has a name or ODS code like "${text}".\n`);
  const nowMs = systemClock.now();
  for (const { ods, name } of found) {
    const within = directory.ancestorsOf(ods, nowMs).map((code) => directory.get(code)?.name ?? code);
    io.stdout.write(`${ods.padEnd(7)} ${[name, ...within].join(' · ')}\n`);
  }
  return 0;
}

interface Tally {
  /** As most posts write it. */
  forms: Map<string, number>;
  posts: number;
  candidates: Set<string>;
}

async function listUnresolved(
  access: ProfileAccess,
  io: CommandIo,
  { search: wanted, fromMs, toMs = systemClock.now(), limit }: ListOptions,
  known: { directory: Directory; additions: Additions },
): Promise<number> {
  const range = { fromMs: fromMs ?? toMs - DEFAULT_DAYS * DAY_MS, toMs };
  const { tallies, posts } = await tallyUnresolved(access, io, range);
  const rows = [...tallies]
    .filter(([key]) => wanted === undefined || key.includes(keyOf(wanted)))
    .sort(([leftKey, left], [rightKey, right]) => right.posts - left.posts || (leftKey < rightKey ? -1 : 1));
  if (rows.length === 0) {
    io.stdout.write(`No name is unresolved in the ${formatCount(posts)} posts of these dates.\n`);
    return 0;
  }
  io.stdout.write(
    describeCounts(rows.slice(0, limit).map(([, tally]) => [commonest(tally.forms), tally.posts, describeCandidates(tally, known)])),
  );
  const more = rows.length - limit;
  io.stdout.write(`In ${formatCount(posts)} posts. ${more > 0 ? `${formatCount(more)} more names: --limit. ` : ''}`);
  io.stdout.write('To resolve one: organisations alias add "NAME" CODE.\n');
  return 0;
}

async function tallyUnresolved(access: ProfileAccess, io: CommandIo, range: { fromMs: number; toMs: number }) {
  const tallies = new Map<string, Tally>();
  let posts = 0;
  let bar: ReturnType<typeof createProgressBar> | undefined;
  for (let after: { createdAtMs: number; id: string } | null = null; ;) {
    io.signal.throwIfAborted();
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(access, range, after);
    for (const mentions of page.unresolved) addPost(tallies, mentions);
    posts += page.posts;
    bar ??= createProgressBar(io.stderr, 'Reading posts', page.total);
    bar.update(posts);
    if (page.next === null) break;
    after = page.next;
  }
  bar.end();
  return { tallies, posts };
}

function readPage(access: ProfileAccess, range: { fromMs: number; toMs: number }, after: { createdAtMs: number; id: string } | null) {
  return access.call(readUnresolvedOperation, { ...range, after });
}

/** A name counts once for a post. */
function addPost(tallies: Map<string, Tally>, mentions: readonly { text: string; candidates: string[] }[]): void {
  const counted = new Set<string>();
  for (const { text, candidates } of mentions) {
    const key = keyOf(text);
    const tally: Tally = tallies.get(key) ?? { forms: new Map(), posts: 0, candidates: new Set() };
    tallies.set(key, tally);
    tally.forms.set(text, (tally.forms.get(text) ?? 0) + 1);
    for (const code of candidates) tally.candidates.add(code);
    if (!counted.has(key)) tally.posts += 1;
    counted.add(key);
  }
}

function keyOf(text: string): string {
  return tokenise(text)
    .map(({ word }) => word)
    .join(' ');
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort(([leftForm, left], [rightForm, right]) => right - left || (leftForm < rightForm ? -1 : 1))[0]![0];
}

function describeCandidates({ candidates }: Tally, { directory, additions }: { directory: Directory; additions: Additions }): string {
  const shown = [...candidates].slice(0, SHOWN_CANDIDATES).map((code) => nameOrganisation(code, directory, additions));
  const more = candidates.size - shown.length;
  return `${shown.join(' | ')}${more > 0 ? ` | ${more} more` : ''}`;
}

/** "RR8 Leeds Teaching Hospitals NHS Trust"; of a site, its trust too. */
export function nameOrganisation(code: string, directory: Directory, { records }: Additions): string {
  const organisation = directory.get(code);
  if (organisation) return `${code} ${organisation.name}`;
  const site = records.find((record) => record.code === code);
  return site ? `${code} ${site.name}, ${directory.get(site.parent)?.name ?? site.parent}` : code;
}
