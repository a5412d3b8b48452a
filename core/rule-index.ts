import { stem } from './language/stemmer.ts';
import { createMatcher, type Matchable, type Matcher } from './query-matcher.ts';
import type { QueryNode } from './query.ts';

export interface Rule {
  where: QueryNode;
}

/** A rule that matches, and where in the text: positions of the words that set it off, rising; none where it is set off by nothing in the text. */
export interface RuleMatch<R extends Rule> {
  rule: R;
  positions: number[];
}

interface Alternative {
  nth: number;
  rule: number;
  /** Absent where the trigger alone is the whole of it. */
  matches?: Matcher;
}

/**
 * Tests many rules on one text. Each alternative of a rule is tried only if a stem that it can't do without occurs in the text, so the cost follows
 * the text and not the number or the length of the rules.
 *
 * @returns a function that gives the rules that match, in their order.
 */
export function createRuleIndex<R extends Rule>(rules: readonly R[]): (document: Matchable) => RuleMatch<R>[] {
  const byTrigger = new Map<string, Alternative[]>();
  const always: Alternative[] = [];
  let alternativeCount = 0;
  rules.forEach((rule, index) => {
    for (const node of alternativesOf(rule.where)) {
      const triggers = triggersOf(node);
      const alternative: Alternative = {
        nth: alternativeCount++,
        rule: index,
        ...(isOneStem(node) ? {} : { matches: createMatcher(node) }),
      };
      if (!triggers) always.push(alternative);
      for (const trigger of triggers ?? []) {
        const others = byTrigger.get(trigger);
        if (others) others.push(alternative);
        else byTrigger.set(trigger, [alternative]);
      }
    }
  });

  return (document) => {
    const found = new Map<number, number[]>();
    // Each alternative is tried once, however often what sets it off occurs.
    const tried = new Map<number, boolean>();
    const { stems } = document;
    for (const { rule, matches } of always) if (!found.has(rule) && (!matches || matches(document))) found.set(rule, []);
    for (let position = 0; position < stems.length; position++) {
      for (const { nth, rule, matches } of byTrigger.get(stems[position]!) ?? []) {
        if (matches) {
          let isMatch = tried.get(nth);
          if (isMatch === undefined) tried.set(nth, (isMatch = matches(document)));
          if (!isMatch) continue;
        }
        const positions = found.get(rule);
        if (!positions) found.set(rule, [position]);
        else if (positions.at(-1) !== position) positions.push(position);
      }
    }
    return [...found].sort(([left], [right]) => left - right).map(([rule, positions]) => ({ rule: rules[rule]!, positions }));
  };
}

function alternativesOf(node: QueryNode): readonly QueryNode[] {
  return node.type === 'or' ? node.nodes.flatMap(alternativesOf) : [node];
}

function isOneStem(node: QueryNode): boolean {
  return node.type === 'stems' && node.tokens.length === 1;
}

/** Stems one of which every matching text holds; null where there is no such list. */
function triggersOf(node: QueryNode): Set<string> | null {
  switch (node.type) {
    case 'stems':
      return new Set([rarest(node.tokens)]);
    case 'phrase':
      return new Set([rarest(node.tokens.map(stem))]);
    case 'near':
      return new Set([rarest([...node.left, ...node.right])]);
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

const FREQUENT = new Set('nurs staff doctor hospit nhs ambul call phone time wait care team appoint'.split(' '));

/** Long words are rarer than short ones: a good enough guess, but for what everybody who speaks of care says. */
function rarest(tokens: readonly string[]): string {
  return tokens.reduce((best, token) => (rarity(token) > rarity(best) ? token : best));
}

function rarity(token: string): number {
  return FREQUENT.has(token) ? 0 : token.length;
}
