import type { OrganisationMention, PlaceBasis, UnresolvedMention } from '../insight.ts';
import { createNameIndex, type NameMatch } from '../language/name-index.ts';
import { tokenise, type Token } from '../language/tokens.ts';
import { AMBIGUOUS_NAMES } from './ambiguous-names.ts';
import type { Directory } from './directory.ts';
import { HANDLES } from './handles.ts';
import { SITES } from './sites.ts';

interface Meaning {
  basis: PlaceBasis;
  /** False: one of the candidates, if any, and only other evidence tells which. */
  isCertain: boolean;
  candidates: readonly string[];
}

export interface FoundOrganisations {
  organisations: OrganisationMention[];
  unresolved: UnresolvedMention[];
}

/** A trust's name without "NHS Trust" is a name of its own only if it holds one of these: "Manchester University" is not a hospital. */
const INSTITUTION = /hospital|healthcare|health|care|ambulance|partnership|centre|children|women/i;
const TRUST_ENDING = /,? NHS (?:Foundation )?Trust$/;

/**
 * Finds organisations by name, alias and handle. A name that several share is resolved only by another place in the same text, or by the
 * post's own place field; otherwise it stays unresolved with its candidates.
 */
export function createOrganisationFinder(directory: Directory) {
  const findNames = createNameIndex(allNames(directory));
  const handles = new Map(Object.entries(HANDLES).map(([handle, code]) => [handle.toLowerCase(), code]));

  /** @param atMs the post's date, for ICBs that came and went. */
  return function findOrganisations(
    text: string,
    tokens: readonly Token[],
    statedPlace: string | undefined,
    atMs: number,
  ): FoundOrganisations {
    const matches = findNames(text, tokens);
    const stated = statedPlace === undefined ? [] : certainIn(statedPlace, atMs);
    const mentions: (Mention & { meaning: Meaning })[] = [
      ...matches.map((match) => mentionOf(match, tokens)),
      ...handleMentions(text, tokens),
    ]
      .map((mention) => ({ ...mention, meaning: onDate(mention.meaning, atMs) }))
      .sort((left, right) => left.start - right.start);
    const named = new Set([...mentions.flatMap(({ meaning }) => (meaning.candidates.length === 1 ? meaning.candidates : [])), ...stated]);

    const found: FoundOrganisations = { organisations: [], unresolved: [] };
    for (const { start, end, meaning } of mentions) {
      const code = meaning.isCertain ? meaning.candidates[0] : onlyShared(meaning.candidates, named);
      if (code) found.organisations.push({ ods: code, name: directory.get(code)?.name ?? code, basis: meaning.basis, start, end });
      else found.unresolved.push({ text: text.slice(start, end), start, end, candidates: [...meaning.candidates] });
    }
    if (found.organisations.length === 0) {
      for (const code of stated)
        found.organisations.push({ ods: code, name: directory.get(code)?.name ?? code, basis: 'author-stated', start: 0, end: 0 });
    }
    return found;
  };

  function certainIn(place: string, atMs: number): string[] {
    const meanings = findNames(place, tokenise(place)).map((match) => onDate(match.value, atMs));
    return [...new Set(meanings.flatMap(({ isCertain, candidates }) => (isCertain ? candidates : [])))];
  }

  function onDate(meaning: Meaning, atMs: number): Meaning {
    const [code] = meaning.candidates;
    if (!meaning.isCertain || code === undefined || directory.get(code)?.level !== 'icb') return meaning;
    const current = directory.currentIcb(code, atMs);
    return current ? { ...meaning, candidates: [current] } : { ...meaning, isCertain: false, candidates: directory.successorsOf(code) };
  }

  function handleMentions(text: string, tokens: readonly Token[]): Mention[] {
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
}

const POSSESSIVE_LENGTH = 2;

function mentionOf(match: NameMatch<Meaning>, tokens: readonly Token[]): Mention {
  const end = tokens[match.to - 1]!.end - (match.isPossessive ? POSSESSIVE_LENGTH : 0);
  return { start: tokens[match.from]!.start, end, meaning: match.value };
}

function onlyShared(candidates: readonly string[], named: ReadonlySet<string>): string | undefined {
  const shared = candidates.filter((code) => named.has(code));
  return shared.length === 1 ? shared[0] : undefined;
}

function allNames(directory: Directory) {
  const names = new Map<string, { name: string; tokens: string[]; value: Meaning }>();
  const add = (name: string, value: Meaning) => {
    const tokens = tokenise(name).map((token) => token.word);
    const key = tokens.join(' ');
    if (!names.has(key)) names.set(key, { name, tokens, value });
  };
  for (const [name, candidates] of Object.entries(AMBIGUOUS_NAMES)) add(name, { basis: 'alias', isCertain: false, candidates });
  for (const { ods, name, level } of directory.all()) {
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
      if (INSTITUTION.test(short)) add(short, alias);
    }
  }
  for (const [code, sites] of Object.entries(SITES))
    for (const name of sites) add(name, { basis: 'alias', isCertain: true, candidates: [code] });
  return [...names.values()];
}
