import { createHash } from 'node:crypto';
import { bytesOf, encodeModelFile } from '#core/language/heads/model-file.ts';
import { interval } from '#core/learning/metrics.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { foldsByText } from '#core/learning/folds.ts';
import { createNameFinder, type NameFinder, type NameRange } from '#core/language/names/find-names.ts';
import type { Datasets } from '../datasets.ts';
import { generateRelevanceSet } from '../relevance-set/generate-relevance-set.ts';
import { countWords } from './count-words.ts';
import { generateNameTexts, TEMPLATES, type InventedText, type NamedText } from './generate-name-texts.ts';
import { finderOf, learnNames, type NameModel } from './learn-names.ts';

/** Recall and precision of one kind of name, or of all. */
export interface NameScore {
  kind: string;
  names: number;
  recall: number;
  /** Undefined for a kind: what is wrongly taken for a name has none. */
  precision?: number;
  /** 95 %, by bootstrap over the texts. */
  recallWithin?: [number, number];
  precisionWithin?: [number, number];
}

export interface NameReport {
  texts: number;
  threshold: number;
  /** A name counts as found if any part of it is, and a finding as right if it touches a name. */
  overlapping: NameScore;
  /** Both ends right. */
  exact: NameScore;
  invented: NameScore[];
  inventedTexts: number;
}

export interface TrainedNames {
  file: Uint8Array;
  version: string;
  report: NameReport;
  find: NameFinder;
}

const FOLDS = 5;
const INVENTED = 8_000;
/** Of these no invented text names a person. */
const NAMELESS_KINDS: ReadonlySet<string> = new Set(['experience', 'advert']);
/** The threshold is the lowest at which this much of what is found was a name, so that little else is taken out. */
const LEAST_PRECISION = 0.8;
const THRESHOLDS = Array.from({ length: 41 }, (_, nth) => 0.2 + nth * 0.01);
/** Weights kept, those first that weigh most. */
const KEEP = 40_000;
const STEPS = 127;

/** Learns the tagger of names from labelled tweets, invented texts and unlabelled ones; the same data and seed give the same bytes. */
export function trainNames(data: Datasets, seed: number): TrainedNames {
  const labelled = data.namedTweets();
  const atLarge = data.unlabelled();
  const invented = generateNameTexts({ seed, size: INVENTED });
  const nameless = namelessTexts(data, seed);
  const tableOf = countWords(atLarge);
  const foldOf = foldsByText(
    labelled.map(({ text }) => text),
    FOLDS,
    seed,
  );
  const foldOfTemplate = new Map(TEMPLATES.map((template, nth) => [template, nth % FOLDS]));
  const folds = Array.from({ length: FOLDS }, (_, fold) => ({
    model: learnNames(
      labelled.filter((_text, nth) => foldOf[nth] !== fold),
      [...invented.filter(({ template }) => foldOfTemplate.get(template) !== fold), ...nameless],
      atLarge,
      tableOf,
    ),
    held: labelled.filter((_text, nth) => foldOf[nth] === fold),
    heldInvented: invented.filter(({ template }) => foldOfTemplate.get(template) === fold),
  }));
  const judgeAt = (threshold: number) => folds.flatMap(({ model, held }) => judge(held, finderOf(model, threshold)));
  const threshold = THRESHOLDS.find((each) => precisionOf(judgeAt(each)) >= LEAST_PRECISION) ?? THRESHOLDS.at(-1)!;
  const judged = judgeAt(threshold);
  const judgedInvented = folds.flatMap(({ model, heldInvented }) => judge(heldInvented, finderOf(model, threshold)));
  const file = encode(learnNames(labelled, [...invented, ...nameless], atLarge, tableOf), threshold);
  return {
    file,
    version: `names-${createHash('sha256').update(file).digest('hex').slice(0, 10)}`,
    find: createNameFinder(file),
    report: {
      texts: labelled.length,
      threshold,
      overlapping: score(judged, 'touched', touches),
      exact: score(judged, 'exact', isSame),
      invented: byKind(judgedInvented),
      inventedTexts: invented.length,
    },
  };
}

/** Comments on care in which nobody is named: without them the tagger would know care from texts that are full of names. */
function namelessTexts(data: Datasets, seed: number): NamedText[] {
  const invented = generateRelevanceSet({ seed, size: 3_000 }).filter(({ kind }) => NAMELESS_KINDS.has(kind));
  return [...invented.map(({ text }) => text), ...data.nameless()].map((text) => ({ text, names: [], ignored: [] }));
}

/** In one line. */
export function describeNames({ overlapping, exact, texts }: NameReport): string {
  const said = ({ recall, precision }: NameScore): string => `recall ${recall.toFixed(3)}, precision ${precision?.toFixed(3)}`;
  return `${said(overlapping)} where any part counts, ${said(exact)} where both ends must be right, over ${texts.toLocaleString('en-GB')} tweets`;
}

interface Judged {
  text: NamedText;
  found: NameRange[];
}

function judge(texts: readonly NamedText[], find: NameFinder): Judged[] {
  return texts.map((text) => ({ text, found: find(text.text, text.ignored) }));
}

type Match = (name: NameRange, found: NameRange, text: string) => boolean;

const touches: Match = (name, found) => name.start < found.end && found.start < name.end;
/** Some labels hold the full stop after a name. */
const isSame: Match = (name, found, text) =>
  name.start === found.start && text.slice(name.start, name.end).replace(/[ .]+$/, '').length === found.end - found.start;

function precisionOf(judged: readonly Judged[]): number {
  return score(judged, '', touches, false).precision!;
}

function score(judged: readonly Judged[], kind: string, matches: Match, withIntervals = true): NameScore {
  const counts = judged.map(({ text: { text, names }, found }) => ({
    names: names.length,
    found: found.length,
    hit: names.filter((name) => found.some((each) => matches(name, each, text))).length,
    right: found.filter((each) => names.some((name) => matches(name, each, text))).length,
  }));
  const over = (rows: Iterable<number>) => {
    let [names, found, hit, right] = [0, 0, 0, 0];
    for (const row of rows) {
      const count = counts[row]!;
      names += count.names;
      found += count.found;
      hit += count.hit;
      right += count.right;
    }
    return { names, recall: hit / (names || 1), precision: right / (found || 1) };
  };
  const whole = { kind, ...over(counts.keys()) };
  if (!withIntervals) return whole;
  const within = (pick: (scores: ReturnType<typeof over>) => number) =>
    interval(counts.length, (sample) => pick(over(sample)), seededRandom(1));
  return { ...whole, recallWithin: within(({ recall }) => recall), precisionWithin: within(({ precision }) => precision) };
}

/** Recall by kind of name, as written and in lower case, then precision over all. */
function byKind(judged: readonly Judged[]): NameScore[] {
  const counts = new Map<string, { names: number; hit: number }>();
  for (const { text, found } of judged) {
    const { names, isLower } = text as InventedText;
    for (const name of names) {
      const kind = isLower ? `${name.kind}, all in lower case` : name.kind;
      const count = counts.get(kind) ?? { names: 0, hit: 0 };
      count.names += 1;
      if (found.some((each) => touches(name, each, text.text))) count.hit += 1;
      counts.set(kind, count);
    }
  }
  const kinds = [...counts].map(([kind, { names, hit }]) => ({ kind, names, recall: hit / names }));
  kinds.sort((left, right) => (left.kind < right.kind ? -1 : 1));
  return [...kinds, score(judged, 'all', touches)];
}

function encode({ words, weights, bias }: NameModel, threshold: number): Uint8Array {
  const kept = [...weights]
    .sort(([left, weight], [right, other]) => Math.abs(other) - Math.abs(weight) || left - right)
    .slice(0, KEEP)
    .sort(([left], [right]) => left - right);
  const largest = kept.reduce((most, [, weight]) => Math.max(most, Math.abs(weight)), 0);
  const scale = Number((largest / STEPS).toPrecision(6));
  return encodeModelFile({
    head: { threshold: Number(threshold.toFixed(2)), bias: Number(bias.toPrecision(6)), scale },
    arrays: {
      words: bytesOf(words.hashes),
      bits: words.bits,
      features: bytesOf(Int32Array.from(kept, ([hash]) => hash)),
      weights: bytesOf(Int8Array.from(kept, ([, weight]) => Math.round(weight / scale))),
    },
  });
}
