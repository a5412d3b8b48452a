/** What should never happen: the wrong site, patient or implant, things left inside, the wrong route, a tube in the wrong place, and their like. */
export const NEVER_EVENTS = {
  'wrong-knee': [
    'They’ve only gone and operated on the wrong {knee|hip|leg|foot}. {Drawn on with pen and everything|Woke up and the bandage was on my good one}. Still need the other one doing.',
    'woke up from theatre at {hospital} and it was my left. it was supposed to be my right. {surgeon couldnt look at me|“we’ll need to have a conversation”}',
  ],
  'wrong-kidney': [
    'Took out {man}’s healthy {kidney|lung|testicle}. The bad one’s still in there. {How does anybody do that|I had to read the letter four times}.',
  ],
  'wrong-tooth': [
    'Dental hospital in {town} pulled {two|three} perfectly sound teeth out of my {#7-14} year old. Wrong ones. The rotten ones are still in.',
  ],
  'wrong-eye-injection': [
    'Had the injection in the wrong eye {when}. My good eye. {Can’t see a thing out of either now|It’s infected and I’m {#66-84}}.',
  ],
  'someone-elses-operation': [
    'They mixed {woman} up with another lady of the same name and did HER procedure. A {camera|biopsy|D and C} she never needed. {It perforated|She’s still bleeding}. No one had looked at the wristband.',
  ],
  'retained-swab': [
    'Found out why I’ve been ill since the section. There’s a swab still in me. {#3-11} weeks. {The midwife smelt it before she saw it|It came away in the bath}.',
    'x-ray shows a {#8-15}cm {clip|bit of wire|needle|drill bit} they left behind in {man} after his {op}. {infected now|back under the knife {day}}',
  ],
  'pack-left-in': [
    'they forgot to take the packing out after my {hysterectomy|prolapse op}. five weeks i stank, five weeks i was told its normal. ended up in {resus|HDU} with it',
  ],
  guidewire: [
    'A doctor left the whole guidewire in my {dad|mum|nan}’s vein when they put the line in. It had {gone down into her heart|travelled}. Nobody noticed for {#2-5} days.',
  ],
  'feeding-tube-lung': [
    'The feeding tube was in his lung. They poured {a night’s worth of feed|three bottles} into {man}’s lung. {He drowned, slowly|He’s on a ventilator|ICU since {day}}. It’s supposed to be X-rayed first.',
  ],
  'feeding-tube-tested': [
    'ng tube, no xray, no ph strip, just “that looks fine” and switched the feed on. straight into {her|my nans} chest. {aspiration pneumonia|shes on oxygen and doesnt know us}',
  ],
  'oral-into-vein': [
    'The nurse put {woman}’s liquid medicine into the drip instead of her mouth. Into her vein. {She went purple in front of me|Cardiac arrest, back after nine minutes}.',
  ],
  'epidural-muddle': [
    'My epidural bag got connected to the cannula in my hand. {Whole body went numb and I stopped breathing|I heard them shout for the crash trolley}. {My husband was sent out with our {son|daughter} in his arms|{month}, {hospital}, labour ward}.',
  ],
  'air-not-oxygen': [
    'hooked up to the air flowmeter not the oxygen one. for {#30-90} minutes. {man} was blue. an agency lad spotted it on his way past, nobody wrote it down',
  ],
  'blood-wrong-group': [
    'Wrong blood. They hung a bag of wrong blood on my {wife|sister|mum}. {Shaking so hard the bed moved|Kidneys shut down overnight}. It had another patient’s label on it in plain English.',
  ],
  'wrong-lens': [
    'Cataract op went “fine”. Except the lens was made for somebody else on the list. {Everything’s a blur and it can’t be undone|They want to cut it out again}.',
  ],
  'wrong-hip-size': [
    'They put the wrong implant in. Left hip socket, right hip ball or some such. My {mother in law|father|wife} {can’t put weight on it|hasn’t stood since {month}} and has to have it all dug out again.',
  ],
  'scald-bath': [
    'Scalded. In a hospital bath. {woman}, {#79-93}, dementia, put in water nobody tested. {Skin came off her legs|Burns to a fifth of her body}.',
  ],
  'window-fall': [
    'How does a confused man get out of a {second|third|fourth} floor window on a hospital ward? My {dad|grandad} did. {Pelvis, both ankles, spine|He won’t walk again}. They’re meant to be locked.',
  ],
  'bed-rails': [
    'We found {man} with his neck jammed between the mattress and the bed rail. {Blue|Marks all round his throat}. {ward}. If my sister hadn’t gone back for her phone …',
  ],
  'biopsied-wrong-side': [
    'letter says left breast. scan says left breast. they biopsied my right, {twice|and it’s infected}. and the lump’s still sat there growing',
  ],
  'burned-in-theatre': [
    'Went in for my tonsils, came round with burns all down my {back|thigh}. The pad wasn’t on right or the prep was alight, nobody will say. {Skin graft|Scarred for life at {#19-32}}.',
  ],
  'awake-under-knife': [
    'i was awake. couldnt move, couldnt scream, felt every cut. {#20-70} minutes. anaesthetic had run out and nobody looked at the pump. {hospital} say i dreamt it',
  ],
};
