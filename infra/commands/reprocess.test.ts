import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { buildPost, BUILT_AT_MS, idOf } from '#core/test-support/analysed-post.ts';
import { loadConfig } from '#infra/load-environment.ts';
import { createLogger } from '#infra/logger.ts';
import { openEmbedded } from '#infra/profiles/embedded.ts';
import type { Profile } from '#infra/profiles/profile.ts';
import { VERSIONS } from '#workers/pipeline/versions.ts';
import { UsageError } from './command.ts';
import { command } from './reprocess.ts';

let parent: string;
let folders = 0;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'earshot-reprocess-'));
});
beforeEach(() => vi.stubEnv('EARSHOT_DATA', join(parent, `${folders++}`)));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(parent, { recursive: true }));

/** @param stopAt what on standard error or output makes it stop. */
async function run(args: string[], stopAt?: string) {
  const [stdout, stderr, stop] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' }), new AbortController()];
  const written = { out: '', err: '' };
  stdout.on('data', (text: string) => (written.out += text));
  stderr.on('data', (text: string) => {
    written.err += text;
    if (stopAt !== undefined && written.err.includes(stopAt)) stop.abort('SIGINT');
  });
  const code = await command.run(args, { stdin: Readable.from([]), stdout, stderr, signal: stop.signal });
  return { code, ...written };
}

const openStores = (): Promise<Profile> => openEmbedded(loadConfig(), { logger: createLogger('silent'), clock: systemClock });

/** Holds posts that an older version has analysed, a second apart. */
async function hold({ posts }: Profile, count: number): Promise<void> {
  await posts.save(
    Array.from({ length: count }, (_, n) => ({ post: buildPost({ name: `post ${n}`, createdAtMs: BUILT_AT_MS + n * 1_000 }) })),
  );
}

describe('reprocess', () => {
  it('analyses what is stored while nothing runs, shows how far it is, sums up, and leaves the folder free', async () => {
    {
      await using profile = await openStores();
      await hold(profile, 300);
      await profile.posts.save([{ post: buildPost({ name: 'current', insight: { versions: VERSIONS } }) }]);
    }
    const { code, out, err } = await run(['--rate', '10000']);
    expect(code).toBe(0);
    expect(err).toContain('Analysing again ██████████████████████████████ 301 of 301 (100%)');
    expect(out).toContain(VERSIONS.model);
    for (const row of [/analysed again +300 /, /unchanged +1 /, /newer +0 /, /erased +0 /, /rejected +0\n/, /posts in all +301 /]) {
      expect(out).toMatch(row);
    }
    await using profile = await openStores();
    expect((await profile.posts.get(idOf('post 7')))!.insight).toMatchObject({ versions: VERSIONS, cluster: idOf('post 7') });
  }, 60_000);

  it('analyses what a running process holds, stops when it is asked to, and goes on from there', async () => {
    await using running = await openStores();
    await hold(running, 300);
    await running.posts.forget({ type: 'posts', ids: [idOf('post 299')], reason: 'user' });
    const stopped = await run([], '%');
    expect(stopped.code).toBe(130);
    expect(stopped.out).toMatch(/analysed again +100 /);
    expect(stopped.out).toContain('the same command goes on from there');
    const { code, out } = await run([]);
    expect(code).toBe(0);
    expect(out).toContain('Going on after 100 posts');
    expect(out).toMatch(/analysed again +299 /);
    expect((await running.posts.get(idOf('post 298')))!.insight.versions).toEqual(VERSIONS);
    expect(await running.posts.get(idOf('post 299'))).toBeNull();
    expect((await run(['--restart', '--from', '2026-11-16', '--to', '2026-11-17'])).out).toMatch(/unchanged +299 /);
  }, 60_000);

  it('takes a theme of the taxonomy, or one that only stored posts still have', async () => {
    await using running = await openStores();
    await running.posts.save([{ post: buildPost({ themes: ['old-category.old-theme'] }) }]);
    const none = await run(['--theme', 'access-to-medical-care-support']);
    expect([none.code, none.out]).toEqual([0, expect.stringMatching(/posts in all +0/)]);
    expect((await run(['--theme', 'old-category'])).out).toMatch(/analysed again +1 /);
    const unknown = run(['--theme', 'old-category']);
    await expect(unknown).rejects.toThrow(UsageError);
    await expect(unknown).rejects.toThrow(/--theme: there is no theme or category "old-category" .* docs\/taxonomy\.md/);
  }, 60_000);

  it.each([
    [['--from', 'yesterday'], '--from must be a date such as 2026-11-16'],
    [['--to', '2026-02-30'], '--to must be a date'],
    [['--from', '2026-11-16T09:30'], '--from needs a time zone'],
    [['--from', '1999-01-01'], '--from must be between the years 2000 and 2100'],
    [['--from', '2026-11-17', '--to', '2026-11-17'], 'one whole day is --from 2026-11-16 --to 2026-11-17'],
    [['--theme', 'Waiting times'], '--theme must be the id'],
    [['--rate', '0'], '--rate is a whole number'],
    [['--rate', 'fast'], 'from 1 to 10,000'],
    [['--fast'], '--fast'],
    [['everything'], 'everything'],
  ])('refuses %j and says what to do', async (args, message) => {
    const refused = run(args);
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(message);
  });
});
