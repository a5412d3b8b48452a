import type { Families, HarmlessKind, UrgentKind } from './generate-urgency-set.ts';

/** The same in one sentence, as most posts are: the harm, who it was done to, and hardly a word more; and what sounds like it. */
export const IN_ONE_SENTENCE: Readonly<Record<UrgentKind | HarmlessKind, Families>> = {
  death: {
    'died-waiting': [
      '{my mum|my dad|nan|My wife} died waiting for {an ambulance|a bed|a scan|her operation|his heart op}{| at {hospital}}',
    ],
    'died-because': ['{man} died because {they sent him home|nobody listened|no one checked on him|they got it wrong}'],
    'let-die': ['they let my {mum|dad|brother|nan} die{| in a corridor| on a trolley| in that place}'],
    'would-be-alive': ['My {son|daughter|sister} would be alive if {they’d done their job|{hospital} had listened|the ambulance had come}'],
  },
  'missed diagnosis': {
    'missed-it': ['They missed {my mum’s stroke|my dad’s sepsis|my cancer|my son’s meningitis}{| at {hospital}| twice}'],
    'sent-home-with': ['{ae} sent {woman} home with {a stroke|sepsis|a bleed on the brain|a heart attack|a broken neck}'],
    'too-late-now': ['GP said {IBS|stress|my age}, it was cancer and {it’s too late|it’s spread}'],
    'burst-because': ['my appendix burst because {ae} {sent me home|kept me waiting {hours}|said it was wind}'],
  },
  'never event': {
    'wrong-part': [
      'They operated on {my|his|her|dad’s|mum’s} wrong {knee|hip|eye|side|leg}',
      'had the wrong {tooth out|knee done|eye done}',
    ],
    'left-something': ['They left {a swab|a needle|an instrument|gauze} inside {me|my wife|my mum|my dad}'],
    'tube-wrong': ['they put {his|her|my nan’s|dad’s} feeding tube in {his|her} lung'],
    'wrong-person-op': ['{hospital} operated on the wrong patient and it was {me|my dad|my mum}'],
  },
  'wrong medicine': {
    'someone-elses': ['They gave {him|her|my dad|my nan|me} {someone else’s|another patient’s} {insulin|tablets|medication|meds}'],
    'wrong-drug': ['{A nurse|The ward|The chemist|{hospital}} gave my {son|mum|nan|dad} the wrong {drug|medicine|tablets|dose}'],
    'given-allergic': ['They gave me {penicillin|an antibiotic} and I’m allergic{| to it|, it’s on my notes}'],
    'overdosed-him': ['{ward} overdosed my {grandad|mum|baby} on {morphine|insulin|warfarin}'],
  },
  fall: {
    'fell-on-ward': ['{woman} fell on {ward} and broke her {hip|arm|wrist}{|, no one was watching}'],
    'dropped-by-staff': ['staff dropped {woman} and {broke her leg|she’s fractured her hip}'],
    'found-on-floor': ['{man} was found on the floor of {ward} with {a broken hip|a head injury|his skull fractured}'],
    'let-fall': ['They let my {nan|dad} fall out of bed{| again} and {she’s|he’s} broken {her|a} hip'],
  },
  'pressure sore': {
    'got-a-sore': ['{man} got a {pressure sore|bed sore|pressure ulcer} on {ward}'],
    'covered-in-sores': ['my {mum|nan|dad} is covered in bed sores {from {hospital}|since {hospital}|after two weeks in there}'],
    'grade-four': ['{woman} has a grade {3|4|four} pressure sore and {nobody told us|it’s infected|they never turned her}'],
  },
  neglect: {
    'bled-nobody': ['I bled for {hours} and {nobody came|no one came|not one person came}', 'bled for {hours} and nobody came'],
    'left-soiled': ['They left my {nan|mum|dad|wife} in {her|his} own {mess|urine|faeces} {all night|for {hours}}'],
    'no-drink': ['{woman} wasn’t given {a drink|any water|food or water} for {two|three} days on {ward}'],
    'could-not-breathe': ['I couldn’t breathe and {nobody came|they ignored the buzzer|no one answered}'],
  },
  abuse: {
    'staff-hit': [
      'A {carer|nurse|healthcare assistant} hit my {nan|mum|son|brother}',
      'staff at {hospital} {hit|slapped|dragged} my {dad|mum|nan}',
    ],
    'assaulted-by-staff': ['I was {sexually assaulted|assaulted|groped} by a {nurse|porter|doctor|member of staff}{| at {hospital}}'],
    'restrained-hurt': ['They restrained my {son|daughter|brother} and {broke his arm|left her covered in bruises|he couldn’t breathe}'],
    'being-abused': ['my {nan|mum|brother} is being abused by {the carers|staff on {ward}}'],
  },
  'self-harm': {
    'kill-myself': ['I want to {die|kill myself|end my life}', 'im going to {kill myself|end it all}{| tonight}'],
    'suicidal-refused': ['I’m suicidal and {nobody will help me|the crisis team won’t take me|my {gp} has no appointments}'],
    'child-suicidal': ['my {daughter|son} tried to {kill herself|kill himself|end it} and {CAMHS won’t see them|they sent us home}'],
    'harming-again': ['I’m {self harming|cutting myself} again and {no one cares|there’s no help|the waiting list is {weeks}}'],
  },
  'harm at birth': {
    'baby-died-birth': ['My baby died because {the midwife|{hospital}|they} {didn’t listen|left it too late|sent me home}'],
    'baby-oxygen': ['our {son|daughter} was starved of oxygen {at birth|in labour|because they waited}'],
    'bled-after-birth': ['I nearly {died|bled to death} giving birth at {hospital} and {they ignored me|no one came}'],
  },
  'unsafe discharge': {
    'sent-home-septic': [
      'They discharged my {mum|dad|wife} with {sepsis|a broken hip|pneumonia} and {she’s|he’s} {back in|in intensive care|on a ventilator}',
    ],
    'alone-at-night': [
      '{hospital} sent my {#84-95} year old {nan|mum|gran} home alone at {#1-4}am and she {collapsed|was found on the floor|fell}',
    ],
    'suicidal-discharged': [
      'they discharged my {brother|son|daughter} when {he was|she was} suicidal and {he’s|she’s} {tried again|in intensive care}',
    ],
  },
  saying: {
    'short-dying': [
      '{I’m|im} {dying|dead} 😂',
      'dying {for a wee|of boredom} in {ae}',
      'nobody came to my leaving do on {ward}, heartbroken lol',
    ],
    'short-killing': ['{This cough|This chair|My back} is killing me', 'the {gp} hold music will finish me off'],
    'short-wrong': ['wrong {side|leg} of the bed this morning on {ward} 😂', 'put my {scrubs|mask} on the wrong way round'],
    'short-drama': ['she died at the end of {Holby|the episode}, I’m in bits', 'who killed the consultant in {Line of Duty|that drama}?'],
  },
  report: {
    'short-headline': [
      '{Man|Woman|Baby} died after {ambulance delay|hospital error|missed sepsis}, inquest told',
      '{Patient|Pensioner} given wrong {drug|dose}, trust says sorry',
    ],
    'short-statistic': ['{#100-900} people die every week waiting', 'wrong site surgery up {#4-30}% {last year|since {#2019-2024}}'],
    'short-politics': ['{minister} has blood on {his|their} hands', 'people are dying and {party} do nothing'],
    'short-awareness': ['Sepsis kills. Know the signs.', 'It’s {falls|pressure ulcer|suicide} prevention {day|week} at {hospital}'],
  },
  'good care': {
    'short-bereaved': [
      '{my dad|my mum|nan|Grandad} died {last night|this morning|on {day}}{| 💔|. RIP}',
      'we lost {mum|dad|my nan} {on {day}|last week}, heartbroken',
    ],
    'short-thanks-death': [
      '{man} died {peacefully|in good hands} on {ward}, thank you all',
      'Thank you {ward} for looking after my {dad|mum} at the end',
    ],
    'short-saved': ['{ae} saved my {son’s|dad’s|wife’s} life', 'Survived sepsis thanks to {hospital}'],
    'short-own-illness': [
      'My {mum|dad} had a stroke {on {day}|last night}, say a prayer',
      'I’ve got {breast|bowel|prostate} cancer, first chemo {day}',
      '{woman} fell and broke her hip, in {hospital} now',
    ],
  },
  grumble: {
    'short-waits': ['{hours} in {ae} and nobody’s told us anything', 'nobody came to fix the telly on {ward}'],
    'short-wrong-thing': ['they gave me the wrong {form|date|letter|sandwich|leaflet}', 'Wrong {clinic|entrance|car park|bus} again'],
    'short-left': ['left my {phone|scarf|book} on {ward}', 'They left me on hold for {#30-90} minutes'],
    'short-questions': ['is {#3-6} weeks normal for {scan} results?', 'what does a bed sore look like? asking for my mum who’s fine'],
  },
};
