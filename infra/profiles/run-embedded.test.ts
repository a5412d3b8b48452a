import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taxonomyDocument } from '#core/taxonomy/taxonomy-document.ts';
import { TAXONOMY, TAXONOMY_DOCUMENT } from '#core/taxonomy/taxonomy.ts';
import { folderHolder } from '#infra/lock-file.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { upsert } from '#workers/test-support/open-worker-deps.ts';
import { startEarshot, type EarshotProcess } from './test-support/earshot-process.ts';

const parent = await mkdtemp(join(tmpdir(), 'earshot-run-'));
afterAll(() => rm(parent, { recursive: true, force: true }));

describe('the embedded program', () => {
  const folder = join(parent, 'data');
  let running: EarshotProcess;
  beforeAll(async () => {
    running = await startEarshot(folder);
  }, 60_000);
  afterAll(() => running.kill());

  it('answers on the address that it prints, and says that it is ready', async () => {
    expect((await fetch(`${running.address}/livez`)).status).toBe(200);
    const ready = await fetch(`${running.address}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { ready: true, checks: [{ name: 'writes' }, { name: 'queue' }, { name: 'progress' }] },
    ]);
  });

  it('refuses a second start on its folder, and names the first', async () => {
    const second = startEarshot(folder);
    await expect(second).rejects.toThrow(`process ${running.pid}`);
    await expect(second).rejects.toThrow(running.address);
    expect((await fetch(`${running.address}/livez`)).status).toBe(200);
  }, 60_000);

  it('names PORT when the port is taken, and leaves its folder free', async () => {
    const other = join(parent, 'other');
    await expect(startEarshot(other, { PORT: new URL(running.address).port })).rejects.toThrow(
      /Port \d+ on 127\.0\.0\.1 is in use .* PORT/,
    );
    expect(await folderHolder(other)).toBeNull();
  }, 60_000);

  it('shows in its metrics what became of what it was given', async () => {
    await (await running.client()).call('submit', [upsert('a'), upsert('b')]);
    await expect
      .poll(async () => (await fetch(`${running.address}/metrics`)).text(), { timeout: 20_000 })
      .toMatch(/earshot_posts_stored_total\{source="bluesky"\} \d|earshot_posts_dropped_total/);
  }, 30_000);

  it('stops when it is asked to, with nothing in its log that needs attention', async () => {
    const { code } = await running.stop();
    expect([code, running.log()]).toEqual([0, '']);
    expect(await folderHolder(folder)).toBeNull();
  }, 40_000);

  it('leaves the taxonomy that it judged by in its documents', async () => {
    await using documents = await openSqliteDocumentStore({ file: join(folder, 'documents.db') });
    expect((await documents.get(taxonomyDocument, TAXONOMY.version))?.value).toEqual(TAXONOMY_DOCUMENT);
  });
});
