import { detectDateFormat } from './date-format.ts';

/** What a column's values look like: counts and shares only, never a value. */
export interface ColumnProfile {
  name: string;
  /** 0 … 1. */
  filledShare: number;
  /** Distinct values among the filled ones, 0 … 1. */
  distinctShare: number;
  /** Mean number of words of the filled ones. */
  words: number;
  isDate: boolean;
  isNumber: boolean;
  isUrl: boolean;
}

export function profileColumn(name: string, values: readonly string[]): ColumnProfile {
  const filled = values.map((value) => value.trim()).filter(Boolean);
  const share = (test: (value: string) => boolean) => (filled.length === 0 ? 0 : filled.filter(test).length / filled.length);
  const words = filled.reduce((sum, value) => sum + value.split(/\s+/, 200).length, 0);
  return {
    name,
    filledShare: values.length === 0 ? 0 : filled.length / values.length,
    distinctShare: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
    words: filled.length === 0 ? 0 : words / filled.length,
    isDate: detectDateFormat(values) !== undefined,
    isNumber: share((value) => /^-?[\d,]+(?:\.\d+)?%?$/.test(value)) > 0.9,
    isUrl: share((value) => /^https?:\/\/\S+$/i.test(value)) > 0.8,
  };
}

/** For people: what kind of values a column holds. */
export function describeProfile(profile: ColumnProfile): string {
  const filled = `${Math.round(profile.filledShare * 100)} % filled`;
  if (profile.isDate) return `dates, ${filled}`;
  if (profile.isUrl) return `links, ${filled}`;
  if (profile.isNumber) return `numbers, ${filled}`;
  if (profile.words >= 4) return `text, ${Math.round(profile.words)} words on average, ${filled}`;
  return `${profile.distinctShare > 0.9 ? 'distinct values' : 'repeated values'}, ${filled}`;
}
