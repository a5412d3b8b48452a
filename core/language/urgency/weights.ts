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
  bias: -2.96,
  weights: {
    'death stated': 1.86,
    'serious harm stated': 0.51,
    'wrong medicine stated': 2.43,
    'wrong medicine hinted': 1.13,
    'wrong operation stated': 1.53,
    'wrong operation hinted': 1.18,
    'object left inside stated': 2.54,
    'wrong tube or line stated': 2.86,
    'wrong tube or line hinted': 1.14,
    'burns hinted': 1.42,
    'oxygen failure stated': 2.55,
    'fall hinted': 0.31,
    'missed sepsis stated': 2.46,
    'missed sepsis hinted': 0.6,
    'missed diagnosis stated': 3.2,
    'missed diagnosis hinted': 0.36,
    'fall stated': 2.33,
    'pressure sore stated': 3.34,
    'neglect stated': 3.04,
    'neglect hinted': 1.77,
    'abuse stated': 3.95,
    'abuse hinted': 2.2,
    'self-harm stated': 4.36,
    'self-harm hinted': 0.92,
    'harm at birth stated': 2.92,
    'unsafe discharge hinted': 2.01,
    'serious harm hinted': 1.01,
    severe: 1.36,
    'very severe': 1.87,
    'no pattern': -0.39,
    grave: 0.2,
    'very grave': 1.64,
    kin: 1.36,
    self: 0.15,
    others: 0.76,
    'no victim': -2.51,
    failing: 0.26,
    'failing often': 0.61,
    unheeded: 0.83,
    thanks: -1.86,
    praise: -0.92,
    recovery: -4.45,
    'near miss': -0.82,
    saying: -1.51,
    laughter: -3.16,
    fiction: -2.14,
    news: -1.13,
    statistics: -2.2,
    campaign: -1.58,
    'second hand': -0.49,
    hypothetical: -1.81,
    question: -1.94,
    'old times': -2.08,
    'own accident': -1.51,
    negated: -1.36,
    'staff voice': -1.65,
    link: -1.23,
  },
};

/** One post in two hundred of the invented stream scores as much: what people have time to look at. */
export const REVIEW_FROM = 0.6;
