import { createMatcher, type Matcher } from '../query-matcher.ts';
import { parseQuery, QuerySyntaxError } from '../query-parser.ts';
import { anyOf, type QueryNode } from '../query.ts';
import { themeId, type Theme } from '../theme.ts';
import type { DocumentProblem } from './document-error.ts';
import { RULE_LIMITS, type TaxonomyDocument } from './taxonomy-document.ts';

/** A theme and the queries, in the language of `core/query-parser.ts`, any of which finds it. */
export interface RuledTheme extends Theme {
  rules: readonly string[];
  where: QueryNode;
  matches: Matcher;
}

type ThemeData = TaxonomyDocument['categories'][number]['themes'][number];

const NO_WORDS = { words: [], stems: [] };

/** A theme of a document with its rules compiled; what is wrong with them is added to `problems`. */
export function defineTheme(category: string, { name, definition, rules }: ThemeData, problems: DocumentProblem[]): RuledTheme {
  const nodes: QueryNode[] = [];
  for (const [nth, rule] of rules.entries()) {
    const place = `theme "${name}" of "${category}", rule ${nth + 1}`;
    try {
      const node = parseQuery(rule, RULE_LIMITS);
      if (namesField(node)) problems.push({ place, message: 'Rules look at words alone: take the field out' });
      else if (createMatcher(node)(NO_WORDS)) problems.push({ place, message: 'This would find the theme in a text without any word' });
      else nodes.push(node);
    } catch (error) {
      if (!(error instanceof QuerySyntaxError)) throw error;
      problems.push({ place, message: error.message, position: error.position });
    }
  }
  const where = anyOf(nodes);
  return { id: themeId(category, name), category, name, definition, rules, where, matches: createMatcher(where) };
}

function namesField(node: QueryNode): boolean {
  if (node.type === 'field') return true;
  if (node.type === 'not') return namesField(node.node);
  return (node.type === 'and' || node.type === 'or') && node.nodes.some(namesField);
}
