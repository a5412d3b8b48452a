import type { Mood } from './topic.ts';

/** What people add whatever the topic. */
export const REMARKS: Record<Mood, readonly string[]> = {
  negative: [
    '{I am|I’m} {so|absolutely|just|beyond} {angry|upset|disappointed|fed up|disgusted|worn out with it}',
    '{s} {was} {upset}',
    'it is {awful}',
    '{awful}, {plain and simple|and that’s being kind|no other word for it}',
    'how can {this|that} be right in {a decent country|this day and age|one of the richest countries in the world}',
    '{we’ve|I’ve} {made a complaint|written to PALS|told the CQC|emailed my MP} and {heard nothing|had a standard reply|got nowhere}',
    '{s} {was} made to feel {like a nuisance|invisible|worthless|stupid}',
    'nobody {said sorry|took responsibility|seemed to care|had a clue}',
    'I dread to think {what happens at night|how others cope|what it’s like in January}',
    'the staff are trying but {it’s impossible|there’s no system|they’re drowning}',
    '{I|we} {won’t be going back|will think twice next time|have lost all faith|had to push for everything}',
    '{p} {health|recovery|confidence} has got worse because of it',
    'it {cost|lost} {o} {a day’s pay|a week of sleep|{#2-6} months}',
    '{neighbours|lots of people|friends} round here {say|tell you} the same',
    'if {s} had been a dog {s} would have been treated better',
  ],
  positive: [
    '{very} {impressed|grateful|reassured}',
    '{great}, {every one of them|the lot of them|no other word for it|hand on heart}',
    '{nothing was too much trouble|they went above and beyond|they couldn’t do enough|you could tell they cared}',
    'it made {such a|all the|a huge} difference to {o}',
    '{s} {was} {very} {well looked after|relieved|well cared for}',
    '{I|we} can’t thank {them|you all} enough',
    '{so|really} {kind|gentle|patient} with {o} {too|as well|throughout}',
    'even though they were {run off their feet|clearly short staffed|rushed}',
    '{p} fears went {straight away|out of the window|in minutes}',
    'this is what {the NHS|good care|it} {should be|is all about|looks like}',
    'well done {everyone|all|to the whole team}',
    '{I’ve|we’ve} {told everyone|sent a card|left a big tin of biscuits|written to the chief executive}',
    'and {a smile|a cup of tea|a biscuit|good humour} {with it|to finish|thrown in}',
  ],
  neutral: [
    'not a complaint, just {asking|wondering|curious}',
    '{can’t find it|nothing} on the website',
    '{it’s|this is} for {p} {file|own peace of mind|diary|planning}',
    '{asked before|asked at the desk}, got {two|different|vague} answers',
    'any {idea|pointers|experience} welcome',
    '{I’ll|we’ll} {report back|see how it goes|find out on {day}}',
    'last time was {month}',
    '{s} {is} {due|booked} in on {day}',
  ],
};

/** What joins two opposite moods in one comment. */
export const CONTRASTS: readonly string[] = [
  'that said,',
  'having said that,',
  'on the other hand,',
  'to be fair,',
  'shame that',
  'however,',
  'but',
  'mind you,',
  'only downside:',
  'in fairness,',
];

export const EMOJI: Record<Mood, readonly string[]> = {
  negative: ['😡', '😤', '😭', '🤬', '😩', '💔', '🤦‍♀️', '🤦🏽‍♂️', '👎', '😔', '🙄', '😢', '😠', '🤯'],
  positive: ['❤️', '💙', '🙏', '👏', '🌈', '😊', '🥰', '👍', '💙💙', '🙌🏾', '👏👏👏', '😍', '🌟', '💐'],
  neutral: ['🤔', '🤷‍♂️', '🤷🏻‍♀️', '👀', '❓', '📱', '😅', '🙃'],
};
