import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '#core/calendar.ts';
import type { AnalysedPost } from '#core/insight.ts';
import { REDACTOR_VERSION } from '#core/language/redactor/redactor.ts';
import { reanalysisVersion, type Post } from '#core/post.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import { BUILT_AT_MS, buildPost, idOf, type PostOverrides } from '#core/test-support/analysed-post.ts';
import { createVirtualClock, type VirtualClock } from '#core/virtual-clock.ts';
import { loadKnowledge } from '#infra/profiles/knowledge.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { openSqlitePostStore } from '#infra/sqlite/post-store.ts';
import { createPipeline } from '../pipeline/pipeline.ts';
import { ANALYSIS_NUMBER, VERSIONS } from '../pipeline/versions.ts';
import { createHistory, type History } from './history.ts';
import { positionDocument, positionId } from './position.ts';
import { createReanalyse, type Reanalyse } from './reanalyse.ts';
import { reprocessPosts, type ReprocessOptions, type ReprocessReport } from './reprocess-posts.ts';

const RUDE = 'Waited eleven hours in the corridor at Whipps Cross and the receptionist was rude to my gran';
const OTHER_MODEL = { ...VERSIONS, model: 'another' };

let clock: VirtualClock;
let posts: PostStore;
let documents: DocumentStore;
let history: History;
let reanalyse: Reanalyse;

beforeEach(async () => {
  clock = createVirtualClock(BUILT_AT_MS + 7 * DAY_MS);
  posts = await openSqlitePostStore({ file: ':memory:', clock });
  documents = await openSqliteDocumentStore({ file: ':memory:' });
  history = createHistory({ posts, documents });
  reanalyse = createReanalyse(loadKnowledge(), loadRedactor(), clock);
});
afterEach(async () => {
  await posts[Symbol.asyncDispose]();
  await documents[Symbol.asyncDispose]();
});

interface Run extends Partial<ReprocessOptions> {
  history?: History;
  reanalyse?: Reanalyse;
  signal?: AbortSignal;
}

/** Runs it while time goes by. */
async function reprocess({
  history: read = history,
  reanalyse: analyse = reanalyse,
  signal,
  ...options
}: Run = {}): Promise<ReprocessReport> {
  const deps = { history: read, reanalyse: analyse, clock, signal: signal ?? new AbortController().signal };
  const running = reprocessPosts(deps, { chosen: {}, rate: 10_000, ...options });
  const run = { isOver: false };
  const end = () => (run.isOver = true);
  running.then(end, end);
  while (!run.isOver) await clock.advance(10);
  return running;
}

/** Holds posts that an older version has analysed. */
async function hold(...overrides: PostOverrides[]) {
  const held = overrides.map((each) => buildPost({ text: RUDE, cluster: idOf('first of its cluster'), ...each }));
  await posts.save(held.map((post) => ({ post, sealedReference: `sealed ${post.id}` })));
  return held;
}

const named = (count: number, more: PostOverrides = {}): PostOverrides[] =>
  Array.from({ length: count }, (_, n) => ({ name: `post ${n}`, createdAtMs: BUILT_AT_MS + Math.floor(n / 3) * 1_000, ...more }));

describe('what is analysed again', () => {
  it('has what the pipeline finds now, and keeps its own fields, its cluster and its sealed reference', async () => {
    const [held] = await hold({ title: 'A&E', themes: ['gone.theme'], sentiment: 'positive', voice: idOf('voice'), statedPlace: 'Leeds' });
    expect((await reprocess()).tally).toMatchObject({ reanalysed: 1, current: 0 });
    const again = (await posts.get(held!.id))!;
    const { version, analysedAtMs, insight, words, stems, places, themeIds, ...own } = again;
    expect(held).toMatchObject(own);
    const fresh = await analyseAnew(held!);
    expect(insight).toEqual({ ...fresh.insight, cluster: held!.insight.cluster });
    expect([insight.versions, places, themeIds]).toEqual([VERSIONS, ['R1H', 'QMF', 'Y56'], fresh.themeIds]);
    expect(words).toMatch(/^a_e waited eleven/);
    expect(stems).toMatch(/^a_e wait/);
    expect(analysedAtMs).toBeGreaterThan(held!.analysedAtMs);
    expect(version).toBeGreaterThan(held!.version);
    expect(await posts.getReference(held!.id)).toBe(`sealed ${held!.id}`);
  });

  it('is what these versions have not analysed', async () => {
    await hold(...named(3), { name: 'current', insight: { versions: VERSIONS } });
    const before = await posts.get(idOf('current'));
    expect((await reprocess()).tally).toMatchObject({ reanalysed: 3, current: 1 });
    expect(await posts.get(idOf('current'))).toEqual(before);
    expect((await reprocess()).tally).toMatchObject({ reanalysed: 0, current: 4 });
  });

  it('replaces an insight of another model under the same analysis number, again and again, also back', async () => {
    await hold({ insight: { versions: OTHER_MODEL }, version: BUILT_AT_MS * 1_024 + ANALYSIS_NUMBER });
    for (let times = 1; times <= 3; times++) {
      await reprocess();
      const held = (await posts.get(idOf('post')))!;
      expect(held.version).toBe(BUILT_AT_MS * 1_024 + ANALYSIS_NUMBER + 2 * times - 1);
      expect(held.insight.versions).toEqual(VERSIONS);
      await posts.save([
        { post: { ...held, version: reanalysisVersion(held.version, 0)!, insight: { ...held.insight, versions: OTHER_MODEL } } },
      ]);
    }
  });

  it('leaves other languages without a judgement, as the pipeline does', async () => {
    await hold({ text: 'Diolch yn fawr i staff y ward, mae pawb wedi bod yn garedig iawn', themes: ['a.b'] });
    await reprocess();
    expect((await posts.get(idOf('post')))!.insight).toMatchObject({ language: { code: 'cy' }, sentiment: null, themes: [] });
  });

  it('is chosen by half-open dates, and by the theme or category that it has', async () => {
    const [early, late] = [{ createdAtMs: BUILT_AT_MS }, { createdAtMs: BUILT_AT_MS + 2 * DAY_MS }];
    await hold({ name: 'early', ...early }, { name: 'late', ...late }, { name: 'themed', ...late, themes: ['old-category.old-theme'] });
    const isDone = async () => {
      const held = await Promise.all(['early', 'late', 'themed'].map((name) => posts.get(idOf(name))));
      return held.map((post) => post!.insight.versions.model === VERSIONS.model);
    };
    expect((await reprocess({ chosen: { fromMs: early.createdAtMs + 1, toMs: late.createdAtMs } })).tally).toMatchObject({ reanalysed: 0 });
    expect((await reprocess({ chosen: { theme: 'old-category', toMs: late.createdAtMs + 1 } })).tally).toMatchObject({ reanalysed: 1 });
    expect(await isDone()).toEqual([false, false, true]);
    expect((await reprocess({ chosen: { fromMs: early.createdAtMs, toMs: late.createdAtMs } })).tally).toMatchObject({ reanalysed: 1 });
    expect(await isDone()).toEqual([true, false, true]);
    expect((await reprocess()).tally).toMatchObject({ reanalysed: 1, current: 2 });
  });

  it('is redacted again where another redactor was at work, and the replay of its old job does not undo that', async () => {
    const text = 'Ring me on 07700 900123 about the wait';
    const named = { text, title: text, question: text, statedPlace: 'Leeds 07700 900123' };
    const [old] = await hold({ ...named, insight: { versions: { ...VERSIONS, redactor: '0.9' } } });
    await hold({ ...named, name: 'same redactor', insight: { versions: { ...OTHER_MODEL, redactor: REDACTOR_VERSION } } });
    await reprocess();
    const again = (await posts.get(old!.id))!;
    expect(JSON.stringify(again)).not.toContain('900123');
    expect(again).toMatchObject({ text: 'Ring me on [phone] about the wait', contentHash: old!.contentHash });
    expect((await posts.get(idOf('same redactor')))!.text).toBe(text);
    expect(await deliver(rawOf(old!))).toEqual(['duplicate']);
    expect(await posts.get(old!.id)).toEqual(again);
  });

  it('counts what can not be analysed, or not once more, as rejected, and leaves it as it is', async () => {
    const broken = { name: 'broken', text: null as unknown as string };
    const exhausted = { name: 'exhausted', version: BUILT_AT_MS * 1_024 + 1_023 };
    await hold({ name: 'sound' }, broken, exhausted);
    const { tally } = await reprocess();
    expect(tally).toMatchObject({ reanalysed: 1, rejected: 2 });
    expect(tally.rejectedIds.toSorted()).toEqual([idOf('broken'), idOf('exhausted')].toSorted());
    expect((await posts.get(idOf('exhausted')))!.insight.versions.model).toBe('test');
  });
});

describe('what happens between read and write', () => {
  /** Something that happens while posts are analysed. */
  const during = (happens: () => Promise<unknown>): Reanalyse => {
    return async (held) => {
      const again = await reanalyse(held);
      await happens();
      return again;
    };
  };

  it('never brings back what is erased, by id or with its author', async () => {
    const voice = idOf('voice');
    await hold({ name: 'erased' }, { name: 'purged', voice }, { name: 'left' });
    const { tally } = await reprocess({
      reanalyse: during(async () => {
        await posts.forget({ type: 'posts', ids: [idOf('erased')], reason: 'user' });
        await posts.forget({ type: 'voices', voices: [voice], collectedBeforeMs: clock.now(), reason: 'deleted' });
      }),
    });
    expect(tally).toMatchObject({ reanalysed: 1, erased: 2 });
    for (const name of ['erased', 'purged']) expect(await posts.get(idOf(name))).toBeNull();
    expect((await reprocess()).tally).toMatchObject({ reanalysed: 0, current: 1, erased: 0 });
  });

  it('never overwrites an edit, with an edit time or without', async () => {
    const [timed, untimed] = await hold({ name: 'timed' }, { name: 'untimed' });
    const text = 'Now they say it was twelve hours';
    const edits = [
      { ...rawOf(timed!), text, contentHash: idOf(text), contentMs: timed!.contentMs + 1 },
      { ...rawOf(untimed!), text, contentHash: idOf(text), collectedAtMs: untimed!.collectedAtMs + 1 },
    ];
    const { tally } = await reprocess({ reanalyse: during(() => deliver(...edits)) });
    expect(tally).toMatchObject({ reanalysed: 0, newer: 2 });
    for (const { id } of edits) expect((await posts.get(id))!.text).toBe(text);
  });

  it('lets an edit win that arrives right after it, and keeps that one whatever is delivered again', async () => {
    const [held] = await hold({});
    await reprocess();
    const text = 'Now they say it was twelve hours';
    const edit = { ...rawOf(held!), text, contentHash: idOf(text), collectedAtMs: held!.collectedAtMs + 1 };
    expect(await deliver(edit)).toEqual(['keep']);
    expect(await deliver(rawOf(held!), edit)).toEqual(['duplicate', 'duplicate']);
    expect((await posts.get(held!.id))!.text).toBe(text);
  });
});

describe('a run that was interrupted', () => {
  /** Ids in the order in which they are analysed. */
  function recorded(stopAfter = Infinity, stop = new AbortController()) {
    const ids: string[] = [];
    const analyse: Reanalyse = (held) => {
      ids.push(...held.map(({ id }) => id));
      if (ids.length >= stopAfter) stop.abort('SIGINT');
      return reanalyse(held);
    };
    return { ids, analyse, signal: stop.signal };
  }

  it('stops after the batch at work and is gone on with, oldest first, each post once', async () => {
    const held = await hold(...named(250));
    const first = recorded(100);
    const stopped = await reprocess({ reanalyse: first.analyse, signal: first.signal });
    expect(stopped).toMatchObject({ isFinished: false, resumedAfter: 0, tally: { reanalysed: 100 } });
    const second = recorded();
    const progress: number[][] = [];
    const finished = await reprocess({ reanalyse: second.analyse, onProgress: (...args) => progress.push(args) });
    expect(finished).toMatchObject({ isFinished: true, resumedAfter: 100, tally: { reanalysed: 250, current: 0 } });
    expect(progress).toEqual([
      [100, 250],
      [200, 250],
      [250, 250],
    ]);
    const order = held.toSorted((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
    expect([...first.ids, ...second.ids]).toEqual(order);
    expect(await documents.count(positionDocument)).toBe(0);
  });

  it('finds what was saved and not yet accounted for', async () => {
    await hold(...named(150));
    let kept = 0;
    const dying: History = {
      ...history,
      keepPosition: (...args) => (++kept === 3 ? Promise.reject(new Error('died')) : history.keepPosition(...args)),
    };
    await expect(reprocess({ history: dying })).rejects.toThrow('died');
    expect(await reprocess()).toMatchObject({ resumedAfter: 100, tally: { reanalysed: 100, current: 50 } });
  });

  it('begins anew if it is told to, for another choice of posts, and after a change of versions', async () => {
    await hold(...named(120));
    const { analyse, signal } = recorded(1);
    await reprocess({ reanalyse: analyse, signal, rate: 10 });
    const { value } = (await documents.get(positionDocument, positionId({})))!;
    expect(await reprocess({ chosen: { toMs: BUILT_AT_MS } })).toMatchObject({ resumedAfter: 0 });
    expect(await reprocess({ restart: true })).toMatchObject({ resumedAfter: 0, tally: { current: 10, reanalysed: 110 } });
    await documents.put(positionDocument, positionId({}), { ...value, versions: OTHER_MODEL }, 'absent');
    expect(await reprocess()).toMatchObject({ resumedAfter: 0, tally: { current: 120 } });
  });

  it('gives way to another that begins on the same posts', async () => {
    await hold(...named(120));
    let other: Promise<ReprocessReport> | undefined;
    const analyse: Reanalyse = async (held) => {
      other ??= reprocess();
      await other;
      return reanalyse(held);
    };
    await expect(reprocess({ reanalyse: analyse })).rejects.toMatchObject({ code: 'busy' });
    expect((await other)!.tally).toMatchObject({ reanalysed: 120 });
  });
});

it('does not mix versions with those of the program that runs', async () => {
  await hold({});
  const older: History = { ...history, begin: async (id) => ({ ...(await history.begin(id)), versions: OTHER_MODEL }) };
  await expect(reprocess({ history: older })).rejects.toMatchObject({ code: 'other-version', message: expect.stringContaining('Restart') });
  expect((await posts.get(idOf('post')))!.insight.versions.model).toBe('test');
});

it('keeps to the rate, not counting posts that are left alone', async () => {
  await hold(...named(40), ...Array.from({ length: 40 }, (_, n) => ({ name: `current ${n}`, insight: { versions: VERSIONS } })));
  const startedMs = clock.now();
  await reprocess({ rate: 4 });
  const seconds = (clock.now() - startedMs) / 1_000;
  expect(seconds).toBeGreaterThanOrEqual(9);
  expect(seconds).toBeLessThan(11);
});

/** As ingest made it. */
function rawOf({
  version: _v,
  analysedAtMs: _a,
  insight: _i,
  words: _w,
  stems: _s,
  places: _p,
  themeIds: _t,
  ...post
}: AnalysedPost): Post {
  return post;
}

/** What the pipeline makes of a post that no store holds. */
async function analyseAnew(held: AnalysedPost): Promise<AnalysedPost> {
  await using empty = await openSqlitePostStore({ file: ':memory:', clock });
  await deliverTo(empty, [rawOf(held)]);
  return (await empty.get(held.id))!;
}

/** Gives posts to the pipeline, as an old job would. @returns what became of each. */
const deliver = (...delivered: Post[]): Promise<string[]> => deliverTo(posts, delivered);

async function deliverTo(store: PostStore, delivered: readonly Post[]): Promise<string[]> {
  await using coordination = await openSqliteCoordination({ file: ':memory:', clock });
  const run = createPipeline({ posts: store, duplicates: coordination.duplicates, clock, ...loadKnowledge() });
  const results = await run(delivered.map((post) => ({ post, redactor: REDACTOR_VERSION })));
  return results.map((result) => (result.type === 'drop' ? result.reason : result.type));
}
