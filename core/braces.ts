/**
 * Compiles a text with slots in braces, which nest, into a function of what the slots need.
 *
 * @param slot gives what stands in the place of `{inner}`.
 * @throws TypeError for unbalanced braces.
 */
export function compileBraces<C>(source: string, slot: (inner: string) => (context: C) => string): (context: C) => string {
  const parts: ((context: C) => string)[] = [];
  let textStart = 0;
  for (let i = 0; i < source.length; i++) {
    if (source[i] === '}') throw new TypeError(`"}" without "{" in "${source}"`);
    if (source[i] !== '{') continue;
    const end = closingBrace(source, i);
    if (i > textStart) parts.push(literal(source.slice(textStart, i)));
    parts.push(slot(source.slice(i + 1, end)));
    i = end;
    textStart = end + 1;
  }
  if (textStart < source.length || parts.length === 0) parts.push(literal(source.slice(textStart)));
  if (parts.length === 1) return parts[0]!;
  return (context) => {
    let text = '';
    for (const part of parts) text += part(context);
    return text;
  };
}

function literal(text: string): () => string {
  return () => text;
}

function closingBrace(source: string, open: number): number {
  let depth = 0;
  for (let i = open; i < source.length; i++) {
    if (source[i] === '{') depth++;
    else if (source[i] === '}' && --depth === 0) return i;
  }
  throw new TypeError(`"{" without "}" in "${source}"`);
}

/** Splits at the bars that are in no inner braces. */
export function splitAlternatives(inner: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < inner.length; i++) {
    if (inner[i] === '{') depth++;
    else if (inner[i] === '}') depth--;
    else if (inner[i] === '|' && depth === 0) {
      parts.push(inner.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(inner.slice(start));
  return parts;
}
