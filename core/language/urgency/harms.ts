import type { HarmWord } from './harm-words.ts';

/** Kinds of harm in plain words, as reviewers read them. */
export const HARMS = [
  'death',
  'missed sepsis',
  'missed diagnosis',
  'wrong medicine',
  'wrong operation',
  'object left inside',
  'wrong tube or line',
  'burns',
  'oxygen failure',
  'fall',
  'pressure sore',
  'neglect',
  'abuse',
  'self-harm',
  'harm at birth',
  'unsafe discharge',
  'serious harm',
] as const;
export type Harm = (typeof HARMS)[number];

/** Words that together say a harm: each of `parts` within a run of at most `within` tokens, the end of a sentence
 * counting as some more. */
export interface HarmPattern {
  harm: Harm;
  /** `stated`: this is the harm itself. `hinted`: it may be; what else is said decides. */
  strength: 'stated' | 'hinted';
  parts: readonly HarmWord[];
  within: number;
  /** The parts follow each other in this order. */
  inOrder?: true;
}

export const HARM_PATTERNS: readonly HarmPattern[] = [
  { harm: 'death', strength: 'stated', parts: ['avoidableDeath'], within: 1 },
  { harm: 'death', strength: 'stated', parts: ['died', 'blame'], within: 28 },
  { harm: 'death', strength: 'hinted', parts: ['died'], within: 1 },
  { harm: 'death', strength: 'hinted', parts: ['found', 'cold'], within: 7 },
  { harm: 'serious harm', strength: 'stated', parts: ['cost', 'life'], within: 6, inOrder: true },
  { harm: 'serious harm', strength: 'stated', parts: ['severe', 'failedThem'], within: 30 },

  { harm: 'wrong medicine', strength: 'stated', parts: ['mistaken', 'medicine'], within: 8 },
  { harm: 'wrong medicine', strength: 'stated', parts: ['allergy', 'gave'], within: 22 },
  { harm: 'wrong medicine', strength: 'hinted', parts: ['withheld', 'medicine'], within: 14 },

  { harm: 'wrong operation', strength: 'stated', parts: ['wrong', 'bodyPart'], within: 3, inOrder: true },
  { harm: 'wrong operation', strength: 'stated', parts: ['wrongBlood'], within: 1 },
  { harm: 'wrong operation', strength: 'hinted', parts: ['wrongPatient', 'operated'], within: 25 },
  { harm: 'wrong operation', strength: 'hinted', parts: ['awake', 'operated'], within: 30 },
  { harm: 'wrong operation', strength: 'stated', parts: ['wrongSideTold'], within: 1 },
  { harm: 'object left inside', strength: 'stated', parts: ['object', 'leftIn'], within: 12 },
  { harm: 'wrong tube or line', strength: 'stated', parts: ['tube', 'airway'], within: 25 },
  { harm: 'wrong tube or line', strength: 'hinted', parts: ['vein', 'instead'], within: 15 },
  { harm: 'burns', strength: 'hinted', parts: ['burn', 'underCare'], within: 30 },
  { harm: 'burns', strength: 'hinted', parts: ['burn', 'operated'], within: 25 },
  { harm: 'oxygen failure', strength: 'stated', parts: ['oxygen', 'notWorking'], within: 14 },
  { harm: 'fall', strength: 'hinted', parts: ['trap', 'underCare'], within: 25 },

  { harm: 'missed sepsis', strength: 'stated', parts: ['sepsis', 'dismissed'], within: 26 },
  { harm: 'missed sepsis', strength: 'hinted', parts: ['sepsis'], within: 1 },
  { harm: 'missed diagnosis', strength: 'stated', parts: ['seriousIllness', 'dismissed'], within: 26 },
  { harm: 'missed diagnosis', strength: 'stated', parts: ['bodilyLoss', 'dismissed'], within: 30 },
  { harm: 'missed diagnosis', strength: 'stated', parts: ['sent', 'homewards', 'seriousIllness'], within: 14 },
  { harm: 'missed diagnosis', strength: 'hinted', parts: ['seriousIllness'], within: 1 },
  { harm: 'missed diagnosis', strength: 'hinted', parts: ['bodilyLoss'], within: 1 },

  { harm: 'missed diagnosis', strength: 'stated', parts: ['cancer', 'spread', 'dismissed'], within: 45 },
  { harm: 'missed diagnosis', strength: 'hinted', parts: ['cancer', 'dismissed'], within: 26 },
  { harm: 'missed diagnosis', strength: 'hinted', parts: ['cancer', 'spread'], within: 26 },

  { harm: 'fall', strength: 'stated', parts: ['fell', 'fracture', 'underCare'], within: 32 },
  { harm: 'pressure sore', strength: 'stated', parts: ['pressureSore'], within: 1 },
  { harm: 'pressure sore', strength: 'stated', parts: ['deepWound', 'unturned'], within: 25 },

  { harm: 'neglect', strength: 'stated', parts: ['excrement', 'lay'], within: 14 },
  { harm: 'neglect', strength: 'hinted', parts: ['thirst'], within: 1 },
  { harm: 'neglect', strength: 'stated', parts: ['nobodyCame', 'emergency'], within: 26 },

  { harm: 'abuse', strength: 'stated', parts: ['struck', 'carePerson'], within: 22 },
  { harm: 'abuse', strength: 'stated', parts: ['struck', 'fracture'], within: 16 },
  { harm: 'abuse', strength: 'stated', parts: ['sexualAssault', 'carePerson'], within: 30 },
  { harm: 'abuse', strength: 'hinted', parts: ['sexualAssault'], within: 1 },
  { harm: 'abuse', strength: 'stated', parts: ['injuryMark', 'fear'], within: 28 },
  { harm: 'abuse', strength: 'hinted', parts: ['injuryMark', 'carePerson'], within: 28 },
  { harm: 'abuse', strength: 'hinted', parts: ['cruelty', 'victim'], within: 15 },

  { harm: 'self-harm', strength: 'stated', parts: ['ownLifeSaid'], within: 1 },
  { harm: 'self-harm', strength: 'stated', parts: ['ownLife', 'mentalCare'], within: 36 },
  { harm: 'self-harm', strength: 'hinted', parts: ['ownLife'], within: 1 },

  { harm: 'harm at birth', strength: 'stated', parts: ['birthHarm', 'birth'], within: 28 },
  { harm: 'unsafe discharge', strength: 'stated', parts: ['sent', 'homewards', 'fracture'], within: 14 },
  { harm: 'unsafe discharge', strength: 'hinted', parts: ['discharged', 'danger'], within: 28 },

  { harm: 'serious harm', strength: 'hinted', parts: ['severe'], within: 1 },
];
