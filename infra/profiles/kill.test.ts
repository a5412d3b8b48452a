import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { killUnderLoad } from './test-support/kill-under-load.ts';

describe('the embedded program, killed under load', () => {
  it('holds every post that was handed over exactly once, and its ledger adds up', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-kill-'));
    try {
      const report = await killUnderLoad({ folder, posts: 1_500, kills: 2, seed: 7 });
      expect(report.starts).toBe(3);
      expect(report.stopped.code).toBe(0);
      expect(report.found.toSorted()).toEqual(report.wanted.toSorted());
      // A post that was stored and not yet settled when the process was killed counts as a repeat of itself.
      const { collected, pending, outcomes } = report.account!;
      expect([collected, pending, outcomes.reduce((sum, { count }) => sum + count, 0)]).toEqual([1_500, 0, 1_500]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
