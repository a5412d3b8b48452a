import { createMatcher, type Matcher } from '../query-matcher.ts';
import { parseQuery } from '../query-parser.ts';
import { anyOf } from '../query.ts';
import { themeId, type Theme } from '../theme.ts';
import type { QueryNode } from '../query.ts';

/** A theme and the queries, in the language of `core/query-parser.ts`, any of which finds it. */
export interface RuledTheme extends Theme {
  rules: readonly string[];
  where: QueryNode;
  matches: Matcher;
}

const RULE_LIMITS = { length: 1_000, terms: 100 };

type ThemeRow = readonly [name: string, definition: string, rules: readonly string[]];

/** @throws QuerySyntaxError for a rule that can't be read. */
export function defineThemes(category: string, rows: readonly ThemeRow[]): RuledTheme[] {
  return rows.map(([name, definition, rules]) => {
    const where = anyOf(rules.map((rule) => parseQuery(rule, RULE_LIMITS)));
    return { id: themeId(category, name), category, name, definition, rules, where, matches: createMatcher(where) };
  });
}
