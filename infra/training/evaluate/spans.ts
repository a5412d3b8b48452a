import { interval } from '#core/learning/metrics.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { seededRandom } from '#core/seeded-random.ts';

/** A run of a text that is personal data. Offsets are UTF-16 code units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
  type: string;
}

interface Counts {
  right: number;
  found: number;
  wanted: number;
}

const RESAMPLES = 1_000;

/** How well redaction finds spans: right are those with the same start, end and type. */
export function describeSpans(rows: readonly { text: string; spans?: readonly Span[] | undefined }[]): string[] {
  const redact = loadRedactor();
  const byType = new Map<string, Counts>();
  const byRow: Counts[] = rows.map(({ text, spans = [] }) => {
    const found = redact(text).spans;
    const isWanted = new Set(spans.map(keyOf));
    const right = found.filter((span) => isWanted.has(keyOf(span)));
    count(byType, right, 'right');
    count(byType, found, 'found');
    count(byType, spans, 'wanted');
    return { right: right.length, found: found.length, wanted: spans.length };
  });
  const all = total(byRow);
  const within = (of: (counts: Counts) => number) => {
    const [low, high] = interval(rows.length, (sample) => of(total(Array.from(sample, (nth) => byRow[nth]!))), seededRandom(1), RESAMPLES);
    return `${of(all).toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)})`;
  };
  return [
    `earshot: recall ${within(recallOf)}, precision ${within(precisionOf)}, ${all.wanted.toLocaleString('en-GB')} spans`,
    '',
    ...[...byType]
      .sort(([left], [right]) => left.localeCompare(right))
      .map(
        ([type, counts]) =>
          `  ${type}: recall ${recallOf(counts).toFixed(3)}, precision ${precisionOf(counts).toFixed(3)}, n ${counts.wanted}`,
      ),
  ];
}

const keyOf = ({ start, end, type }: Span): string => `${start}-${end}-${type}`;
const recallOf = ({ right, wanted }: Counts): number => (wanted === 0 ? 1 : right / wanted);
const precisionOf = ({ right, found }: Counts): number => (found === 0 ? 1 : right / found);

function count(byType: Map<string, Counts>, spans: readonly Span[], what: keyof Counts): void {
  for (const { type } of spans) {
    const counts = byType.get(type) ?? { right: 0, found: 0, wanted: 0 };
    counts[what] += 1;
    byType.set(type, counts);
  }
}

function total(counts: readonly Counts[]): Counts {
  const sum: Counts = { right: 0, found: 0, wanted: 0 };
  for (const each of counts) {
    sum.right += each.right;
    sum.found += each.found;
    sum.wanted += each.wanted;
  }
  return sum;
}
