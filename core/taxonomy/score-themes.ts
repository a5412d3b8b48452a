import type { FiredRule } from '../language/features/extract-features.ts';
import type { Reading, Understanding } from '../language/heads/understanding.ts';
import type { RuledTheme } from './define-themes.ts';

export interface ThemeScore {
  id: string;
  /** 0 … 1. */
  score: number;
  /** Whether the theme counts as found. */
  over: boolean;
  /** Positions of the clauses that carry it; none where no clause does so alone. */
  clauses: readonly number[];
  /** Its label in the head that has learned it; null where its rule alone decides. */
  label: number | null;
}

/** A text as themes are scored in it. */
export interface Scored {
  reading: Reading;
  /** The themes whose rules found something. */
  fired: readonly FiredRule[];
  isFeedback: boolean;
  /** Whether its clauses pull both ways: then each is looked at as a comment of its own. */
  isMixed: boolean;
}

/** How likely a rule is right that was never measured. */
const RULE_SCORE = 0.6;
/** In posts, whose words the head has not learned from, it must think a theme likelier than not where no rule speaks for it. */
const UNRULED_IN_POSTS = 0.5;
/** A clause carries a theme with at least this share of the probability that the likeliest clause gives it. */
const CARRIES = 0.5;
/** Below this a clause says nothing of a theme. */
const LEAST_CARRIED = 0.08;
/** In mixed comments, how far a clause may be from the threshold: below it where the theme's rule found something in that clause, above it else. */
const RULED_MARGIN = -0.15;
const CLAUSE_MARGIN = 0.1;

/**
 * Scores of all themes: by the head where it finds them better than the theme's rule does, else by that rule. In posts, whose words differ from
 * those of the survey answers that the head learned from, a rule that fired is enough.
 */
export function createThemeScorer(themes: readonly RuledTheme[], understanding: Understanding) {
  const head = understanding.head('themes');
  const labelOf = new Map(head.labels.map((id, label) => [id, label]));

  return function scoreThemes({ reading, fired, isFeedback, isMixed }: Scored): ThemeScore[] {
    const inClauses = reading.clauses.length > 1 ? reading.clauses.map((clause) => understanding.logits('themes', clause)) : [];
    const scores = head.rolledUp(understanding.logits('themes', reading), inClauses);
    const ruleOf = new Map(fired.map((rule) => [rule.id, rule]));

    function scoreLearned(id: string, label: number, rule: FiredRule | undefined): ThemeScore {
      const threshold = head.thresholds[label]!;
      const score = reading.isEmpty ? 0 : scores[label]!;
      const isOver = !reading.isEmpty && score >= (isFeedback || rule ? threshold : Math.max(threshold, UNRULED_IN_POSTS));
      // Most themes of most texts end here: clauses are looked at where they matter.
      if (!isOver && !isMixed && (isFeedback || !rule)) return { id, score, over: false, clauses: [], label };
      const ruled = rule?.clauses ?? [];
      const inParts = inClauses.map((logits) => head.probabilityOf(logits, label));
      const clauses = inParts.length > 0 ? carriers(inParts, ruled) : [0];
      if (isOver) return { id, score, over: true, clauses, label };
      const own = isMixed ? inParts.flatMap((part, clause) => (fills(part, threshold, ruled.includes(clause)) ? [clause] : [])) : [];
      if (own.length > 0)
        return { id, score: Math.max(threshold, ...own.map((clause) => inParts[clause]!)), over: true, clauses: own, label };
      if (isFeedback || !rule) return { id, score, over: false, clauses, label };
      return { id, score: Math.max(score, RULE_SCORE), over: true, clauses, label };
    }

    return themes.map(({ id }) => {
      const label = labelOf.get(id);
      const rule = ruleOf.get(id);
      if (label !== undefined && head.rules[label] === null) return scoreLearned(id, label, rule);
      const score = (label === undefined ? null : head.rules[label]) ?? RULE_SCORE;
      return { id, score: rule ? score : 0, over: rule !== undefined, clauses: rule?.clauses ?? [], label: null };
    });
  };
}

/** Whether a clause alone is enough for its theme. */
function fills(part: number, threshold: number, isRuled: boolean): boolean {
  return part >= Math.min(0.95, threshold + (isRuled ? RULED_MARGIN : CLAUSE_MARGIN));
}

function carriers(inParts: readonly number[], ruled: readonly number[]): number[] {
  const most = Math.max(...inParts);
  return inParts.flatMap((part, clause) => ((part >= LEAST_CARRIED && part >= CARRIES * most) || ruled.includes(clause) ? [clause] : []));
}
