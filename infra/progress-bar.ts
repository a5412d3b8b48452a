import type { Writable } from 'node:stream';

export interface ProgressBar {
  /** How much of the whole is done; drawn at most ten times a second. */
  update(done: number): void;
  /** Leaves the last state on the screen. */
  end(): void;
}

const WIDTH = 30;
const REDRAW_MS = 100;
const STEPS_WITHOUT_TERMINAL = 10;

/** A bar that redraws itself on a terminal; elsewhere a line for each tenth, so that a log stays short. */
export function createProgressBar(out: Writable & { isTTY?: boolean }, label: string, total: number, nowMs = Date.now): ProgressBar {
  let drawnAtMs = -Infinity;
  let tenth = 0;
  let done = 0;

  function line(): string {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const filled = Math.round(share * WIDTH);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
    return `${label} ${bar} ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} (${Math.floor(share * 100)}%)`;
  }

  return {
    update(now) {
      done = Math.max(done, Math.min(now, total));
      if (out.isTTY) {
        if (nowMs() - drawnAtMs < REDRAW_MS && done < total) return;
        drawnAtMs = nowMs();
        out.write(`\r${line()}`);
        return;
      }
      const reached = total === 0 ? STEPS_WITHOUT_TERMINAL : Math.floor((done / total) * STEPS_WITHOUT_TERMINAL);
      if (reached > tenth) out.write(`${line()}\n`);
      tenth = Math.max(tenth, reached);
    },
    end() {
      if (out.isTTY) out.write(`\r${line()}\n`);
    },
  };
}
