import { EarshotError } from './errors.ts';
import { RELEVANCE_KINDS, SENTIMENT_LABELS, URGENCY_LEVELS } from './insight.ts';
import { stem } from './language/stemmer.ts';
import { tokenise } from './language/tokens.ts';
import { POST_KINDS } from './post.ts';
import { allOf, anyOf, MATCH_ALL, QUERY_FIELDS, type QueryField, type QueryNode } from './query.ts';
import { lex, type Lexeme } from './query-lexer.ts';

export const MAX_QUERY_LENGTH = 256;
export const MAX_QUERY_TERMS = 32;
const MAX_NEAR_DISTANCE = 50;
const MAX_NEAR_PAIRS = 64;
const MAX_NESTING = 16;
const MIN_PREFIX_LENGTH = 2;

/** What a query may cost. Callers of the API get the default; the product's own rules are longer. */
export interface QueryLimits {
  /** Characters. */
  length: number;
  terms: number;
}

const QUERY_LIMITS: QueryLimits = { length: MAX_QUERY_LENGTH, terms: MAX_QUERY_TERMS };

/** A query that can't be read. `position` is the UTF-16 offset of the character at fault. */
export class QuerySyntaxError extends EarshotError {
  readonly position: number;
  readonly suggestion: string | undefined;

  constructor(message: string, position: number, suggestion?: string) {
    super('query-syntax', `${message} (at character ${position + 1})${suggestion ? `. ${suggestion}` : ''}`);
    this.name = 'QuerySyntaxError';
    this.position = position;
    this.suggestion = suggestion;
  }
}

const VALUES: Partial<Record<QueryField, readonly string[]>> = {
  sentiment: SENTIMENT_LABELS,
  relevance: RELEVANCE_KINDS,
  kind: POST_KINDS,
  urgency: URGENCY_LEVELS,
};

/**
 * Parses the query language: words, "phrases", prefix*, AND OR NOT (also -word), parentheses, `a NEAR/5 b`, and fields
 * (`theme:`, `source:`, `place:`, `sentiment:`, `lang:`, `cluster:` …). Words side by side mean AND; NOT binds tightest,
 * then NEAR, then AND, then OR. An empty query matches everything.
 *
 * @throws QuerySyntaxError with the position of the fault; no other error for any string.
 */
export function parseQuery(source: string, limits: QueryLimits = QUERY_LIMITS): QueryNode {
  if (source.length > limits.length) {
    throw new QuerySyntaxError(`The query is ${source.length} characters long; the limit is ${limits.length}`, limits.length);
  }
  const { lexemes, fault } = lex(source);
  if (fault) throw new QuerySyntaxError(fault.message, fault.position, fault.suggestion);
  return createParser(lexemes, source.length, limits).parse();
}

function createParser(lexemes: Lexeme[], endPosition: number, limits: QueryLimits) {
  let next = 0;
  let terms = 0;

  function parse(): QueryNode {
    if (lexemes.length === 0) return MATCH_ALL;
    const node = parseOr(0);
    const rest = lexemes[next];
    if (rest) throw new QuerySyntaxError('There is a ")" without a "(" before it', rest.position);
    return node;
  }

  function parseOr(depth: number): QueryNode {
    const nodes = [parseAnd(depth)];
    while (lexemes[next]?.type === 'or') {
      next++;
      nodes.push(parseAnd(depth));
    }
    return anyOf(nodes);
  }

  function parseAnd(depth: number): QueryNode {
    const nodes = [parseNear(depth)];
    for (;;) {
      const type = lexemes[next]?.type;
      if (type === 'and') next++;
      else if (type === undefined || type === 'or' || type === 'close') return allOf(nodes);
      nodes.push(parseNear(depth));
    }
  }

  function parseNear(depth: number): QueryNode {
    const left = parseNot(depth);
    const operator = lexemes[next];
    if (operator?.type !== 'near') return left;
    next++;
    const right = parseNot(depth);
    if (lexemes[next]?.type === 'near') {
      throw new QuerySyntaxError('NEAR joins two words or phrases, not three', lexemes[next]!.position, 'Write a NEAR/5 b AND b NEAR/5 c');
    }
    return nearNode(left, right, operator);
  }

  function parseNot(depth: number): QueryNode {
    if (lexemes[next]?.type !== 'not') return parseOperand(depth);
    let negations = 0;
    while (lexemes[next]?.type === 'not') {
      next++;
      negations++;
    }
    const node = parseOperand(depth);
    return negations % 2 ? { type: 'not', node } : node;
  }

  function parseOperand(depth: number): QueryNode {
    const lexeme = lexemes[next];
    if (!lexeme) throw new QuerySyntaxError('The query ends where a word is expected', endPosition);
    switch (lexeme.type) {
      case 'open': {
        if (depth >= MAX_NESTING) throw new QuerySyntaxError(`Parentheses are nested more than ${MAX_NESTING} deep`, lexeme.position);
        next++;
        if (lexemes[next]?.type === 'close') throw new QuerySyntaxError('There is nothing between the parentheses', lexeme.position);
        const node = parseOr(depth + 1);
        if (lexemes[next]?.type !== 'close') throw new QuerySyntaxError('This "(" has no ")"', lexeme.position);
        next++;
        return node;
      }
      case 'word':
      case 'phrase':
      case 'field': {
        next++;
        terms++;
        if (terms > limits.terms) throw new QuerySyntaxError(`The query has more than ${limits.terms} terms`, lexeme.position);
        return termNode(lexeme);
      }
      default:
        throw new QuerySyntaxError(
          `A word is expected before ${nameOf(lexeme)}`,
          lexeme.position,
          'To search for this word itself, put it in quotes',
        );
    }
  }

  return { parse };
}

function nameOf(lexeme: Lexeme): string {
  return lexeme.type === 'close' ? '")"' : lexeme.type.toUpperCase();
}

function termNode(lexeme: Lexeme & { type: 'word' | 'phrase' | 'field' }): QueryNode {
  if (lexeme.type === 'field') return fieldNode(lexeme);
  const words = tokenise(lexeme.text).map((token) => token.word);
  if (lexeme.type === 'word' && lexeme.prefix) return prefixNode(words, lexeme);
  if (words.length === 0) throw new QuerySyntaxError('This has no letter, digit or emoji to search for', lexeme.position);
  return lexeme.type === 'phrase' ? { type: 'phrase', tokens: words } : { type: 'stems', tokens: words.map(stem) };
}

function prefixNode(words: string[], lexeme: Lexeme): QueryNode {
  const prefix = words[0] ?? '';
  if (words.length !== 1 || prefix.length < MIN_PREFIX_LENGTH) {
    throw new QuerySyntaxError(`"*" follows one word of at least ${MIN_PREFIX_LENGTH} letters, as in wait*`, lexeme.position);
  }
  return { type: 'prefix', prefix };
}

function fieldNode(lexeme: Lexeme & { type: 'field' }): QueryNode {
  const field = QUERY_FIELDS.find((name) => name === lexeme.field.toLowerCase());
  if (!field) {
    throw new QuerySyntaxError(`There is no field "${lexeme.field}:"`, lexeme.position, `The fields are ${QUERY_FIELDS.join(', ')}`);
  }
  const value = fieldValue(field, lexeme.text.trim());
  if (!value) throw new QuerySyntaxError(`${field}: needs a value`, lexeme.position);
  const allowed = VALUES[field];
  if (allowed && !allowed.includes(value)) {
    throw new QuerySyntaxError(`${field}: can't be "${value}"`, lexeme.position, `It is one of ${allowed.join(', ')}`);
  }
  return { type: 'field', field, value };
}

/** A field's value in the case that the store keeps it in: ODS codes upper, ids and voices as they are, the rest lower. */
export function fieldValue(field: QueryField, value: string): string {
  if (field === 'place') return value.toUpperCase();
  return field === 'cluster' || field === 'voice' ? value : value.toLowerCase();
}

function nearNode(left: QueryNode, right: QueryNode, operator: Lexeme & { type: 'near' }): QueryNode {
  if (operator.distance > MAX_NEAR_DISTANCE) {
    throw new QuerySyntaxError(`NEAR looks at most ${MAX_NEAR_DISTANCE} words ahead`, operator.position);
  }
  const [lefts, rights] = [left, right].map((node) => runsOf(node, operator.position)) as [string[][], string[][]];
  if (lefts.length * rights.length > MAX_NEAR_PAIRS) {
    throw new QuerySyntaxError(
      `NEAR compares ${lefts.length * rights.length} pairs here; the limit is ${MAX_NEAR_PAIRS}`,
      operator.position,
    );
  }
  if (lefts.flat().some((token) => rights.flat().includes(token))) {
    throw new QuerySyntaxError('NEAR needs two different words: one is on both sides', operator.position);
  }
  const { distance } = operator;
  return anyOf(lefts.flatMap((one) => rights.map((other): QueryNode => ({ type: 'near', left: one, right: other, distance }))));
}

/** One side of NEAR: a word, a phrase, or several of them joined by OR in parentheses. */
function runsOf(node: QueryNode, position: number): string[][] {
  if (node.type === 'stems') return [node.tokens];
  if (node.type === 'phrase') return [node.tokens.map(stem)];
  if (node.type === 'or') return node.nodes.flatMap((part) => runsOf(part, position));
  throw new QuerySyntaxError('NEAR joins two words or phrases, or several in parentheses with OR between them', position);
}
