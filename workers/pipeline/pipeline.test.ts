import { readdir } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { unavailable } from '#core/errors.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { postVersion, type Post } from '#core/post.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import { buildPost as buildAnalysed, idOf } from '#core/test-support/analysed-post.ts';
import { parseQuery } from '#core/query-parser.ts';
import { MATCH_ALL } from '#core/query.ts';
import { loadKnowledge } from '#infra/profiles/knowledge.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { openSqlitePostStore } from '#infra/sqlite/post-store.ts';
import { analysisStages, createPipeline } from './pipeline.ts';
import { ANALYSIS_NUMBER } from './versions.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

async function openPipeline(override: Partial<PostStore> = {}) {
  const clock = createVirtualClock(NOW);
  const posts = await openSqlitePostStore({ file: ':memory:', clock });
  const coordination = await openSqliteCoordination({ file: ':memory:', clock });
  onTestFinished(() => posts[Symbol.asyncDispose]());
  onTestFinished(() => coordination[Symbol.asyncDispose]());
  const run = createPipeline({
    posts: { ...posts, ...override },
    duplicates: coordination.duplicates,
    clock,
    ...loadKnowledge(),
  });
  return { run, posts };
}

function buildPost(name: string, text: string, more: Partial<Post> = {}): Post {
  return {
    id: idOf(name),
    contentMs: NOW - 60_000,
    source: 'bluesky',
    origin: 'bluesky',
    kind: 'post',
    genre: 'post',
    text,
    truncated: false,
    contentHash: idOf(text),
    createdAtMs: NOW - 60_000,
    collectedAtMs: NOW,
    synthetic: false,
    ...more,
  };
}

const LONG = 'Waited eleven hours in the corridor at Whipps Cross with my gran and nobody came to see us';

it('has one file for each stage and uses every one', async () => {
  const files = (await readdir(new URL('stages', import.meta.url))).map((file) => file.replace(/\.ts$/, ''));
  const named = [
    'drop-duplicates',
    'save-posts',
    'detect-language',
    'tag-organisations',
    'judge-relevance',
    'score-sentiment',
    'classify-themes',
    'flag-urgency',
  ];
  expect(files.toSorted()).toEqual(named.toSorted());
  expect(analysisStages(loadKnowledge()).map((stage) => stage.name)).toEqual([
    'detectLanguages',
    'tagOrganisations',
    'judgeRelevances',
    'scoreSentiment',
    'classifyThemes',
    'flagUrgencies',
  ]);
});

describe('the pipeline', () => {
  it('stores what it found out: searchable, with its place in the geography of the day', async () => {
    const { run, posts } = await openPipeline();
    const [result] = await run([{ post: buildPost('a', LONG, { title: 'A&E', question: 'How was it?' }) }]);
    expect(result).toMatchObject({ type: 'keep' });
    const held = await posts.get(idOf('a'));
    expect(held).toMatchObject({
      places: ['R1H', 'QMF', 'Y56'],
      insight: { language: { code: 'en' }, relevance: { kind: 'experience' }, sentiment: { label: 'negative' }, cluster: idOf('a') },
    });
    expect(held!.themeIds).toContain('access-to-medical-care-support.timeliness-of-care');
    expect(held!.themeIds).toContain('access-to-medical-care-support');
    expect(held!.words).toMatch(/^a_e how was it waited eleven/);
  });

  it('takes thanks to a named hospital for an experience, and a feed about that hospital for no word of the post', async () => {
    const { run, posts } = await openPipeline();
    await run([{ post: buildPost('named', 'Big thanks to [name] and the team at James Paget') }]);
    await run([{ post: buildPost('fed', 'Big thanks to [name] and the team at the bakery', { organisation: 'RGP' }) }]);
    const kindOf = async (name: string) => (await posts.get(idOf(name)))!.insight.relevance.kind;
    expect([await kindOf('named'), await kindOf('fed')]).toEqual(['experience', 'other']);
  });

  it('notes the redactor that the post went through at ingest, not its own: an older job must be found again', async () => {
    const { run, posts } = await openPipeline();
    await run([{ post: buildPost('noted', LONG), redactor: '0.9' }, { post: buildPost('before', 'The porters were kind to my gran') }]);
    expect((await posts.get(idOf('noted')))!.insight.versions.redactor).toBe('0.9');
    expect((await posts.get(idOf('before')))!.insight.versions.redactor).toBe('unknown');
  });

  it('changes nothing when a batch comes again, also after the first try died before storing', async () => {
    const { run, posts } = await openPipeline();
    const batch = [{ post: buildPost('a', LONG) }, { post: buildPost('b', `${LONG}!!`) }];
    const dying = await openPipeline({ save: () => Promise.reject(unavailable('The store')) });
    await expect(dying.run(batch)).rejects.toMatchObject({ code: 'unavailable' });
    await run(batch);
    const first = await posts.get(idOf('b'));
    expect((await run(batch)).map((result) => result.type === 'drop' && result.reason)).toEqual(['duplicate', 'duplicate']);
    expect(await posts.get(idOf('b'))).toEqual(first);
    expect(first!.insight.cluster).toBe(idOf('a'));
  });

  it('takes changed words for an edit made when they were collected, where the source names no time', async () => {
    const { run, posts } = await openPipeline();
    await run([{ post: buildPost('a', LONG) }]);
    await run([{ post: buildPost('a', 'Now they say it was twelve', { collectedAtMs: NOW + 1_000 }) }]);
    expect((await posts.get(idOf('a')))!.text).toBe('Now they say it was twelve');
    const late = await run([{ post: buildPost('a', LONG) }]);
    expect(late[0]).toMatchObject({ type: 'drop', reason: 'duplicate' });
  });

  it('does not let the first wording come back after an edit without a time, when the analysis number rose in between', async () => {
    const { run, posts } = await openPipeline();
    const first = buildPost('a', LONG);
    const older = buildAnalysed({ ...first, version: postVersion(first.contentMs, ANALYSIS_NUMBER - 1) });
    await posts.save([{ post: older }]);
    await run([{ post: buildPost('a', 'Now they say it was twelve', { collectedAtMs: NOW + 1_000 }) }]);
    expect(await run([{ post: first }])).toMatchObject([{ type: 'drop', reason: 'duplicate' }]);
    expect((await posts.get(idOf('a')))!.text).toBe('Now they say it was twelve');
  });

  it('folds repeats within a batch to the newest', async () => {
    const { run, posts } = await openPipeline();
    const results = await run([
      { post: buildPost('a', 'second wording of it', { contentMs: NOW - 10 }) },
      { post: buildPost('a', 'first wording of it', { contentMs: NOW - 20 }) },
    ]);
    expect(results.map(({ type }) => type)).toEqual(['keep', 'drop']);
    expect((await posts.get(idOf('a')))!.text).toBe('second wording of it');
  });

  it('keeps out what was erased', async () => {
    const { run, posts } = await openPipeline();
    await posts.forget({ type: 'posts', ids: [idOf('a')], reason: 'user' });
    expect(await run([{ post: buildPost('a', LONG) }])).toMatchObject([{ type: 'drop', reason: 'erased' }]);
  });

  it('keeps other languages without scoring them as English', async () => {
    const { run, posts } = await openPipeline();
    await run([{ post: buildPost('a', 'Diolch yn fawr i staff y ward, mae pawb wedi bod yn garedig iawn') }]);
    expect((await posts.get(idOf('a')))!.insight).toMatchObject({ language: { code: 'cy' }, sentiment: null, themes: [] });
  });

  it('puts a reshare in the cluster of its original and keeps it apart by its kind', async () => {
    const { run, posts } = await openPipeline();
    await run([{ post: buildPost('a', LONG) }, { post: buildPost('b', `RT [handle]: ${LONG}`, { kind: 'reshare' }) }]);
    expect(await posts.get(idOf('b'))).toMatchObject({ kind: 'reshare', insight: { cluster: idOf('a') } });
    const kinds = await posts.aggregate({ where: MATCH_ALL, by: 'kind', limit: 5 });
    expect(kinds).toMatchObject([
      { key: 'post', posts: 1 },
      { key: 'reshare', posts: 1 },
    ]);
    expect(await posts.totals({ where: parseQuery('-kind:reshare') })).toMatchObject({ posts: 1 });
  });

  it('gives short texts and survey answers clusters of their own', async () => {
    const { run, posts } = await openPipeline();
    await run(['a', 'b'].map((name) => ({ post: buildPost(name, 'thank you NHS') })));
    await run(['c', 'd'].map((name) => ({ post: buildPost(name, LONG, { genre: 'feedback' }) })));
    for (const name of ['a', 'b', 'c', 'd']) expect((await posts.get(idOf(name)))!.insight.cluster).toBe(idOf(name));
  });
});
