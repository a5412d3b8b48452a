import type { Token } from './tokens.ts';

/** A run of tokens that says one thing. `end` is exclusive. */
export interface Clause {
  start: number;
  end: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Words that turn the sentence: a clause begins with them wherever they stand. */
const CONTRASTS = words(
  'but however although though except yet whereas unfortunately sadly thankfully luckily despite whilst while until otherwise',
);
/** Turn the sentence too, unless an article or "just a" leads up to them. */
const REGRETS = words('shame pity boo');
/** Before "though" and "if", "even" belongs to them; "apart from", "other than". */
const CONTRAST_PAIRS = new Map([
  ['even', words('though if')],
  ['apart', words('from')],
  ['other', words('than')],
]);
const SUBJECTS = words('i we they he she it its im you nobody noone everyone everybody someone there ive theyve weve');
const DETERMINERS = words('the a an my our their his her this that these those no every all some');
const COPULAS = words('was were is are wasnt werent isnt arent');
const VERBS = words(
  `was were is are wasnt werent isnt arent had has have hadnt hasnt havent did didnt do does doesnt took came went got felt seemed looked made kept gave
  left lost told could couldnt would wouldnt should need needs needed waited explained`,
);
/** What ties two verbs into one clause. */
const TIES = words('and or that which who what how when where because cos if as than so to since until before after whether why while');
const LONGEST_SUBJECT = 5;
const MIN_CLAUSE = 2;
/** A break by grammar alone leaves at least this many tokens on its left. */
const MIN_BEFORE = 3;

/**
 * Splits at punctuation, at words that turn the sentence ("but", "apart from"), at "and" before a new subject and verb, at "which was", and where a
 * second "was" shows that a new clause began without a mark. A fragment of one token joins the clause before it, so that lists of single words stay
 * together. Rules, made for how people write of care; linear in the number of tokens.
 */
export function splitClauses(text: string, tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const close = (end: number) => {
    const before = clauses.at(-1);
    if (before && end - start < MIN_CLAUSE) before.end = end;
    else if (end > start) clauses.push({ start, end });
    start = end;
  };
  for (let index = 1; index < tokens.length; index++) {
    if (
      hasBreak(text, tokens[index - 1]!.end, tokens[index]!.start) ||
      isAfterEmoji(tokens, start, index) ||
      turns(tokens, index) ||
      startsClause(text, tokens, start, index)
    )
      close(index);
  }
  close(tokens.length);
  return clauses;
}

const BREAKS = new Set(Array.from('.!?;:,\n()\u2013\u2014\u2026', (mark) => mark.charCodeAt(0)));

/** Whether a mark between two tokens ends a clause: punctuation, a dash or stroke between spaces. */
function hasBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (BREAKS.has(unit) || ((unit === 0x2d || unit === 0x2f) && text.charCodeAt(at - 1) === 0x20 && text.charCodeAt(at + 1) === 0x20))
      return true;
  }
  return false;
}

/** Emoji close what was said before them: the next word begins anew. */
function isAfterEmoji(tokens: readonly Token[], start: number, index: number): boolean {
  return index - start > MIN_CLAUSE && isEmoji(tokens[index - 1]!) && !isEmoji(tokens[index]!);
}

const isEmoji = ({ word }: Token): boolean => word.startsWith('emoji_');

function turns(tokens: readonly Token[], index: number): boolean {
  const { word } = tokens[index]!;
  if (REGRETS.has(word)) return !DETERMINERS.has(tokens[index - 1]!.word);
  if (CONTRASTS.has(word)) return !CONTRAST_PAIRS.get(tokens[index - 1]!.word)?.has(word);
  const next = tokens[index + 1]?.word;
  return next !== undefined && (CONTRAST_PAIRS.get(word)?.has(next) ?? false);
}

/** Whether a new subject and its verb begin here. */
function startsClause(text: string, tokens: readonly Token[], start: number, index: number): boolean {
  if (index - start < MIN_BEFORE) return false;
  const { word } = tokens[index]!;
  if (word === 'and') return hasSubjectAndVerb(text, tokens, index + 1);
  if (word === 'which') return COPULAS.has(tokens[index + 1]?.word ?? '');
  return isUnmarked(tokens, start, index);
}

/** A pronoun, or one to four words and then a verb, before anything that ends or ties a clause. */
function hasSubjectAndVerb(text: string, tokens: readonly Token[], from: number): boolean {
  const first = tokens[from]?.word;
  if (first === undefined || VERBS.has(first) || TIES.has(first)) return false;
  if (SUBJECTS.has(first)) return true;
  for (let at = from + 1; at < tokens.length && at <= from + LONGEST_SUBJECT; at++) {
    const { word, start } = tokens[at]!;
    if (hasBreak(text, tokens[at - 1]!.end, start)) return false;
    if (VERBS.has(word)) return true;
    if (TIES.has(word) || CONTRASTS.has(word)) return false;
  }
  return false;
}

/** "staff were brilliant | wait was awful": a second "was", its subject one noun with or without an article, and nothing that ties the two. */
function isUnmarked(tokens: readonly Token[], start: number, index: number): boolean {
  const isArticle = DETERMINERS.has(tokens[index]!.word);
  if (!COPULAS.has(tokens[index + (isArticle ? 2 : 1)]?.word ?? '')) return false;
  const before = tokens[index - 1]!.word;
  if (!isArticle && (DETERMINERS.has(before) || COPULAS.has(before))) return false;
  let hasVerb = false;
  for (let at = start; at < index; at++) {
    const { word } = tokens[at]!;
    if (at > start && TIES.has(word)) return false;
    // Something must be said of the first subject before the second begins.
    if (COPULAS.has(word) && at < index - 1) hasVerb = true;
  }
  return hasVerb;
}
