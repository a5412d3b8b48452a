import { join } from 'node:path';
import { DAY_MS, londonDate, londonDay } from '#core/calendar.ts';
import { configError } from '#core/errors.ts';
import { GENERATOR_VERSION } from '#ingest/synthetic/generate-posts.ts';
import { plantedConcern } from '#ingest/synthetic/planted-concern.ts';
import { loadConfig } from '../load-environment.ts';
import { finishDemoFolder, prepareDemoFolder, type DemoContent } from '../profiles/demo-folder.ts';
import { DEMO_WEEKS, demoUntilMs, fillDemo } from '../profiles/fill-demo.ts';
import { ROLES, runRoles } from '../profiles/run-roles.ts';
import { UsageError, type Command } from './command.ts';
import { parseFlags } from './parse-flags.ts';

const DEFAULT_SEED = 1;
const DEFAULT_POSTS = 60_000;
const MAX_POSTS = 1_000_000;

export const command: Command = {
  help: `Usage: npm run demo -- [options]

Opens Earshot on invented posts: ${DEMO_WEEKS} weeks of them, about one planted concern too. They are kept in the folder "demo" inside
EARSHOT_DATA, away from what is collected; nothing is collected. The first start fills it, the next ones open it as it is.

  --until 2026-11-22   last day of the data; default: yesterday
  --seed 1             other seeds give other posts
  --posts 60000        how many, 1 to ${MAX_POSTS.toLocaleString('en-GB')}

The same options always give the same posts. With other options the demo's folder is filled anew.`,

  async run(args, io) {
    const base = loadConfig();
    for (const [name, value] of [
      ['REDIS_URL', base.redisUrl],
      ['ELASTICSEARCH_URL', base.elasticsearchUrl],
    ] as const) {
      if (value === undefined) continue;
      throw configError(name, `${name} is set: invented posts are never put into a production profile. Unset it for the demo.`);
    }
    const content = readContent(args, Date.now(), base.retentionDays);
    const config = { ...base, dataFolder: join(base.dataFolder, 'demo'), sources: [], sourcesFile: undefined };
    const { isFilled, replaces } = await prepareDemoFolder(config.dataFolder, content);
    if (replaces)
      io.stdout.write(
        `The demo held other posts or was not finished (until ${replaces.until}, seed ${replaces.seed}): it is filled anew.\n`,
      );
    return runRoles(ROLES, config, io, {
      synthetic: true,
      async prepare(profile) {
        if (!isFilled && (await fillDemo(profile, config, content, io))) await finishDemoFolder(config.dataFolder, content);
      },
      introduce: (address) => introduction(content, config.dataFolder, address),
    });
  },
};

function readContent(args: string[], nowMs: number, retentionDays: number): DemoContent {
  const { until, seed, posts } = readFlags(args);
  const yesterday = londonDate((londonDay(nowMs) - 1) * DAY_MS);
  return {
    generator: GENERATOR_VERSION,
    seed: wholeNumber('--seed', seed, DEFAULT_SEED, 0, 2 ** 32 - 1),
    until: until === undefined ? yesterday : lastDay(until, nowMs, retentionDays),
    posts: wholeNumber('--posts', posts, DEFAULT_POSTS, 1, MAX_POSTS),
  };
}

function readFlags(args: string[]) {
  return parseFlags(args, { options: { until: { type: 'string' }, seed: { type: 'string' }, posts: { type: 'string' } } }).values;
}

function wholeNumber(flag: string, given: string | undefined, fallback: number, low: number, high: number): number {
  if (given === undefined) return fallback;
  const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= low && value <= high)) throw new UsageError(`${flag} is a whole number from ${low} to ${high}.`);
  return value;
}

/** A date whose posts are all inside the retention, so that none is given another date or expires at once. */
function lastDay(given: string, nowMs: number, retentionDays: number): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(given) && new Date(`${given}T00:00Z`).toJSON()?.startsWith(given);
  if (!isDate) throw new UsageError('--until is a date such as 2026-11-22.');
  const [today, day] = [londonDay(nowMs), Date.parse(given) / DAY_MS];
  const earliest = today - retentionDays + DEMO_WEEKS * 7 + 1;
  if (day > today) throw new UsageError(`--until can't be later than today, ${londonDate(nowMs)}.`);
  if (day < earliest) {
    throw new UsageError(
      `--until can't be before ${londonDate(earliest * DAY_MS)}: older posts would be past EARSHOT_RETENTION_DAYS (${retentionDays}).`,
    );
  }
  return given;
}

function introduction(content: DemoContent, folder: string, address: string): string {
  const untilMs = demoUntilMs(content.until);
  const concern = plantedConcern(untilMs);
  const days = (ms: number) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric' }).format(ms);
  const end = londonDate(untilMs + DAY_MS);
  const start = londonDate(untilMs - 27 * DAY_MS);
  return [
    `Synthetic data: ${content.posts.toLocaleString('en-GB')} invented posts, ${DEMO_WEEKS} weeks up to ${days(untilMs)}. Nothing is collected.`,
    `Planted in the week from ${days(concern.fromMs)}: ${concern.summary}.`,
    `Kept in ${folder}. To stop, press Ctrl+C.`,
    '',
    `The page: ${address}/?from=${start}&to=${end}`,
    '',
  ].join('\n');
}
