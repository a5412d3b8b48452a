/** The wrong drug, dose or patient, a known allergy, a medicine withheld. */
export const MEDICINES = {
  'someone-elses-insulin': [
    'they gave him someone else’s insulin. {man} isn’t even diabetic. {found him unrousable at {clock}|sugar of 1.2, fitting}',
  ],
  'ten-times-dose': [
    'Decimal point in the wrong place. My {#2-9} week old was given ten times the {morphine|gentamicin|digoxin}. {He stopped breathing|She’s in NICU again}. Ten times.',
    'Ten times what was on the chart, that’s how much {woman} got. {Respiratory arrest|They had to give her the antidote and hope}.',
  ],
  'penicillin-allergy': [
    'Red wristband, it’s on her notes, I told them myself, and they still hung penicillin. {woman}’s throat closed up. {Two adrenaline shots|Crash call|Intensive care for a week}.',
    'allergic to penicillin. says so on the front of the file. guess what they gave me. woke up in {resus|ITU}',
  ],
  'double-warfarin': [
    'The {pharmacy|discharge sheet} doubled {man}’s warfarin. He bled into his brain on {day}. {hospital} blame the chemist, chemist blames {hospital}.',
  ],
  'wrong-box-chemist': [
    'Check your bags. The {chemist|pharmacy} in {town} put another person’s tablets in with mum’s and she’s been taking a stranger’s blood pressure pills for {#9-24} days. {Collapsed twice|She’s in {hospital} with a heart rate of 31}.',
  ],
  'methotrexate-daily': [
    'weekly tablet. they wrote daily. my dad took {methotrexate|it} every day for {a fortnight|{#8-16} days} coz thats what the label said. {bone marrow gone|mouth like raw meat, no immune system, isolation room}',
  ],
  'parkinsons-late': [
    'Parkinson’s meds have to be on time. {Nine|Twelve|Fourteen} hours late, then not at all because “pharmacy’s shut”. {man} froze solid, couldn’t swallow, {aspirated|got pneumonia}. He walked in. {He’ll not walk out|He’s on a syringe driver now}.',
  ],
  'epilepsy-missed': [
    'On {ward} {#2-5} days and not one of his epilepsy tablets given. Status seizure, {#35-80} minutes. {My son doesn’t know who I am|He’s got damage they can’t put right}. I’d brought them in in a carrier bag with a list.',
  ],
  'insulin-withheld': [
    'type 1 since i was six. they took my pump off and forgot to write up any insulin. {#14-30} hours. DKA on a hospital ward, you couldnt make it up. {potassium nearly stopped my heart|two nights HDU}',
  ],
  'opioid-patch': [
    'They put a new fentanyl patch on {woman} and never took the old ones off. {Three|Four} patches. I couldn’t wake her up. Breathing {four|five} times a minute and the {nurse} said she’s just tired.',
  ],
  'vaccine-too-many': [
    'Nurse injected my {baby|toddler} with {adult strength|three times the dose}, then said don’t worry. {He’s been fitting since {day}|She went floppy in my arms in the car park}.',
  ],
  'chemo-wrong': [
    'Wrong chemo. {The bag had his name on and another man’s drug in it|They ran four days’ worth through in four hours}. {man} is {on life support|dying of the treatment, not the cancer}.',
  ],
  potassium: [
    'She was meant to get it over {six|eight} hours and they ran the potassium straight in. {woman}’s heart stopped. They got her back but she isn’t {her|the same} any more.',
  ],
  'sedated-not-hers': [
    'I asked why nan was so drowsy. They’d given her the sedative meant for bed {#3-9}. {Twice|Two nights running}. She fell, of course she did. {Hip|Wrist and cheekbone}.',
  ],
  'lithium-levels': [
    'Nobody checked his lithium for {#14-30} months. Nobody. {man} has permanent {kidney damage|tremors, can’t hold a cup}. “It fell between two services.”',
  ],
  'nut-allergy-tray': [
    'Nut allergy on the board above the bed. They gave my {daughter|son|boy} {a satay|praline|the pesto} anyway. Anaphylaxis. On a CHILDREN’S WARD.',
  ],
  'antibiotics-skipped': [
    'Antibiotics every six hours, the doctor said. {woman} got one dose in {two|three} days. Chart blank. It was in her blood by {day}. {Multi organ failure|They asked us to come in and say goodbye}.',
  ],
  'blood-thinner-stopped': [
    'They stopped his blood thinners for a procedure that got cancelled and no one ever restarted them. {#3-7} weeks later {man} had a massive stroke. It’s there in black and white: “restart”, not signed.',
  ],
  'eye-drops-glue': [
    'pharmacy gave me ear drops in an eye drop box. burned the surface clean off. {cornea specialist says thats it|cant see my kids faces} out of that side',
  ],
  'wrong-strength-syrup': [
    'adult strength instead of childrens, thats what was in the bottle. she was sleeping and sleeping and i thought thank god shes resting. my {#2-5} year old was poisoned by a prescription. {blue lips|tube down her by teatime}',
  ],
  'pethidine-in-labour': [
    'They injected me with something I’d refused and was allergic to, it says ALLERGY in capitals in my birth plan. I was unconscious when my {son|daughter} was born. {Woke up with burst vessels in both eyes|First I knew was my mum crying}.',
  ],
  'steroids-stopped': [
    'Ten years on steroids and the locum just stopped them. Cold. {Found her grey on the bathroom floor|She’s been in a coma since {day}}. You cannot just stop them, even I know that.',
  ],
};
