import { MAX_PUSHED_ITEMS, type PushFormat } from '#core/push.ts';

/** One item as it was sent, or why there is none. */
export type SentItem = { value: unknown; bytes: number } | { problem: string; bytes: number };

/** An item in an envelope in a list is four deep; whatever is deeper isn't meant for us. */
const MAX_DEPTH = 8;

/** @returns the items of a request's body, or what is wrong with it as a whole. */
export function parseBody(body: Uint8Array, format: PushFormat): SentItem[] | { problem: string } {
  const text = decode(body);
  if (text === undefined) return { problem: 'The body is not UTF-8.' };
  if (format === 'ndjson')
    return withinLimit(
      text.split('\n').filter((line) => line.trim() !== ''),
      parseLine,
    );
  const parsed = parse(text);
  if ('problem' in parsed) return { problem: `The body ${parsed.problem}.` };
  return withinLimit(Array.isArray(parsed.value) ? parsed.value : [parsed.value], (value: unknown) => ({ value, bytes: sizeOf(value) }));
}

function withinLimit<T>(parts: readonly T[], toItem: (part: T) => SentItem): SentItem[] | { problem: string } {
  if (parts.length === 0) return { problem: 'The body holds no item.' };
  if (parts.length <= MAX_PUSHED_ITEMS) return parts.map((part) => toItem(part));
  return {
    problem: `The body holds ${parts.length.toLocaleString('en-GB')} items; send ${MAX_PUSHED_ITEMS.toLocaleString('en-GB')} at most.`,
  };
}

function decode(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function parseLine(line: string): SentItem {
  return { ...parse(line), bytes: Buffer.byteLength(line) };
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function parse(text: string): { value: unknown } | { problem: string } {
  if (depthOf(text) > MAX_DEPTH) return { problem: `is nested more than ${MAX_DEPTH} deep` };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: 'is not valid JSON' };
  }
}

/** How deep brackets and braces outside strings go. Known before parsing, so that nothing later recurses without end. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}
