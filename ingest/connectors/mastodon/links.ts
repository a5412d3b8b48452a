/** The position that a `Link` header names for the page before (newer) or after (older) this one. */
export function linkedId(header: string | undefined, rel: 'prev' | 'next'): string | undefined {
  const parameter = rel === 'prev' ? 'min_id' : 'max_id';
  for (const part of (header ?? '').slice(0, 8_000).split(/,\s*(?=<)/)) {
    const match = /^\s*<([^>]{1,2000})>\s*;(.{0,500})$/.exec(part);
    if (!match || !new RegExp(`rel="?${rel}"?`).test(match[2]!) || !URL.canParse(match[1]!, 'https://instance.invalid')) continue;
    const id = new URL(match[1]!, 'https://instance.invalid').searchParams.get(parameter);
    if (id && /^[\w-]{1,64}$/.test(id)) return id;
  }
  return undefined;
}

/** Ids are opaque strings, ordered by length and then by character. */
export function isNewer(id: string, than: string | undefined): boolean {
  return than === undefined || id.length > than.length || (id.length === than.length && id > than);
}
