export type Lexeme = { position: number } & (
  | { type: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { type: 'near'; distance: number }
  | { type: 'word'; text: string; prefix: boolean }
  | { type: 'phrase'; text: string }
  | { type: 'field'; field: string; text: string }
);

interface LexFault {
  message: string;
  position: number;
  suggestion?: string;
}

const DEFAULT_NEAR_DISTANCE = 10;
const NEAR = /^NEAR(?:\/(\d{1,4}))?$/;
const FIELD = /^([A-Za-z]{2,12}):(.*)$/s;
const CLOSING_QUOTE: Record<string, string> = { '"': '"', '“': '”', '”': '”' };

/** Splits a query into lexemes; stops at the first fault. */
export function lex(source: string): { lexemes: Lexeme[]; fault?: LexFault } {
  const lexemes: Lexeme[] = [];
  let position = 0;

  while (position < source.length) {
    const character = source[position]!;
    if (/\s/.test(character)) {
      position++;
    } else if (character === '(' || character === ')') {
      lexemes.push({ type: character === '(' ? 'open' : 'close', position });
      position++;
    } else if (character in CLOSING_QUOTE) {
      const quoted = readQuoted(source, position);
      if (!quoted) return { lexemes, fault: { message: 'This quotation mark has no partner', position } };
      lexemes.push({ type: 'phrase', text: quoted.text, position });
      position = quoted.end;
    } else if (character === '-' && /[^\s)]/.test(source[position + 1] ?? ' ')) {
      lexemes.push({ type: 'not', position });
      position++;
    } else {
      const end = wordEnd(source, position);
      const word = source.slice(position, end);
      const field = FIELD.exec(word);
      const isQuotedValue = field?.[2] === '' && (source[end] ?? '') in CLOSING_QUOTE;
      const quoted = isQuotedValue ? readQuoted(source, end) : undefined;
      if (isQuotedValue && !quoted) return { lexemes, fault: { message: 'This quotation mark has no partner', position: end } };
      lexemes.push(field ? { type: 'field', field: field[1]!, text: quoted?.text ?? field[2]!, position } : operatorOrWord(word, position));
      position = quoted?.end ?? end;
    }
  }
  return { lexemes };
}

function readQuoted(source: string, start: number): { text: string; end: number } | undefined {
  const straight = source.indexOf('"', start + 1);
  const curly = source.indexOf(CLOSING_QUOTE[source[start]!]!, start + 1);
  const ends = [straight, curly].filter((end) => end > 0);
  if (ends.length === 0) return undefined;
  const end = Math.min(...ends);
  return { text: source.slice(start + 1, end), end: end + 1 };
}

function wordEnd(source: string, start: number): number {
  let end = start + 1;
  while (end < source.length && !/[\s()"“”]/.test(source[end]!)) end++;
  return end;
}

function operatorOrWord(word: string, position: number): Lexeme {
  if (word === 'AND') return { type: 'and', position };
  if (word === 'OR') return { type: 'or', position };
  if (word === 'NOT') return { type: 'not', position };
  const near = NEAR.exec(word);
  if (near) return { type: 'near', distance: near[1] ? Number(near[1]) : DEFAULT_NEAR_DISTANCE, position };
  return { type: 'word', text: word, prefix: word.endsWith('*'), position };
}
