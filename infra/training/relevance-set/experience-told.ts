/** More care as someone had it, told plainly or at length: in run-on sentences, in paragraphs, in answers to others. */
export const EXPERIENCES_TOLD = {
  'plain-breathing-child': [
    'Had to take my {son|daughter|baby} to {hospital} {when} because {she|he} couldn’t breathe properly and the staff were so good with us',
    'We rushed our {two|three|five} year old to {ae} {when} with {symptom} and they saw us straight away, I was shaking but the {nurse} was so calm',
  ],
  'plain-no-one-rings': [
    'I keep ringing {specialty} about my {scan} and nobody ever picks up, it just rings out. I don’t know what else I can do',
    'they said {specialty} would ring me within {two|three|six} weeks and it’s been {#8-30}, I just want to know what’s wrong with me',
  ],
  'plain-appointment-moved': [
    'My appointment with {specialty} has been moved again, it was {month}, then {month}, and now they say {month} next year',
    'got a text {when} saying my {scan} has been rescheduled and to ring if I can’t make it, which I can’t, and no one answers the number',
  ],
  'plain-couldnt-fault': [
    'Went in for my {op} {when} and I have to say I couldn’t fault any of it, from the lady on the desk to the {nurse} who wheeled me out.',
    'I had my {scan} at {hospital} {when} and everyone I met was friendly and told me what was happening. I’d been dreading it.',
  ],
  'plain-dad-fall': [
    '{man} had a fall {when} and we waited with him for {hours} until someone could come. They were very apologetic but he was freezing by then.',
    'after {man} fell the ambulance people said it could be {#5-14} hours so my brother and I lifted him into the car ourselves, which you’re not meant to do',
  ],
  'plain-nurse-remembered': [
    'There was a {nurse} on {ward} who remembered that {woman} likes the window open and I just think that’s what care is',
    'one of the {nurses} came back after the shift to see how {man} had got on in theatre. on their own time. I’ll always remember that',
  ],
  'plain-gp-listens': [
    'saw a new doctor at my {gp} {when} and for the first time in {years|ages} someone let me finish a sentence. she’s sending me for a {scan}',
    'My GP rang me herself {at {clock}|on a {day} evening} to say the results were fine because she knew I’d be worrying all weekend.',
  ],
  'plain-bounced': [
    'So I’ve now been bounced between {specialty} and {specialty} for {weeks}, each says it’s the other’s job, and I’m still in pain every day.',
    'The hospital tells me to ask the GP, the GP tells me to ask the hospital, and meanwhile I’ve had no {treatment|tablets|answer} since {month}',
  ],
  'plain-discharge-early': [
    'They sent {woman} home far too early in my view, she could hardly stand, and two days later we were back where we started in {ae}',
    '{man} was discharged with no {tablets|frame|dressings} and no one to ask, I’ve been on the phone since {clock} trying to sort it',
  ],
  'plain-scared-waiting': [
    'waiting for results is the worst, it’s been {#3-9} weeks since my biopsy and I jump every time the phone goes',
    'I’m meant to have my {op} {on {day}|tomorrow|next week} and I’ve been told I’ll only know on the morning if there’s a bed for me',
  ],
  'plain-dialysis-regular': [
    'Three times a week I’m on that machine at {hospital}, {#3-12} years now, and those {nurses} have become like family to me',
    'I’m a regular at {specialty}, every {six|four|twelve} weeks, and I’ve never once seen the same doctor twice. I tell the story from the start each time.',
  ],
  'plain-pregnancy': [
    'At my {#20-38} week appointment the midwife noticed straight away something wasn’t right and sent me in. Baby and I are both fine because of her.',
    'I’m {#24-39} weeks and I haven’t seen a midwife since {month} because they keep {cancelling|changing the clinic}. is anyone else under {hospital} having this',
  ],
  'plain-loss': [
    'We lost our baby at {#12-24} weeks and they put me on a ward with new mums. I could hear them all night. I can’t forgive that.',
    'The bereavement midwife at {hospital} made us a little box with {her|his} footprints. On the worst day of our lives she knew what to do.',
  ],
  'plain-mixed-but': [
    'To be fair to {hospital} the care itself was good, it’s just that nobody talks to each other and {woman} had to tell {four|five|six} people the same thing',
    'the {nurses} were lovely but I was in that bed for {#3-12} days waiting for one {scan} and nobody could say when',
  ],
  'plain-medication-error': [
    'They gave {man} somebody else’s tablets on {ward}. I only found out because he asked me why they were {pink|so big}. The {nurse} did own up, I’ll give them that.',
  ],
  'plain-allergic': [
    'It’s on my notes, it’s on my wristband and I told them twice that I’m allergic to penicillin and they still {tried to give|gave} me it at {hospital} {when}',
  ],
  'plain-jab-anxiety': [
    'My {lad|girl|daughter} is terrified of needles and the {nurse} at the {gp} let {them bring the dog’s toy|us sit in the corridor until it passed} and counted down from ten. All done, sticker on.',
  ],
  'reply-same-here': [
    'Same here, {weeks} since my referral to {specialty} and not a word',
    'This happened to me as well, at {hospital}, they {lost|forgot to send|never read} my referral and I had to start again from scratch',
    'Oh that’s awful. We had the opposite {when}, seen in {#20-50} minutes and couldn’t have been treated better. I think it depends who’s on.',
  ],
  'reply-answering-wait': [
    'I waited {#9-60} weeks for mine at {hospital} if that helps, but a friend got hers in {#3-8} after ringing for cancellations every {day}',
    'mine took {#2-14} months from referral to {op}. Ring the secretary, not the switchboard, they were really helpful when I did',
  ],
  'long-chronic-run-on': [
    'I have {condition} and every time I move house I have to start again, new {gp}, new referral, new wait, and each time they change something, last time they stopped a medicine I’d been stable on for {#4-12} years because it isn’t on their list here in {town}, so now I’m up half the night and I’ve had to go part time at work. I’m not after sympathy, I just can’t believe it’s this hard to stay well.',
  ],
  'long-ae-child-story': [
    'Took our youngest to {ae} in {town} on {day} night after she came off her bike. It was packed and I expected the worst, but a nurse came over within ten minutes, gave her something for the pain and found her a colouring book. X-ray about an hour later, then a plaster the colour she wanted. The doctor had clearly been on all day and still made her laugh. Home by {#9-11}. I know people have had dreadful times there, so I wanted to put this down as well.',
  ],
  'long-operation-cancelled': [
    'My wife was due to have her {op} {when}. We’d arranged time off, a hotel near the hospital because it’s {#40-90} miles, someone for the children. She was in the gown, the surgeon had drawn the arrow on, and then a man in a suit came and said there were no beds in intensive care. That’s the {second|third} time. She got dressed again without a word. She hasn’t really spoken about it since and no one from {hospital} has rung with a new date.',
  ],
  'long-psych-ward': [
    'I was an inpatient for {#3-14} weeks {last year|in {#2019-2025}}. Some staff sat with me when I couldn’t speak; others did their checks through the glass without looking up from their phones. What got me through was the occupational therapist and her terrible banana bread. Then one {day} they needed the bed, and I was out by tea time with a bag of tablets and a number that goes to an answerphone. Make of that what you will.',
  ],
  'long-care-carer': [
    'I care for {man}, who has {dementia|Parkinson’s|MS}. The memory nurse left in {month} and hasn’t been replaced. The district nurses come when they can and they’re wonderful but it’s someone new each week and he gets frightened. I rang the GP about his breathing and was asked to send a photo. Of breathing. In the end the out of hours doctor came at {#1-5} in the morning and was the first person in months to ask how I was.',
  ],
  'long-thanks-list': [
    'I’d like to thank, in no particular order: the call handler who told me what to do with my hands, the crew who ran up four flights, the doctor in resus who said “I’ve got you”, the porter with the awful jokes, everyone on {ward} who never once made me feel a nuisance, and the lady with the tea trolley. I had {symptom} on {day} and I’m writing this from my own settee.',
  ],
  'review-style': [
    'Visited {hospital} {when} for {a {scan}|an x-ray|{specialty}}. Easy to find, friendly reception, seen on time. The only downside was the {parking|toilets|heating}.',
    'Avoid this {gp} if you can. I have been a patient for {#4-20} years and it has gone downhill: no call backs, prescriptions wrong, attitude at the desk.',
  ],
  'story-third-party': [
    'Friend of mine, {#29-55}, fit as anything, went in with {symptom} and was told it was {stress|a virus|a pulled muscle}. She rang me from intensive care {two|three} days later.',
    'A lad I work with {broke his leg|did his knee} {when}, was told six weeks for the clinic, so he’s {on my sofa|hobbling round the warehouse} on borrowed crutches.',
  ],
  'short-fragments': [
    '{#3-9}th call. Still engaged. {gp}, I give up.',
    'Discharged! {ward}, you were stars.',
    'Op postponed. Again. Gutted.',
    'No bed for {woman}, {day} night, {hospital}. Chair it is.',
  ],
  'question-rights': [
    'Can the {gp} refuse to {register|see} me because I’m {outside the line by one street|between addresses|late by five minutes}? That’s what I was told {when}.',
    'How do I get hold of my own notes? {hospital} say they’ve sent them, I’ve had nothing, and my appointment with {specialty} is on {day}.',
  ],
  'scan-private-share': [
    'NHS said {#20-50} weeks for the scan, so my parents paid for one and it showed {gallstones|a torn ligament|a slipped disc}. Handed it to my GP and he {went pale|said “well, that moves things along”}.',
  ],
  'shielding-mask': [
    'I’m immunosuppressed, sat in {specialty} {when} between two people coughing, asked if I could wait outside and was told I’d lose my place',
  ],
  'night-999-kind': [
    'To whoever took my 999 call at {#1-5} this morning: my {mum|husband|son} is ok. You stayed on the line for {#12-40} minutes and I never got your name.',
  ],
  'work-sick-note': [
    'Needed a sick note from the {gp}, filled the form in, rang, went down there, and {#9-21} days later work have stopped my pay because it still hasn’t come',
  ],
} as const satisfies Record<string, readonly string[]>;
