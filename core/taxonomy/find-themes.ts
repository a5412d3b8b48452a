import type { FiredRule } from '../language/features/extract-features.ts';
import type { TextRange } from '../language/features/read-features.ts';
import type { ReadText } from '../language/read-text.ts';
import { createRuleIndex } from '../rule-index.ts';
import type { RuledTheme } from './define-themes.ts';

/** A theme whose rule matches, with the words that set it off. */
export interface FoundRule extends FiredRule {
  words: TextRange[];
}

/** A text as the heads read it: title and text together, its clauses, and the themes whose rules match. */
export interface FoundThemes {
  text: string;
  clauses: TextRange[];
  /** By theme id. */
  fired: FoundRule[];
}

export type ThemeFinder = (read: ReadText, title?: ReadText | null) => FoundThemes;

/** Finds which themes' rules match a text, and in which clauses the words stand that set them off. */
export function createThemeFinder(themes: readonly RuledTheme[]): ThemeFinder {
  const find = createRuleIndex(themes);

  function addFound(read: ReadText, offset: number, found: FoundThemes): void {
    const before = found.clauses.length;
    for (const { start, end } of read.clauses) {
      found.clauses.push({ start: offset + read.tokens[start]!.start, end: offset + read.tokens[end - 1]!.end });
    }
    for (const { rule: theme, positions } of find(read)) {
      const clauses = clausesAt(positions, read).map((clause) => before + clause);
      const words = positions.map((position) => {
        const { start, end } = read.tokens[position]!;
        return { start: offset + start, end: offset + end };
      });
      const held = found.fired.find(({ id }) => id === theme.id);
      if (held) {
        held.clauses.push(...clauses);
        held.words.push(...words);
      } else found.fired.push({ id: theme.id, clauses, words });
    }
  }

  return (read, title) => {
    const found: FoundThemes = { text: title ? `${title.text}\n${read.text}` : read.text, clauses: [], fired: [] };
    if (title) addFound(title, 0, found);
    addFound(read, title ? title.text.length + 1 : 0, found);
    return found;
  };
}

/** The clauses that hold any of some tokens; both rise. */
function clausesAt(positions: readonly number[], { clauses }: ReadText): number[] {
  const holding: number[] = [];
  let clause = 0;
  for (const position of positions) {
    while (clause < clauses.length && clauses[clause]!.end <= position) clause++;
    if (clause < clauses.length && holding.at(-1) !== clause) holding.push(clause);
  }
  return holding;
}
