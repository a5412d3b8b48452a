import type { QueryNode } from '../query.ts';
import { stem } from '../language/stemmer.ts';
import type { ReadText } from '../language/read-text.ts';
import type { RuledTheme } from './define-themes.ts';

/**
 * Finds which themes' rules match a text. A rule is tried only if a stem that it can't do without occurs in the text, so the cost follows the
 * text and not the number of themes.
 */
export function createThemeFinder(themes: readonly RuledTheme[]): (read: ReadText) => RuledTheme[] {
  const byTrigger = new Map<string, number[]>();
  const always: number[] = [];
  themes.forEach((theme, index) => {
    const triggers = triggersOf(theme.where);
    if (!triggers) always.push(index);
    for (const trigger of triggers ?? []) {
      const indexes = byTrigger.get(trigger);
      if (indexes) indexes.push(index);
      else byTrigger.set(trigger, [index]);
    }
  });

  return (read) => {
    const tried = new Set<number>(always);
    for (const token of read.stems) {
      const indexes = byTrigger.get(token);
      if (indexes) for (const index of indexes) tried.add(index);
    }
    if (tried.size === 0) return [];
    return [...tried]
      .sort((left, right) => left - right)
      .map((index) => themes[index]!)
      .filter((theme) => theme.matches(read));
  };
}

/** Stems one of which every matching text holds; null where there is no such list. */
export function triggersOf(node: QueryNode): Set<string> | null {
  switch (node.type) {
    case 'stems':
      return new Set([rarest(node.tokens)]);
    case 'phrase':
      return new Set([rarest(node.tokens.map(stem))]);
    case 'near':
      return new Set([rarest(node.left)]);
    case 'or': {
      const parts = node.nodes.map(triggersOf);
      return parts.includes(null) ? null : new Set(parts.flatMap((part) => [...part!]));
    }
    case 'and': {
      const parts = node.nodes.map(triggersOf).filter((part) => part !== null);
      return parts.sort((left, right) => left.size - right.size)[0] ?? null;
    }
    case 'none':
      return new Set();
    default:
      return null;
  }
}

/** Long words are rarer than short ones: a good enough guess. */
function rarest(tokens: readonly string[]): string {
  return tokens.reduce((best, token) => (token.length > best.length ? token : best));
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
