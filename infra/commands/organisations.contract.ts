import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { odsLine } from '#core/organisations/test-support/ods-rows.ts';
import { BUILT_AT_MS, idOf } from '#core/test-support/analysed-post.ts';
import { loadConfig } from '#infra/load-environment.ts';
import { createLogger } from '#infra/logger.ts';
import { openProfile } from '#infra/profiles/open-profile.ts';
import { rawPost } from '#workers/test-support/open-worker-deps.ts';
import { command } from './organisations.ts';

/** The way from a name that nothing resolves to a post that counts, on every profile. */
export function organisationsContract(profileName: string, settings: () => Record<string, string>): void {
  describe(`organisations on ${profileName}`, () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'earshot-organisations-'));
    });
    beforeEach(() => {
      for (const [name, value] of Object.entries(settings())) vi.stubEnv(name, value);
      vi.stubEnv('EARSHOT_DATA', join(folder, idOf(String(Math.random()))));
    });
    afterEach(() => vi.unstubAllEnvs());
    afterAll(() => rm(folder, { recursive: true }));

    async function run(...args: string[]): Promise<string> {
      const [stdout, stderr] = [new PassThrough(), new PassThrough()];
      const out = stdout.toArray();
      stderr.resume();
      await command.run(args, { stdin: Readable.from([]), stdout, stderr, signal: new AbortController().signal });
      stdout.end();
      return (await out).join('');
    }

    /** What a worker that starts now finds. */
    async function placesOf(name: string, text: string): Promise<string[]> {
      await using profile = await openProfile(loadConfig(), { logger: createLogger('silent'), clock: systemClock });
      const post = rawPost(name, { text });
      {
        await using pipeline = await profile.startPipeline(() => {});
        expect(await pipeline.analyse([{ post }])).toMatchObject([{ type: 'keep' }]);
      }
      await profile.posts.refresh();
      return (await profile.posts.get(post.id))!.places;
    }

    it('lists what is unresolved, and workers heed the alias and the practices that are added', async () => {
      expect(await placesOf('before', 'Nine hours in the Infirmary with my mum and the nurses were run off their feet')).toEqual([]);
      const day = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);
      const range = ['--from', day(BUILT_AT_MS - 3 * 86_400_000), '--to', day(BUILT_AT_MS + 30 * 86_400_000)];
      expect(await run('list', '--unresolved', ...range)).toMatch(/the Infirmary +1 +R/);

      await run('alias', 'add', 'the Infirmary', 'RR8');
      const file = join(folder, 'epraccur.csv');
      await writeFile(file, odsLine({ code: 'A99001', name: 'LARKFIELD SURGERY', board: 'QWO', setting: '4' }));
      await run('import', file);
      expect(await placesOf('after', 'Eleven hours in the Infirmary, a disgrace, my dad was in so much pain all night')).toContain('RR8');
      expect(await placesOf('practice', 'Larkfield Surgery has a lovely receptionist who always finds an appointment')).toEqual([
        'A99001',
        'QWO',
        'Y63',
      ]);
    }, 120_000);
  });
}
