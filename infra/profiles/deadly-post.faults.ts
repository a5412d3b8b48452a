import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { readConfig } from '#infra/config.ts';
import { createLogger } from '#infra/logger.ts';
import { MATCH_ALL } from '#core/query.ts';
import { quarantineDocument } from '#core/quarantine.ts';
import { openEmbedded } from './embedded.ts';
import type { Status } from './operations.ts';
import { startEarshot, type EarshotProcess } from './test-support/earshot-process.ts';
import { seededUpsert } from './test-support/seeded-upsert.ts';

const SET_ASIDE = 'is started at most five times, then set aside; all others are stored, and no log has a text';

it.each([
  ['process', []],
  ['thread', ['thread']],
])(
  `a post that kills the worker's %s ${SET_ASIDE}`,
  async (_what, args) => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-deadly-'));
    const options = { logger: createLogger('silent'), clock: systemClock };
    const config = readConfig({ EARSHOT_DATA: folder });
    const ops = Array.from({ length: 500 }, (_, n) => seededUpsert(n, 3));
    const deadly = ops[321]!;
    if (deadly.op === 'upsert') deadly.post.text = 'deadly canary-5511 in the waiting room';
    {
      await using profile = await openEmbedded(config, options);
      await profile.intake.submit(ops);
    }
    let log = '';
    let deaths = 0;
    for (;;) {
      const running = await startEarshot(folder, {}, 'run-deadly-worker.ts', args);
      const ended = await untilSettledOrDead(running);
      log += running.log();
      if (ended === 'settled') {
        await running.stop();
        break;
      }
      deaths += 1;
      expect(deaths).toBeLessThanOrEqual(5);
    }
    await using profile = await openEmbedded(config, options);
    const [account] = await profile.coordination.ledger.accounts();
    expect(deaths).toBe(5);
    expect(account).toMatchObject({ collected: 500, pending: 0 });
    expect(account!.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(500);
    expect(account!.outcomes.filter(({ outcome }) => outcome === 'quarantined')).toEqual([
      { outcome: 'quarantined', reason: 'worker-died', count: 1 },
    ]);
    expect((await profile.posts.totals({ where: MATCH_ALL })).posts).toBe(499);
    const { documents } = await profile.documents.list(quarantineDocument);
    expect(documents.map(({ id }) => id)).toEqual([deadly.op === 'upsert' ? deadly.post.id : '']);
    expect(log).not.toContain('canary');
    await profile[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  },
  300_000,
);

async function untilSettledOrDead(running: EarshotProcess): Promise<'settled' | 'dead'> {
  try {
    const client = await running.client();
    for (;;) {
      const { accounts } = (await client.call('status', null)) as Status;
      if (accounts.every(({ pending }) => pending === 0)) return 'settled';
      await sleep(50);
    }
  } catch {
    await running.kill();
    return 'dead';
  }
}
