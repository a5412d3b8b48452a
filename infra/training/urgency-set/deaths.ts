/** Deaths that the writer lays, in so many words or between the lines, at the door of care that came late, was wrong or never came. */
export const DEATHS = {
  'waited-for-ambulance': [
    '{man} died on the {kitchen floor|settee|landing} waiting for an ambulance. {hours}. {They were ten minutes away|I did CPR till my arms gave out|We rang six times}.',
    'ambulance took {hours}. {man} was {#41-79}. he was gone {before they knocked|by the time they parked up}',
  ],
  'never-came-home': [
    '{woman} went into {hospital} with {a chest infection|a bad hip|a water infection} and she never came home from that ward. {Nobody will tell us why|We still don’t know what happened to her}.',
  ],
  'sent-home-to-die': [
    'They sent {man} home from {ae} with {paracetamol|indigestion tablets|a leaflet}. He was dead {by morning|inside six hours|two days later}. {#38-71} years old.',
    '“Anxiety” they said and sent my {sister|brother} home. {I found them at {clock}|We turned the machine off on {day}}.',
  ],
  'coroner-word': [
    'The coroner used the word neglect. About my {dad|mum|lad}. {Sat in that court and listened to them say {sorry|lessons}|#justice}. Neglect, at {hospital}, in {#2022-2026}.',
    'Inquest finished today. {woman}’s death was avoidable. {We’ve known that for two years|I knew it the night it happened}. {Nobody from the trust looked at us|They’d had three chances to spot it}.',
  ],
  'still-be-here': [
    'Buried {man} on {day}. He’d still be here if {someone had bothered to read his notes|anybody had done his obs|they’d listened to us}.',
    'My {mum|nan|wife} should still be alive. {One blood test|One scan|One doctor listening}, that’s all it needed{| and {hospital} couldn’t manage it}.',
  ],
  'found-cold': [
    'nurse found {woman} cold at {#4-6}am. last checked {#8-10} the night before, was meant to be hourly. {no one told us that, its in the notes|they’d ticked the boxes anyway}',
  ],
  'lost-on-a-trolley': [
    'We lost {woman} on a trolley outside the {X-ray room|toilets|ambulance doors}. {hours} and not one doctor had seen her. {A cleaner noticed|The man on the next trolley shouted for help}.',
  ],
  'routine-op': [
    'I’ll say it plainly: {ward} at {hospital} killed {man}. He walked in for {a hernia|a routine op|his gallbladder} and {nicked his bowel they did and nobody picked it up|bled out overnight with nobody looking}.',
  ],
  'resuscitation-order': [
    'There was a DNR in {man}’s file. None of us signed it, none of us knew. When his heart stopped they stood there. {#52-78}. {He wanted to live|He had a holiday booked}.',
  ],
  'too-late-for-her': [
    'By the time a doctor came it was too late for her. {I’d been begging since {clock}|I’d told four different people she was going grey}. My {mum|wife|sister}. {I hear that buzzer in my sleep|Nobody ever said sorry}.',
  ],
  'phone-call-at-night': [
    'Phone went at {#2-5}am. “He’s taken a turn.” By the time we’d parked he had gone. The day before we’d told them his belly was hard as a board and he was the wrong colour and they gave him {a laxative|Gaviscon}. {hospital}, {when}. {He was my dad|My whole world}.',
  ],
  'first-christmas': [
    'First {Christmas|Mother’s Day|birthday} without my {boy|girl|son}. {Asthma|An asthma attack|An allergic reaction}, {#9-22} years old, and 999 {left it ringing|told us to make our own way|sent the crew to the wrong street}. {I can’t breathe some days|The ambulance station is at the end of our road}.',
  ],
  'widow-at': [
    'im a widow at {#29-44} because the {gp} wouldnt see my husband face to face. {three|four} phone calls. “pulled muscle”. it was a clot',
  ],
  'missed-opportunities': [
    'The reply to our complaint came today. “Missed opportunities in your {wife|mother|husband}’s care.” {Missed opportunities. She’s in the churchyard|That’s what they call it. I have to explain it to a {#4-9} year old}.',
  ],
  'choked-on-the-wrong-diet': [
    '{man} choked to death on {a sandwich|toast|a sausage}. The sign over his bed said soft food only. {ward}, broad daylight, {two staff on for thirty|nobody sitting with him}.',
  ],
  'caught-it-in-there': [
    'Went in with a broken wrist, came out in a box. That’s my {nan|gran|mum}. She caught {c diff|it} on {ward} because {they never cleaned the commode between patients|she was put in a bay with people who had it}. {#9-16} days.',
  ],
  'empty-cylinder': [
    'The oxygen cylinder was empty. That is how {man} died, being wheeled down for a {scan} with a mask on his face and nothing coming out of it. {They checked it after|Nobody had looked at the dial}.',
  ],
  'on-watch': [
    'My {brother|son|daughter} was meant to be on fifteen minute checks on {a psych ward|the mental health unit|the acute unit}. {Two hours|An hour and forty} nobody looked. {They rang to say there’d been an incident|There was no one left to save}.',
  ],
  'did-not-make-it': [
    'she didn’t make it. call handler kept saying help is on its way {for {hours}|over and over}. it wasn’t. {rest easy mum|night night nan, im so sorry}',
  ],
  'neighbour-in-the-bay': [
    'The lady in the next bed told us my mum had been calling for help most of the night and was told to stop making a fuss. She passed at {#4-6}. {We’d only popped home for clean nighties|They rang us at seven as if it was nothing}.',
  ],
  'heart-attack-in-the-queue': [
    'Chest pain, grey, sweating. Told to take a seat. {man} had his heart attack in that chair at {hours} and they couldn’t get him back. {Every seat facing him|In front of my kids}.',
  ],
  'cancelled-three-times': [
    'Three times they cancelled {man}’s {heart op|bypass|valve}. The fourth date is {next {day}|on the fridge}. {The funeral’s on {day}|We had to ring and tell them he won’t be needing it}.',
  ],
  'should-have-been-scanned': [
    'A post mortem told us what {#3-5} visits to {the gp|the walk-in} didn’t: {a clot the size of a thumb|her aorta had torn}. She’d been told it was wind. {My baby sister|{#24-47}, two kids}.',
  ],
  'transport-home': [
    'Patient transport dropped {man} at an empty house, no heating on, {#80-94} years old. {Carer found him on the Monday|Next anyone knew was the neighbour seeing the milk}. He’d been dead {two|three} days. {hospital} had us down as “family informed”.',
  ],
  'anniversary-anger': [
    '{Two|Three|Four} years today since {hospital} let {man} slip away in a side room because {“it’s the weekend”|there was one registrar for the whole building|no one answered the bleep}. Not natural causes. Not to us.',
  ],
};
