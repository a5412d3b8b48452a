/** Ids hold the instant at which they were given, in milliseconds after this one. */
const EPOCH_MS = 1_288_834_974_657n;
const TIME_SHIFT = 22n;
/** Ids from November 2010 on. */
const LEAST_TIMED = 30_000_000_000n;

/** When a post was given its id, in milliseconds since 1970; undefined for the first years, when ids were counted. */
export function timeOfId(id: string): number | undefined {
  const number = BigInt(id);
  return number < LEAST_TIMED ? undefined : Number((number >> TIME_SHIFT) + EPOCH_MS);
}

/** Undefined: there are none. */
export function newestOf(ids: readonly string[]): string | undefined {
  return ids.reduce<string | undefined>((newest, id) => (newest === undefined || BigInt(id) > BigInt(newest) ? id : newest), undefined);
}
