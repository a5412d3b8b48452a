import { loadRedactor } from './redactor.ts';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unavailable } from '#core/errors.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import { buildPost } from '#core/test-support/analysed-post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { openSqlitePostStore } from '#infra/sqlite/post-store.ts';
import { createPrepareOps } from '#ingest/prepare-ops.ts';
import { generatePosts } from '#ingest/synthetic/generate-posts.ts';
import { createVault } from '#ingest/vault.ts';
import { createAnalyseHandler, type AnalyseItem } from '#workers/handle-analyse-job.ts';
import { jobOf, openWorkerDeps, rawPost } from '#workers/test-support/open-worker-deps.ts';
import { composePipeline } from './compose-pipeline.ts';
import { openPipelineThread, type PipelineThreadOptions } from './pipeline-thread.ts';

const parent = await mkdtemp(join(tmpdir(), 'earshot-thread-'));
afterAll(() => rm(parent, { recursive: true, force: true }));
const clock = createVirtualClock();
let folders = 0;

/** The stores of a new folder, and the thread over the same files. */
async function openBoth(options: Partial<PipelineThreadOptions> = {}) {
  const folder = await mkdtemp(join(parent, `${folders++}-`));
  const files = { posts: join(folder, 'posts.db'), coordination: join(folder, 'coordination.db') };
  const stack = new AsyncDisposableStack();
  const posts = stack.use(await openSqlitePostStore({ file: files.posts, clock }));
  const coordination = stack.use(await openSqliteCoordination({ file: files.coordination, clock }));
  const thread = stack.use(await openPipelineThread({ files, clock, time: () => {}, ...options }));
  return { files, posts, coordination, thread, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

function inventItems(count: number): AnalyseItem[] {
  const prepare = createPrepareOps({ clock, vault: createVault('s'.repeat(48)), retentionDays: 396, redact: loadRedactor() });
  const invented = [...generatePosts({ seed: 7, untilMs: clock.now(), weeks: 1, posts: count })];
  const outcomes = prepare(
    invented.map((item) => ({ op: 'upsert', item })),
    { id: 'synthetic', genre: 'post', synthetic: true },
  );
  return outcomes.flatMap((outcome) => {
    if (outcome.type !== 'keep' || outcome.value.op !== 'upsert') return [];
    const { post, sealedReference } = outcome.value;
    return [{ post, ...(sealedReference === undefined ? {} : { sealedReference }) }];
  });
}

const readAll = (posts: PostStore, items: readonly AnalyseItem[]) =>
  Promise.all(items.map(async ({ post }) => [await posts.get(post.id), await posts.getReference(post.id)]));

describe('the pipeline in a thread', () => {
  it('stores the same posts, with the same verdicts, as the pipeline in the process', async () => {
    const items = inventItems(600);
    const batches = [items.slice(0, 250), items.slice(200, 450), items.slice(450)];
    await using own = await openBoth();
    await using other = await openBoth();
    const inProcess = composePipeline({ ...own, clock });
    const verdicts = [];
    for (const batch of batches)
      verdicts.push((await inProcess(batch)).map(({ type, ...rest }) => [type, 'reason' in rest && rest.reason]));
    const answers = await Promise.all(batches.map((batch) => other.thread.analyse(batch)));
    expect(answers.map((batch) => batch.map(({ type, ...rest }) => [type, 'reason' in rest && rest.reason]))).toEqual(verdicts);
    expect(verdicts.flat()).toEqual(
      expect.arrayContaining([
        ['keep', false],
        ['drop', 'duplicate'],
      ]),
    );
    const held = await readAll(own.posts, items);
    expect(held.filter(([post]) => post).length).toBeGreaterThan(400);
    expect(await readAll(other.posts, items)).toEqual(held);
  });

  it('sends no analysed post back', async () => {
    await using own = await openBoth();
    expect(await own.thread.analyse([{ post: rawPost('a') }, { post: rawPost('a') }])).toEqual([
      { type: 'keep' },
      { type: 'drop', reason: 'duplicate' },
    ]);
  });

  it('tells how long each stage took, as the pipeline in the process does', async () => {
    const told: { where: string; stage: string; posts: number }[] = [];
    const timeIn = (where: string) => (stage: string, seconds: number, posts: number) => {
      if (seconds >= 0) told.push({ where, stage, posts });
    };
    await using own = await openBoth({ time: timeIn('thread') });
    await own.thread.analyse([{ post: rawPost('a') }, { post: rawPost('b') }]);
    const inThread = told.splice(0);
    await composePipeline({ ...own, clock }, timeIn('process'))([{ post: rawPost('c') }, { post: rawPost('d') }]);
    expect(inThread.map(({ stage, posts }) => [stage, posts])).toEqual(told.map(({ stage, posts }) => [stage, posts]));
    expect(inThread).toContainEqual({ where: 'thread', stage: 'savePosts', posts: 2 });
  });

  it('takes the time from the clock it is given', async () => {
    await using own = await openBoth();
    const post = rawPost('a');
    await own.thread.analyse([{ post }]);
    expect(await own.posts.get(post.id)).toMatchObject({ analysedAtMs: clock.now() });
  });

  it('sees what was forgotten in the process, and stores none of it again', async () => {
    await using own = await openBoth();
    const [first, second] = [rawPost('a'), rawPost('b')];
    await own.thread.analyse([{ post: first }]);
    await own.posts.forget({ type: 'posts', ids: [first.id, second.id], reason: 'user' });
    await own.coordination.duplicates.forget([first.id, second.id]);
    const verdicts = await own.thread.analyse([{ post: { ...first, contentMs: first.contentMs + 1 } }, { post: second }]);
    expect(verdicts).toMatchObject([
      { type: 'drop', reason: 'erased' },
      { type: 'drop', reason: 'erased' },
    ]);
  });

  it('keeps a post forgotten that is saved and forgotten at the same time', async () => {
    await using own = await openBoth();
    const items = inventItems(400);
    const ids = items.map(({ post }) => post.id);
    const saving = own.thread.analyse(items);
    for (const id of ids) {
      await own.posts.forget({ type: 'posts', ids: [id], reason: 'user' });
      await own.coordination.duplicates.forget([id]);
    }
    await saving;
    expect((await readAll(own.posts, items)).flat()).toEqual(Array.from({ length: 2 * items.length }, () => null));
  });

  it('stores what was analysed elsewhere in turn with its batches, by the same rules', async () => {
    await using own = await openBoth();
    const items = inventItems(300);
    const analysing = own.thread.analyse(items);
    const other = [buildPost({ name: 'analysed elsewhere' }), buildPost({ name: 'erased' })];
    await own.posts.forget({ type: 'posts', ids: [other[1]!.id], reason: 'user' });
    const writes = other.map((post) => ({ post }));
    const [saved, again] = await Promise.all([own.thread.save(writes), own.thread.save(writes), own.thread.analyse(items)]);
    expect([saved, again]).toEqual([
      [{ type: 'stored' }, { type: 'erased' }],
      [{ type: 'stale' }, { type: 'erased' }],
    ]);
    expect((await analysing).filter(({ type }) => type === 'keep').length).toBeGreaterThan(200);
    expect(await own.posts.get(other[0]!.id)).toEqual(other[0]);
  });

  it('gives the batch back when its store is full, and goes on when there is room', async () => {
    const folder = await mkdtemp(join(parent, 'full-'));
    const files = { posts: join(folder, 'posts.db'), coordination: join(folder, 'coordination.db') };
    await (await openSqlitePostStore({ file: files.posts, clock }))[Symbol.asyncDispose]();
    const maxBytes = (await stat(files.posts)).size;
    await using full = await openPipelineThread({ files, clock, time: () => {}, maxBytes });
    await using deps = await openWorkerDeps();
    const job = jobOf(inventItems(200).map((item) => ({ op: 'upsert', ...item })));
    const running = { id: job.batchId, data: job, starts: 1, attempt: 1 };
    const { signal } = new AbortController();
    await expect(createAnalyseHandler({ ...deps, analyse: full.analyse })(running, signal)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('full'),
    });
    expect(await deps.accounts()).toEqual({});
    await expect(full.save([{ post: buildPost({ text: 'long '.repeat(8_000) }) }])).rejects.toMatchObject({ code: 'unavailable' });
    await using roomy = await openPipelineThread({ files, clock, time: () => {} });
    await createAnalyseHandler({ ...deps, analyse: roomy.analyse })(running, signal);
    expect((await deps.accounts())['synthetic stored']).toBeGreaterThan(150);
  });

  it('sets aside a post that no stage can read, with the stage and the type of the error', async () => {
    await using own = await openBoth();
    const broken = { ...rawPost('a'), text: null as unknown as string };
    const [verdict, other] = await own.thread.analyse([{ post: broken }, { post: rawPost('b') }]);
    expect(verdict).toMatchObject({ type: 'quarantine', reason: 'stage-failed', cause: { name: 'TypeError' }, stage: 'dropDuplicates' });
    expect(other).toEqual({ type: 'keep' });
  });

  it('finishes what was handed over before it closes, then takes no more', async () => {
    const own = await openBoth();
    const items = inventItems(300);
    const running = [own.thread.analyse(items.slice(0, 150)), own.thread.analyse(items.slice(150))];
    await own.thread[Symbol.asyncDispose]();
    expect((await Promise.all(running)).flat()).toHaveLength(items.length);
    await expect(own.thread.analyse(items)).rejects.toMatchObject({ code: unavailable('The analysis').code });
    await expect(own.thread.save([])).rejects.toMatchObject({ code: 'unavailable' });
    await own[Symbol.asyncDispose]();
  });

  it('does not open over a damaged file, and says so', async () => {
    const folder = await mkdtemp(join(parent, 'damaged-'));
    const files = { posts: join(folder, 'posts.db'), coordination: join(folder, 'coordination.db') };
    await writeFile(files.coordination, 'this is no database');
    await expect(openPipelineThread({ files, clock, time: () => {} })).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining(files.coordination),
    });
  });

  it('does not open when the thread ends at its start', async () => {
    const files = { posts: join(parent, 'x'), coordination: join(parent, 'y') };
    const entry = new URL('./there-is-no-such-file.ts', import.meta.url);
    await expect(openPipelineThread({ files, clock, time: () => {}, entry })).rejects.toMatchObject({ code: 'thread-died' });
  });
});

describe('a process whose thread', () => {
  const script = join(import.meta.dirname, 'test-support/run-deadly-thread.ts');
  async function run(text: string): Promise<{ code: number; stdout: string; stderr: string }> {
    const folder = await mkdtemp(join(parent, 'deadly-'));
    return new Promise((resolve) => {
      execFile(process.execPath, [script, folder, text], (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
      });
    });
  }

  it.each([
    ['ends', 'deadly canary', 'exit code 3'],
    ['throws', 'poisonous canary', 'SyntaxError'],
  ])('%s while it analyses dies with it, without an answer, and says why without the text', async (_what, text, why) => {
    const { code, stdout, stderr } = await run(text);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`The thread that analyses posts has died (${why})`);
    expect(stderr).not.toContain('canary');
  });

  it('lives ends by itself when there is nothing left to do', async () => {
    expect(await run('The nurse at my ward was very kind to us all')).toEqual({ code: 0, stdout: 'keep', stderr: '' });
  });
});
