/** Words for kinds of places, which tell none from another. */
const FACILITY = new Set(
  `the and of for at in on to a surgery surgeries practice practices medical health healthcare care centre centres center group clinic clinics gp gps
  doctors doctor family families partnership partners community primary hospital hospitals infirmary hospice unit units ward house building site nhs trust
  walk day outpatient outpatients services service general local urgent treatment birth maternity minor injuries mental wellbeing well being living
  integrated associates people patient patients main branch department dept suite resource rehabilitation`.split(/\s+/),
);

/** Words that places everywhere are named with: a name of these and kinds alone may be anywhere, however few bear it in one extract. */
const COMMON = new Set(
  `park village high street road town city county church church's chapel abbey priory cross crossroads market station bridge bridges mill mills river riverside
  lake lakeside water waterside spring springs spa well brook ford old new north south east west northern southern eastern western central upper lower
  middle green grove wood woods woodland woodlands woodside forest oak oaks oakwood elm elms ash ashes beech beeches beechwood cedar cedars chestnut chestnuts
  lime limes maple maples willow willows poplar poplars hawthorn hawthorns holly hollies ivy rose orchard orchards garden gardens meadow meadows field fields hill
  hills hillside hilltop valley vale dale moor heath common lane avenue drive close crescent square court lodge manor hall grange castle tower towers
  gate gates gateway quay harbour sea seaside beach bay cliff island white black red blue king kings queen queens prince princess royal victoria albert george
  st saint saints james john johns mary marys peter peters paul pauls andrew andrews thomas lukes luke marks mark michaels michael anns anne margarets
  university college school library parkside parkview parkway view prospect crown rock stone one first horizon gateway unity sunny summer winter
  milton clifton stanley newton the`.split(/\s+/),
);

const PLACE = /^(?:surger|practice|medical|health|centre|center|clinic|hospital|infirmary|hospice|unit)/;
const PERSON = new Set(['dr', 'drs', 'doctors', 'mr', 'mrs', 'ms']);

/** Whether the folded words are the name of a place, and not of the doctors who own it. */
export function isPlaceName(words: readonly string[]): boolean {
  return words.length > 1 && !PERSON.has(words[0]!) && words.some((word) => PLACE.test(word));
}

/** Made of words for kinds of places alone: "The Surgery", "Health Centre". */
export function isFacilityOnly(words: readonly string[]): boolean {
  return words.every((word) => FACILITY.has(word));
}

/** Made of words that places everywhere are named with: "Park Surgery". Such a name tells nothing on its own. */
export function isGeneric(words: readonly string[]): boolean {
  return words.every((word) => FACILITY.has(word) || COMMON.has(word));
}
