import type { PlaceBasis } from '../insight.ts';
import type { IndexedName, NameContext } from '../language/name-index.ts';
import { tokenise } from '../language/tokens.ts';
import { ABBREVIATIONS } from './abbreviations.ts';
import { AMBIGUOUS_NAMES } from './ambiguous-names.ts';
import { NOTHING_ADDED, type Additions, type OdsRecord } from './additions.ts';
import type { Directory } from './directory.ts';
import { FORMER_NAMES } from './former-names.ts';
import { contextOf } from './name-contexts.ts';
import { namesOfRecords } from './record-names.ts';
import { SITES } from './sites.ts';

/** What a name stands for. */
export interface Meaning {
  basis: PlaceBasis;
  /** False: one of the candidates, if any, and only other evidence tells which. */
  isCertain: boolean;
  candidates: readonly string[];
  /** Words that speak for a candidate: towns and districts. */
  towns?: Readonly<Record<string, readonly string[]>>;
  /** Those of an extract that bear the name, on whatever date. */
  records?: readonly OdsRecord[];
  /** Made of words that places everywhere are named with: never certain. */
  isGeneric?: boolean;
  /** Code of the one site of the trust that bears the name. */
  site?: string | undefined;
  /** The candidate that an alias of the team chooses where nothing in the post speaks for another. */
  preferred?: string;
  /** Whether an ambiguous name that nothing resolves is worth asking about where it stands. */
  isMeant?: (at: NameContext) => boolean;
}

/** A trust's name without "NHS Trust" is a name of its own only if it holds one of these: "Manchester University" is not a hospital. */
const INSTITUTION = /hospital|healthcare|health|care|ambulance|partnership|centre|children|women/i;
const TRUST_ENDING = /,? NHS (?:Foundation )?Trust$/;
const MIN_HASHTAG_LENGTH = 6;

/**
 * Every name that is looked for, by its folded words ("#" in front: only as a hashtag). Ambiguous ones first: what is ambiguous anywhere stays so,
 * until an alias chooses.
 */
export function namesOf(directory: Directory, { aliases, records }: Additions = NOTHING_ADDED): Map<string, IndexedName<Meaning>> {
  const names = new Map<string, IndexedName<Meaning>>();
  const put = (tokens: string[], name: IndexedName<Meaning>, mark = '') => {
    const key = mark + tokens.join(' ');
    if (!names.has(key)) names.set(key, name);
  };
  const add = (name: string, meaning: Meaning) => {
    const tokens = tokenise(name).map(({ word }) => word);
    const { accepts, isMeant } = contextOf(name, tokens, meaning.isCertain);
    const value = meaning.isCertain ? meaning : { ...meaning, isMeant };
    put(tokens, { tokens, value, accepts });
    const withoutAnd = tokens.filter((token) => token !== 'and');
    if (withoutAnd.length < tokens.length)
      put(withoutAnd, { tokens: withoutAnd, value, accepts: (at) => isJoinedBySign(at) && accepts(at) });
    const hashtag = tokens.join('');
    if (tokens.length > 1 && value.isCertain && hashtag.length >= MIN_HASHTAG_LENGTH) {
      put([hashtag], { tokens: [hashtag], value: { ...value, basis: 'alias' }, accepts: isHashtag }, '#');
    }
  };

  for (const [name, towns] of Object.entries(AMBIGUOUS_NAMES)) {
    add(name, { basis: 'alias', isCertain: false, candidates: Object.keys(towns), towns });
  }
  const practices = new Set(records.map(({ code }) => code));
  for (const { ods, name, level } of directory.all()) {
    if (practices.has(ods)) continue;
    const named: Meaning = { basis: 'named', isCertain: true, candidates: [ods] };
    const alias: Meaning = { ...named, basis: 'alias' };
    if (level === 'icb') {
      const short = name.replace(/^NHS /, '').replace(/ Integrated Care Board$/, '');
      add(name, named);
      for (const other of [`${short} Integrated Care Board`, `${short} ICB`, `NHS ${short} ICB`]) add(other, alias);
    } else if (level === 'organisation') {
      const bare = name.replace(/^The /, '');
      for (const full of [name, bare]) add(full, named);
      const short = bare.replace(TRUST_ENDING, '');
      for (const ending of ['Trust', 'Foundation Trust']) add(`${short} ${ending}`, alias);
      if (INSTITUTION.test(short)) {
        for (const said of [short, ...inSingular(name), ...inSingular(short)]) add(said, alias);
      }
    }
  }
  for (const [code, others] of [SITES, ABBREVIATIONS, FORMER_NAMES].flatMap((names) => Object.entries(names))) {
    for (const name of others) add(name, { basis: 'alias', isCertain: true, candidates: [code] });
  }
  for (const name of namesOfRecords(records)) addRecords(names, name);
  const sites = new Map(records.flatMap((record) => (record.kind === 'site' ? [[record.code, record.parent]] : [])));
  for (const { text, ods } of aliases) addAlias(names, text, sites.has(ods) ? { ods: sites.get(ods)!, site: ods } : { ods });
  return names;
}

type Names = Map<string, IndexedName<Meaning>>;

/** A name that comes with the program stays what it is; if it is the trust's own, it is the site's too. */
function addRecords(names: Names, name: IndexedName<Meaning>): void {
  const key = name.tokens.join(' ');
  const held = names.get(key);
  if (!held) return void names.set(key, name);
  const [site, ...others] = name.value.records ?? [];
  if (!site || others.length > 0 || site.kind !== 'site' || site.to !== undefined) return;
  const { value } = held;
  if (value.isCertain && value.candidates[0] === site.parent) names.set(key, { ...held, value: { ...value, site: site.code } });
}

function addAlias(names: Names, text: string, { ods, site }: { ods: string; site?: string }): void {
  const key = aliasKey(text);
  const isTag = key.startsWith('#');
  const tokens = isTag ? [key.slice(1)] : key.split(' ');
  const held = names.get(key);
  if (held && !held.value.isCertain) return void names.set(key, { ...held, value: { ...held.value, preferred: ods, site } });
  const { accepts } = contextOf(text, tokens, true);
  const value: Meaning = { basis: 'alias', isCertain: true, candidates: [ods], site };
  names.set(key, { tokens, value, accepts: isTag ? isHashtag : accepts });
}

/** The folded words of an alias; "#" stays in front of a hashtag, which is one word. */
export function aliasKey(text: string): string {
  const words = tokenise(text).map(({ word }) => word);
  return text.trim().startsWith('#') ? `#${words.join('')}` : words.join(' ');
}

/** "Leeds Teaching Hospital" is said of Leeds Teaching Hospitals. */
function inSingular(name: string): string[] {
  return /Hospitals\b/.test(name) ? [name.replace(/Hospitals\b/, 'Hospital')] : [];
}

/** "Norfolk & Norwich", "Guy's + St Thomas'": the sign is no token. */
function isJoinedBySign({ text, tokens, from, to }: NameContext): boolean {
  return /[&+]/.test(text.slice(tokens[from]!.start, tokens[to - 1]!.end));
}

function isHashtag({ text, tokens, from }: NameContext): boolean {
  return text[tokens[from]!.start - 1] === '#';
}
