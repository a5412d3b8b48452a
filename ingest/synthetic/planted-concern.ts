import { DAY_MS, londonDay, londonDayStartMs, mondayOf } from '#core/calendar.ts';
import { PLACES, type SyntheticPlace } from './grammar/places.ts';
import { PLANTED_TOPIC } from './grammar/planted.ts';

/** What the invented data holds on purpose, so that a test or a person can say whether it was found. */
export interface PlantedConcern {
  /** The week that it falls in, Monday to Sunday: [fromMs, toMs). */
  fromMs: number;
  toMs: number;
  place: { ods: string; name: string };
  themes: readonly string[];
  summary: string;
  /** Share of all posts of that week that it makes up, about. */
  share: number;
}

export const PLANTED_PLACE: SyntheticPlace = PLACES.find((place) => place.ods === 'RAE')!;

/** Chance that a post belongs to it, by weekday from Monday: it begins on Tuesday, peaks on Friday. */
const CHANCE = [0, 0.014, 0.026, 0.034, 0.038, 0.032, 0.026];

/** The concern of the last full Monday-to-Sunday week but one before the end of `untilMs`'s day in London. */
export function plantedConcern(untilMs: number): PlantedConcern {
  const dayAfter = londonDay(untilMs) + 1;
  const monday = mondayOf(dayAfter) - 14;
  return {
    fromMs: londonDayStartMs(monday),
    toMs: londonDayStartMs(monday + 7),
    place: { ods: PLANTED_PLACE.ods, name: PLANTED_PLACE.trust },
    themes: PLANTED_TOPIC.themes,
    summary: `people wait hours for their discharge medication at ${PLANTED_PLACE.names[0]}`,
    share: CHANCE.reduce((sum, chance) => sum + chance, 0) / CHANCE.length,
  };
}

/** Chance that a post written at `atMs` is about the concern. */
export function plantedChance(concern: PlantedConcern, atMs: number): number {
  if (atMs < concern.fromMs || atMs >= concern.toMs) return 0;
  return CHANCE[Math.floor((atMs - concern.fromMs) / DAY_MS)] ?? CHANCE.at(-1)!;
}
