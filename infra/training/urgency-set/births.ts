/** Harm to mothers and babies, before, in and after birth. */
export const BIRTHS = {
  'stillborn-not-listened': [
    'Told them {three|four} times he’d stopped moving. {Told to have something cold to drink|Told first babies are lazy}. Our {son|boy} was stillborn at {#36-41} weeks. {He was perfect|He had his dad’s nose}.',
  ],
  'trace-misread': [
    'The trace showed she was in distress for {hours} and nobody called a doctor. My {daughter|baby} was {starved of oxygen|born not breathing}. {Cerebral palsy|She’ll never walk, talk or feed herself}.',
  ],
  cooled: [
    '{#60-72} hours of cooling, a ventilator, fits. That’s how our {boy|girl} started life because the {midwife|labour ward} said I was “only 2cm” and shut the door.',
  ],
  haemorrhage: [
    'I lost {#2-4} litres after the birth. Told the midwife I could feel it pouring out, she said that’s normal love. {They took my womb to save me|I heard them tell my husband I might not make it}.',
  ],
  'forceps-skull': [
    'Forceps. Skull fracture. My {baby|son} is {#3-12} days old with a dent in his head and {he’s fitting|a bleed on his brain}. I’d asked for a section since {clock}.',
  ],
  'tear-missed': [
    'Fourth degree tear, stitched wrong, told it was fine. I’m {#24-36} and I wear nappies. {I can’t leave the house|They won’t repair it until {month}}. No one warned me and no one looked.',
  ],
  'group-b-strep': [
    'group b strep was in my notes from the {#12-20} week swab. no antibiotics in labour. our baby girl lived {#9-40} hours',
  ],
  'empty-arms': [
    'We came home with an empty car seat. The report says “with earlier intervention the outcome would have been different”. {month} {#2021-2026}. Her name was {Ivy|Wren|Nell}.',
  ],
  'placenta-left': [
    'They left half the placenta in. Kept telling them I felt wrong. {Collapsed in the school run queue|Collapsed holding the baby}, septic shock, {nearly left three kids without a mum|nine days in HDU}.',
  ],
  'cord-prolapse': [
    'Waters went, I could feel the cord, rang the unit and was told to come in when contractions were closer. Our son {didn’t survive|has catastrophic brain injury}. I still have the call log.',
  ],
  'shoulder-dystocia': [
    'Shoulder stuck, they panicked and pulled. Her arm hangs like a rag. Nerves torn out of her spine. {They’d been told she was big|Scan said over ten pounds and they induced me anyway}.',
  ],
  'pre-eclampsia': [
    'Headache, flashing lights, hands like balloons. “Bit of swelling’s normal.” I had an eclamptic fit in {my mum’s kitchen|Asda}. {Baby gone|Lost the baby, lost my sight for a week}. {#27-35} weeks.',
  ],
  'section-cut-baby': [
    'scalpel caught her face during the section. {#6-14} stitches in a newborn’s cheek. then they cut my bladder and didnt notice till i was septic',
  ],
  'miscarriage-in-toilet': [
    'Left to miscarry alone in a toilet in {ae}. {#14-19} weeks. I asked what to do with my baby and was handed a {cardboard bowl|sick bowl}. I bled through three gowns before anyone took me seriously.',
  ],
  'jaundice-missed': [
    'He was yellow as a lemon, wouldn’t feed, and every one of them said jaundice is common. Kernicterus. My son is deaf and can’t sit up. It’s a heel prick and a lamp. That’s all it would have taken.',
  ],
  'born-on-floor': [
    'Sent home from {hospital} twice in labour. Gave birth on the {hall floor|hard shoulder} and he wasn’t breathing. {Eleven|Nine|Fourteen} minutes for the ambulance. He’s on life support and they’ve started having those talks with us.',
  ],
  'swapped-milk-or-tags': [
    'NICU fed our baby another woman’s milk, unscreened. {He’s caught CMV|He has an infection in his gut and half his bowel’s been taken}. {#25-31} weeker. It had her name on the bottle.',
  ],
  'uterine-rupture': [
    'Previous section, induced anyway, pain between contractions like being torn. “You’re doing great.” My womb had ruptured. {My little boy was dead when they got him out|They brought him back after nineteen minutes}.',
  ],
  twins: ['They were monitoring the same twin twice. Nobody heard that the other one had gone quiet. I brought one {boy|girl} home.'],
};

/** Sent home too soon, or into danger. */
export const DISCHARGES = {
  'taxi-at-3am': [
    'Discharged {woman} at {#2-4}am in a taxi in her nightie. {#82-93}, no keys, no heating on. {Hypothermia|Found on the step at seven, body temp 29}. Back in, {not expected to last|on a ventilator}.',
  ],
  'home-with-open-wound': [
    'They sent me home with my wound gaping. Told me it was “weeping a bit”. {My insides came out in the bath|I was holding my own bowel in with a tea towel when the ambulance came}.',
  ],
  'readmitted-worse': [
    'Bed needed so {man} was sent home {#1-2} days after {a heart attack|bowel surgery}. Back within {#6-20} hours in cardiac arrest. {Machines are breathing for him|Got him back but there’s damage}.',
  ],
  'no-oxygen-at-home': [
    'Home oxygen “being delivered Monday”. They discharged her Friday. {woman} is on {two|three} litres. {She went blue in front of the grandkids|Collapsed Saturday night, arrested Sunday}.',
  ],
  'no-care-package': [
    'No carers, no commode, can’t stand. “Medically fit.” {Two|Three} days my {mum|nan} sat in the same chair in her own urine, drinking nothing, before anybody knew she’d been let out. She’s in kidney failure.',
  ],
  'wrong-address': [
    'transport took {man} to his old address and left him there. dementia. he was found {in the canal|by the railway line, frozen|wandering on the bypass} {#7-19} hrs later',
  ],
  'confused-and-alone': [
    'Walked out of {ae} in a gown with a cannula in and nobody noticed. {man} has Alzheimer’s. He was hit by a {bus|van} on the ring road.',
  ],
  'cannula-left-in': [
    'sent home with the cannula still in {her|my nans} arm. on warfarin. she pulled it out. there was blood from the bed to the front door. {lucky to be alive the paramedic said|transfusion}',
  ],
  'meds-not-sent': [
    'Discharged without any of his heart tablets. “GP will sort it.” {Bank holiday|GP never got the letter}. {man} went into heart failure on the {Sunday|stairs}. He’s drowning in his own lungs.',
  ],
  'psychiatric-leave': [
    'They discharged my {son|brother} from {the unit|section} to a tent. A TENT. Two days after he’d tried to hang himself. {He’s tried again|He’s missing}.',
  ],
  'safeguarding-husband': [
    'They sent her back to him. She’d told the {nurse} how her jaw got broken and they rang HIM to collect her. My sister is in {ICU|surgery} tonight.',
  ],
  'infection-ignored': [
    'High temp, shaking, and they still discharged {woman} because the bed was promised. Sepsis by {#6-11}pm. {Organs shutting down one by one|We’re in the family room now}.',
  ],
  'baby-home-too-soon': [
    'sent home {#5-9} hours after the birth though i said he wasnt feeding and was cold. {#2-4} days later he was in resus. low sugars, fits, {brain injury|damage on the MRI}',
  ],
  'fracture-walked-out': [
    'Physio said he’s putting it on and walked him to the door. {man} had an undiagnosed broken hip and they discharged him on it. {The bone’s died|It’s come through}. He is {#70-88}.',
  ],
  'hypo-home': [
    'Kept in for low sugars, let out with the same insulin dose. {woman} was found unconscious {next day|by the cleaner}. Sugar unrecordable. {She hasn’t woken up|She can’t remember my name}.',
  ],
  homeless: [
    'I saw them wheel {an old boy|a lad} out of {hospital} with a drip mark still bleeding and park him at the bus stop. He was dead there at {#5-7} this morning. I’m the one who found him. I held his hand.',
  ],
};
