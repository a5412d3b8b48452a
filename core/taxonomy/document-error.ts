import type { z } from 'zod';
import { EarshotError } from '../errors.ts';

export interface DocumentProblem {
  /** Names and numbers a person finds the place by: `theme "Parking", rule 2`. */
  place: string;
  message: string;
  /** UTF-16 offset in the rule at fault. */
  position?: number;
}

/** A taxonomy or mapping that can't be used, with everything that is wrong with it. */
export class FrameworkDocumentError extends EarshotError {
  readonly problems: readonly DocumentProblem[];

  constructor(what: string, problems: readonly DocumentProblem[]) {
    super('invalid-framework', [`${what} can't be used.`, ...problems.map(lineOf)].join('\n'));
    this.name = 'FrameworkDocumentError';
    this.problems = problems;
  }
}

function lineOf({ place, message }: DocumentProblem): string {
  return `${place}: ${message}`;
}

/** Where the schema was broken, by the names that the document gives its parts. */
export function schemaProblems(document: unknown, error: z.ZodError): DocumentProblem[] {
  return error.issues.map(({ path, message }) => ({ place: placeOf(document, path), message }));
}

const SINGULAR: Record<string, string> = { categories: 'category', themes: 'theme', rules: 'rule', labels: 'label' };

function placeOf(document: unknown, path: readonly PropertyKey[]): string {
  const parts: string[] = [];
  let value = document;
  for (const [nth, key] of path.entries()) {
    value = childOf(value, key);
    if (typeof key !== 'number') {
      if (typeof path[nth + 1] !== 'number') parts.push(`"${String(key)}"`);
      continue;
    }
    const name = childOf(value, 'name');
    const of = SINGULAR[String(path[nth - 1])] ?? String(path[nth - 1]);
    parts.push(`${of} ${typeof name === 'string' ? `"${name}"` : key + 1}`);
  }
  return parts.join(', ') || 'the document';
}

function childOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
}
