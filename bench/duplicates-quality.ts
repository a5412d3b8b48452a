import { LshIndex } from '#core/language/lsh-index.ts';
import { MIN_WORDS, signatureOf } from '#core/language/min-hash.ts';
import { createRandom } from '#ingest/synthetic/random.ts';
import { printTable } from './measure.ts';
import { TEXT_CHANGES } from './text-changes.ts';

export interface BenchText {
  raw: string;
  words: string[];
}

interface QualityOptions {
  /** Folded words by position, as the pipeline has them. */
  wordsOf: (raws: readonly string[]) => string[][];
  /** Texts that each change is made to. */
  sample: number;
}

interface Member {
  cluster: number;
  words: readonly string[];
}

/** Characters of the original, each up to the next. */
const LENGTHS = [0, 50, 80, 120, 200] as const;
/** Shares of fewer texts say little. */
const MIN_SHOWN = 50;
/** Texts that share less of their 5-grams are no near-copies by anyone's rule. */
const CLEARLY_APART = 0.4;
const TIMELESS = { atMs: 0, horizonMs: 0 };

/**
 * Prints for each kind of change the share of copies that are put in the cluster of their original while all other texts are in the index too, and
 * what of the distinct texts is put together.
 */
export function printDuplicatesQuality(name: string, texts: readonly BenchText[], options: QualityOptions): void {
  const all = indexAll(texts);
  const bins = LENGTHS.map((from, n) => ({ from, to: LENGTHS[n + 1] ?? Infinity }));
  console.log(
    `${name}: ${texts.length.toLocaleString('en-GB')} distinct texts of ${MIN_WORDS} words or more; recall, by characters of the original\n`,
  );
  printTable([
    ['change', 'all', ...bins.map(({ from, to }) => (Number.isFinite(to) ? `${from}–${to - 1}` : `${from} –`))],
    ...recallRows(texts, all, [{ from: 0, to: Infinity }, ...bins], options),
  ]);
  const sizes = [...all.sizes.values()];
  const pairs = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const perMillion = (1e6 * pairs) / ((texts.length * (texts.length - 1)) / 2);
  console.log(
    `\nOf the distinct texts ${((100 * (texts.length - sizes.length)) / texts.length).toFixed(2)} % were put with another: ` +
      `${perMillion.toFixed(1)} pairs in a million, the largest cluster ${sizes.reduce((a, b) => Math.max(a, b))}; ` +
      `${all.apart} of them with one that shares less than ${CLEARLY_APART} of the 5-grams.\n`,
  );
}

function indexAll(texts: readonly BenchText[]) {
  const index = new LshIndex<Member>();
  const sizes = new Map<number, number>();
  const clusters: number[] = [];
  let apart = 0;
  for (const [n, { words }] of texts.entries()) {
    const entry = { signature: signatureOf(words), atMs: TIMELESS.atMs };
    const found = index.find(entry, TIMELESS.horizonMs)?.item;
    if (found && jaccard(found.words, words) < CLEARLY_APART) apart += 1;
    const cluster = found?.cluster ?? n;
    index.add(entry, { cluster, words });
    clusters.push(cluster);
    sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  }
  return { index, clusters, sizes, apart };
}

function recallRows(
  texts: readonly BenchText[],
  { index, clusters }: ReturnType<typeof indexAll>,
  bins: readonly { from: number; to: number }[],
  { wordsOf, sample }: QualityOptions,
): string[][] {
  const step = Math.max(1, Math.floor(texts.length / sample));
  const chosen = [...texts.keys()].filter((n) => n % step === 0).slice(0, sample);
  return Object.entries(TEXT_CHANGES).map(([change, apply]) => {
    const random = createRandom(1).fork(change);
    const copies = wordsOf(chosen.map((n) => apply(texts[n]!.raw, random)));
    const results = chosen.map((n, at) => {
      const found = index.find({ signature: signatureOf(copies[at]!), atMs: TIMELESS.atMs }, TIMELESS.horizonMs);
      return { length: texts[n]!.raw.length, isHit: copies[at]!.length >= MIN_WORDS && found?.item.cluster === clusters[n] };
    });
    const recalls = bins.map(({ from, to }) => {
      const within = results.filter(({ length }) => length >= from && length < to);
      return within.length < MIN_SHOWN ? '' : (within.filter(({ isHit }) => isHit).length / within.length).toFixed(3);
    });
    return [change, ...recalls];
  });
}

/** Of the 5-grams themselves. */
function jaccard(left: readonly string[], right: readonly string[]): number {
  const [a, b] = [left, right].map((words) => {
    const text = words.join(' ');
    return new Set(Array.from({ length: Math.max(1, text.length - 4) }, (_, n) => text.slice(n, n + 5)));
  }) as [Set<string>, Set<string>];
  return a.intersection(b).size / a.union(b).size;
}
