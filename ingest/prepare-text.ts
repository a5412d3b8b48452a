import { capText, cleanText, TEXT_CAP_BYTES } from '#core/language/clean-text.ts';
import type { Redactor } from '#core/language/redactor/redactor.ts';

export interface PreparedText {
  text: string;
  truncated: boolean;
}

/**
 * Read beyond the cap and given up after redaction, so that no part of an identifier that is cut at the end is left. No
 * structured identifier is longer.
 */
const SLACK = 512;

/**
 * Cleans, redacts and caps a text, in this order, whatever its length: what lies far beyond the cap is never looked at.
 * @param maxLength in code units, instead of the cap in bytes.
 */
export function prepareText(input: string, redact: Redactor, maxLength?: number): PreparedText {
  const window = input.slice(0, TEXT_CAP_BYTES + SLACK);
  const isCut = window.length < input.length;
  const redacted = redact(cleanText(window).text).text;
  const text = isCut ? redacted.slice(0, -SLACK) : redacted;
  const capped = maxLength === undefined ? capText(text) : { text: text.slice(0, maxLength), truncated: text.length > maxLength };
  return { text: capped.text.toWellFormed().trimEnd(), truncated: capped.truncated || isCut };
}
