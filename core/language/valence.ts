import winkSentiment from 'wink-sentiment';

/**
 * Words whose everyday valence misleads in health care: a patient is a person, an emergency a department, and to die or to be ill
 * says nothing about how the care was.
 */
const NEUTRAL = new Set(
  `patient patients emergency accident cancer pain ill illness sick sickness disease stroke died die dying death dead killer operation
  critical care injury injured injuries fever cut cuts shot shots block strike strikes emergency discharge discharged admitted theatre help
  flu infection infections infected virus covid depression anxiety suicidal disabled disability alert positive negative like no yes`.split(
    /\s+/,
  ),
);

/** What wink's word list (AFINN) lacks and comments on care are full of: −3 very negative … 3 very positive. By folded word. */
const CARE: Record<string, number> = {
  waited: -2,
  waiting: -1,
  hours: -0.75,
  weeks: -0.75,
  longer: -1,
  slow: -1,
  late: -1,
  quicker: -1,
  sooner: -1,
  instead: -0.75,
  should: -0.75,
  why: -0.75,
  unable: -1,
  difficult: -1,
  refused: -2,
  fined: -2,
  sent: -0.5,
  left: -0.5,
  queue: -1,
  queues: -1,
  understaffed: -2,
  overworked: -1,
  unanswered: -2,
  engaged: -1,
  filthy: -3,
  mouldy: -3,
  dismissed: -2,
  dismissive: -2,
  fobbed: -3,
  ignored: -2,
  unsafe: -2,
  unhelpful: -2,
  uncaring: -3,
  shambles: -3,
  shambolic: -3,
  disgrace: -3,
  disgraceful: -3,
  corridor: -1,
  misdiagnosed: -3,
  incompetent: -3,
  bounced: -1,
  abrupt: -2,
  patronising: -2,
  chaotic: -2,
  chaos: -2,
  hopeless: -2,
  unacceptable: -2,
  appalling: -3,
  diabolical: -3,
  dire: -2,
  joke: -1,
  nightmare: -3,
  rushed: -2,
  belittled: -3,
  cancelled: -2,
  delayed: -2,
  delays: -2,
  lost: -1,
  crowded: -1,
  dirty: -2,
  sticky: -1,
  overcrowded: -2,
  exceptional: 3,
  reassuring: 2,
  reassured: 2,
  attentive: 2,
  gentle: 2,
  compassionate: 3,
  professional: 1,
  spotless: 3,
  efficient: 2,
  quickly: 2,
  quick: 1,
  understanding: 1,
  informative: 2,
  considerate: 2,
  courteous: 2,
  finally: 0.5,
  prompt: 2,
  promptly: 2,
  heroes: 3,
  angels: 3,
  smoothly: 2,
  listened: 2,
  dignity: 1,
  explained: 1,
  impeccable: 3,
  superb: 3,
  lovely: 3,
  brilliant: 3,
  fab: 3,
  amazing: 3,
  faultless: 3,
  caring: 2,
  knowledgeable: 2,
  thorough: 2,
  emoji_2764: 2,
  emoji_1f44f: 2,
  emoji_1f64f: 1,
  emoji_1f621: -3,
  emoji_1f620: -3,
  emoji_1f62d: -1,
  emoji_1f92c: -3,
  emoji_1f44d: 2,
  emoji_1f44e: -2,
};

const NEGATIONS = new Set(
  `not no never none nobody nothing without hardly isnt wasnt arent werent dont doesnt didnt cant cannot couldnt wont wouldnt shouldnt havent
  hasnt hadnt aint lacked lacking`.split(/\s+/),
);
const NEGATION_SPAN = 3;
/** What didn't happen is more often missed than welcome; "nothing" and "no" are as often praise. */
const NEGATION_VALENCE = -0.5;
const UNSIGNED_NEGATIONS = new Set(['no', 'none', 'nothing', 'without']);
const BOOSTERS = new Set('very really so extremely absolutely incredibly truly totally completely'.split(' '));
const BOOST = 1.25;

const wordCache = new Map<string, number>();
const CACHE_LIMIT = 50_000;

/** Valence of one folded word, −5 … 5; 0 when it has none. */
function wordValence(word: string): number {
  const known = wordCache.get(word);
  if (known !== undefined) return known;
  const valence = lookUp(word);
  if (wordCache.size >= CACHE_LIMIT) wordCache.clear();
  wordCache.set(word, valence);
  return valence;
}

/** wink-sentiment answers "constructor" with a function's text and others with NaN: only finite numbers of words of its own count. */
function lookUp(word: string): number {
  if (Object.hasOwn(CARE, word)) return CARE[word]!;
  if (NEUTRAL.has(word) || Object.hasOwn(Object.prototype, word)) return 0;
  const score: unknown = winkSentiment(word).score;
  return typeof score === 'number' && Number.isFinite(score) ? score : 0;
}

/** One word that carries feeling, by its position among the tokens. */
export interface ValencedWord {
  position: number;
  valence: number;
}

/**
 * Words with feeling between two positions, turned round (and weakened to three quarters) by a negation at most three words before. The
 * words' valences are wink-sentiment's, where the care list has none of its own.
 */
export function valencedWords(words: readonly string[], start: number, end: number): ValencedWord[] {
  const found: ValencedWord[] = [];
  let negatedUntil = -1;
  for (let position = start; position < end; position++) {
    const word = words[position]!;
    if (NEGATIONS.has(word)) {
      negatedUntil = position + NEGATION_SPAN;
      if (!UNSIGNED_NEGATIONS.has(word)) found.push({ position, valence: NEGATION_VALENCE });
      continue;
    }
    const valence = wordValence(word) * (BOOSTERS.has(words[position - 1] ?? '') ? BOOST : 1);
    if (valence === 0) continue;
    found.push({ position, valence: position <= negatedUntil ? -0.75 * valence : valence });
  }
  return found;
}
