/** A diagnosis missed or late, and what it did: sepsis, stroke, heart, cancer, ectopic, appendix, spine, eyes, limbs. */
export const DIAGNOSES = {
  'sepsis-as-flu': [
    'They missed the sepsis. {Three|Four} times we took {man} to the {gp} and it was {“a virus”|flu|a bug}. {He’s lost both legs below the knee|Eleven days in a coma|Kidneys gone, on dialysis for good}.',
    'sepsis. SEPSIS. and the {nurse} in {ae} told us to go home and give her calpol. my {little girl|baby|daughter} ended up in PICU',
  ],
  'rash-ignored': [
    'showed them the rash, did the glass test in front of them, got told kids get rashes. {Meningitis|It was meningitis}. {He’s deaf now|Lost eight fingertips|She’s in a wheelchair at {#2-9}}.',
  ],
  'stroke-as-drunk': [
    '{man} was having a stroke in {ae} and they put him down as drunk. {Left in a chair {hours}|Told to sleep it off}. {He can’t talk now|Can’t use his right side|He’ll never work again}. He’s never touched a drop.',
  ],
  'stroke-as-migraine': [
    'Face drooping, words coming out wrong, and 111 said {migraine|Bell’s palsy|stress}. By the time someone scanned {woman} the window for the clot drug was shut. {She’s {#33-58} and in a nursing home|She has to be fed}.',
  ],
  'cancer-ten-visits': [
    'Went to my {gp} {#6-14} times. IBS. Then IBS again. Then “have you thought about counselling”. Stage {3|4} {bowel|ovarian|pancreatic}. {I’ve got two kids under ten|They say I’ve {#6-18} months}. One test. One.',
  ],
  'scan-never-read': [
    'The {scan} in {month} showed it. Nobody looked. I found out {#7-16} months later when {it was in my spine|they were checking something else} and the {consultant|radiographer} went quiet. Terminal now. It was {8|11|14}mm then.',
  ],
  'letter-never-sent': [
    'turns out the urgent referral for my lump never left the {gp}. sat in someones drafts {#4-9} months. {its in my lymph nodes|its spread to my liver} and i’m {#29-49}',
  ],
  'ectopic-sent-away': [
    'I told them I was pregnant, I told them the pain was one side and in my shoulder. {Sent home twice|“Probably a UTI”}. Tube burst in {the shower|Tesco|the car park}. Lost {two|three} litres and {my baby|any chance of another}.',
  ],
  'appendix-burst': [
    '{#9-15} year old doubled up, couldn’t walk. Constipation apparently. Appendix burst {that night|in the waiting room}, {peritonitis|poison all through him}, {three ops and a bag|nine days on a ventilator}. {hospital}, I will never forgive you.',
  ],
  'cauda-equina': [
    'Couldn’t feel myself wipe, told {111|the {gp}|physio} exactly that. Nobody scanned me for {#4-12} days. Now I’ve {a catheter for life|no feeling below the waist|lost my bladder, bowel and my job}. Look up red flags they said. I had all of them.',
  ],
  'heart-as-panic': [
    'Panic attack. That’s what they wrote. {#36-55}, pain down my arm, and they sent me home with breathing exercises. {My heart stopped in the taxi|Wife had to do CPR on the drive}. {A third of my heart muscle is dead|I’ve a defibrillator in my chest now}.',
  ],
  'dvt-missed': [
    'said three times my calf was hot and twice the size. “muscle strain hun”. {Clot went to both lungs|Saddle embolism}. Woke up in ICU with a tube down my throat {#4-9} days later.',
  ],
  'broken-neck': [
    'No X-ray. Sent {man} home from {ae} with a soft collar. He had a broken neck. {He turned over in bed on {day} and now he can’t move his arms|Paralysed from the chest}.',
  ],
  torsion: [
    'My {#12-17} year old lost a testicle because triage decided it was a sports injury and left us {hours}. Surgeon said {an hour earlier and they’d have saved it|“if only you’d come sooner”. We were upstairs}.',
  ],
  'eye-lost': [
    '{woman} is blind in that eye now. Acute glaucoma, sat {hours} in {ae}, then referred “routine”. {The eye clinic|Moorfields|The specialist} said it should have been treated the same day.',
  ],
  'foot-lost': [
    'diabetic. told the nurse at the {gp} my toe had gone black. “pop a dressing on it”. {They took my leg off on {day}|Lost the foot}. im {#44-63}',
  ],
  'baby-dehydrated': [
    'Health visitor said he was fine, GP said he was fine, {ae} said first time mum. He was in kidney failure. {#2-9} weeks old. {We nearly lost him twice|He has brain damage}.',
  ],
  'dka-child': [
    'She was drinking the taps dry and the weight was falling off her and the {gp} said growth spurt. {DKA|Diabetic ketoacidosis}, resus, {three days unconscious|“another hour and you’d have been planning a funeral”}. I’d asked for a finger prick. A finger prick.',
  ],
  'smear-wrong': [
    'They’ve gone back over my old smears. Two of them were misread. I’ve {cervical cancer|had everything taken away} at {#28-39}, no kids and never will have.',
  ],
  'brain-bleed': [
    'worst headache of her life, being sick, neck stiff. they gave {woman} codeine and a taxi. {bleed on the brain|aneurysm}. shes {in a coma|on life support|not going to wake up they reckon}',
  ],
  'dismissed-autistic': [
    'Because my son’s autistic and can’t say where it hurts they put it down to behaviour. {#5-11} days. It was a {perforated bowel|twisted gut}. He has a stoma now and won’t let anyone in uniform near him.',
  ],
  'called-hysterical': [
    'I was told to calm down, told I was wasting their time, told other people were actually ill. Necrotising fasciitis. They’ve cut away {half my thigh|most of my stomach wall}. {hospital}, {ward}, {month}.',
  ],
  'two-week-wait-lost': [
    'Lost in the system. Those were the words. Mole on my back, urgent referral, {#8-14} months. It’s {in my brain|in both lungs}. I asked what happens now and they gave me a leaflet on making a will.',
  ],
  'addison-crisis': [
    'Steroid card in my hand and nobody gave me the steroids. {hours}. Adrenal crisis, blood pressure through the floor, {fitted in the corridor|crash team}. I very nearly wasn’t here to type this.',
  ],
  'wrong-results': [
    'they gave me the all clear in {month}. it was someone elses results. ive got {lymphoma|breast cancer} and no one treated me for {#5-11} months',
  ],
};
