/** Hard words that mean no harm: figures of speech, jokes, fiction, the vet's, work and sport. */
export const SAYINGS = {
  'queue-killing-me': [
    'This queue is killing me. {#2-5} hours in {ae} and {my phone’s on 3%|the vending machine ate my quid}.',
    'parking at {hospital} will be the death of me',
  ],
  'dying-for-a-brew': [
    'dying for a brew on {ward}, trolley lady where are you 😂',
    'I’m dying of boredom in the {specialty} waiting room, {send memes|nobody’s called my name in an hour}.',
  ],
  'dead-on-my-feet': ['{#12-14} hour shift on {ward} done. Dead on my feet, feet dead, everything dead. {Worth it though|Chips for tea}.'],
  'died-of-embarrassment': [
    'Nearly died of embarrassment when my stomach rumbled through the whole {scan}. The radiographer was lovely about it.',
    'my gown came undone in front of the whole clinic, i died 😭',
  ],
  'phone-died': [
    'Phone died in {ae} so mum thought I’d been kept in. {Nobody had a charger|A nurse lent me hers, bless her}.',
    'The computers died at the {gp} again so no appointments {today|all morning}. My fault for ringing I suppose.',
  ],
  'killer-heels': ['Killer headache after that {#2-9} hour wait on hold to my {gp}. They sorted it in the end.'],
  'self-checkin-murder': [
    'I could murder whoever designed that self check-in screen at {hospital}.',
    'My husband will kill me if I’ve left the parking ticket at {specialty} again',
  ],
  'suicide-squad-shift': [
    'Whoever put me on four nights then a long day: {that’s rota suicide|are you trying to finish me off}? {ward} staff will get it.',
  ],
  'overdosed-on-telly': [
    'Overdosed on {daytime telly|custard creams} while I was laid up on {ward}. {#3-9} episodes of Homes Under the Hammer a day.',
  ],
  'food-crime': [
    'The mash on {ward} should be a never event. {Wrong on every level|Someone operate on it}.',
    'That hospital curry was an act of abuse, I’m reporting it to the {cheese|naan} police',
  ],
  'wrong-drug-coffee': [
    'The nurse gave me the wrong drug: decaf.',
    'Asked for tea, got given coffee. Wrong medicine for a Monday. {ward} kitchen, I forgive you.',
  ],
  'stabbed-in-back': ['Stabbed in the back by my own manager, after {#6-20} years in this trust. Pay rise refused.'],
  'bleeding-us-dry': [
    'The car park at {hospital} is bleeding us dry, £{#8-20} for my mum’s clinic.',
    'Agency fees are bleeding the {hospital|trust} to death and no minister will say it',
  ],
  'bloody-hours': ['Six bloody hours and nobody came to tell us why clinic was late. My husband had read every leaflet twice.'],
  'blind-spot': ['Is my consultant blind or does he just not look up from the screen? Ten minutes and never met my eye.'],
  'abuse-of-apostrophe': ['The apostrophe abuse in this letter from {specialty} has hurt me more than my knee.'],
  'beaten-by-system': [
    'The booking system has beaten me. I give up. {Twelve|Nine} menus and it hung up. I’ll try again {tomorrow|when I’m ninety}.',
  ],
  'want-to-die-hangover': [
    'Hungover on a nightshift, want to die lol. Never again. {ward} smells of toast and regret.',
    'leg day with the physio, i want to die 😂 {she’s tiny and merciless|same time next week then}',
  ],
  'kill-for-a-bath': ['{Day {#3-9}|Week two} on {ward} and I’d kill for a proper bath.'],
  'casualty-episode': [
    'Tonight’s Casualty: wrong leg off, swab left in, registrar sobs in a cupboard. {Love it|It’s not even that far fetched}.',
    'anyone else sobbing at Call the Midwife, the baby died and the mum blamed herself, im a wreck',
  ],
  'tv-drama': [
    'Catching up on {This Is Going to Hurt|the hospital one on ITV}. The bit where she dies because nobody listened had me in pieces.',
    'Spoiler: it’s the ward sister who’s been giving them the insulin. Called it in episode two.',
  ],
  'true-crime-podcast': ['New true crime podcast about a doctor who overdosed his patients in the {1960s|eighties}. Grim but gripping.'],
  'novel-plot': ['Just finished my novel! A {nurse} finds her mum has been killed on her own ward. {Beta readers wanted|Out in {month}}.'],
  'history-plague': [
    'In 1665 the physicians of {town} fled and left patients to die in the streets. Our walking tour starts {day} at {#10-11}am.',
  ],
  'game-hospital': ['My hospital in the game keeps losing patients, {#9-30} dead ghosts in the corridor and the janitor won’t clean up 😂'],
  'joke-surgeon': [
    'Doctor: I’ve bad news, we took off the wrong leg. Good news: the man in the next bed wants to buy your slippers.',
    'Why did the scarecrow sue the surgeon? He left some of the straw out. Told to me by a porter on the way to theatre.',
  ],
  'dad-joke': ['Dad came round from his op and said “the nurse says I’m dead” then “dead handsome”. {He’s fine|Back to normal then}.'],
  'football-injury': [
    'We were absolutely slaughtered in the hospital five-a-side, {#7-12} nil. Radiology assaulted us.',
    'City died a death after the sub. Wrong call, wrong player, manager should be in A&E',
  ],
  'vet-dog': [
    'The vet gave our old dog the wrong dose last year and he died. So grateful that the NHS isn’t like that, they’ve been fab with my hip.',
    'lost our cat today, kidney failure, vet did all she could 💔',
  ],
  goldfish: ['Came home from hospital to find the goldfish dead. My husband “forgot”. Murderer.'],
  'heart-broken-closing': [
    'It breaks my heart that they’re shutting {ward}. Another bit of this town killed off.',
    'The {birth centre|cottage hospital} is on life support and ministers want to pull the plug. Save it.',
  ],
  'sepsis-of-politics': [
    'Privatisation is a sepsis in the bloodstream of the NHS and {party} missed it.',
    'Death by a thousand cuts. That’s {service} under {party}.',
  ],
  'haemorrhaging-staff': ['We’re haemorrhaging staff. {#3-12} left from {ward} since {month} and nobody replaced. It’s not sustainable.'],
  'crash-website': ['The NHS app crashed, came back, crashed again. Resuscitation attempts ongoing. Time of death {clock}.'],
  'drowning-paperwork': [
    '{GPs|Ward clerks|Health visitors} are drowning in paperwork. I spend {#3-5} hours a day on forms instead of patients.',
  ],
  'bruise-bloods': [
    'Massive bruise on my arm from the blood test at the {gp}, looks like I’ve been in a fight 😂 he did say sorry',
    'Nurse warned me it might bruise and she wasn’t wrong, my arm’s a rainbow. Got my results the next day though.',
  ],
  'wrong-name-coffee': [
    'They called my name wrong {three|four} times in the clinic. I answer to anything now. {In and out in twenty minutes|Nice lady}.',
  ],
  'parent-nightmare': ['My toddler screamed blue murder at the dentist. Nobody was harmed. He got a sticker.'],
  'weight-joke': ['Doctor says lose a stone or my knees will kill me. So it’s goodbye pies, hello misery.'],
  'gym-pain': ['physio is torture i swear shes trying to break me 😂 but my shoulder moves now so thank u'],
};
