import { systemClock } from '#core/clock.ts';
import { hasCode } from '#core/errors.ts';
import type { Taxonomy } from '#core/taxonomy/taxonomy.ts';
import { loadConfig } from '#infra/load-environment.ts';
import { loadKnowledge } from '#infra/profiles/knowledge.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { readAdditions } from '#infra/profiles/keep-additions.ts';
import { reachDocuments } from '#infra/profiles/document-operations.ts';
import { reachHistory } from '#infra/profiles/reprocess-operations.ts';
import { withProfile, type ProfileAccess } from '#infra/profiles/with-profile.ts';
import { createProgressBar, type ProgressBar } from '#infra/progress-bar.ts';
import type { History } from '#workers/reprocess/history.ts';
import type { Chosen } from '#workers/reprocess/position.ts';
import { createReanalyse } from '#workers/reprocess/reanalyse.ts';
import { reprocessPosts } from '#workers/reprocess/reprocess-posts.ts';
import { UsageError, type Command, type CommandIo } from './command.ts';
import { DEFAULT_RATE, MAX_RATE, readReprocessOptions, type ReprocessFlags } from './reprocess-options.ts';
import { describeReprocessing } from './reprocess-summary.ts';

const INTERRUPTED = 130;

export const command: Command = {
  help: `Usage: npm run -s earshot -- reprocess [options]

Analyses stored posts again by the model, taxonomy and redactor of this version, oldest first, while Earshot runs or while it doesn't. Posts that
these versions have analysed are left alone. A post that is edited meanwhile keeps the newer wording, one that is erased stays erased. Clusters,
references to the source and the posts' own fields stay; where the redactor changed, texts are redacted again.

  --from DATE   first instant: ISO 8601 with a time zone, or a date, which begins at midnight in London
  --to DATE     first instant that is left out, in the same form: one whole day is --from 2026-11-16 --to 2026-11-17
  --theme ID    only posts that have this theme, or a theme of this category, so far
  --rate N      posts analysed a second, at most: 1 to ${MAX_RATE.toLocaleString('en-GB')} (default: ${DEFAULT_RATE})
  --all         also posts that these versions have analysed: after aliases, practices or sites were added
  --restart     begin anew where an earlier run with the same --from, --to, --theme and --all was interrupted

Ctrl+C stops it; the same command goes on from there. The exit code is 1 if posts were rejected and ${INTERRUPTED} if it was stopped.

Example: npm run -s earshot -- reprocess --from 2026-11-01 --rate 200`,
  async run(args, io) {
    const flags = readReprocessOptions(args);
    return withProfile(loadConfig(), io, (access) => reprocess(flags, access, io));
  },
};

async function reprocess({ chosen, rate, isRestart, isAll }: ReprocessFlags, access: ProfileAccess, io: CommandIo): Promise<number> {
  const history = reachHistory(access);
  const { taxonomy, gazetteer } = loadKnowledge();
  gazetteer.use(await readAdditions(reachDocuments(access)));
  if (chosen.theme !== undefined && !isThemeOf(taxonomy, chosen.theme)) await checkOlderTheme(chosen, history, taxonomy.version);
  const startedMs = systemClock.now();
  let bar: ProgressBar | undefined;

  function onProgress(done: number, total: number): void {
    if (!bar && done > 0) io.stdout.write(`Going on after ${number(done)} posts that an earlier run did; --restart begins anew.\n`);
    bar ??= createProgressBar(io.stderr, 'Analysing again', total);
    bar.update(done);
  }

  const deps = { history, reanalyse: createReanalyse(loadKnowledge(), loadRedactor(), systemClock), clock: systemClock, signal: io.signal };
  try {
    const { isFinished, resumedAfter, tally } = await reprocessPosts(deps, { chosen, rate, restart: isRestart, all: isAll, onProgress });
    bar?.end();
    io.stdout.write(describeReprocessing(tally, { seconds: (systemClock.now() - startedMs) / 1_000, doneBefore: resumedAfter }));
    if (!isFinished) io.stdout.write('Stopped before the end. What was done is kept: the same command goes on from there.\n');
    return isFinished ? Number(tally.rejected > 0) : INTERRUPTED;
  } catch (error) {
    bar?.end();
    if (bar && hasCode(error, 'unavailable')) io.stderr.write('What was done is kept: the same command goes on from there.\n');
    throw error;
  }
}

function isThemeOf({ themes }: Taxonomy, id: string): boolean {
  return themes.some((theme) => theme.id === id || theme.id.startsWith(`${id}.`));
}

/** Posts may still have a theme that the taxonomy has no more: those are the ones to analyse again. */
async function checkOlderTheme(chosen: Chosen, history: History, taxonomyVersion: string): Promise<void> {
  const { total } = await history.read({ ...chosen, after: null, limit: 1 });
  if (total > 0) return;
  throw new UsageError(
    `--theme: there is no theme or category "${chosen.theme}" in the taxonomy ${taxonomyVersion}, and no post of these dates has it. ` +
      'docs/taxonomy.md lists the ids.',
  );
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
