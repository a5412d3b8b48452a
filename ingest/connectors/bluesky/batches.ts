import type { Clock } from '#core/clock.ts';
import { SourceError } from '../../source-error.ts';

export interface BatchLimits {
  /** Frames in one batch. */
  size: number;
  /** How long a frame waits for others. */
  waitMs: number;
  /** A stream that is silent for so long is stuck. */
  idleMs: number;
  host: string;
}

/**
 * Frames in batches, in order. While a batch is dealt with, one more at most is read ahead, so that a slow reader slows the stream. Costs two
 * timers a batch, not one a frame.
 * @throws SourceError 'retry' when nothing comes for `idleMs`, after what came before.
 */
export async function* inBatches(
  frames: AsyncIterable<string>,
  clock: Clock,
  limits: BatchLimits,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  const inbox = fill(frames, limits.size, clock);
  try {
    for (;;) {
      await inbox.until(1, inbox.lastMs() + limits.idleMs, signal);
      await inbox.until(limits.size, clock.now() + limits.waitMs, signal);
      signal.throwIfAborted();
      const { batch, end } = inbox.take();
      if (batch.length) yield batch;
      else if (!end) throw new SourceError({ type: 'retry' }, `${limits.host} went silent.`);
      if (end?.isBroken) throw end.fault;
      if (end) return;
    }
  } finally {
    inbox.stop();
  }
}

type End = { isBroken: false } | { isBroken: true; fault: unknown };

/** Reads ahead until `size` frames are held, and goes on when they are taken. */
function fill(frames: AsyncIterable<string>, size: number, clock: Clock) {
  const iterator = frames[Symbol.asyncIterator]();
  let held: string[] = [];
  let end: End | undefined;
  let lastMs = clock.now();
  let wakeReader = () => {};
  let wakeFiller = () => {};

  async function run(): Promise<void> {
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        lastMs = clock.now();
        held.push(next.value);
        if (held.length === 1 || held.length >= size) wakeReader();
        if (held.length >= size) await new Promise<void>((resolve) => (wakeFiller = resolve));
      }
      end = { isBroken: false };
    } catch (fault) {
      end = { isBroken: true, fault };
    }
    wakeReader();
  }
  void run();

  return {
    lastMs: () => lastMs,
    /** Resolves when so many frames are held, the stream has ended, or the time has come. */
    async until(count: number, untilMs: number, signal: AbortSignal): Promise<void> {
      if (held.length >= count || end || signal.aborted) return;
      const timer = new AbortController();
      const woken = new Promise<void>((resolve) => (wakeReader = resolve));
      const pause = clock.sleep(Math.max(0, untilMs - clock.now()), AbortSignal.any([signal, timer.signal]));
      await Promise.race([woken, pause.catch(() => undefined)]);
      timer.abort();
    },
    take(): { batch: string[]; end: End | undefined } {
      const batch = held;
      held = [];
      wakeFiller();
      return { batch, end };
    },
    stop(): void {
      wakeFiller();
      // A read that is under way would hold up whoever waited for the end.
      void iterator.return?.()?.catch(() => undefined);
    },
  };
}
