import type { Mood } from './topic.ts';

/** A way of writing. Openers and closers are templates; an opener that ends with a comma leads into the first sentence. */
export interface Register {
  id: string;
  weight: { post: number; feedback: number };
  /** Which people it is written about, by the names of `PEOPLE`; empty: anyone. */
  people: readonly string[];
  /** How many sentences of the topic, least and most. */
  sentences: readonly [number, number];
  openers: Record<Mood, readonly string[]>;
  /** Chance of an opener, a remark, a closer. */
  chances: { opener: number; remark: number; closer: number; hashtag: number; emoji: number; typo: number };
  closers: Record<Mood, readonly string[]>;
  style: 'plain' | 'texting' | 'shouting' | 'careful' | 'terse';
}

const NO_OPENERS: Record<Mood, readonly string[]> = { negative: [], positive: [], neutral: [] };

export const REGISTERS: readonly Register[] = [
  {
    id: 'social',
    weight: { post: 34, feedback: 6 },
    people: [],
    sentences: [1, 2],
    openers: {
      negative: [
        'honestly,',
        'so',
        'right then,',
        'just to say',
        'well,',
        'update:',
        'not being funny but',
        'can’t believe',
        'rant over in a minute:',
        'another day,',
      ],
      positive: [
        'credit where it’s due,',
        'good news story:',
        'just want to say',
        'for balance,',
        'little thread of thanks:',
        'well,',
        'honestly,',
        'say what you like but',
      ],
      neutral: ['quick question,', 'asking for a friend,', 'random one but', 'hive mind:', 'does anyone know,', 'hi all,'],
    },
    chances: { opener: 0.35, remark: 0.45, closer: 0.2, hashtag: 0.35, emoji: 0.22, typo: 0.1 },
    closers: {
      negative: [
        'Make it make sense.',
        'Rant over.',
        'Do better.',
        'Anyone else had this?',
        'What do we do?',
        'Here we go again.',
        'It shouldn’t be like this.',
      ],
      positive: ['Thank you.', 'Made my day.', 'Had to share.', 'More of this please.', 'So grateful.', 'Pass it on if you know them.'],
      neutral: ['Thanks in advance.', 'Ta.', 'Any help appreciated.', 'Just curious.', 'No rush.'],
    },
    style: 'plain',
  },
  {
    id: 'texting',
    weight: { post: 22, feedback: 8 },
    people: [],
    sentences: [1, 2],
    openers: {
      negative: ['omg', 'ffs', 'so', 'lol', 'ngl', 'honestly', 'cant even', 'tbh', 'mate'],
      positive: ['omg', 'aw', 'ngl', 'tbh', 'so', 'proper'],
      neutral: ['hiya', 'q:', 'anyone', 'random q', 'hey'],
    },
    chances: { opener: 0.4, remark: 0.4, closer: 0.25, hashtag: 0.2, emoji: 0.5, typo: 0.35 },
    closers: {
      negative: ['smh', 'im done', 'joke', 'wtf', 'so fed up', 'cba anymore'],
      positive: ['love them', 'legends', 'so so happy', 'absolute heroes', 'cheers'],
      neutral: ['ta', 'thx', 'cheers', 'lmk'],
    },
    style: 'texting',
  },
  {
    id: 'angry',
    weight: { post: 14, feedback: 3 },
    people: [],
    sentences: [1, 2],
    openers: {
      negative: [
        'absolutely disgusted.',
        'I am fuming.',
        'how is this allowed?',
        'unbelievable.',
        'shame on you.',
        'what a state.',
        'never again.',
        'livid.',
      ],
      positive: ['amazing!', 'wow.', 'take a bow!'],
      neutral: ['why oh why,'],
    },
    chances: { opener: 0.5, remark: 0.6, closer: 0.35, hashtag: 0.45, emoji: 0.3, typo: 0.18 },
    closers: {
      negative: [
        'Someone needs to answer for this.',
        'Sort it out!',
        'In this day and age!',
        'Where does the money go?',
        'Shameful.',
        'I want answers.',
        'Heads should roll.',
      ],
      positive: ['Legends!', 'Give them a pay rise!', 'Heroes, every one!'],
      neutral: ['Anyone?', 'Hello?'],
    },
    style: 'shouting',
  },
  {
    id: 'news-comment',
    weight: { post: 12, feedback: 0 },
    people: ['self', 'we', 'mother', 'father', 'partner'],
    sentences: [1, 3],
    openers: {
      negative: [
        'as someone who uses this service,',
        'the article misses the point:',
        'no surprise here.',
        'same story round our way,',
        'I worked in the NHS for {#8-41} years and',
        'with respect to the last comment,',
      ],
      positive: [
        'not my experience at all,',
        'to balance the moaning,',
        'I have to disagree with most of these comments,',
        'credit to them,',
      ],
      neutral: ['interesting piece.', 'does anyone know more about this?', 'two things worth adding:'],
    },
    chances: { opener: 0.6, remark: 0.5, closer: 0.4, hashtag: 0, emoji: 0.02, typo: 0.1 },
    closers: {
      negative: [
        'But nothing will change.',
        'Write to your MP.',
        'Those who can afford it will go private.',
        'Whoever is in government, it is the same.',
        'Enough is enough.',
      ],
      positive: ['We should be proud.', 'Good news never makes the headlines.', 'Well done to them.'],
      neutral: ['I would like to see the figures.', 'Time will tell.', 'It is more complicated than the headline.'],
    },
    style: 'careful',
  },
  {
    id: 'formal-complaint',
    weight: { post: 2, feedback: 14 },
    people: ['self', 'mother', 'father', 'partner', 'grandmother', 'grandfather'],
    sentences: [2, 3],
    openers: {
      negative: [
        'I am writing to raise a {concern|complaint|serious concern} about {p} {recent |}care.',
        'I wish to put on record what happened {when}.',
        'I would like an explanation for the following.',
        'I have thought hard before posting this.',
        'it is with regret that I write this review.',
        'to whom it may concern,',
      ],
      positive: ['I am writing to commend the staff.', 'I would like to put on record my thanks.', 'I so rarely write reviews, but'],
      neutral: ['I would be grateful for some clarification.', 'I write to suggest an improvement.'],
    },
    chances: { opener: 0.85, remark: 0.7, closer: 0.75, hashtag: 0, emoji: 0, typo: 0.06 },
    closers: {
      negative: [
        'I expect a written response.',
        'I would like to know what will be done to stop this happening again.',
        'This fell far short of the standard that we are entitled to expect.',
        'I have also written to PALS.',
        'I do not wish to blame individuals, but the system is failing.',
        'Please treat this as a formal complaint.',
        'I hope that lessons will be learned.',
      ],
      positive: ['Please pass on my thanks.', 'They are a credit to the trust.', 'I could not have asked for more.'],
      neutral: ['Thank you for your time.', 'I look forward to your reply.'],
    },
    style: 'careful',
  },
  {
    id: 'grateful-review',
    weight: { post: 5, feedback: 26 },
    people: [],
    sentences: [1, 3],
    openers: {
      negative: ['mostly good, but', 'I wanted to leave five stars, but', 'the treatment itself was fine.'],
      positive: [
        'what can I say,',
        'I cannot praise them enough.',
        'from start to finish,',
        'five stars.',
        'a massive thank you.',
        'I just had to write this.',
        'I was {dreading it|so nervous} but',
        'where do I start?',
      ],
      neutral: ['visited {when}.', 'routine visit.'],
    },
    chances: { opener: 0.55, remark: 0.65, closer: 0.5, hashtag: 0.03, emoji: 0.12, typo: 0.1 },
    closers: {
      negative: ['Hence three stars.', 'A pity.', 'Small things matter.'],
      positive: [
        'Thanks from the bottom of our hearts.',
        'They deserve a medal.',
        'We are so lucky to have them.',
        'Would recommend to anyone.',
        'God bless them all.',
        'I’ll never forget their kindness.',
        'Keep doing what you’re doing.',
        'Thank you, thank you, thank you.',
      ],
      neutral: ['That’s about it.', 'Fine.'],
    },
    style: 'plain',
  },
  {
    id: 'older-patient',
    weight: { post: 4, feedback: 12 },
    people: ['self', 'we', 'partner'],
    sentences: [1, 3],
    openers: {
      negative: [
        'at {#72-94} I am not one to complain, but',
        'in my day this would not have happened.',
        'I am {#70-95} years of age and',
        'my late husband would turn in his grave:',
        'I do not have the internet so my granddaughter is typing this.',
        'I remember when the NHS began and',
      ],
      positive: [
        'I am {#70-96} and',
        'having reached {#75-96},',
        'at my age one sees a good many hospitals and',
        'I should like to thank them all.',
        'my granddaughter is typing this for me.',
      ],
      neutral: ['forgive an old {man|woman|nurse} for asking, but', 'I am {#70-92} and should like to know:'],
    },
    chances: { opener: 0.8, remark: 0.5, closer: 0.5, hashtag: 0, emoji: 0, typo: 0.05 },
    closers: {
      negative: [
        'I feel we have been forgotten.',
        'I shall not be going again unless I must.',
        'I worry for those with no family.',
        'Manners cost nothing.',
        'One feels a burden.',
      ],
      positive: ['Bless them all.', 'They were very good to an old {woman|man}.', 'I was treated like royalty.', 'Such nice young people.'],
      neutral: ['With kind regards.', 'Many thanks.'],
    },
    style: 'careful',
  },
  {
    id: 'parent',
    weight: { post: 7, feedback: 12 },
    people: ['daughter', 'son', 'baby'],
    sentences: [1, 3],
    openers: {
      negative: [
        'as a mum,',
        'as a dad,',
        'parents will understand this.',
        'worst night of our lives.',
        'single mum here,',
        'I know my own child.',
      ],
      positive: [
        'mum of {two|three|four} here,',
        'children’s team are stars.',
        'to the team who looked after our little one,',
        'so relieved.',
        'as a worried parent,',
      ],
      neutral: ['other parents,', 'mums and dads,', 'question for parents,'],
    },
    chances: { opener: 0.55, remark: 0.55, closer: 0.4, hashtag: 0.12, emoji: 0.25, typo: 0.15 },
    closers: {
      negative: [
        '{S} deserved better.',
        'No parent should have to fight like this.',
        'I was made to feel like a nuisance.',
        'I will never ignore my gut again.',
      ],
      positive: [
        '{S} even got a sticker.',
        'You made a scary day bearable.',
        'We can’t thank you enough.',
        'Our little {star|fighter|hero} is back to {normal|mischief}.',
      ],
      neutral: ['Thanks all.', 'Advice welcome.'],
    },
    style: 'plain',
  },
  {
    id: 'carer',
    weight: { post: 4, feedback: 9 },
    people: ['mother', 'father', 'partner', 'grandmother', 'grandfather', 'neighbour', 'brother'],
    sentences: [1, 3],
    openers: {
      negative: [
        'full time carer here.',
        'I care for {o} on my own.',
        'I can’t be the only carer who finds this.',
        'it shouldn’t be left to families.',
        'I had to take {a day|a week|unpaid leave} off work because',
      ],
      positive: [
        'as {p} carer,',
        'for once I could go home and sleep.',
        'they looked after both of us.',
        'after a hard few {months|years},',
      ],
      neutral: ['question about caring for {o}:', 'other carers,'],
    },
    chances: { opener: 0.55, remark: 0.5, closer: 0.4, hashtag: 0.1, emoji: 0.05, typo: 0.1 },
    closers: {
      negative: [
        'What about people with no one to speak up for them?',
        '{S} deserves better.',
        'I’m exhausted.',
        'We just want {o} treated with respect.',
      ],
      positive: ['It meant the world to {o}.', '{S} still talks about them.', 'They saw the person, not the illness.'],
      neutral: ['Thank you.', 'Any tips?'],
    },
    style: 'plain',
  },
  {
    id: 'staff-voice',
    weight: { post: 5, feedback: 0.3 },
    people: ['we', 'self'],
    sentences: [1, 1],
    openers: {
      negative: [
        '{#2-30} years as a {role} and',
        'I’m a {role} and I’m ashamed to say',
        'speaking as NHS staff,',
        'from the inside:',
        'just off a {#12-14} hour shift.',
        'can’t name where I work but',
      ],
      positive: [
        'proud to be a {role} today.',
        'I work for the NHS and as a patient',
        'other side of the bed for once:',
        'NHS staff here,',
      ],
      neutral: ['{role} here,', 'colleagues,'],
    },
    chances: { opener: 1, remark: 0.4, closer: 0.4, hashtag: 0.3, emoji: 0.12, typo: 0.08 },
    closers: {
      negative: [
        'We’re trying our best.',
        'It’s not the job I trained for.',
        'I cried in the car.',
        'We’re losing good people.',
        'Please be kind to the person in front of you.',
      ],
      positive: ['Best team I’ve worked with.', 'This is why we do it.', 'Hats off.'],
      neutral: ['Genuinely interested.', 'DMs open.'],
    },
    style: 'plain',
  },
  {
    id: 'survey-terse',
    weight: { post: 0, feedback: 20 },
    people: ['self', 'mother', 'father', 'daughter', 'son', 'we'],
    sentences: [1, 1],
    openers: NO_OPENERS,
    chances: { opener: 0, remark: 0.3, closer: 0.1, hashtag: 0, emoji: 0.01, typo: 0.12 },
    closers: {
      negative: ['Please improve this.', 'Could do better.', 'Otherwise ok.'],
      positive: ['No complaints.', 'Nothing to improve.', 'Keep it up.'],
      neutral: ['No other comments.', 'N/A'],
    },
    style: 'terse',
  },
];
