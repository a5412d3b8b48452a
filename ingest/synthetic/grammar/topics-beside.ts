import type { Topic } from './topic.ts';

/** What the framework has no theme for any more. */
export const BESIDE_TOPICS: readonly Topic[] = [
  {
    id: 'admission',
    themes: ['beside-the-framework.admission'],
    weight: { post: 2, feedback: 2 },
    moods: { negative: 62, positive: 26, neutral: 12 },
    negative: [
      '{hours} in the back of the ambulance before handover{at}',
      '{S} {was} admitted{at} {when} and {hours} later still no bed on a ward',
      'admission form filled in {#3-5} times{at}, {awful}',
    ],
    positive: [
      '{S} {was} admitted{at} {when} and settled on the ward within {minutes}, {great}',
      'the crew stayed until handover was done{at}',
    ],
    neutral: ['what do I need to bring for {p} admission{at} {on {day}|next week}'],
    hashtags: ['#handover'],
  },
  {
    id: 'impact',
    themes: ['beside-the-framework.impact-of-treatment-care'],
    weight: { post: 3, feedback: 4 },
    moods: { negative: 34, positive: 60, neutral: 6 },
    negative: [
      '{weeks} of treatment{at} and {s} {is} no better',
      'all this waiting has made {p} health worse{at}, nobody seems to care',
      'the delay{at} caused {o} months of anxiety',
    ],
    positive: [
      'they saved {p} life{at} {when}',
      '{S} {is} back on {p} feet thanks to {area}{at}',
      'the physio{at} made all the difference to {p} recovery',
    ],
    neutral: ['how long until {s} {is} back to normal after {operation}'],
    hashtags: ['#recovery'],
  },
  {
    id: 'existence',
    isLocal: true,
    themes: ['beside-the-framework.existence-of-services'],
    weight: { post: 2, feedback: 0.8 },
    moods: { negative: 76, positive: 12, neutral: 12 },
    negative: [
      'there is no service for adults with {ADHD|long covid|ME|chronic pain} round here',
      'they scrapped our {walk-in clinic|memory clinic|breastfeeding group}, now it’s nowhere',
      'postcode lottery again, next town has it and we don’t',
    ],
    positive: ['so glad a service like this exists', 'good to have a {memory clinic|falls clinic|pain clinic} in town at last'],
    neutral: ['is there still a {walk-in clinic|minor injuries unit|sexual health clinic} in town'],
    hashtags: ['#postcodelottery'],
  },
  {
    id: 'choice',
    themes: ['beside-the-framework.choice-of-services'],
    weight: { post: 1, feedback: 0.8 },
    moods: { negative: 54, positive: 30, neutral: 16 },
    negative: ['{S} {was} never given a choice of hospital, just sent{at}', 'so much for patient choice, one clinic or nothing'],
    positive: ['used the right to choose and {s} {was} seen in {days}', '{S} chose this hospital{at} and would again'],
    neutral: ['can {s} choose another hospital for {operation}'],
    hashtags: ['#RightToChoose'],
  },
  {
    id: 'out-of-hours',
    isLocal: true,
    themes: ['beside-the-framework.out-of-hours-support'],
    weight: { post: 2, feedback: 1 },
    moods: { negative: 60, positive: 28, neutral: 12 },
    negative: [
      'nobody to ring at the weekend but a crisis line that doesn’t pick up',
      'no out of hours doctor within {#15-40} miles {on {day}|last night} and {s} had to wait until morning',
    ],
    positive: ['the out of hours GP rang back in {minutes} and sorted {o} out', 'help at the weekend when {s} needed it most, {great}'],
    neutral: ['who covers out of hours in town on a bank holiday'],
    hashtags: ['#outofhours'],
  },
  {
    id: 'records',
    themes: ['beside-the-framework.patient-records'],
    weight: { post: 1.5, feedback: 1 },
    moods: { negative: 82, positive: 8, neutral: 10 },
    negative: [
      'they have lost {p} notes{at}, again',
      '{p} records{at} had somebody else’s allergies on them, {awful}',
      'wrong address on {p} records for {weeks} however often {s} told them',
    ],
    positive: ['every {role}{at} had read {p} notes first, {great}'],
    neutral: ['how does one see {p} hospital notes{at}'],
    hashtags: ['#records'],
  },
];
