import { londonDate } from '../calendar.ts';
import { tokenise } from '../language/tokens.ts';
import type { OdsRecord } from './additions.ts';
import ods from './ods.json' with { type: 'json' };

export const LEVELS = ['region', 'icb', 'organisation'] as const;
export type Level = (typeof LEVELS)[number];

export interface Organisation {
  ods: string;
  name: string;
  level: Level;
}

interface Icb {
  ods: string;
  name: string;
  region: string;
  /** Local dates, both in. */
  from: string;
  to?: string;
  successors?: string[];
}

/** Every organisation of one kind of level, by code, with its place in the geography on a date. */
export interface Directory {
  get(code: string): Organisation | undefined;
  all(): readonly Organisation[];
  /** ICB and region of an organisation, or region of an ICB, at an instant. An ICB that can't be told is left out. */
  ancestorsOf(code: string, atMs: number): string[];
  /** The code that stands for an ICB at an instant: itself, its only successor, or undefined where it has none or several. */
  currentIcb(code: string, atMs: number): string | undefined;
  successorsOf(code: string): readonly string[];
  /** Best match first: code, then names that begin with the words, then names that hold them. */
  search(text: string, limit: number): Organisation[];
}

/** @param practices of an extract; they are organisations with a place in the geography. */
export function createDirectory(practices: readonly OdsRecord[] = []): Directory {
  const icbs = new Map<string, Icb>(ods.icbs.map((icb) => [icb.ods, icb]));
  const trusts = new Map(ods.trusts.map((trust) => [trust.ods, trust]));
  const organisations: Organisation[] = [
    ...ods.regions.map((region) => ({ ...region, level: 'region' as const })),
    ...ods.icbs.map(({ ods, name }) => ({ ods, name, level: 'icb' as const })),
    ...ods.trusts.map(({ ods, name }) => ({ ods, name, level: 'organisation' as const })),
    ...practices.map(({ code, name }) => ({ ods: code, name, level: 'organisation' as const })),
  ];
  const byCode = new Map(organisations.map((organisation) => [organisation.ods, organisation]));
  const boards = new Map(practices.map(({ code, parent }) => [code, parent]));
  let searchable: { organisation: Organisation; words: string[] }[] | undefined;

  const isOpen = (icb: Icb, date: string) => icb.from <= date && (icb.to === undefined || date <= icb.to);

  /** The ICB on a date of what is or was in another one: undefined where several went into that one, or it into several. */
  function icbOn(current: string, date: string): string | undefined {
    const icb = icbs.get(current);
    if (!icb || isOpen(icb, date)) return icb?.ods;
    if (date > icb.from) return icb.successors?.length === 1 ? icb.successors[0] : undefined;
    const earlier = ods.icbs.filter((other: Icb) => isOpen(other, date) && other.successors?.includes(current));
    return earlier.length === 1 ? earlier[0]!.ods : undefined;
  }

  return {
    get: (code) => byCode.get(code),
    all: () => organisations,
    ancestorsOf(code, atMs) {
      const board = boards.get(code);
      const trust = trusts.get(code) ?? (board === undefined ? undefined : { icb: board, region: icbs.get(board)!.region });
      if (!trust) {
        const icb = icbs.get(code);
        return icb ? [icb.region] : [];
      }
      const icb = icbOn(trust.icb, londonDate(atMs));
      return icb ? [icb, trust.region] : [trust.region];
    },
    currentIcb(code, atMs) {
      const icb = icbs.get(code);
      if (!icb) return undefined;
      const date = londonDate(atMs);
      if (isOpen(icb, date) || date < icb.from) return code;
      return icb.successors?.length === 1 ? icb.successors[0] : undefined;
    },
    successorsOf: (code) => icbs.get(code)?.successors ?? [],
    search(text, limit) {
      const wanted = tokenise(text).map((token) => token.word);
      if (wanted.length === 0) return [];
      searchable ??= organisations.map((organisation) => ({ organisation, words: tokenise(organisation.name).map((token) => token.word) }));
      const rank = ({ organisation, words }: { organisation: Organisation; words: string[] }): number => {
        if (organisation.ods.toLowerCase() === wanted.join('')) return 0;
        if (!wanted.every((word) => words.some((other) => other.startsWith(word)))) return Infinity;
        return words[0]!.startsWith(wanted[0]!) ? 1 : 2;
      };
      return searchable
        .map((entry) => ({ entry, rank: rank(entry) }))
        .filter(({ rank }) => rank < Infinity)
        .sort((left, right) => left.rank - right.rank || (left.entry.organisation.name < right.entry.organisation.name ? -1 : 1))
        .slice(0, limit)
        .map(({ entry }) => entry.organisation);
    },
  };
}
