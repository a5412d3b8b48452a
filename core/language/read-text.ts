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

/** A run of tokens between sentence ends, commas and contrasting words. `end` is exclusive. */
export interface Clause {
  start: number;
  end: number;
}

const CONTRASTS = new Set([
  'but',
  'however',
  'although',
  'though',
  'except',
  'yet',
  'whereas',
  'unfortunately',
  'sadly',
  'thankfully',
  'luckily',
]);
const BREAK = /[.!?;:,\n()\u2013\u2014…]| - /;
const MIN_CLAUSE = 2;

export function readText(text: string): ReadText {
  const tokens = tokenise(text);
  const words = tokens.map((token) => token.word);
  return { text, tokens, words, stems: words.map(stem), clauses: splitClauses(text, tokens) };
}

/**
 * Splits at punctuation and at words that turn the sentence ("but", "however", "sadly"). A fragment of one token joins the clause before
 * it, so that lists of single words stay together.
 */
function splitClauses(text: string, tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let index = 1; index <= tokens.length; index++) {
    const isLast = index === tokens.length;
    const isBreak = isLast || BREAK.test(text.slice(tokens[index - 1]!.end, tokens[index]!.start)) || CONTRASTS.has(tokens[index]!.word);
    if (!isBreak) continue;
    const before = clauses.at(-1);
    if (before && index - start < MIN_CLAUSE) before.end = index;
    else clauses.push({ start, end: index });
    start = index;
  }
  return clauses;
}

/** The clause that holds a token, by position. */
export function clauseAt(clauses: readonly Clause[], position: number): number {
  return Math.max(
    0,
    clauses.findIndex((clause) => position >= clause.start && position < clause.end),
  );
}
