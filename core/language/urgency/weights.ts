import type { Signal } from './read-signals.ts';

/** What each signal adds to the logit of a post that names a harm; what is not listed adds nothing. */
export interface UrgencyWeights {
  bias: number;
  weights: Partial<Record<Signal, number>>;
}

/**
 * Learned from the development half of the invented set (infra/training/urgency-set), to two decimals; the set's test learns them again.
 * `node bench/urgency.ts --learn` prints this table.
 */
export const URGENCY_WEIGHTS: UrgencyWeights = {
  bias: -3.08,
  weights: {
    'death stated': 1.93,
    'serious harm stated': 0.45,
    'wrong medicine stated': 2.47,
    'wrong medicine hinted': 1.17,
    'wrong operation stated': 1.47,
    'wrong operation hinted': 1.2,
    'object left inside stated': 2.54,
    'wrong tube or line stated': 2.56,
    'wrong tube or line hinted': 1.13,
    'burns hinted': 1.43,
    'oxygen failure stated': 2.55,
    'fall hinted': 0.3,
    'missed sepsis stated': 2.46,
    'missed sepsis hinted': 0.57,
    'missed diagnosis stated': 3.2,
    'missed diagnosis hinted': 0.37,
    'fall stated': 2.33,
    'pressure sore stated': 3.36,
    'neglect stated': 3.06,
    'neglect hinted': 1.8,
    'abuse stated': 3.9,
    'abuse hinted': 2.21,
    'self-harm stated': 4.37,
    'self-harm hinted': 0.93,
    'harm at birth stated': 2.95,
    'unsafe discharge stated': 2.42,
    'unsafe discharge hinted': 2.04,
    'serious harm hinted': 0.96,
    severe: 1.51,
    'very severe': 1.87,
    'no pattern': -0.41,
    grave: 0.17,
    'very grave': 1.64,
    kin: 1.36,
    self: 0.26,
    others: 0.76,
    'no victim': -2.42,
    failing: 0.28,
    'failing often': 0.54,
    unheeded: 0.84,
    thanks: -1.87,
    praise: -0.9,
    recovery: -4.45,
    'near miss': -0.79,
    saying: -1.47,
    laughter: -3.22,
    fiction: -2.11,
    news: -1.05,
    statistics: -2.35,
    campaign: -1.53,
    'second hand': -0.47,
    hypothetical: -1.84,
    question: -1.97,
    'old times': -2.07,
    'own accident': -1.51,
    negated: -1.37,
    'staff voice': -1.63,
    link: -1.21,
  },
};

/** One post in two hundred of the invented stream scores as much: what people have time to look at. */
export const REVIEW_FROM = 0.6;
