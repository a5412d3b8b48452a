import { splitClauses, type Clause } from './split-clauses.ts';
import { stem } from './stemmer.ts';
import { tokenise, type Token } from './tokens.ts';

/** A text, tokenised once for every stage that looks at it. */
export interface ReadText {
  text: string;
  tokens: Token[];
  words: string[];
  stems: string[];
  clauses: Clause[];
}

export function readText(text: string): ReadText {
  const tokens = tokenise(text);
  const words = tokens.map((token) => token.word);
  return { text, tokens, words, stems: words.map(stem), clauses: splitClauses(text, tokens) };
}
