import { stem } from '../language/stemmer.ts';
import type { ReadText } from '../language/read-text.ts';
import type { QueryNode } from '../query.ts';
import { createRuleIndex } from '../rule-index.ts';
import type { RuledTheme } from './define-themes.ts';

/** Finds which themes' rules match a text, in the taxonomy's order. */
export function createThemeFinder(themes: readonly RuledTheme[]): (read: ReadText) => RuledTheme[] {
  return createRuleIndex(themes);
}

/** Stems and words that a rule looks for without negation: where the theme is in the text. */
export function evidenceOf(node: QueryNode): Set<string> {
  switch (node.type) {
    case 'stems':
      return new Set(node.tokens);
    case 'phrase':
      return new Set(node.tokens.map(stem));
    case 'near':
      return new Set([...node.left, ...node.right]);
    case 'and':
    case 'or':
      return new Set(node.nodes.flatMap((part) => [...evidenceOf(part)]));
    default:
      return new Set();
  }
}
