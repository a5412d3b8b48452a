/** Assault, cruelty or restraint by those who should care, as the victim or kin tell of it. */
export const ABUSE = {
  'slapped-nan': [
    'A {carer|nurse|healthcare assistant} slapped my {nan|mum|gran} across the face for {spilling her tea|pulling her drip}. {My aunt saw it|There’s a hand mark}. She has dementia.',
  ],
  'fingertip-bruises': [
    'Bruises on both {woman}’s arms, finger shaped. She says the night man {grabs|drags} her. {She wets herself when he comes on|She begged me not to say anything}.',
  ],
  'pinned-down': [
    'Six of them pinned me face down on {the unit|the ward} till I couldn’t breathe. I was {crying|asking for my mum}. {#15-23} years old. Carpet burns on my face.',
  ],
  groped: [
    'i was groped by a {porter|nurse|radiographer} at {hospital}. i was on my own in the {lift|scan room} and half asleep from the meds. ive not told my husband',
  ],
  'examined-wrong': [
    'What that {doctor|consultant|physio} did to me wasn’t an examination. No chaperone, no gloves, locked the door. {I’ve reported it|I’m only able to say it now}. {when}, {town}.',
  ],
  'raped-on-ward': [
    'My {daughter|sister} was raped on a mixed mental health ward. She told staff and they wrote “delusional”. {The police are involved|There’s CCTV}.',
  ],
  'laughed-at': [
    'They filmed my {brother|son|dad} having a {seizure|meltdown} and passed it round on WhatsApp laughing. {They were mocking him, poking him with a broom|We’ve seen the video}. He can’t speak up for himself.',
  ],
  'tied-to-chair': [
    '{man} was tied to his chair with a bed sheet. I walked in and saw it. {ward}. “It’s to stop him wandering.” {His wrists were bleeding|He was sobbing}.',
  ],
  seclusion: [
    'My autistic {son|daughter} was locked in a bare room for {#3-19} weeks, fed through a hatch. {#14-24}. She’s lost the will to talk. It’s an NHS bed, we pay for this.',
  ],
  'injected-by-force': [
    'Held down by {four|five} staff, trousers pulled down in front of everyone and injected. I was not violent, I was scared. {My arm’s broken|They dislocated my shoulder}.',
  ],
  'rough-wash': [
    'She scrubbed my {mum|nan|wife} so hard she tore the skin off her arms and told her to shut up when she cried out. {#82-94} years old. I heard it through the curtain.',
  ],
  'force-fed': [
    'saw a carer holding my grandads nose to make him swallow. he was choking. said “they all do this”. im shaking typing this',
  ],
  'stolen-and-threatened': [
    'The carer the {council|hospital|agency} sent has been taking {woman}’s money and telling her she’ll be put in a home if she tells. {Twisted her wrist when she said no|She’s frightened in her own bed}.',
  ],
  'midwife-hit': [
    'a midwife hit my legs apart. hit them. i said stop i said no and she carried on. {i was {#17-24}|first baby}. i wake up feeling it',
  ],
  'staff-threw': [
    'Dad says the big one throws him on the bed “like a sack of spuds”. Now he’s got two broken ribs nobody can explain. {hospital} say he’s confused. He isn’t confused.',
  ],
  'dragged-by-hair': [
    'Dragged by my hair down a corridor by two members of staff for refusing to go to my room. CAMHS unit. I was {#13-17}. {It took out a clump|I still have the bald patch}.',
  ],
  'drugged-quiet': [
    'They’ve been drugging {woman} at night so she’s no bother. Nothing on her chart, a kind girl on days told me. {She can’t hold her head up|Sleeps twenty hours}. That’s abuse isn’t it.',
  ],
  'racial-assault': [
    'Called me a {racist word|vile name}, then yanked the cannula out so my blood went up the wall. A {nurse}. At {hospital}. In front of my children.',
  ],
  'touches-patients': [
    'There’s a man works on {ward} who touches the old ladies. {woman} told me and she isn’t making it up. {She asked me to bring trousers to sleep in|Told the sister and got laughed off}.',
  ],
  'denied-pain-relief-punish': [
    'she said she’d give me my painkillers when i learned some manners. {hours} with a broken femur. she stood there and smiled and put them back in her pocket',
  ],
  'ambulance-crew-rough': [
    'Paramedic kicked my {son|brother}’s leg and told him to stop faking. He was {unconscious with an overdose|having a hypo}. Neighbour’s doorbell has all of it.',
  ],
  'choked-by-guard': [
    'hospital security had {my lad|my brother} in a chokehold on the floor of {ae}. he came for HELP. he’d passed out and they still didnt get off him',
  ],
};

/** In their own words, or by someone who is afraid for them: help asked for and not given. */
export const SELF_HARM = {
  'cannot-go-on': [
    'I can’t go on. Rang the crisis line and got {a recorded message|voicemail|told to have a bath}. {I’ve written the letters|I don’t want to be here any more|I’m so tired}.',
  ],
  'want-to-die': [
    'I want to die and the {gp}’s next appointment is in {#2-6} weeks. {Nobody cares|That’s not even a joke}.',
    'told the nurse in {ae} i want to kill myself. {hours} in a corridor then “see your gp”. so thats me then',
  ],
  'pills-counted': [
    'I’ve got {#40-90} tablets lined up. {crisis team said someone would ring back. That was {#3-9} hours ago|Mental health team discharged me on {day} by text}.',
  ],
  'plan-tonight': [
    'goodbye everyone. i asked for help {#3-9} times. {tonight|its better this way|tell my mum i tried}. nhs has nothing for people like me',
  ],
  'cut-and-sent-home': [
    'Cut my arms to ribbons {when}, {#18-44} stitches, and they sent me home in a taxi with no one seeing me from psych. {I’ve done it again|I know I’ll do it again}.',
  ],
  'overdose-discharged': [
    'Took an overdose on {day}. Discharged {day}. “Have you got a hobby?” {I’m going to do it properly next time|Still feel exactly the same}.',
  ],
  'daughter-on-bridge': [
    'Police brought my {daughter|son} off a bridge {last night|on {day}}. {ae} let her go at {#3-6}am with a leaflet. She’s told us she’ll go back. {#14-19}.',
  ],
  'son-says': [
    'My {#9-15} year old says he doesn’t want to be alive. CAMHS: {#12-24} month wait. {He’s tried twice|I found a cord in his room|I’ve taken the lock off the bathroom}. Please, who do I ring?',
  ],
  'better-off-without-me': [
    'kids would be better off without me. said that to the health visitor, she wrote it down, nobody has come. {#5-20} weeks since the birth. im scared of what ill do',
  ],
  'no-point': [
    'After {#11-20} months of this pain and no one answering me there’s no point carrying on. I’ve made up my mind. Thank you to the lady at the {pain clinic|pharmacy} who was kind.',
  ],
  'voices-telling': [
    'the voices are telling me to hurt {myself|my mum} and the early intervention team says i dont meet the criteria now. im trying to be good',
  ],
  'husband-threatens': [
    'Husband has a rope in the garage and won’t come out. Crisis team say he has to ring them himself. He WON’T ring. {I’m typing this on the drive|Please}.',
  ],
  veteran: [
    'Served {#9-22} years. {Op Courage|Veterans’ mental health} lost my referral. I sat in the car with the engine running {when}. {Dog looked at me, that’s the only reason|Won’t stop next time}.',
  ],
  'ending-it-all': [
    'been thinking of ending it all. not for attention. just dont see how i get through another night of this and the samaritans line was engaged',
  ],
  'teen-self-harm': [
    'im {#13-17} and i cut every day now. the counsellor at camhs left and no one replaced her. {i think about not waking up|i hope i dont wake up}',
  ],
  'friend-worried': [
    'My best mate’s just messaged saying goodbye and she loves me. {hospital} discharged her off section this morning. She’s not answering. Who can I call that will actually go?',
  ],
  'sister-after': [
    'They knew my sister was a danger to herself. They’d written it down. And they gave her leave and her belt back. {She’s on a ventilator|We’ve been told to prepare}.',
  ],
  'eating-disorder-own': [
    'heart rate 36, not eaten in {#6-14} days, told im not sick enough. ok. ill get sick enough. might as well stop drinking as well',
  ],
  'postnatal-psychosis': [
    'My wife thinks our baby is possessed and says she’ll take them both with her. {GP says baby blues|Perinatal team can see her in {#3-7} weeks}. I’ve hidden the knives. I am terrified.',
  ],
  jumped: [
    'jumped in front of a car in {month}. broken back. six weeks in {hospital} and not one visit from psychiatry. now they’re sending me home to the same flat, same road',
  ],
};
