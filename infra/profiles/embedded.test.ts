import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { QUEUES } from '#core/jobs.ts';
import { buildPost } from '#core/test-support/analysed-post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { readConfig } from '#infra/config.ts';
import { findLocalEndpoint } from '#infra/local-endpoint.ts';
import { createLogger } from '#infra/logger.ts';
import { upsert } from '#workers/test-support/open-worker-deps.ts';
import { openEmbedded } from './embedded.ts';
import { profileName } from './open-profile.ts';
import { redeliveryContract } from './redelivery.contract.ts';

const parent = await mkdtemp(join(tmpdir(), 'earshot-profile-'));
afterAll(() => rm(parent, { recursive: true, force: true }));
const options = { logger: createLogger('silent'), clock: systemClock };
const configOf = (name: string) => readConfig({ EARSHOT_DATA: join(parent, name) });

describe('which profile', () => {
  const REDIS_URL = 'redis://redis:6379';
  const ELASTICSEARCH_URL = 'http://elasticsearch:9200';

  it('follows from the two servers', () => {
    expect(profileName(readConfig({}))).toBe('embedded');
    expect(profileName(readConfig({ REDIS_URL, ELASTICSEARCH_URL }))).toBe('production');
  });

  it('is refused when only one server is named, and the other is asked for', () => {
    expect(() => profileName(readConfig({ REDIS_URL }))).toThrow('REDIS_URL is set and ELASTICSEARCH_URL is not');
    expect(() => profileName(readConfig({ ELASTICSEARCH_URL }))).toThrow('ELASTICSEARCH_URL is set and REDIS_URL is not');
  });
});

describe('the embedded profile', () => {
  it('keeps everything in one folder that only its owner can read', async () => {
    const config = configOf('private');
    await using profile = await openEmbedded(config, options);
    for (const probe of Object.values(profile.probes)) await probe();
    expect((await stat(config.dataFolder)).mode & 0o777).toBe(0o700);
    const entries = await readdir(config.dataFolder);
    expect(entries).toEqual(
      expect.arrayContaining(['lock', 'endpoint.json', 'secret', 'posts.db', 'documents.db', 'coordination.db', 'queue']),
    );
    for (const name of entries) expect([name, (await stat(join(config.dataFolder, name))).mode & 0o077]).toEqual([name, 0]);
  });

  it('keeps what was queued when it is closed and opened again', async () => {
    const config = configOf('kept');
    {
      await using profile = await openEmbedded(config, options);
      await profile.intake.submit([upsert('a'), upsert('b')]);
    }
    await using profile = await openEmbedded(config, options);
    expect(await profile.jobs.counts(QUEUES.analyse)).toMatchObject({ waiting: 1 });
    expect(await profile.coordination.ledger.accounts()).toMatchObject([{ source: 'bluesky', collected: 2, pending: 2 }]);
  });

  it('stores posts whether the pipeline runs or not', async () => {
    await using profile = await openEmbedded(configOf('stored'), options);
    const save = (name: string) => profile.posts.save([{ post: buildPost({ name }) }]);
    const results = [await save('before')];
    {
      await using _pipeline = await profile.startPipeline(() => {});
      results.push(await save('before'), await save('meanwhile'));
    }
    results.push(await save('meanwhile'), await save('after'));
    expect(results.flat().map(({ type }) => type)).toEqual(['stored', 'stale', 'stored', 'stale', 'stored']);
  });

  it('is opened by one process at a time', async () => {
    const config = configOf('locked');
    await using profile = await openEmbedded(config, options);
    await profile.announce('http://127.0.0.1:8080');
    await expect(openEmbedded(config, options)).rejects.toThrow('http://127.0.0.1:8080');
    expect(await profile.jobs.counts(QUEUES.analyse)).toMatchObject({ waiting: 0 });
  });

  it('leaves nothing open when a part of it can not be opened', async () => {
    const config = configOf('partial');
    await openEmbedded(config, options).then((profile) => profile[Symbol.asyncDispose]());
    const good = join(config.dataFolder, 'coordination.db');
    await writeFile(good, 'this is no database');
    await expect(openEmbedded(config, options)).rejects.toMatchObject({ code: 'damaged' });
    await rm(good);
    await using profile = await openEmbedded(config, options);
    expect(profile.name).toBe('embedded');
  });

  it('does for a command what it asks over the local endpoint', async () => {
    const config = configOf('asked');
    await using profile = await openEmbedded(config, options);
    const client = await findLocalEndpoint(config.dataFolder);
    expect(await client!.call('submit', [upsert('a')])).toEqual({ accepted: 1 });
    expect(await profile.jobs.counts(QUEUES.analyse)).toMatchObject({ waiting: 1 });
    expect(await client!.call('status', null)).toMatchObject({ profile: 'embedded', queue: { waiting: 1 }, accounts: [{ pending: 1 }] });
    await expect(client!.call('submit', [{ op: 'upsert', post: { text: 'canary' } }])).rejects.toMatchObject({ code: 'invalid' });
    await expect(client!.call('of-a-later-version', null)).rejects.toMatchObject({ code: 'not-found' });
  });
});

redeliveryContract('embedded', {
  createClock: createVirtualClock,
  open: (clock) => openEmbedded(configOf('redelivered'), { logger: options.logger, clock }),
});
