/**
 * Care that someone had, or someone close to them, told by a person: with and without "I", thanks and complaints, one-liners and
 * long stories, questions to others in the same queue. Staff as patients belong here; staff about their work don't.
 */
export const EXPERIENCES = {
  'trolley-relative': [
    '{woman} {#7-30} hours on a trolley{| in {hospital}| in a corridor}. {Disgrace|Disgraceful|Shameful|Not ok}.',
    '{man} left on a trolley {since {clock}|for {hours}|all night} {at {hospital}|outside the toilets|by the fire doors}. {He’s {#71-96}|Eighty-odd years old|No pillow, no blanket}.',
  ],
  'here-now': [
    '{A&E|casualty|urgent care} {rammed|heaving|packed|like a zoo} again{| tonight}, been here since {clock}{| and not even triaged| and still no sign of a doctor}',
    'sat in {hospital} {waiting room |}since {clock}, {#20-60} people in front of {me|us}, {one doctor on|vending machine’s broken|someone’s just fainted}',
  ],
  'still-waiting-op': [
    'still waiting for my {op}. {First|Originally} told {#8-18} weeks, that was {month} {last year|the year before last}. {Nobody can tell me anything|Every call gets me a different answer}.',
    '{weeks} on the list for a {op} now and {I can’t sleep for the pain|I’m on crutches|the tablets have stopped working}. Rang {again |}{when}: {“no date yet”|“you’re still on the list”}.',
  ],
  'cancelled-morning': [
    '{op} cancelled {again|for the {second|third|fourth} time}. Gowned up, nil by mouth since {clock}, {then sent home|then told no beds|then “theatre’s overrun, sorry”}.',
    'got to {hospital} for my {op}, they’d {lost my notes|no bed for me|cancelled it and not told me}. Took two days off work for {nothing|that}.',
  ],
  'thank-ward': [
    '{massive|huge|big} thank you to {everyone on|the staff on|the {nurses} of} {ward}{| at {hospital}} who {looked after {woman}|were so kind to {man}|got me through a rotten week}. {Angels, every one|I won’t forget it|You’re all wonderful}.',
    'Just want to say how {brilliant|kind|patient|lovely} the {nurses} at {hospital} were with {man} {when}. {Couldn’t fault them|Nothing was too much trouble|He was terrified and they sat with him}.',
  ],
  'short-praise-visit': [
    'In and out of {hospital} in {#25-55} minutes. {Bloods, x-ray, the lot|Seen, scanned, sorted}. {Impressed|Credit where it’s due|Fair play}.',
    '{Seen|Triaged|Stitched up} within {#10-50} mins at {town} {minor injuries|walk-in|UTC} {when}. {So quick|Lovely staff too|Top service}!',
  ],
  'gp-8am': [
    '{#30-190} {calls|attempts} at 8am to get through to my {gp} and {by the time I did|when I finally got someone} {all the appointments had gone|“ring back tomorrow”|it was full}.',
    'Number {#11-43} in the phone queue at the {gp}. {Cut off at number 2|Then it hung up on me|Gave up after {#40-90} minutes}. {Brilliant|Great start to the day|Every single {day|time}}.',
  ],
  'gp-praise': [
    'Rang my {gp} at {clock}, {dr|doctor} called back within the hour, {prescription at the chemist by lunch|saw {man} the same afternoon|referred straight to {specialty}}. {Couldn’t ask for more|That’s how it should be}.',
  ],
  'receptionist-rude': [
    'The receptionist at {the|my} {gp} {talked to me like dirt|asked me what was wrong in front of the whole waiting room|rolled her eyes at {woman}}. {I only wanted my results|All {woman} asked for was a repeat prescription|Left in tears}.',
  ],
  'ambulance-wait': [
    '{woman} fell {when}, {#4-16} hours on the {kitchen|bathroom|hall} floor before the ambulance {came|turned up}. {She’s {#74-95}|Broken hip|They said don’t move her}. {The crew were lovely when they got there|I’ve never felt so helpless}.',
    'Called 999 for {man} with {symptom}. Told {#2-9} hours. {Drove him in ourselves|In the end a neighbour took him|We waited on the doorstep the whole time}.',
  ],
  'ambulance-praise': [
    'The two paramedics who came to {woman} {when} were {incredible|calm as anything|so gentle}. {Made her laugh|Had her wired up in seconds|Even fed the cat before we left}. Thank you {both|so much}, {town} crew.',
  ],
  'maternity-bad': [
    'Gave birth at {hospital} {in {month}|{#2-9} weeks ago}. {Left alone for {hours}|Nobody believed I was in labour|Begged for pain relief and was told to calm down}. {I still have nightmares|I’m not having another|I had a debrief and cried all through it}.',
  ],
  'maternity-good': [
    'Our {little girl|baby boy|son|daughter} arrived at {clock} at {hospital}. The midwife {stayed past the end of her shift|never left my side|talked me through every minute}. {In awe of them all|Can’t thank her enough}.',
  ],
  'advice-op': [
    'Anyone else waiting for {a|their} {op} at {hospital}? {How long have you been told|Any idea how long it is at the moment|Have they given you a date}? I was referred in {month} and {heard nothing|it’s gone quiet}.',
    'Has anyone had a {op} at {hospital} lately? Mine’s {on {day}|in {#2-6} weeks} and I’m {bricking it|a bit nervous}. {What was the ward like?|How long were you in?}',
  ],
  'advice-referral': [
    'My {gp} referred me to {specialty} {weeks} ago and I haven’t had so much as a letter. {Who do I chase, the GP or the hospital?|Is this normal?|Can I ask to go somewhere else?}',
  ],
  'reddit-misdiagnosis': [
    'Long one, sorry. I (f{#19-67}) went to my doctor {#3-9} times with {tiredness and weight loss|the same pain in my side|bleeding that wouldn’t stop}. First it was stress, then my age, then “have you tried yoga”. Finally a locum sent me for a {scan} and it turned out to be {condition}. {#2-5} years of being fobbed off. The locum apologised on behalf of everyone else, which is more than the practice ever did. I’m getting treatment now but I’m so angry about the time lost.',
  ],
  'reddit-praise-long': [
    'Posting this because you only ever hear the bad stuff. {man} had {symptom} {when}. Ambulance in {#6-15} minutes, straight through to resus at {hospital}, {#5-9} people round the bed, one of them whose only job seemed to be explaining to me what was going on. He was in theatre inside the hour. {#3-9} days later he’s home moaning about the telly. Not a penny to pay. I don’t know any of their names and I wish I did.',
  ],
  'reddit-discharge': [
    '{woman} was discharged from {ward} at {clock} in a taxi, in a nightie, with no key and no medication. The first we knew about it was {a neighbour ringing|her ringing from the doorstep}. No care package, nobody had asked who was at home, and the discharge letter had somebody else’s name on it. She was back in {A&E|hospital} within {#2-5} days. When I complained I was told that a conversation had taken place with the family. It hadn’t.',
  ],
  'camhs-parent': [
    'My {#9-16} year old has waited {weeks} for CAMHS. {She’s stopped going to school|He hasn’t left his room since {month}|We hide the knives}. {Told she doesn’t meet the threshold|Assessment keeps being moved|They closed the referral without seeing him}.',
  ],
  'mental-health-crisis-team': [
    'Rang the crisis line at {clock}, {#35-90} minutes on hold, then was told to {have a bath|make a cup of tea|go for a walk}. I was {asking for help|begging for a bed|in bits}. {Never again|It took everything to ring}.',
    'Honestly the crisis team in {town} saved {my|{man}’s|my daughter’s} life. {Came every day for three weeks|Same nurse each time|Never once made me feel a burden}.',
  ],
  'therapy-wait': [
    'Self-referred to talking therapies in {month}. Got my first session {weeks} later: six phone calls {with a lad reading off a sheet|at twenty minutes each|and then discharged}.',
  ],
  'dentist-none': [
    'Rang {#9-40} dentists round {town}, not one taking NHS patients. {Pulled it out myself in the end|Living on ibuprofen and soup|{Man|My son} is {#4-9} and has never seen one}.',
    'Dropped by my NHS dentist {for missing one check-up|by letter|without warning} after {#11-30} years. {£{#55-89} a month if I want to stay with them|Nearest one taking on is {#30-80} miles away}.',
  ],
  'lost-results': [
    'They’ve lost my {scan} results. {Third|Second} time. {So I have to have it done again|“Can you ring the other department?”|Nobody knows who’s meant to ring me}.',
  ],
  'letter-after-date': [
    'Letter came {today|this morning} for an appointment at {specialty} {yesterday|last {day}}. {You couldn’t make it up|Now I’m marked as DNA|And I’ll be the one who “failed to attend”}.',
  ],
  'wrong-site-letter': [
    'Drove {#20-70} miles to {hospital} for a {scan} to be told it’s at the other site. {Letter said here|Nobody had said|Missed my slot}. {Rebooked for {month}|Back of the queue now}.',
  ],
  'parking-visit': [
    '£{#9-24} to park while {woman} was {having chemo|in labour|having her {scan}}. {#3-7} hours in there and they charge you for {bad news|the privilege}.',
  ],
  'ward-food-cold': [
    '{#2-9} days on {ward}, tea {stone cold|like dishwater}, {sandwich curled up at the edges|nothing veggie but jacket potato}, {nobody noticed {woman} couldn’t reach hers|and I’m diabetic}. {Nurses run off their feet though|Not blaming the staff}.',
  ],
  'noise-ward': [
    'No sleep on {ward} again. {Lights on all night|Bleeping since {clock}|Fella opposite shouting for his wife}. {Asked for earplugs, got paracetamol|Will I ever get home}.',
  ],
  'corridor-care': [
    'This is corridor care then: {man} in a chair{| with a drip| with a cannula in}, {hours}, next to the {bins|drinks machine|ambulance doors}, {told he was “next but four”|asked to wee in a bottle behind a screen}. {hospital}, {when}.',
  ],
  'staff-as-patient': [
    'I’ve been a nurse for {#6-30} years and {when} I was the patient. {Lay there listening to buzzers nobody could answer|Got to see how scared people are when no one explains|My call bell was out of reach all night}. {The HCA who brought me toast at {clock} is a saint|I’ll never say “just a minute” again}.',
  ],
  'end-of-life': [
    '{man} died on {ward} {when}. {The nurses washed him and played his brass band records|They moved him to a side room and let us stay all night|A healthcare assistant held his hand until we got there}. {I’ll be grateful for ever|We’ll never be able to repay that}.',
    '{woman} died in a bay with the telly on and the curtains half shut. We asked {three|four} times for a side room. {hospital} said sorry in a letter. {A letter|That’s it}.',
  ],
  'link-own-story': [
    'This is exactly what happened to {woman} at {hospital} {link}',
    '{link} {#14-40} hours it says? Took us {#15-48}. {man} with {symptom}, in a chair.',
    'Reading this {link} and it’s our {month} all over again, same ward, same “we’re waiting for a bed”.',
  ],
  'no-subject-cancer': [
    'Referred on the two week wait in {month}. Seen {#5-12} weeks later. {Stage {2|3}|It had spread|Lump twice the size}. {Still no treatment date|Chemo starts {day}, finally}.',
  ],
  'cancer-praise': [
    'Last chemo {today|done|on {day}}! Rang the bell at {hospital}. {#6-18} rounds and every one of those nurses knew my name{| and how I take my tea}. {Thank you, thank you|I’ll miss them, daft as it sounds}.',
  ],
  'pharmacy-runaround': [
    'Chemist says the {gp} hasn’t sent it, {gp} says they have. {Four|Three} trips and still no {inhaler|insulin|tablets|HRT}. {I run out {day}|{man} hasn’t had a dose since {day}}.',
  ],
  'online-form': [
    'Filled in the {gp}’s online form at {clock}, {#38-60} questions, “this service is now closed, please call”. Called. “Please use the online form.”',
  ],
  'app-booking': [
    'The NHS app tells me I’m “on the waiting list” for {specialty}, average wait {#22-60} weeks. I’ve been waiting {#61-90}. {So that’s nice|Helpful}.',
  ],
  'one-one-one': [
    '111 sent me to {ae}, {ae} sent me to the pharmacist, pharmacist sent me to my {gp}, {gp} said ring 111. {I have a kidney infection|For a {child|toddler} with {symptom}|Six hours of my life}.',
    'Rang 111 about {man} at {clock}. {Nurse rang back in ten minutes|Call handler stayed on the line till the ambulance came|They had a doctor ring us within the hour}, {ever so reassuring|really thorough}.',
  ],
  'child-hospital': [
    '{Little one|My toddler|The baby} has been on {oxygen|a drip} since {day}. Play team at {hospital} brought her {bubbles|a unicorn|Peppa Pig stickers} and for ten minutes she forgot where she was. {Crying typing this|Those people}.',
  ],
  'camera-funny': [
    'Had a {colonoscopy|camera down|smear} {when}. Dignity: gone. Nurse who told me terrible jokes throughout: {10/10|give her a rise|legend}.',
  ],
  'physio-leaflet': [
    '{weeks} wait for physio. Appointment lasted {#7-14} minutes. Came away with a {leaflet|sheet of exercises I’d found on YouTube already|rubber band}.',
  ],
  'gone-private-reluctant': [
    'Ended up paying £{#2-14},{#100-900} for {a|my} {op} because {hospital} said {#60-110} weeks. {Used the money for the roof|Borrowed it off my brother|Never thought I’d do it}. {Couldn’t work another year like that|Felt like a traitor}.',
  ],
  'interpreter-access': [
    '{woman} is deaf. {Booked a BSL interpreter|Asked for an interpreter three times} for {specialty}, none came, so I had to tell her {it was cancer|what the surgeon said} myself. {I’m her daughter, not her interpreter|In {#2024-2026}}.',
  ],
  'wheelchair-ward': [
    'Wheelchair user here. {Scales at {hospital} don’t take chairs|Door of the {specialty} clinic isn’t wide enough|Accessible loo full of boxes}, so they {guessed my weight|saw me in the corridor|asked if I could “just hop out”}.',
  ],
  'autistic-patient': [
    'Told the {nurse} I’m autistic and the lights were too much. She {turned half of them off|found us a quiet room|got me ear defenders} and {explained each thing first|nobody made a fuss}. Small thing, {huge|massive} difference.',
    'Put “please email, I can’t do phone calls” on every form. {gp} phoned. {Four times|No voicemail}. Discharged from {specialty} for not answering.',
  ],
  'pain-not-believed': [
    '“Are you sure it’s that bad?” Yes. {Screaming in {ae}|Sick with it|On the floor}, {#4-11} hours, {paracetamol|one codeine}. It was {a ruptured cyst|gallstones|appendicitis|a kidney stone}.',
  ],
  'endometriosis-years': [
    '{#7-14} years to get {endometriosis|Crohn’s|a diagnosis of {condition}} taken seriously. {#4-12} GPs. {One|The only one} who listened was {a trainee|about to retire}.',
  ],
  'blood-donor-like-bloods': [
    'Bloods at {hospital} this morning. {Took a ticket: {#61-99}, they were on {#4-30}|Two nurses for about fifty of us|Student got it first go, barely felt it}.',
  ],
  'vaccination-visit': [
    'Had my {flu|covid|shingles|RSV} jab at {the {gp}|{town} health centre|the pharmacy} {when}. {Straight in|Queue out the door but it moved}, {arm’s like lead today|didn’t feel a thing}, {nice lad doing them|volunteers were lovely}.',
  ],
  'two-sides': [
    'Mixed bag at {hospital} {when}. {nurses} {kind|couldn’t do enough}, but {hours} to be seen and {no one told us why|one working toilet|nowhere to sit}. {Staff 10, system 2|Not their fault}.',
  ],
  'complaint-pals': [
    'Complained to PALS about {woman}’s care in {month}. {#3-9} months later a letter saying lessons have been learned. {Which ones?|They’d spelt her name wrong|Not one of my questions was answered}.',
  ],
  'old-story': [
    'When I was {#5-17} I spent {#3-11} weeks in {hospital}, {#1974-2009} it was. {Matron let the dog in to see me|I can still smell the floor polish|The surgeon drew me a picture of what he was going to do}. {Never forgotten it|I’ve still got the picture}.',
  ],
  'grief-anniversary': [
    '{A year|Two years|Five years} today since we lost {man}. {Eleven|Nine|Six} hours in the back of an ambulance outside {hospital}. I still {drive the long way round|can’t look at that car park}.',
  ],
  'covid-icu': [
    'ICU nurse rang me every night at {clock} for {#2-6} weeks to hold the phone to {man}’s ear. {He came home|He didn’t come home}. I’d know her voice anywhere.',
  ],
  'eye-clinic-late': [
    'Eye clinic running {#90-200} minutes late, {no apology|one whiteboard and a felt tip|drops already in so I can’t even read}. {woman} next to me has come from {town} on two buses.',
  ],
  'bus-elderly': [
    'They’ve moved my {specialty} appointments to {town}. Two buses and a walk{|, with my knees}. I’m {#70-89}. {Asked for transport, “you don’t qualify”|Last time I got home at {clock}}.',
  ],
  'quick-one-liner': [
    '{#5-14} hours {now|and counting}. {A&E|hospital} {is on its knees|chairs are agony}. {Send snacks|Phone’s on {#3-12}%}.',
    'Finally {out of theatre|on a ward|seen}! {#9-30} hours. {Knackered|Sore|Starving} but {ok|in good hands|alive}.',
  ],
  'youtube-comment-nurse': [
    'I was in {hospital} with {symptom} and there was this one {nurse}, big smile, always singing. At {clock} when I was scared she sat on the end of the bed and {told me about her kids|said you’re not on your own, love}. Wherever you are, God bless you.',
  ],
  'forum-medication-change': [
    'Evening all. {#3-12} weeks in on {methotrexate|the new inhaler|sertraline|thyroxine} and the consultant now wants to double it. {Ten minutes by phone, no examination|I felt rushed and forgot half my questions|She was very good and drew me a graph}. {Did any of you get on with the higher dose?|How did others get on with {hospital}’s rheumatology team?}',
  ],
  'gender-waiting': [
    'Year {#3-7} on the gender clinic list. They write once a year to ask if I’d like to stay on it. {Yes. Still.|What do they think I’ll say?}',
  ],
  'hearing-aid': [
    '{man} finally got his NHS hearing aids {when}, {#5-20} weeks after the test. Lady at audiology {spent an hour with him|showed him twice, then wrote it down}. He heard the {kettle|birds|grandkids} and {grinned all day|welled up}.',
  ],
  'question-experience': [
    'Is it normal for {ae} to send you home with {symptom} and no follow up? {That’s what just happened to {woman}|Asking because they’ve just done it to me}.',
    'Does anyone know what I’m meant to do when {the {gp} won’t see me and the hospital won’t either|{specialty} has discharged me and I’m no better}? {At the end of my tether|Any advice gratefully received}.',
  ],
  'diabetes-pump': [
    'Got my {pump|sensor|loop system} on the NHS at last. {#11-30} years of finger pricks. {The diabetes nurse at {hospital} fought for me|Cried in the car park|Slept through last night for the first time in ages}.',
  ],
  'bed-blocking-self': [
    'Day {#12-60} on {ward}. {man} is medically fit, they keep telling us, just no carers to send him home to. {He’s lost the use of his legs lying there|He asks every morning if it’s today}.',
  ],
} as const satisfies Record<string, readonly string[]>;
