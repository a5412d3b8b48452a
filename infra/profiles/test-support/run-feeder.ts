/**
 * An ingest process of the production profile that reads seeded posts: hands over a page, and moves its cursor only then, as the
 * connector runtime does. Argument: how many posts, and the seed.
 */
import { systemClock } from '#core/clock.ts';
import { hasCode } from '#core/errors.ts';
import { createLogger } from '#infra/logger.ts';
import { loadConfig } from '../../load-environment.ts';
import { openProduction } from '../production.ts';
import { seededUpsert } from './seeded-upsert.ts';

const PAGE = 50;
const [posts, seed] = process.argv.slice(2).map(Number) as [number, number];
const profile = await openProduction(loadConfig(), { logger: createLogger('warn'), clock: systemClock });
const { cursors, leases } = profile.coordination;
const lease = await untilGranted();
process.stdout.write('The page: http://127.0.0.1:1\n');

for (;;) {
  const held = await patiently(() => cursors.get('feeder'));
  const position = (held?.value as number | undefined) ?? 0;
  if (position >= posts) break;
  const page = Array.from({ length: Math.min(PAGE, posts - position) }, (_, n) => seededUpsert(position + n, seed));
  await patiently(() => profile.intake.submit(page));
  await patiently(() => cursors.set('feeder', position + page.length, held?.revision ?? 0, lease.fence));
}
await profile[Symbol.asyncDispose]();

async function untilGranted() {
  for (;;) {
    const granted = await leases.acquire('feeder', String(process.pid), 2_000);
    if (granted) return granted;
    await systemClock.sleep(100);
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!hasCode(error, 'unavailable')) throw error;
      await systemClock.sleep(200);
    }
  }
}
