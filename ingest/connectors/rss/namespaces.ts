/** What namespaces mean here, whatever prefix a feed gives them. Those of RSS, CDF and Atom themselves have none. */
const NAMESPACES: [RegExp, string][] = [
  [/purl\.org\/dc\/elements/i, 'dc'],
  [/purl\.org\/dc\/terms/i, 'dcterms'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/purl\.org\/rss\/1\.0\/modules\/syndication/i, 'sy'],
  [/purl\.org\/syndication\/thread/i, 'thr'],
  [/search\.yahoo\.com\/mrss|\bmrss\b/i, 'media'],
  [/podcast-1\.0\.dtd|itunes\.apple\.com/i, 'itunes'],
  [/1999\/02\/22-rdf-syntax/i, 'rdf'],
  [/1999\/xhtml/i, 'xhtml'],
  [/w3\.org\/2005\/Atom|purl\.org\/(?:atom\/ns|net\/atom|echo|pie)|echo\/namespace|example\.com\/(?:newformat|necho)/i, ''],
  [/purl\.org\/rss\/1\.0\/(?:modules\/rss091)?#?$|my\.netscape\.com\/rdf|backend\.userland\.com\/rss|harvard\.edu\/tech\/rss/i, ''],
];
/** Prefixes that feeds use for their own format without declaring them. */
const OWN_PREFIXES = new Set(['atom', 'rss']);

export interface Namespaces {
  /** Takes note of what an element declares. Returns the prefix that stands for its default namespace, if it declares one. */
  declare(attributes: Record<string, string>): string | undefined;
  /** `prefix:local` in lower case by what the prefix means; no prefix for a feed's own elements. */
  nameOf(raw: string, defaultPrefix: string): string;
  /** The attribute of that local name in a namespace, by whatever prefix. */
  attribute(attributes: Record<string, string>, prefix: string, local: string): string | undefined;
}

export function createNamespaces(): Namespaces {
  const prefixes = new Map<string, string>([['xml', 'xml']]);

  function meaningOf(prefix: string): string {
    return prefixes.get(prefix) ?? (OWN_PREFIXES.has(prefix) ? '' : prefix);
  }

  return {
    declare(attributes) {
      let defaultPrefix: string | undefined;
      for (const key in attributes) {
        if (!key.startsWith('xmlns')) continue;
        const known = NAMESPACES.find(([pattern]) => pattern.test(attributes[key]!.slice(0, 200)))?.[1];
        if (key === 'xmlns') defaultPrefix = known ?? '';
        else if (key[5] === ':') prefixes.set(key.slice(6), known ?? foreign(key.slice(6)));
      }
      return defaultPrefix;
    },
    nameOf(raw, defaultPrefix) {
      const name = raw.toLowerCase();
      const colon = name.indexOf(':');
      const prefix = colon === -1 ? defaultPrefix : meaningOf(name.slice(0, colon));
      const local = name.slice(colon + 1);
      return prefix ? `${prefix}:${local}` : local;
    },
    attribute(attributes, prefix, local) {
      const key = Object.keys(attributes).find(
        (name) => name.endsWith(`:${local}`) && meaningOf(name.slice(0, -local.length - 1)) === prefix,
      );
      return key === undefined ? undefined : attributes[key];
    },
  };
}

/** A namespace that isn't known: its prefix stands for it, but never for the feed's own format. */
function foreign(prefix: string): string {
  return OWN_PREFIXES.has(prefix) ? `other-${prefix}` : prefix;
}
