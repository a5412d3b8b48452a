let codes: Map<string, string> | undefined;

/** Names in English of all languages that have a code of two letters, and those codes. */
function codesByName(): Map<string, string> {
  if (codes) return codes;
  codes = new Map();
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(97 + n));
  for (const first of letters) {
    for (const second of letters) {
      const name = names.of(first + second);
      if (name !== undefined && !codes.has(name.toLowerCase())) codes.set(name.toLowerCase(), first + second);
    }
  }
  return codes;
}

const UNKNOWN = /^(?:n\/?a|und|unknown|undefined|other|none|null|zxx|-|)$/i;

/** A language tag from a tag, a name in English, or the first of several: undefined for none. */
export function languageTag(stated: string): string | undefined {
  const first = stated
    .split(/[,;|]/, 1)[0]!
    .replaceAll(/[[\]"']/g, '')
    .trim();
  if (UNKNOWN.test(first)) return undefined;
  return codesByName().get(first.toLowerCase()) ?? first.replaceAll('_', '-');
}
