/** Falls with injury, pressure sores, and people left thirsty, hungry, soiled or bleeding with nobody coming. */
export const FALLS = {
  'out-of-bed-hip': [
    '{woman} fell out of bed on {ward} and broke her hip. {No rails up|They’d been told she wanders|Fourth fall in a week}. {Nobody rang us till teatime|She lay there till shift change}.',
  ],
  'toilet-alone': [
    'Left on the toilet alone, pull cord tied up out of reach. {man} went down and {smashed his face|fractured his skull|broke his neck of femur}. He’s down as needing two to stand.',
  ],
  unwitnessed: [
    '“Unwitnessed fall.” That’s what they’re calling it. {She’s black and blue from her eye to her collarbone|Bleed on the brain|Pelvis in three places}. {My nan|My mum|Our mam} is {#81-95} and can’t sit up on her own.',
  ],
  'hoist-dropped': [
    'They dropped {woman} out of the hoist. Dropped her. {Both legs broken|Shattered shoulder}. One carer when it says two on the wall.',
  ],
  'trolley-roll': [
    'rolled off the trolley in the corridor coz nobody put the sides up. {#30-80} stitches and a fractured eye socket. hes got dementia ffs',
  ],
  'wet-floor-frame': [
    'No frame, no slippers, wet floor. {man} went in to get his {tablets sorted|chest looked at} and now he’s got pins in his hip and {he’s given up|they say he won’t go home}.',
  ],
  'floor-till-morning': [
    'she was on the ward floor from {#1-3}am till the day staff came in. {#84-96} yr old woman. broken {wrist|shoulder} and so cold they couldnt get a temperature. buzzer was hung on the wall',
  ],
  'child-dropped': [
    'A {nurse} let go of my {toddler|baby} on the scales and he went head first on to the tiles. Skull fracture. “These things happen.”',
  ],
  'physio-too-soon': [
    'stood {man} up before the surgeon said so and down he went. The new hip’s come out and the bone’s split. {Another op, if his heart stands it|They wrote that he was non compliant}.',
  ],
  'stairs-care-home': [
    'Mum went down the stairs at the rehab unit. The gate was propped open {with a bin|again}. Broken neck. {She’s in a halo thing|They say six weeks if she lasts}.',
  ],
};

export const SORES = {
  'to-the-bone': [
    'A pressure sore you could see the bone through. {#3-6} weeks on {ward}. {woman} went in with skin like a baby’s.',
    'bed sore on my dads back the size of a {saucer|fist|grapefruit}, stinking, down to the bone. no one turned him. NO ONE TURNED HIM',
  ],
  'heels-black': [
    'Both {man}’s heels are black. Grade four they said, as if it was an exam. {He may lose the foot|It’s infected down to the bone}. Not once did we see him turned.',
  ],
  'district-nurse-shock': [
    'The district nurse cried when she took the dressing off {woman}. {Hospital hadn’t looked under it for {#9-20} days|Maggots}. I have got the photos.',
  ],
  'hole-in-back': [
    'There is a hole at the bottom of {woman}’s back I could put my fist in. That’s {hospital} for you. They’d recorded “skin intact” every day.',
  ],
  'collar-plaster': [
    'told them for {#6-15} days the cast was cutting in. {man}’s leg had rotted under it. {necrosis|dead tissue to the tendon}. could smell it from the door',
  ],
  'mattress-asked': [
    'Asked for an air mattress on day one. It came on day {#9-19}, by which time her sacrum was an open wound and {it had got into her blood|she was screaming when they moved her}. My {mum|gran|wife} deserved better.',
  ],
  'wheelchair-user-sores': [
    'Spinal injury, can’t feel below T6, told every shift I need turning. {Left on my back {#10-26} hours|Nobody did}. Grade 4 on both sides. {That’s a year in bed|Surgeon says flap surgery, months}.',
  ],
  'ulcer-bone-infection': [
    'Osteomyelitis. From a bedsore. From being left. {man} went in for {his chest|a stent} and the thing that’s going to finish him is a wound they gave him.',
  ],
};

export const NEGLECT = {
  'no-water': [
    '{woman} was so dry her tongue had split. Jug out of reach for {#2-5} days. {Kidneys failing|Acute kidney injury}. {ward}, full of people in uniform.',
  ],
  'drinking-from-vase': [
    'I caught my grandad drinking out of {the flower vase|his wash bowl|a urine bottle}. That’s how thirsty he was. Drip had come out and nobody had put it back since {day}.',
  ],
  starved: [
    'Nil by mouth {#5-9} days for a scan that kept moving. {man} lost {two|three} stone. They starved him. He’s {skin and bone|too weak for the op now}.',
  ],
  'left-in-mess': [
    'Left in his own mess {hours}. {man}, {#70-90}, crying with the shame of it. {Skin red raw and bleeding|They’d told him to go in the bed}. The staff walked by.',
    'found my nan lying in dried faeces and a soaking bed. under her nails. in her hair. {when}, {hospital}, {ward}. i have told the safeguarding people',
  ],
  'bled-and-nobody-came': [
    'Bled for six hours and nobody came. I’d {had a miscarriage|just had a section|come out of theatre}. {Pressed that buzzer till my thumb hurt|The woman opposite went to find someone}. {Four units|They ran me to theatre in the end}.',
    'blood all down the bed, all over the floor, me ringing and ringing. {hours}. nobody came. i had to phone {999|switchboard} from INSIDE the hospital',
  ],
  'buzzer-taken': [
    'They took {woman}’s buzzer away because she used it too much. She couldn’t breathe, that’s why she used it. {We found her slumped, lips blue|ICU now}.',
  ],
  'trays-taken': [
    'Every tray taken away untouched. {man} is blind and nobody told him it was there. {#6-13} days. He’s now {being tube fed|being treated for malnutrition}. In a hospital. In England.',
  ],
  'catheter-blocked': [
    'Catheter blocked, belly like a drum, screaming, and they told {man} to stop being dramatic. {hours}. Over {two|three} litres. {His kidneys have packed in|Bladder’s ruptured}.',
  ],
  'oxygen-off': [
    'My {wife|mum|sister}’s oxygen had been off all night. Tube on the floor. Sats of {#52-68}. {She’s not right since, doesn’t know the grandkids|Brain damage, they’re saying}. No one had been in since {#9-11}pm.',
  ],
  'learning-disabled': [
    'My brother has Down’s. {#4-11} days without a drink because “he wasn’t cooperating”. {Fits|Sodium through the roof|He’s in a coma}. He’d have drunk it if they’d used his cup.',
  ],
  'corridor-pneumonia': [
    '{#44-71} hours in a corridor in a gown with the doors opening. Went in with a bad ankle, got pneumonia. {woman} is {on a ventilator|fighting for her life} now.',
  ],
  'stoma-bag': [
    'No one would change her bag. No one. {Two|Three} days of it leaking into her wound. The whole thing’s burst open and my {mum|wife|daughter} is septic.',
  ],
  'drain-full': [
    'i kept saying the drain’s full, the drain’s full. my chest filled up instead. lung collapsed. “ooh you should have said”. i DID say',
  ],
  'locked-in-bay': [
    'Bank holiday weekend, {#28-34} patients, two staff. {woman} had not been washed, fed or given a single tablet from Friday till Tuesday. She’s delirious. She weighs {five|six} stone.',
  ],
  compartment: [
    'Told them my leg was agony under the plaster and I couldn’t feel my toes. Told them all night. {“You’ve had your painkillers”|Rolled their eyes}. They’ve cut the muscle out. {I’m {#19-34}|I played football}. Compartment syndrome, google it.',
  ],
  'not-admitted-anorexia': [
    'My daughter weighs {#28-33} kilos and was told she’s not thin enough for a bed. Her heart’s failing. I sleep on her floor to check that she’s breathing. {#14-19} years old. She is dying in front of us and they’ve closed the referral.',
  ],
  'ambulance-long-lie': [
    '{hours} on the pavement with her thigh bone through the skin. {woman}, {#78-93}. {By the time they came she was unconscious|Her kidneys failed from lying there}. Neighbours held umbrellas.',
  ],
};
