import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { MIN_WORDS } from '#core/language/min-hash.ts';
import { readText } from '#core/language/read-text.ts';
import type { RawPost } from '#core/post.ts';
import { printDuplicatesCost } from './duplicates-cost.ts';
import { printDuplicatesQuality, type BenchText } from './duplicates-quality.ts';
import { machineLine } from './measure.ts';
import { batchesOf, createPrepare, itemsOf, rawPosts } from './workload.ts';

/**
 * How many near-copies are found, by kind of change and length; how many distinct posts are taken for copies; how fast, and in what room. Over invented
 * posts, and with --texts over real ones too: a file of JSON lines with "text", which is read and neither copied nor printed.
 */
const { values: flags } = parseArgs({
  options: {
    /** Held while it is measured: what lives 72 hours of 500,000 posts a week. */
    posts: { type: 'string', default: '215000' },
    /** Texts that each change is made to. */
    sample: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '5' },
    texts: { type: 'string' },
  },
});
const prepare = createPrepare();

/** Folded words of the texts as the pipeline has them: cleaned and redacted. */
function wordsOf(texts: readonly string[]): string[][] {
  const createdAt = new Date(Date.now() - 60_000).toISOString();
  const posts = texts.map((text, n): RawPost => ({
    source: 'bench',
    nativeId: String(n),
    canonicalId: `bench:${n}`,
    kind: 'post',
    text,
    createdAt,
    observedAt: createdAt,
  }));
  const words = [...batchesOf(posts)].flatMap((batch) => itemsOf(prepare(batch)).map(({ post }) => readText(post.text).words));
  if (words.length !== texts.length) throw new TypeError('a text was not prepared');
  return words;
}

/** Those long enough for near-copies, each wording once. */
function distinctTexts(raws: readonly string[]): BenchText[] {
  const seen = new Set<string>();
  const words = wordsOf(raws);
  return raws.flatMap((raw, n) => {
    const wording = words[n]!.join(' ');
    if (words[n]!.length < MIN_WORDS || seen.has(wording)) return [];
    seen.add(wording);
    return [{ raw, words: words[n]! }];
  });
}

async function readTexts(file: string): Promise<string[]> {
  const line = z.object({ text: z.string() });
  const lines = (await readFile(file, 'utf8')).split('\n').filter((each) => each.trim());
  return lines.map((each) => line.parse(JSON.parse(each)).text);
}

console.log(`${machineLine()}\n`);
const posts = rawPosts(Number(flags.posts), 1).filter(({ kind }) => kind !== 'reshare');
const invented = distinctTexts(posts.map(({ text }) => text));
const quality = { wordsOf, sample: Number(flags.sample) };
printDuplicatesQuality('Invented posts', invented, quality);
if (flags.texts) printDuplicatesQuality('Real texts', distinctTexts(await readTexts(flags.texts)), quality);
await printDuplicatesCost(
  invented.map(({ words }) => words),
  Number(flags.runs),
);
