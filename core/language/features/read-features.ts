import { int32s } from '../slab.ts';
import { denseFeatures } from './dense-features.ts';
import { createFeatureExtractor, type FiredRule, type TextFeatures } from './extract-features.ts';
import { tokenValences, type Lexicon } from './lexicon.ts';
import { createScanner } from './scan-text.ts';

/** A run of the text, UTF-16 code units, end exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

/** A part of a text as the heads see it: its tokens from `from` to before `to`, and its own dense numbers. */
export interface Part {
  from: number;
  to: number;
  dense: Float32Array;
}

/** One text's features, and where its tokens stand. */
export interface FeatureReading {
  features: TextFeatures;
  starts: Int32Array;
  ends: Int32Array;
  /** Of each token where it stands. */
  valences: Float32Array;
  /** By clause. */
  parts: Part[];
}

/** Reads texts one at a time. `clauses`: in order, not overlapping. A token belongs to the clause that it begins in. */
export function createFeatureReader(lexicon: Lexicon) {
  const scan = createScanner();
  const extract = createFeatureExtractor();

  return function readFeatures(text: string, clauses: readonly TextRange[], rules: readonly FiredRule[]): FeatureReading {
    const scanned = scan(text);
    const valences = tokenValences(scanned, lexicon);
    const { length } = scanned;
    let from = 0;
    const ranges = clauses.map(({ end }, nth) => {
      let to = from;
      // The last clause takes what is left; punctuation after a clause is its own.
      const limit = nth === clauses.length - 1 ? Infinity : Math.max(end, clauses[nth + 1]!.start);
      while (to < length && scanned.starts[to]! < limit) to++;
      const range = { from, to };
      from = to;
      return range;
    });
    return {
      features: extract(scanned, valences, rules, ranges),
      starts: int32s.copy(scanned.starts, length),
      ends: int32s.copy(scanned.ends, length),
      valences,
      parts: ranges.map((range) => ({ ...range, dense: denseFeatures(scanned, valences, range.from, range.to) })),
    };
  };
}
