import { createNameIndex } from '../language/name-index.ts';
import { tokenise, type Token } from '../language/tokens.ts';
import { AMBIGUOUS_NAMES } from './ambiguous-names.ts';

/**
 * Finds towns of several words that tell shared names apart: "Isle of Wight", "Haywards Heath". A town of one word may be somebody's surname and
 * is left to others.
 */
export function createTownFinder(): (text: string, tokens: readonly Token[]) => { start: number; end: number }[] {
  const towns = new Set(Object.values(AMBIGUOUS_NAMES).flatMap((candidates) => Object.values(candidates).flat()));
  const names = [...towns].map((town) => tokenise(town).map(({ word }) => word)).filter((tokens) => tokens.length > 1);
  const find = createNameIndex(names.map((tokens) => ({ tokens, value: true })));
  return (text, tokens) => find(text, tokens).map(({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end }));
}
