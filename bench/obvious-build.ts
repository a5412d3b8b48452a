import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { Client } from '@elastic/elasticsearch';
import classifiers from 'natural/lib/natural/classifiers/index.js';
import winkSentiment from 'wink-sentiment';

export interface Comment {
  id: string;
  text: string;
  createdAtMs: number;
}

interface Servers {
  redisUrl: string;
  elasticsearchUrl: string;
}

/** A few invented labelled sentences, so that the classifier of the obvious build has something to choose between. */
const LABELLED: [string, string][] = [
  ['waited hours to be seen in accident and emergency', 'waiting'],
  ['the queue at reception was endless', 'waiting'],
  ['the nurse was kind and gentle with my mother', 'staff'],
  ['staff were rude and would not listen', 'staff'],
  ['could not get through to the surgery on the phone', 'access'],
  ['no appointment for three weeks', 'access'],
  ['the ward was dirty and the toilet was blocked', 'environment'],
  ['lovely clean rooms and good food', 'environment'],
];

/**
 * The build that anyone would write first, as the reference (a) of the table: one BullMQ job for each comment, a `natural` classifier
 * and wink-sentiment called one by one, one index request each, concurrency 10.
 *
 * @returns seconds from the first add until every comment was indexed.
 */
export async function runObviousBuild(comments: readonly Comment[], servers: Servers): Promise<number> {
  const connection = new Redis(servers.redisUrl, { maxRetriesPerRequest: null });
  const client = new Client({ node: servers.elasticsearchUrl });
  const name = `obvious-${process.hrtime.bigint()}`;
  const classifier = new classifiers.BayesClassifier();
  for (const [text, label] of LABELLED) classifier.addDocument(text, label);
  classifier.train();
  await client.indices.create({ index: name });
  const queue = new Queue(name, { connection });

  const startedMs = performance.now();
  const finished = Promise.withResolvers<void>();
  let done = 0;
  const worker = new Worker(
    name,
    async (job) => {
      const comment = job.data as Comment;
      const sentiment = winkSentiment(comment.text);
      const theme = classifier.classify(comment.text);
      await client.index({ index: name, id: comment.id, document: { ...comment, theme, score: sentiment.normalizedScore } });
      if (++done === comments.length) finished.resolve();
    },
    { connection, concurrency: 10, removeOnComplete: { count: 0 } },
  );
  worker.on('failed', (_job, error) => finished.reject(error));
  const adding = (async () => {
    for (const comment of comments) await queue.add('comment', comment, { removeOnComplete: true });
  })();
  await Promise.all([adding, finished.promise]);
  const seconds = (performance.now() - startedMs) / 1000;

  await worker.close();
  await queue.obliterate({ force: true });
  await queue.close();
  await client.indices.delete({ index: name });
  await client.close();
  connection.disconnect();
  return seconds;
}
