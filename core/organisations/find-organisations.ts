import type { OrganisationMention, UnresolvedMention } from '../insight.ts';
import { createNameIndex, type NameContext, type NameMatch } from '../language/name-index.ts';
import { tokenise, type Token } from '../language/tokens.ts';
import { londonDate } from '../calendar.ts';
import { NOTHING_ADDED, type Additions } from './additions.ts';
import type { Directory } from './directory.ts';
import { HANDLES } from './handles.ts';
import { speaksOfElsewhere } from './name-contexts.ts';
import { namesOf, type Meaning } from './organisation-names.ts';
import { meaningOn, siteOf } from './record-names.ts';
import { SPELLINGS } from './spellings.ts';

export interface FoundOrganisations {
  organisations: OrganisationMention[];
  unresolved: UnresolvedMention[];
}

export type FindOrganisations = (text: string, tokens: readonly Token[], about: AboutPost) => FoundOrganisations;

/** What is known of a post beside its text. */
export interface AboutPost {
  /** The post's date: organisations come and go. */
  atMs: number;
  statedPlace?: string | undefined;
  /** ODS code of the one organisation that its source is about. */
  organisation?: string | undefined;
}

const MAX_WORDS_FOR_TOWNS = 400;
/** Of a name that any practice may bear: as many as a person looks at. */
const MAX_CANDIDATES = 20;
const NOTHING_FOUND: FoundOrganisations = { organisations: [], unresolved: [] };

/**
 * Finds organisations by name, alias and handle. A name that several share is resolved only by another place or a town in the same text, by the
 * post's own place field or by what its source is about; otherwise it stays unresolved with its candidates. A text that names none is about the
 * organisation in its place field, else the one that its source is about.
 */
export function createOrganisationFinder(directory: Directory, additions: Additions = NOTHING_ADDED): FindOrganisations {
  const findNames = createNameIndex([...namesOf(directory, additions).values()], SPELLINGS);
  const handles = new Map(Object.entries(HANDLES).map(([handle, code]) => [handle.toLowerCase(), code]));

  return function findOrganisations(text: string, tokens: readonly Token[], about: AboutPost): FoundOrganisations {
    const { atMs, statedPlace } = about;
    const stated = statedPlace === undefined ? [] : certainIn(statedPlace, atMs);
    const source = sourceOf(about);
    const mentions = mentionsIn(text, tokens).map((mention) => ({ ...mention, meaning: onDate(mention.meaning, atMs) }));
    if (mentions.length === 0 && stated.length === 0 && source.length === 0) return NOTHING_FOUND;
    const certain = mentions.flatMap(({ meaning }) => (meaning.isCertain ? meaning.candidates : []));
    const boardsOf = (code: string) => directory.ancestorsOf(code, atMs);
    const resolve = createResolver(new Set([...certain, ...stated, ...source]), tokens, statedPlace, boardsOf);

    const found: FoundOrganisations = { organisations: [], unresolved: [] };
    for (const { start, end, meaning, at } of mentions) {
      const isMeant = !at || !meaning.isMeant || (meaning.isMeant(at) && !speaksOfElsewhere(tokens));
      const code = meaning.isCertain ? meaning.candidates[0] : resolve(meaning, isMeant);
      if (code) found.organisations.push({ ods: code, name: nameOf(code), basis: meaning.basis, ...siteIn(meaning, code), start, end });
      else if (isMeant && (meaning.candidates.length > 0 || !meaning.records))
        found.unresolved.push({ text: text.slice(start, end), start, end, candidates: meaning.candidates.slice(0, MAX_CANDIDATES) });
    }
    if (found.organisations.length === 0) {
      const [codes, basis] = stated.length > 0 ? ([stated, 'author-stated'] as const) : ([source, 'source'] as const);
      for (const code of codes) found.organisations.push({ ods: code, name: nameOf(code), basis, start: 0, end: 0 });
    }
    return found;
  };

  function nameOf(code: string): string {
    return directory.get(code)?.name ?? code;
  }

  /** What the configuration says, of an organisation that there is; an ICB that was merged gives its successor. */
  function sourceOf({ organisation, atMs }: AboutPost): string[] {
    if (organisation === undefined || !directory.get(organisation)) return [];
    const { isCertain, candidates } = onDate({ basis: 'source', isCertain: true, candidates: [organisation] }, atMs);
    return isCertain ? [...candidates] : [];
  }

  /** Names, accounts and hashtags, in order and none overlapping: an account's name wins over the words in it. */
  function mentionsIn(text: string, tokens: readonly Token[]): Mention[] {
    const accounts = accountsIn(text, tokens);
    const named = findNames(text, tokens).map((match) => mentionOf(match, text, tokens));
    if (accounts.length === 0) return named;
    const free = named.filter(({ start, end }) => !accounts.some((account) => start < account.end && account.start < end));
    return [...free, ...accounts].sort((left, right) => left.start - right.start);
  }

  function certainIn(place: string, atMs: number): string[] {
    const meanings = findNames(place, tokenise(place)).map((match) => onDate(match.value, atMs));
    return [...new Set(meanings.flatMap(({ isCertain, candidates }) => (isCertain ? candidates : [])))];
  }

  function onDate(meaning: Meaning, atMs: number): Meaning {
    if (meaning.records) return meaningOn(meaning, meaning.records, londonDate(atMs));
    const [code] = meaning.candidates;
    if (!meaning.isCertain || code === undefined || directory.get(code)?.level !== 'icb') return meaning;
    const current = directory.currentIcb(code, atMs);
    return current ? { ...meaning, candidates: [current] } : { ...meaning, isCertain: false, candidates: directory.successorsOf(code) };
  }

  function accountsIn(text: string, tokens: readonly Token[]): Mention[] {
    if (!text.includes('@') && !text.includes('#')) return [];
    return tokens.flatMap(({ word, start, end }) => {
      const code = start > 0 && (text[start - 1] === '@' || text[start - 1] === '#') ? handles.get(word) : undefined;
      return code ? [{ start: start - 1, end, meaning: { basis: 'handle' as const, isCertain: true, candidates: [code] } }] : [];
    });
  }
}

interface Mention {
  start: number;
  end: number;
  meaning: Meaning;
  at?: NameContext;
}

const POSSESSIVE_LENGTH = 2;

function mentionOf({ from, to, isPossessive, value }: NameMatch<Meaning>, text: string, tokens: readonly Token[]): Mention {
  const end = tokens[to - 1]!.end - (isPossessive ? POSSESSIVE_LENGTH : 0);
  return { start: tokens[from]!.start, end, meaning: value, at: { text, tokens, from, to } };
}

function siteIn(meaning: Meaning, ods: string): { site?: string } {
  const site = siteOf(meaning, ods);
  return site === undefined ? {} : { site };
}

/**
 * Tells which candidate of an ambiguous name is meant: the only one that another place in the post, its board or a town speaks for; where none is
 * spoken for, the one that the team's alias chooses.
 */
function createResolver(
  others: ReadonlySet<string>,
  tokens: readonly Token[],
  statedPlace: string | undefined,
  boardsOf: (code: string) => readonly string[],
) {
  let words: string | undefined;
  return ({ candidates, towns, preferred }: Meaning, isMeant: boolean): string | undefined => {
    words ??= wordsOf(tokens, statedPlace);
    const isSpokenFor = (code: string) =>
      others.has(code) ||
      (others.size > 0 && boardsOf(code).some((board) => others.has(board))) ||
      towns?.[code]?.some((town) => words!.includes(` ${town} `) || words!.includes(` ${town}s `));
    const supported = candidates.filter(isSpokenFor);
    if (supported.length === 1) return supported[0];
    return isMeant && (supported.length === 0 || supported.includes(preferred ?? '')) ? preferred : undefined;
  };
}

/** " word word … " of the post and its place field, to look for towns in. */
function wordsOf(tokens: readonly Token[], statedPlace: string | undefined): string {
  const stated = statedPlace === undefined ? [] : tokenise(statedPlace);
  return ` ${[...tokens.slice(0, MAX_WORDS_FOR_TOWNS), ...stated].map(({ word }) => word).join(' ')} `;
}
