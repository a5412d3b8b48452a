import type { Topic } from './topic.ts';

/** The planted concern: people are fit to go home but wait hours for their tablets, or go home without them. */
export const PLANTED_TOPIC: Topic = {
  id: 'discharge-medication-delays',
  themes: ['medication-pain.supplying-understanding-medication', 'patient-journey-service-coordination.discharge'],
  weight: { post: 0, feedback: 0 },
  moods: { negative: 93, positive: 3, neutral: 4 },
  negative: [
    '{S} {was} discharged at {#9-11} in the morning{at} and waited for {p} take-home {tablets|medication|{med}} until {#5-9}',
    'told {s} could go home{at}, then {hours} waiting for the pharmacy to send up {p} {med}',
    'sent home{at} without {p} {med}, told to {come back tomorrow|ring the GP|try the chemist}',
    'the discharge lounge{at} is full of people waiting for {take-home tablets|medication|the pharmacy}, {hours} so far',
    'discharge medication not ready{at}, {s} missed {two|three} doses of {p} {med}',
    'pharmacy{at} lost {p} discharge prescription {twice|again}, {s} {was} in the discharge lounge for {hours}',
    '{p} bed was needed, so {S} sat in a chair{at} for {hours} waiting for {med}',
    'home at last{at} but half of {p} discharge tablets were missing, {no {med}|wrong {med}|nobody answers the ward phone}',
    'new computer in the pharmacy{at} so nobody gets their take-home tablets before {#6-10} at night',
    'patient transport left without {o} because {p} tablets weren’t ready{at}, {another night in hospital|{hours} more}',
    'third discharge this {week|month} that went wrong over medication{at}, {p} {med} never came',
    'bag of discharge medication{at} had {someone else’s name|the wrong dose of {med}|no instructions} on it after {hours} of waiting',
  ],
  positive: [
    'the {nurse|ward clerk|pharmacist} {chased|carried up} {p} discharge tablets{at} {after {hours}|herself|himself}, {kind} in a mess',
  ],
  neutral: ['how long do take-home tablets take{at} at the moment', 'in the discharge lounge{at} waiting for {p} tablets'],
  hashtags: ['#discharge', '#pharmacy', '#NHS'],
};
