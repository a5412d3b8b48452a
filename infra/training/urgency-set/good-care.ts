/** Death, danger and error met by good care: thanks after a death, lives saved, mistakes caught, recovery. */
export const GOOD_CARE = {
  'thanks-after-death': [
    'Thank you to everyone on {ward} for the care you gave my {dad before he|mum before she|nan before she} died. {Nothing was too much trouble|You treated us like family}.',
    '{man} passed away {when} on {ward}. Every single one of you was kind. We’ll never forget it. 💙',
  ],
  hospice: [
    'My {mum|wife|dad} died at the hospice on {day}, peacefully, with us all there. Angels, the lot of them.',
    'the hospice at home team let us keep {woman} in her own bed to the end. she slipped away with the radio on. forever grateful',
  ],
  'miscarriage-kindness': [
    'We lost our baby at {#8-20} weeks. The {midwife|nurse} in early pregnancy held my hand, cried with us and made us a memory box. There was nothing anyone could have done. Thank you.',
  ],
  'stillbirth-bereavement-midwife': [
    'Our son was born sleeping in {month}. The bereavement midwife at {hospital} gave us two whole days with him. {I’ll never find the words|She came to the funeral}.',
  ],
  'saved-from-sepsis': [
    'Sepsis nearly took me but {ward} spotted it within minutes. Antibiotics in before I’d sat down. I owe you my life.',
    'GP took one look at {woman} and said sepsis, blue lights, {#3-9} days and she’s home eating toast. Thank you doesn’t cover it.',
  ],
  'stroke-fast-treated': [
    '{man} had a stroke at {clock}. Ambulance in {#6-12} minutes, clot out within the hour, walking the next day. {hospital}, you’re miracles.',
  ],
  'heart-attack-saved': [
    'Heart attack at {#39-70}. Stent in inside fifty minutes. {I’m back at work|Cup of tea and a telling off about bacon}. Thank you NHS.',
  ],
  'baby-saved': [
    'Our little one stopped breathing at birth and {#7-14} people appeared from nowhere. He’s {#2-9} now and never shuts up. Thank you {hospital}.',
  ],
  'resus-team': [
    'They worked on my dad for fifty minutes. They couldn’t save him but by God they tried, and the doctor sat on the floor with my mum after. Thank you.',
  ],
  'error-caught': [
    'Chemist rang me before I’d left the car park: wrong dose on the script, she’d caught it. That’s a good pharmacist.',
    'Nurse double checked my allergy band and stopped the penicillin going up. Phew. Well done her.',
  ],
  'caught-in-time': [
    'Marked up the wrong knee but the surgeon checked with me twice before I went under and put it right. No harm done, good system.',
    'nearly given someone elses tablets but the student nurse spotted the name. shes going to be brilliant',
  ],
  'near-fall': ['Dad nearly fell on {ward} but the HCA was there like lightning. Red socks on now. Great team.'],
  'open-about-error': [
    'They gave me a double dose of paracetamol by mistake, told me at once, checked my bloods, all fine, said sorry like humans. Can’t ask for more.',
  ],
  'self-harm-recovery': [
    '{Two|Three|Five} years since my overdose. I’m still here. Thank you to the crisis team in {town} who never gave up on me.',
    'A year ago I wanted to die. Tonight I made lasagne. {CMHT|My nurse} saved me.',
  ],
  'crisis-team-praise': [
    'When I was suicidal the home treatment team came twice a day. Never judged. I’m back at work. If you’re reading this, ring them.',
  ],
  'falls-team-praise': [
    '{woman} fell in the garden and broke her hip, nobody’s fault. Seen, fixed and home with carers in {#5-9} days. Superb from start to finish.',
  ],
  'cancer-caught-early': ['Cancer found on a routine {scan}. Out within {three|four} weeks. All clear today. Don’t skip your screening!'],
  'allergic-reaction-treated': [
    'Came out in hives with a new antibiotic, nobody could’ve known. Nurse was on it in seconds. All good now.',
  ],
  'difficult-birth-praise': [
    'Emergency section, {#1-2} litres of blood, scary as hell, but they were so calm and told me everything. Me and baby both doing well. Thank you {hospital}.',
  ],
  'nicu-thanks': [
    'Born at {#24-30} weeks, {#60-110} days in NICU, home today! We nearly lost her more than once. You never let us feel alone.',
  ],
  'end-of-life-at-home': [
    'District nurses came every day till grandad died in his own chair with the cricket on. As he wanted. Could not fault them.',
  ],
  'expected-death-long-illness': [
    'Lost mum {when} after a long fight with {cancer|dementia|COPD}. She was {#74-93} and ready. Nurses on {ward} brushed her hair for us.',
    'My husband died of cancer in {month}. I miss him every day. The consultant wrote us a letter by hand.',
  ],
  'rip-nan': [
    'rip nan 💔 heaven gained an angel today. thank u to the staff who looked after her',
    'Fly high grandad. {#80-96}, what an innings. Couldn’t have been better cared for.',
  ],
  'organ-donor': [
    'My brother died in a motorbike crash and saved four people with his organs. The specialist nurse made a terrible day bearable.',
  ],
  'icu-diary': [
    '{#12-40} days on a ventilator, don’t remember a thing. The ICU nurses kept a diary for me. Reading it now in bits. What people.',
  ],
  'restraint-avoided': [
    'My autistic son was kicking off in {ae} and instead of holding him down they cleared the room and dimmed the lights. I could have cried.',
  ],
  'pressure-care-good': ['{#6-14} weeks in bed and not a mark on him. They turned dad every two hours day and night. That’s nursing.'],
  'anniversary-gentle': ['{Three|Five|Ten} years without you today dad. Still think of the nurse who sang to you.'],
  'ambulance-tried': ['Paramedics were here in eight minutes and did all they could for my husband. It was his time. Thank you both.'],
  chaplain: ['The chaplain came at {#2-4}am when my mother was dying. Sat with us till it was light.'],
  'allotment-memorial': ['Planted a rose on {ward}’s garden for mum who died there last spring. Staff came out with us. Lovely afternoon.'],
};
