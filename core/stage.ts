import { quarantine, type Outcome } from './outcome.ts';

/**
 * One step of the pipeline: a pure function over a batch that returns exactly one outcome for each input, in order.
 * A stage is made by a factory that takes its dependencies; the function's name is its metric label.
 */
export type Stage<In, Out> = (batch: readonly In[]) => Promise<Outcome<Out>[]> | Outcome<Out>[];

export interface StageTimer {
  /** Called once for each stage run, with the wall time in seconds and the size of its input. */
  (stage: string, seconds: number, posts: number): void;
}

type AnyStage = Stage<never, unknown>;

/** The batch's results by position: what the last stage kept, or the outcome that stopped a post on the way. */
export type BatchResult<T> = (Outcome<T> & { stage?: string })[];

/**
 * Runs stages one after another over what is still kept. A stage that throws is retried on each post alone, so that
 * only the posts at fault are quarantined, never their batch; errors that `isTransient` accepts are thrown on, for the
 * queue to retry the whole batch.
 *
 * @throws TypeError when a stage breaks the equal-length rule.
 */
export function sequence<Out>(
  stages: readonly AnyStage[],
  options: { time?: StageTimer; isTransient?: (error: unknown) => boolean; nowMs?: () => number } = {},
): (batch: readonly unknown[]) => Promise<BatchResult<Out>> {
  const nowMs = options.nowMs ?? (() => performance.now());
  const isTransient = options.isTransient ?? (() => false);

  return async (batch) => {
    const results: BatchResult<unknown> = batch.map((value) => ({ type: 'keep', value }));
    for (const stage of stages) {
      const positions = results.flatMap((result, index) => (result.type === 'keep' ? [index] : []));
      if (positions.length === 0) break;
      const input = positions.map((index) => (results[index] as { value: unknown }).value);
      const startedMs = nowMs();
      const outcomes = await runStage(stage, input, isTransient);
      options.time?.(stage.name, (nowMs() - startedMs) / 1000, input.length);
      positions.forEach((index, nth) => {
        const outcome = outcomes[nth]!;
        results[index] = outcome.type === 'keep' ? outcome : { ...outcome, stage: stage.name };
      });
    }
    return results as BatchResult<Out>;
  };
}

async function runStage(stage: AnyStage, input: unknown[], isTransient: (error: unknown) => boolean): Promise<Outcome<unknown>[]> {
  try {
    return await runChecked(stage, input);
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith('stage ')) throw error;
    if (isTransient(error)) throw error;
    if (input.length === 1) return [quarantine('stage-failed', error)];
    const outcomes: Outcome<unknown>[] = [];
    for (const value of input) outcomes.push(...(await runStage(stage, [value], isTransient)));
    return outcomes;
  }
}

async function runChecked(stage: AnyStage, input: unknown[]): Promise<Outcome<unknown>[]> {
  const outcomes = await stage(input as never[]);
  if (outcomes.length !== input.length) {
    throw new TypeError(`stage ${stage.name} returned ${outcomes.length} outcomes for ${input.length} posts`);
  }
  return outcomes;
}
