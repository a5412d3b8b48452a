import { seededRandom } from '#core/seeded-random.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#core/clock.ts';
import type { SourceAccount } from '#core/ports/coordination.ts';
import { MATCH_ALL } from '#core/query.ts';
import { quarantineDocument } from '#core/quarantine.ts';
import { readConfig } from '#infra/config.ts';
import { createLogger } from '#infra/logger.ts';
import { openProduction } from '../production.ts';
import { startEarshot, type EarshotProcess } from './earshot-process.ts';
import { SEEDED_SOURCE, seededUpsert } from './seeded-upsert.ts';

export interface ProductionKillPlan {
  settings: Record<string, string>;
  posts: number;
  kills: number;
  seed: number;
}

export interface ProductionKillReport {
  missing: string[];
  total: number;
  quarantined: number;
  account: SourceAccount;
}

const SECRET = { EARSHOT_PSEUDONYM_SECRET: 's'.repeat(40) };

/** One process that feeds and two that analyse; one of the three at a time is killed and started again until all kills are done. */
export async function killProduction({ settings, posts, kills, seed }: ProductionKillPlan): Promise<ProductionKillReport> {
  const random = seededRandom(seed);
  const all = { ...settings, ...SECRET };
  const starters = [
    () => startEarshot('', all, 'run-feeder.ts', [String(posts), String(seed)]),
    () => startEarshot('', all, 'run-roles.ts', ['worker']),
    () => startEarshot('', all, 'run-roles.ts', ['worker']),
  ];
  const processes: EarshotProcess[] = [];
  await using _killed = { [Symbol.asyncDispose]: async () => void (await Promise.all(processes.map((running) => running.kill()))) };
  for (const start of starters) processes.push(await start());
  for (let kill = 0; kill < kills; kill++) {
    await sleep(random() * 1_500);
    const victim = Math.floor(random() * processes.length);
    await processes[victim]!.kill();
    processes[victim] = await starters[victim]!();
  }
  return await examine(all, posts, seed);
}

async function examine(settings: Record<string, string>, posts: number, seed: number): Promise<ProductionKillReport> {
  const logger = createLogger('silent');
  await using profile = await openProduction(readConfig(settings), { logger, clock: systemClock });
  const readAccount = async () => (await profile.coordination.ledger.accounts()).find(({ source }) => source === SEEDED_SOURCE);
  for (;;) {
    const position = (await profile.coordination.cursors.get('feeder'))?.value;
    if (position === posts && (await readAccount())?.pending === 0) break;
    await sleep(500);
  }
  await profile.posts.refresh();
  const ids = Array.from({ length: posts }, (_, n) => seededUpsert(n, seed)).flatMap((op) => (op.op === 'upsert' ? [op.post.id] : []));
  const missing: string[] = [];
  for (let start = 0; start < ids.length; start += 500) {
    const some = ids.slice(start, start + 500);
    const known = await profile.posts.known(some.map((id) => ({ id, createdAtMs: Date.now() })));
    missing.push(...some.filter((id) => !known.has(id)));
  }
  return {
    missing,
    total: (await profile.posts.totals({ where: MATCH_ALL })).posts,
    quarantined: await profile.documents.count(quarantineDocument),
    account: (await readAccount())!,
  };
}
