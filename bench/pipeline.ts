import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { signatureOf } from '#core/language/min-hash.ts';
import { loadKnowledge } from '#infra/profiles/knowledge.ts';
import { startElasticsearch } from '#infra/test-servers/elasticsearch.ts';
import { startRedis } from '#infra/test-servers/redis.ts';
import { createDraft } from '#workers/pipeline/draft.ts';
import { createAnalysis } from '#workers/pipeline/pipeline.ts';
import { collectAll, measureLatency, withEmbedded, withProduction, type Environment } from './end-to-end.ts';
import { machineLine, measure, median, printTable, quantile, rate, type Run } from './measure.ts';
import { runObviousBuild } from './obvious-build.ts';
import { runRawBulk, runRawInserts } from './raw-stores.ts';
import { batchesOf, createPrepare, finish, itemsOf, rawPosts } from './workload.ts';

const { values: flags } = parseArgs({
  options: {
    posts: { type: 'string', default: '50000' },
    runs: { type: 'string', default: '5' },
    workers: { type: 'string', default: '1' },
    obvious: { type: 'string', default: '4000' },
    latency: { type: 'string', default: '300' },
  },
});
const POSTS = Number(flags.posts);
const RUNS = Number(flags.runs);
const WORKERS = Number(flags.workers);
const CORES = 2;

/** Seconds of each of several runs, after one that isn't counted. */
async function repeat(work: (nth: number) => Promise<Run>): Promise<{ wall: number; cpu: number }> {
  const runs: Run[] = [];
  for (let nth = 0; nth <= RUNS; nth++) {
    const run = await work(nth);
    if (nth > 0) runs.push(run);
  }
  return { wall: median(runs.map((run) => run.wallSeconds)), cpu: median(runs.map((run) => run.cpuSeconds)) };
}

const stageSeconds = new Map<string, { seconds: number[]; posts: number }>();

async function measureStages(): Promise<void> {
  const items = itemsOf(createPrepare()(rawPosts(Math.min(POSTS, 20_000), 1)));
  for (let nth = 0; nth <= RUNS; nth++) {
    const sums = new Map<string, { seconds: number; posts: number }>();
    await finish(items, (stage, seconds, posts) => {
      const sum = sums.get(stage) ?? { seconds: 0, posts: 0 };
      sums.set(stage, { seconds: sum.seconds + seconds, posts: sum.posts + posts });
    });
    if (nth === 0) continue;
    for (const [stage, { seconds, posts }] of sums) {
      const known = stageSeconds.get(stage) ?? { seconds: [], posts };
      known.seconds.push(seconds);
      stageSeconds.set(stage, known);
    }
  }
}

/** Everything that is ours and not I/O: prepare, read, sign, analyse. */
async function measurePure(): Promise<{ wall: number; cpu: number }> {
  const raw = rawPosts(POSTS, 2);
  const prepare = createPrepare();
  const analyse = createAnalysis(loadKnowledge());
  return repeat(() =>
    measure(async () => {
      for (const page of batchesOf(raw)) {
        const drafts = itemsOf(prepare(page)).map(createDraft);
        for (const draft of drafts) signatureOf(draft.read.words);
        await analyse(drafts);
      }
    }),
  );
}

const folder = await mkdtemp(join(tmpdir(), 'earshot-bench-'));
await using redis = await startRedis();
await using elasticsearch = await startElasticsearch();
const environment: Environment = {
  REDIS_URL: redis.url,
  ELASTICSEARCH_URL: elasticsearch.url,
  EARSHOT_PSEUDONYM_SECRET: 'b'.repeat(48),
  EARSHOT_LOG_LEVEL: 'error',
};
const environmentOf = (name: string): Environment => ({ ...environment, EARSHOT_INDEX_PREFIX: `bench-${name}` });

console.log(`${machineLine()}; ${POSTS.toLocaleString('en-GB')} synthetic posts; medians of ${RUNS} runs\n`);

await measureStages();
const pure = await measurePure();
const finished = await finish(itemsOf(createPrepare()(rawPosts(POSTS, 3))));
const bulk = await repeat(() => measure(() => runRawBulk(finished, elasticsearch.url), [elasticsearch.pid]));
const inserts = await repeat(() => measure(() => runRawInserts(finished, folder)));
const comments = rawPosts(Number(flags.obvious), 4).map((post) => ({
  id: post.nativeId.replace(/\W/g, '-'),
  text: post.text,
  createdAtMs: Date.parse(post.createdAt),
}));
const obvious = await repeat(async () => {
  const wallSeconds = await runObviousBuild(comments, { redisUrl: redis.url, elasticsearchUrl: elasticsearch.url });
  return { wallSeconds, cpuSeconds: 0 };
});

const production = await repeat((nth) =>
  withProduction(environmentOf(`run-${nth}`), WORKERS, (run) =>
    measure(() => collectAll(run, rawPosts(POSTS, 10 + nth)), [...run.pids, redis.pid, elasticsearch.pid]),
  ),
);
const embedded = await repeat((nth) =>
  withEmbedded(join(folder, `embedded-${nth}`), (run) => measure(() => collectAll(run, rawPosts(POSTS, 20 + nth)))),
);
const latencyPosts = rawPosts(Number(flags.latency), 30);
const productionLatency = await withProduction(environmentOf('latency'), WORKERS, (run) => measureLatency(run, latencyPosts, 10));
const embeddedLatency = await withEmbedded(join(folder, 'latency'), (run) => measureLatency(run, latencyPosts, 10));

printTable([
  ['stage (in memory, one core)', 'posts/s', 'µs a post'],
  ...[...stageSeconds].map(([stage, { seconds, posts }]) => [
    stage,
    rate(posts, median(seconds)),
    ((median(seconds) * 1e6) / posts).toFixed(1),
  ]),
  ['everything but I/O (redaction included)', rate(POSTS, pure.wall), ((pure.wall * 1e6) / POSTS).toFixed(1)],
]);
console.log('');

const perSecond = (seconds: number) => POSTS / seconds;
const obviousRate = comments.length / obvious.wall;
const boundOf = (storeCpu: number) => CORES / ((pure.cpu + storeCpu) / POSTS);
const [productionBound, embeddedBound] = [boundOf(bulk.cpu), boundOf(inserts.cpu)];
printTable([
  ['collected to searchable', 'posts/s', 'over (a)', 'over (b)', `bound ${CORES}/CPU`, 'share of it', 'CPU µs a post'],
  ['(a) obvious build', rate(comments.length, obvious.wall), '1', '', '', '', ''],
  ['(b) raw client.bulk', rate(POSTS, bulk.wall), '', '1', '', '', ((bulk.cpu * 1e6) / POSTS).toFixed(0)],
  ['(b) raw SQLite inserts', rate(POSTS, inserts.wall), '', '1', '', '', ((inserts.cpu * 1e6) / POSTS).toFixed(0)],
  ...(
    [
      [`production, ${WORKERS} worker`, production, bulk, productionBound],
      ['embedded', embedded, inserts, embeddedBound],
    ] as const
  ).map(([name, run, reference, bound]) => [
    name,
    rate(POSTS, run.wall),
    (perSecond(run.wall) / obviousRate).toFixed(1),
    (reference.wall / run.wall).toFixed(2),
    Math.round(bound).toLocaleString('en-GB'),
    (perSecond(run.wall) / bound).toFixed(2),
    ((run.cpu * 1e6) / POSTS).toFixed(0),
  ]),
]);
console.log('');
printTable([
  ['latency at 10 posts/s, seconds', 'p50', 'p95', 'max'],
  ...(
    [
      ['production', productionLatency],
      ['embedded', embeddedLatency],
    ] as const
  ).map(([name, seconds]) => [name, ...[0.5, 0.95, 1].map((p) => quantile(seconds, p).toFixed(2))]),
]);
await rm(folder, { recursive: true, force: true });
