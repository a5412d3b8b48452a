import { parseArgs } from 'node:util';
import { SIGNALS } from '#core/language/urgency/read-signals.ts';
import { REVIEW_FROM } from '#core/language/urgency/weights.ts';
import { SIDES, URGENT_KINDS } from '#infra/training/urgency-set/generate-urgency-set.ts';
import {
  learnFrom,
  measureFlagged,
  measureSide,
  measureSingle,
  openUrgencySides,
  ORDINARY_POSTS,
  REVIEW_LOAD,
} from '#infra/training/urgency-set/measure-urgency.ts';
import { OBLIQUE_POSTS } from '#infra/training/urgency-set/oblique-posts.ts';
import { UNSEEN_POSTS } from '#infra/training/urgency-set/unseen-posts.ts';
import { generateLabelled } from '#ingest/synthetic/generate-posts.ts';
import { printTable } from './measure.ts';

/**
 * Recall of the review queue at a fixed load on the invented set, kinds of harm apart (docs/understanding.md). `--learn` prints the weights that the
 * development side teaches, for core/language/urgency/weights.ts.
 */
const { values: flags } = parseArgs({ options: { learn: { type: 'boolean', default: false } } });
const sides = openUrgencySides(
  [...generateLabelled(ORDINARY_POSTS)].map(({ post, topic }) => ({ text: post.text, family: `post/${topic}` })),
);

if (flags.learn) {
  const { bias, weights } = learnFrom(sides.development);
  console.log(`bias: ${bias.toFixed(2)},`);
  for (const name of SIGNALS) if (Math.abs(weights[name]) >= 0.005) console.log(`'${name}': ${weights[name].toFixed(2)},`);
} else {
  const heldBack = sides['held back'];
  const columns = {
    ...Object.fromEntries(SIDES.map((side) => [`families, ${side}`, measureSide(sides[side])])),
    'single posts, oblique': measureSingle(OBLIQUE_POSTS, heldBack),
    'single posts, unseen': measureSingle(UNSEEN_POSTS, heldBack),
  };
  const figures = Object.values(columns);
  const row = (name: string, value: (nth: number) => number) => [name, ...figures.map((_, nth) => value(nth).toFixed(2))];
  console.log(`All invented. Recall in the ${100 * REVIEW_LOAD} % of posts that score highest:\n`);
  printTable([
    ['', ...Object.keys(columns)],
    ...URGENT_KINDS.map((kind) => row(kind, (nth) => figures[nth]!.recallByKind.get(kind) ?? 0)),
    row('all', (nth) => figures[nth]!.recall),
    row('precision', (nth) => figures[nth]!.precision),
    row('score of the last one in', (nth) => figures[nth]!.leastScore),
  ]);
  for (const side of SIDES) {
    const { load, recall } = measureFlagged(sides[side]);
    console.log(`\nfrom ${REVIEW_FROM} up, ${side}: ${(100 * load).toFixed(2)} % of the stream, recall ${recall.toFixed(2)}`);
  }
}
