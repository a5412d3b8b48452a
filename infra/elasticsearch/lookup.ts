import type { Client } from '@elastic/elasticsearch';
import { nameOf, toError, type Fault } from './fault.ts';
import { createGather } from './gather.ts';
import type { IndexNames } from './names.ts';
import type { Patience } from './patience.ts';

/** Where a post is and what is known of it without reading it. */
export interface Reference {
  version: number;
  contentHash: string;
  /** Index of the month that it is in. */
  index: string;
  sealed?: string | undefined;
}

export interface HeldReference extends Reference {
  unchanged: { seqNo: number; primaryTerm: number };
}

export interface Wanted {
  id: string;
  voice?: string | undefined;
}

export interface Found {
  reference: HeldReference | undefined;
  isErased: boolean;
  /** Posts by this voice that were collected up to this time are forgotten. */
  purgedBeforeMs: number | undefined;
}

export const postTombstone = (id: string) => `p:${id}`;
export const voiceTombstone = (voice: string) => `v:${voice}`;
/** In the index of tombstones: written anew whenever some were added, before the posts are removed. */
export const ERASURES_ID = 'erasures';

export interface Lookup {
  /** Realtime, by position. */
  references(ids: readonly string[]): Promise<(HeldReference | undefined)[]>;
  /** Tombstones and, unless left out, references: realtime, by position. */
  find(wanted: readonly Wanted[], options?: { tombstonesOnly?: boolean }): Promise<Found[]>;
  /** Of these voices, those whose posts collected up to a time (ms) are forgotten, with that time. */
  purges(voices: readonly string[]): Promise<Map<string, number>>;
  /** As long as this stays the same, no tombstone has come to count. */
  erasures(): Promise<number>;
  /** What these indices hold of these posts, realtime, by position; undefined where there is none. */
  posts(places: readonly { index: string; id: string }[]): Promise<({ version: number; contentHash: string } | undefined)[]>;
}

interface Got {
  found?: boolean;
  _version?: number;
  _seq_no?: number;
  _primary_term?: number;
  _source?: unknown;
  error?: { type?: string };
}

interface Ask {
  _index: string;
  _id: string;
  _source?: boolean | string[];
}

const PATHS = ['found', '_version', '_seq_no', '_primary_term', '_source', 'error.type'].map((path) => `docs.${path}`);
const MOST_AT_ONCE = 5_000;

export function createLookup(options: { client: Client; names: IndexNames; patience: Patience }): Lookup {
  const { client, names, patience } = options;

  const getSome = createGather({ send, shareOf: (asks: readonly Ask[]) => asks.length / MOST_AT_ONCE });

  async function getAll(asks: readonly Ask[]): Promise<Got[]> {
    const got: Got[] = [];
    for (let from = 0; from < asks.length; from += MOST_AT_ONCE) {
      got.push(...(await getSome(asks.slice(from, from + MOST_AT_ONCE))));
    }
    return got;
  }

  /** A shard that has only just been made, or moves, answers a moment later. */
  async function send(docs: readonly Ask[]): Promise<Got[]> {
    for (let tries = 1; ; tries++) {
      const answer = await patience.send(async () => {
        const { docs: each } = await client.mget({ docs: [...docs], filter_path: PATHS }, { requestTimeout: 20_000 });
        return each as Got[];
      }, faultIn);
      const fault = faultIn(answer);
      if (!fault) return answer;
      if (tries >= patience.maxTries) throw toError(fault);
    }
  }

  async function purges(voices: readonly string[]): Promise<Map<string, number>> {
    const different = [...new Set(voices)];
    const got = await getAll(different.map((voice): Ask => ({ _index: names.tombstones, _id: voiceTombstone(voice) })));
    return new Map(different.flatMap((voice, n) => (got[n]?.found ? [[voice, purgeOf(got[n])]] : [])));
  }

  const askForReference = (id: string): Ask => ({ _index: names.references, _id: id });

  return {
    async references(ids) {
      return (await getAll(ids.map(askForReference))).map(toReference);
    },
    async find(wanted, { tombstonesOnly = false } = {}) {
      const asks = wanted.map(({ id }): Ask => ({ _index: names.tombstones, _id: postTombstone(id), _source: false }));
      if (!tombstonesOnly) asks.push(...wanted.map(({ id }) => askForReference(id)));
      const [got, purged] = await Promise.all([getAll(asks), purges(wanted.flatMap(({ voice }) => voice ?? []))]);
      return wanted.map(({ voice }, n) => ({
        isErased: got[n]?.found === true,
        purgedBeforeMs: voice === undefined ? undefined : purged.get(voice),
        reference: tombstonesOnly ? undefined : toReference(got[wanted.length + n]),
      }));
    },
    purges,
    async erasures() {
      const [got] = await getAll([{ _index: names.tombstones, _id: ERASURES_ID, _source: false }]);
      return got?._seq_no ?? -1;
    },
    async posts(places) {
      const got = await getAll(places.map(({ index, id }) => ({ _index: index, _id: id, _source: ['contentHash'] })));
      return got.map(({ found, _version = 0, _source }) =>
        found ? { version: _version, contentHash: (_source as { contentHash?: string }).contentHash ?? '' } : undefined,
      );
    },
  };
}

/** A document that couldn't be read; an index that isn't there holds none. */
function faultIn(got: readonly Got[]): Fault | undefined {
  const error = got.find((each) => each.error && each.error.type !== 'index_not_found_exception')?.error;
  return error && { status: 503, type: nameOf(error.type) };
}

function toReference(got: Got | undefined): HeldReference | undefined {
  if (!got?.found) return undefined;
  return { ...(got._source as Reference), unchanged: { seqNo: got._seq_no ?? 0, primaryTerm: got._primary_term ?? 0 } };
}

function purgeOf(got: Got): number {
  return (got._source as { collectedBeforeMs: number }).collectedBeforeMs;
}
