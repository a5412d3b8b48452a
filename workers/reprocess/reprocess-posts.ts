import type { Clock } from '#core/clock.ts';
import { EarshotError } from '#core/errors.ts';
import type { AnalysedPost } from '#core/insight.ts';
import { isCurrent, VERSIONS } from '../pipeline/versions.ts';
import type { History } from './history.ts';
import { createPace } from './pace.ts';
import { positionId, type Chosen } from './position.ts';
import type { Reanalyse } from './reanalyse.ts';
import { countOf, NOTHING, tallyOf, type Tally } from './tally.ts';
import { positionOf, walkHistory } from './walk-history.ts';

export interface ReprocessDeps {
  history: History;
  reanalyse: Reanalyse;
  clock: Clock;
  /** Aborted: stops after the batch at work. */
  signal: AbortSignal;
}

export interface ReprocessOptions {
  chosen: Chosen;
  /** Posts analysed a second, at most. */
  rate: number;
  /** Begin anew where an earlier run stopped half-way. */
  restart?: boolean;
  /** Also posts that these versions have analysed: what organisations are called is in no version. */
  all?: boolean;
  /** Called at the beginning and after each batch. */
  onProgress?: (donePosts: number, totalPosts: number) => void;
}

export interface ReprocessReport {
  isFinished: boolean;
  /** Posts that an earlier, interrupted run had done. */
  resumedAfter: number;
  /** With those of the earlier run. */
  tally: Tally;
}

const MOST_AT_ONCE = 100;

/**
 * Analyses stored posts again that were analysed by other versions of model, taxonomy or redactor, oldest first. Each batch is saved and then
 * the position, so that a run that was stopped or killed is gone on with by the next one with the same choice of posts; a batch between the
 * two is found to be done.
 *
 * @throws EarshotError 'other-version' when the program with the stores analyses by other versions, 'busy' when another process began to
 * analyse the same posts, 'unavailable' or 'timeout' of the stores.
 */
export async function reprocessPosts(
  { history, reanalyse, clock, signal }: ReprocessDeps,
  options: ReprocessOptions,
): Promise<ReprocessReport> {
  const { chosen, rate, restart = false, all = false, onProgress } = options;
  const id = positionId(chosen, all);
  const { versions, held } = await history.begin(id);
  if (!isCurrent(versions)) throw otherVersion();
  const resumed = !restart && held && isCurrent(held.position.versions) ? held.position : null;
  let { after, tally } = resumed ?? { after: null, tally: NOTHING };
  const resumedAfter = countOf(tally);
  let revision = await keepPosition(held?.revision ?? 'absent');

  async function keepPosition(expected: number | 'absent'): Promise<number> {
    const kept = await history.keepPosition(id, { versions: VERSIONS, after, tally }, expected);
    if (kept === null) throw busy();
    return kept;
  }

  async function handle(posts: readonly AnalysedPost[], outdated: readonly AnalysedPost[]): Promise<Tally> {
    const again = outdated.length === 0 ? [] : await reanalyse(outdated);
    const sound = again.filter((post) => post !== null);
    const saved = new Map(sound.length === 0 ? [] : (await history.save(sound)).map((result, n) => [sound[n]!.id, result]));
    return tallyOf(tally, {
      current: posts.length - outdated.length,
      outcomes: outdated.map((post) => [post.id, saved.get(post.id)]),
    });
  }

  const { total } = await history.read({ ...chosen, after: null, limit: 1 });
  onProgress?.(resumedAfter, total);
  const pace = createPace(clock, rate, signal);
  for await (const posts of walkHistory(history, chosen, after, Math.min(MOST_AT_ONCE, rate))) {
    const outdated = all ? posts : posts.filter(({ insight }) => !isCurrent(insight.versions));
    if (!(await pace(outdated.length))) return { isFinished: false, resumedAfter, tally };
    tally = await handle(posts, outdated);
    after = positionOf(posts.at(-1)) ?? after;
    revision = await keepPosition(revision);
    onProgress?.(countOf(tally), total);
  }
  await history.removePosition(id, revision);
  return { isFinished: true, resumedAfter, tally };
}

function otherVersion(): EarshotError {
  return new EarshotError(
    'other-version',
    'The running Earshot analyses by other versions than this command: one of the two was updated. Restart it, then run this again.',
  );
}

function busy(): EarshotError {
  return new EarshotError(
    'busy',
    'Another process has begun to analyse the same posts again. What this one did is kept; the other goes on from there.',
  );
}
