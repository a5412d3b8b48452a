/**
 * What words name, for the patterns of harm in `harms.ts`. A bare word matches every word of its stem ("drop": dropped, dropping), words in quotes only
 * themselves, side by side. Widened after a look at invented posts (infra/training/urgency-set), never at real ones.
 */
export const HARM_WORDS = {
  died: `died dead death "passed away" "she passed" "he passed" "mum passed" "dad passed" "slipped away" "slip away" "lost his life"
    "lost her life" funeral stillborn "born sleeping" crematorium cemetery churchyard ashes "heart stopped" "hes gone" "shes gone"
    "he had died" "didnt make it" "did not make it" "didnt survive" "did not survive" "dont make it" "stopped breathing" "rest easy" "rip"
    "killed" "post mortem" inquest coroner "turned the machine off" "turned off the machine" "last breath" choked perished deceased
    "no longer with us" "isnt here" "not here anymore" "her grave" "he was gone" "she was gone" "we lost my" "we lost mum" "we lost dad"
    "we lost our" "we lost hubby" "we lost the" "we lost her" "we lost him" "we lost nan" "lost my mum" "lost my dad" "lost my husband"
    "lost my wife" "lost my son" "lost my daughter" "lost my brother" "lost my sister" "lost my nan" "lost my grandad" "lost my baby"
    "lost our son" "lost our daughter" "found dead" "rip mum" "rip dad" "rip nan" "was dead" "dead in" "my boy was" "we buried"
    "choosing hymns" "choosing a coffin" "my mother go" "watched him go" "watched her go" "watched mum go" "watched dad go" "next of kin"
    "found him in" "found her in" "wont see christmas" "to see christmas" "switched off the machine" "switched off his" "switched off her"
    "buried" "bury my" "bury our" "bury him" "bury her"`,
  avoidableDeath: `"never came home" "never came back" "never came out" "didnt come home" "still be here" "still be alive" "still be with us"
    "should be alive" "be alive today" "be here today" "came out in a box" "in a coffin" widow widowed widower "in the churchyard"
    "left to die" "avoidable death" "preventable death" "couldnt get him back" "couldnt get her back" "couldnt save" "couldnt be saved"
    "could have been saved" "would have lived" "killed my" "killed him" "killed her" "killed our" "no one left to save" "will never meet"
    "grow up without" "never got to meet" "first christmas without" "birthday without" "mothers day without" "fathers day without"
    "death certificate" "didnt have to die" "should not have died" "shouldnt have died" "never woke up" "hasnt woken up" "body bag" mortuary
    morgue "planning a funeral" "planning his funeral" "planning her funeral" "plan a funeral" "cost him his life" "cost her her life"
    "cost her life" unlawful "too late for her" "too late for him" "too late for my" "came too late" "found her cold" "found him cold"
    "choked to death" "bled to death" "starved to death" "bled out" "wont be needing it" "she wont be coming home" "he wont be coming home"
    "not natural causes" "let my dad die" "let my mum die" "let him die" "let her die" "let them die" "killed hubby" "killed dad" "killed mum"
    "killed nan" "killed grandad" "dead by morning" "dead the next" "buried my" "buried our" "buried him" "buried her" "fought for her life"
    "choked on" "came home in a" "empty car seat" "was stillborn" "was stilborn" "let dad slip" "let my dad slip" "let hubby slip"
    "left him to die" "left her to die" "dead on the floor" "dead on arrival" "the funeral is" "the funerals on" "his funeral is"
    "her funeral is" "mums funeral" "dads funeral" "end of my road and" "i found them" "body was" "his body" "her body" "he had gone"
    "she had gone" "hed gone" "shed gone" "let my grandad slip" "let her slip" "let him slip" "slip away in" "on the kitchen floor waiting"
    "hed been dead" "shed been dead" "had been dead" "was dead there" "dead two" "dead inside" "was dead by" "how he died" "how she died"
    "how dad died" "how mum died" "died needlessly" "died of neglect" "died in agony" "died in pain" "died alone" "let my wife die"
    "let my son die" "death warrant" "death sentence" "taken from us" "took her from us" "took him from us" "robbed us of"
    "never got to say goodbye" "murdered my" "unlawfully killed" "would still be alive" "could still be alive" "he would be alive"
    "she would be alive" "hed be alive" "shed be alive" "died in my arms" "died in front of" "died on a trolley" "died in the corridor"
    "died in a corridor" "died waiting" "died because" "died in the waiting room" "died in the ambulance" "the death of my"
    "died unnecessarily" "found dead" "found him hanging" "found her hanging" "found him in the shed" "after we found him"
    "after we found her" "heart just" "his bed was stripped" "her bed was stripped" "bed was stripped" "already cold" "was cold"
    "she was already" "choosing hymns" "death was avoidable" "deaths were avoidable" "left to save" "let my brother die" "let my nan die"
    "let my sister die" "let my husband die" "let my grandad die" "died waiting for"`,

  medicine: `medication medicine meds drug tablet tab pill insulin morphine oramorph warfarin methotrexate penicillin antibiotic amoxicillin
    dose dosage injection inject paracetamol fentanyl lithium chemo chemotherapy steroid potassium heparin sedative sedate codeine patch
    vaccine jab syringe drip infusion antidote "blood thinner" "blood thinners" thinner digoxin gentamicin diazepam clozapine opioid opiate
    painkiller anticoagulant epilepsy parkinsons ketamine midazolam tramadol beta blocker "eye drops" "ear drops" syrup hydrocortisone
    adrenaline anaesthetic pethidine keppra levodopa apixaban clexane med rejection "anti rejection" pump latex dispensed`,
  mistaken: `wrong wrongly "someone elses" "somebody elses" "another patients" "another persons" "another mans" "another womans"
    "other patients" "mixed up" "ten times" "three times the" "twice the" "five times" "times the" overdose overdosed incorrect mislabelled
    "adult strength" "adult dose" "decimal point" "days worth" "for bed" poison "a strangers" "double the" "double dose" "meant for bed"
    "meant for another" "meant for the" "patch on" "in an eye drop" "ear drops in" overmedicated overmedicating "too strong" triple
    "maximum dose" "too much insulin" "too much morphine" "too many" "shouldnt have had" "should not have had" "next beds" "mans tablets"
    "womans tablets" "the wrong ones" "the wrong one" "wrong baby" "not his" "not hers" "not prescribed" contraindicated "mixed up the"
    "muddled" "wrong patients" "by mistake" "adult concentration" "twenty four" "instead of twenty" "is called" "in error"
    "meant to be weekly" "not mine" "doubled" "they wrote daily" "every day instead" "daily instead"`,
  allergy: `allergic allergy anaphylaxis anaphylactic anaphylactics`,
  gave: `gave given give hung injected prescribed administered "put up" feed fed pumped`,
  withheld: `"not given" "never gave" "never given" "not been given" "havent given" "didnt give" "hadnt given" "no insulin" "stopped his"
    "stopped her" "stopped my" withheld withhold "without his" "without her" "without my" "without any" "never restarted" "not one of"
    "no meds" "no medication" "nobody checked" "no one checked" "ran out" "hours late" "write up" "never prescribed" "refused to give"
    "wouldnt give" "forgot to give" "forgot his" "forgot her" "forgot my" "forgot to write" "missed his" "missed her" "missed my" skipped
    omitted "chart blank" "just stopped them" "one dose in" "not a single tablet" "not one tablet" "nobody gave" "no one gave" "wasnt given"
    "werent given" "not given any"`,

  wrong: `wrong incorrect`,
  bodyPart: `knee hip leg foot ankle eye side kidney breast tooth teeth arm hand finger toe lung ear testicle ovary shoulder patient site
    implant lens level spine disc hernia wrist elbow joint organ`,
  wrongBlood: `"wrong blood" "wrong group" "wrong blood group" "wrong type of blood"`,
  operated: `operate operated operation op surgery surgeon theatre removed "took out" "took off" "taken out" "cut open" biopsied biopsy
    injected pulled extracted procedure replaced scalpel anaesthetic cut "under the knife" sterilised amputated incision block vasectomy
    "opened me up" "opened him up" coil`,
  wrongPatient: `"mixed her up" "mixed him up" "mixed me up" "mixed up with" "another lady" "same name" "the wrong woman" "the wrong man"
    "wrong notes" "wrong person" "someone elses operation" "on the wrong patient" "wrong patient" "on a lad in for" "was meant for another"
    "another mans" "the other patient" "wrong name" "is called"`,
  object: `swab gauze clip needle "drill bit" drill instrument guidewire sponge packing placenta scissors forceps cannula tampon blade
    catheter "the packing" "bit of wire" glove "cotton wool" mesh "surgical tool" "surgical instrument" "piece of" "bit of" plastic metal
    "surgical scissors"`,
  leftIn: `"left inside" "left in" "left it in" "still in" "still inside" "left behind" forgot "never took" "never taken out" "never removed"
    "didnt remove" "came away" retained "behind in" "inside me" "inside her" "inside him" "they left" "still in me" "left half"
    "forgot to take" "left the whole" "sewn up" "stitched up" "stitched inside" "sewed up" "left a swab" "left a piece" "left a needle"
    "in my tummy" "in my stomach" "in my abdomen" "in his stomach" "in her stomach" "inside my" "inside his" "left in my" "left in his"
    "left in her" "still had a" "been left" "under my ribs" "under his ribs" "set off the alarm" "scan shows" "xray shows" "x ray shows"
    "ct shows"`,
  tube: `tube ng nasogastric feed`,
  airway: `lung windpipe airway "her chest" "his chest" "my chest" "nans chest" "mums chest" "dads chest" lungs`,
  vein: `vein "her drip" "the drip" iv intravenous spine epidural artery`,
  instead: `instead "not her mouth" "connected to" "oral" "mouth"`,
  awake: `"was awake" "wide awake" "i was awake" "felt every" "felt everything" "couldnt scream" "been awake" "i felt" "felt it all"
    "felt the"`,
  burn: `burn burned burnt scald scalded scalding blister "skin came off" "skin peeled" "on fire" alight "burns"`,
  oxygen: `oxygen`,
  notWorking: `empty "ran out" "run out" "been off" "turned off" "switched off" "not connected" disconnected "not oxygen" "on the floor"
    unplugged airflow "the air" "not on"`,
  trap: `"bed rail" "bed rails" "floor window" window ligature`,

  seriousIllness: `meningitis "heart attack" aneurysm embolism ectopic appendix peritonitis "cauda equina" dvt torsion glaucoma necrotising
    gangrene ketoacidosis dka "brain bleed" "bleed on the brain" "bleed on her brain" "bleed on his brain" leukaemia lymphoma melanoma
    kernicterus eclampsia "pre eclampsia" preeclampsia "compartment syndrome" osteomyelitis encephalitis perforated "adrenal crisis" aorta
    aortic "broken neck" endocarditis "stage 3" "stage 4" "stage three" "stage four" "stage iv" myeloma "kidney failure" "renal failure"
    "broken back" "spinal cord" "burst appendix" "cardiac arrest" "twisted gut" "twisted bowel" sarcoma secondaries metastatic metastasis
    "spread to" "its spread" "had spread" "fungating" hydrocephalus meningococcal "fractured skull" "organ failure" "a clot" "clots"
    "blood clot" "clot in" "clot went" "terminal now" "its terminal" "terminal cancer" "all the red flags" "brain tumour" "in my spine"
    "in my liver" "in my brain" "both lungs" "lymph nodes" "in her liver" "in his liver" "in his bones" "in her bones" "in my bones"
    "everywhere now" "eclamptic" "chest from the" "clot drug" "torn aorta" fasciitis "flesh eating" "lost the foot" pe "a stroke"
    "had a stroke" "his stroke" "her stroke" "my stroke" "massive stroke" "stroke symptoms" "second stroke" "ruptured appendix"
    "appendix had burst" "appendix burst" "appendix had ruptured" "ruptured" "collapsed lung" "internal bleeding" "spinal compression"
    "cord compression" "brain haemorrhage" subarachnoid "cancer had spread" "cancer has spread" "lost her sight" endophthalmitis
    "detached retina" "bowel obstruction" "blocked bowel" "strep a" myocarditis "heart condition" addisons "a tumour" "size of an orange"
    "giant cell" adrenal subdural rigors "shadow on" "shadow is" "liver failure" mottled "blood clots" "another stroke" "mets"
    "into heart failure" "undiagnosed broken hip"`,
  dismissed: `missed misdiagnosed misdiagnosis misread dismissed "sent home" "sent me home" "sent him home" "sent her home" "sent us home"
    "sent them home" "send him home" "send her home" "send me home" "sent me away" "sent her away" "sent him away" "sent us away" "sent away"
    "put it down" "put him down" "put her down" "fobbed off" "fobbed me off" "fobbed us off" virus anxiety ibs "muscle strain" strain
    "pulled muscle" panic migraine constipation constipated "growth spurt" indigestion "growing pains" drunk hysterical uti
    "attention seeking" "take a seat" "never read" "not read" "nobody looked" "no one looked" "never sent" "never left" overlooked
    "didnt spot" "failed to" refused "wouldnt scan" "no scan" "no x ray" "no xray" "not scanned" calpol gaviscon laxative leaflet
    "first time mum" overreacting dramatic "calm down" "wasting their time" "wasting our time" "wasting everyones time" "come back if"
    "nothing wrong" "youre fine" "shes fine" "hes fine" "not urgent" "too young" "see your gp" "pop a" "probably" "wouldnt see"
    "waited too long" "triage" teething hormones hormonal menopause "bells palsy" sprain "trapped wind" colic "wait and see" "faking" "a bug"
    "it was wind" "paracetamol" "was a virus" "stress" "lost in the system" "hours late" "months later" "years later" "weeks later"
    "downgraded" "put down to behaviour" "down to behaviour" "wrong results" "not the same day" "referred routine" "just a" "only a bit"
    "didnt believe" "nobody scanned" "no one scanned" "nobody tested" "wouldnt see my" "told it was just" "told it was only" "told its just"
    "said it was just" "said it was only" "said stress" "said migraine" "said growth" "said theyd" "words were" "nothing to worry"
    "pop a dressing" "gave her codeine" "gave him codeine" "gave mum" "gave me a leaflet" "painkillers and" "your age" "urgent referral"
    "nobody acted" "not acted on" "said give it" "bit of swelling" "normal love" "is normal" "was normal" "its normal" "was common"
    "is common" "muscular" "pulled a muscle" "the window" "eating fine" hayfever "heavy period" "period pain" arthritis "old age" "a cold"
    vertigo labyrinthitis hangover "trapped nerve" sciatica gastritis gastroenteritis tonsillitis tummy "chest infection" gallstones
    "brushed off" "brushed me off" "brushed him off" "brushed her off" "palmed off" "pillar to post" "not believed" "wasnt believed"
    "dismissed as" "put it down to" "wouldnt refer" "refused to refer" "refused a" "sent packing" "turned away" "told to take" "told to wait"
    "told to go home" "go home and" "wasnt urgent" "only for it to be" "turned out to be" "turns out it was" "turned out it was"
    "it was actually" "could have been caught" "should have been caught" "should have been picked up" "not picked up" "nobody picked up"
    "never picked up" "wasnt picked up" "if theyd" "if they had" "too late to" "left waiting" "nobody listened" "no one listened"
    "didnt listen" "wouldnt listen" "not listened to" "ignored" "discharged with" "sent back" "wrongly told" "hadnt noticed"
    "failed to notice" "not tested" "never tested" "not examined" "never examined" "without examining" "ignored my" "ignored his"
    "ignored her" "symptoms ignored" "i was ignored" "was ignored" "were ignored" "colicky" scarring "they said its a" "they said it was"
    "said its a" "a rash" "lie down" "googled" "booked him in for" "booked her in for" "following month" "nobody compared" "was just colicky"
    "low risk" "elses results" "the wrong results" "no one treated me" "nobody treated me" "sports injury" "hour earlier" "kids get rashes"
    "panic attack" "breathing exercises"`,
  bodilyLoss: `"lost both" "lost his leg" "lost her leg" "lost my leg" "lost a leg" "lost the foot" "lost his foot" "lost my foot"
    "lost my sight" "lost her sight" "lost his sight" "lost the sight" "took my leg" "took his leg" "took her leg" amputate amputated
    amputation "blind in" "gone blind" "lost an eye" "lost the eye" "lost his eye" paralysed paralyzed "cant move" "cant talk" "cant speak"
    "never walk" "wont walk" "never walk again" "brain damage" "brain damaged" "brain injury" "no feeling" "catheter for life" colostomy
    "a bag for life" "my womb" "took my womb" infertile "never have children" "never have kids" "lost my bladder" permanent permanently
    "doesnt know who" "cant feel" "nerve damage" "cut away" "fingertips" "tube fed" "fed through" "feed herself" "feed himself"
    "kidney damage" "liver failure" "damage on" "damage they" "never work again" "had to have everything" "deaf now" "left deaf" "went deaf"
    "in a wheelchair now" "in a wheelchair at" "in a wheelchair for" "cant walk now" "cant talk now" "cant use" "cant see out"
    "in a nursing home now" "lost a testicle" "scarred for life" "for the rest of my life" "the rest of his life" "the rest of her life"
    "cut the muscle" "had to be fed" "has to be fed" "be fed" "lost her foot" "lost two fingers" "lost fingers" "cant use my" "cant use his"
    "cant use her" "right arm" "lost the baby lost my sight" "stoma now" "wear nappies" "incontinent" "doubly incontinent" "catheter now"
    "her sight" "his sight" "vegetative" "on dialysis for" "dialysis for life" "permanent damage" "permanently damaged" "has permanent"
    "have permanent" "never recover" "doesnt work any more" "doesnt work anymore" "come off above" "come off below" "came off above"
    "bowel was dead" "hand went" "gone black" "cant see or" "cant sit" "heel has come" "side of my body" "side of his body" "side of her body"
    "a bag for the rest" "stoma bag for" "got a stoma" "has a stoma" "have a stoma" "stoma for"`,

  fell: `fell "went down" "let go of" "head first" "came off the" tumbled unwitnessed "found on the floor" "fallen" "falls" "a fall" "fall"
    "dropped her" "dropped him" "dropped my" "dropped mum" "dropped dad" "was dropped" "slipped" "they dropped" "lay there"
    "was on the ward floor" "on the ward floor" "on the bathroom floor" "on the floor from" "on the floor for" "on the floor all" "lay on the"
    "unwitnessed fall" "put the sides up" "stairs" "rolled off" "rolled out" "thigh bone" "hip out" tumble tumbles "went over backwards"
    "went over" "face first" "they stood her" "they stood him" "stood him" "stood her" "behind the curtain" "down he went" "down she went"
    "let fall" "wet floor" "come out and"`,
  fracture: `broke broken break fracture skull pelvis femur stitch "black and blue" shattered smashed "bleed on the brain" "eye socket"
    cracked snapped "neck of femur" cheekbone unconscious "head injury" ribs collarbone "her hip" "his hip" bruising "in his hip" "in her hip"
    "new hip" "broken wrist" "broken shoulder" "and hip" "smashed her" "smashed his" "hip gone" "hip" "bone through" "broken femur"
    "arms broken" "arm is broken" subdural kneecap "four pieces" "wrong way round" "hanging off" "front teeth" "lost an eye" "in pieces"
    "pins in his" "pins in her" stitches "bones split"`,
  underCare: `ward hospital trolley hoist nurse staff carer carers unit rails buzzer "pull cord" physio "care home" commode frame hca shift
    midwife a_e corridor "assessment unit" "rehab" "scales" theatre infirmary "ward floor" "left on the toilet" "left on the commode"
    "call it" "calling it" "as needing two" "they dropped" "two to stand" sister unwitnessed chemist pharmacy drops "that unit" "the unit"
    "tail lift" "one to one" assistant respite nicu icu hdu itu picu amu bay "out of bed" surgeon`,

  pressureSore: `"pressure sore" "pressure sores" "bed sore" "bed sores" bedsore "pressure ulcer" "pressure ulcers" "pressure wound"
    "pressure damage" sacrum sacral "pressure injury" "sores on" "moisture lesion" "sores all over" "ulcers on both" "dead flesh"
    "heel has come"`,
  deepWound: `"to the bone" "down to the bone" "the bone" "grade 4" "grade four" "grade 3" "grade three" "category 4" maggots "open wound"
    rotted rotten rotting necrosis necrotic "dead tissue" "my fist" "a hole" "heels are black" "heel was black" "black heel" gaping
    "sores all" "skin broken" "skin breakdown" "broken skin" "skin had" "ulcer" sore "size of" "dead flesh" "see my mothers spine" spine
    "come away" "took the dressing off" "under the dressing"`,
  unturned: `"never turned" "not turned" "no one turned" "nobody turned" "noone turned" "wasnt turned" "need turning" "needed turning"
    "turned him" "turned her" "air mattress" "same position" "skin intact" "the cast" "under the dressing" "under it" heels "her heels"
    "his heels" "both heels" "my heels" "bottom of her" "bottom of his" "base of her" "base of his" mattress bedridden plaster cast dressing
    "turn me" "turn her" "turn him" turning "wasnt moved" "not moved" "a hole at" "her bottom" "his bottom" "tailbone" "the cast was" bedbound
    "lifted the sheet" "shifted her" "shifted him" "on his back" "on her back" cushion "flat on" fortnight "took the dressing off"
    "looked under"`,

  excrement: `faeces feces urine excrement poo shit soiled pee piss soaked "own mess" "wet bed" "wet herself" "wet himself" "wet sheets"
    "his own wee" "her own wee" "wetting" "in her own" "in his own" "soaking bed" "soaked in" "dirty nappy" "dirty pad" "wet pad" "own vomit"
    "own sick"`,
  lay: `left lay lying laid lie found sat sitting sit leave`,
  thirst: `dehydrated dehydration thirsty "no water" "not a drink" "without a drink" "without water" "without food" "no fluids"
    "nothing to drink" "nothing to eat" starved starving starve malnourished malnutrition "not fed" unfed "washed fed" "not been fed"
    "skin and bone" "so dry" "bone dry" parched "drinking out of" "drinking from" "two stone" "three stone" "drinking nothing"
    "drip had come out" "five stone" "six stone" "stone lighter" emaciated "not thin enough" "sodium" "begging for water" "asking for water"
    "lips cracked" "cracked lips" "not washed" "hadnt been washed" "not been washed" "wasnt fed" "hadnt eaten" "not eaten" "weight fell off"
    "half starved" "wasted away" "wasting away" "no drink" "empty jug" "jug was empty" "hadnt had a drink" "not had a drink"
    "a stone and a half" "no food no fluids" "dry toast" "asking for his inhaler" "days nil by mouth" "no food or water" "no food no"
    "jug out of reach" "water out of reach" "drink out of reach" "given a drink" "given food" "given water" "given any water" "given any food"
    "food or water" "food and water" "fed or watered" "fed or given"`,
  nobodyCame: `"nobody came" "no one came" "noone came" "nobody has come" "nobody would come" "never came" "didnt come" "no one answered"
    "nobody answered" "no answer" "no one would" "nobody would" "rolled their eyes" "rolled her eyes" buzzer "call bell" "walked past"
    "walked by" "ringing and ringing" "no one had been" "nobody had been" "no one in" "nobody in" "no one checked" "nobody checked"
    "nobody noticed" "no one noticed" "noone noticed" "left alone" "left for hours" "stop being dramatic" "wait your turn" "not one doctor"
    "no doctor" "nobody called" "no one called" "nobody looked" "no one looked" "nobody listened" "no one listened" "took me seriously"
    "making a fuss" "nobody heard" "couldnt get anyone" "nobody was looking" "shut the door" "wouldnt listen" "no one believed"
    "nobody believed" unattended "ignored me" "ignored her" "ignored him" "ignored us" "left me bleeding" "left her bleeding"
    "left him bleeding" "left to bleed" "left in agony" "ignored for" "not one person" "nobody helped" "no one helped" "nobody did anything"
    "no one did anything" "did nothing" "wouldnt help" "no help" "left her on the" "left him on the" "left me on the" "took hours"
    "no ambulance" "they stood there" "just stood there" "stood and watched" "laughing at the desk" "emergency cord" "every shift"
    "forgot him" "forgot her" "forgot the patient" "no one booked" "nobody thought" "nobodys coming"`,
  emergency: `bled bleeding "couldnt breathe" "cant breathe" breathe breathing unconscious scream screaming screamed collapse collapsed
    haemorrhage haemorrhaging choking choked miscarry miscarriage miscarried "lips blue" "blue lips" agony slumped seizure clots pouring
    gasping "chest pain" "going grey" "went grey" "is grey" "fitting" "calling for help" "shouting for help" "bled through"
    "over three litres" "litres" "begging for help" "pressed the buzzer" "pressed that buzzer" "couldnt feel my" "belly like a drum"
    "turning blue" "going blue" "went blue" dying "blood all" "bleeding out" "covered in blood" "cant swallow" "couldnt swallow" suction
    trachy "was purple" "passed out" "emergency cord" "was blue" "turned blue"`,

  struck: `slap punched shoved dragged pinned groped assault assaulted "held down" "holding down" restrained restraint strangled chokehold
    headlock yank "force fed" "manhandled" "rough with" "shook her" "shook him" "knelt on" "hurt her on purpose" "pinched" "hit me" "hit my"
    "hit her" "hit him" "hit our" "hits her" "hits him" beaten "tied to" "tied up" "twisted her" "twisted his" "twisted my" yanked
    "throws him" "throws her" "threw him" "threw her" "threw my" "forced my" "grabs her" "grabs him" "pushed my" "pushed her" "pushed him"
    "scrubbed my" "scrubbed her" strapped "beat her" "beat him" "beat my" "spat at" "kicked my" "squeezed my" "squeezed her" "grabbed my arm"
    "grabbed her" "grabbed him" "grabbed me by" "grabbed me" "nose to make" "holding his nose" "holding her nose" "by the hair" "by my hair"
    "by her hair" "by the throat" "by the wrist" "by the arm" "held by the" "trousers pulled" "pulled my hair" "pulled her hair"
    "hand over my mouth" "hand over her mouth" "threw water" "threw a" "tripped him" "headbutted" "bit my" "the cannula out" "held down by"
    "arms broken" "dislocated my" "kicked him" "kicked her" "kicked me" "kicked his" "kicked at" "dragged by" "dragged her" "dragged him"
    "dragged me" "dragged my" "dragged out" "drags him" "drags her" "smacked my" "smacked her" "smacked him" "smacked me" "hit by a"
    "hit by the" "rough handled" "handled roughly" "manhandling" "hurt by a" "choking him" "choking her" "choked him" "put her hands"
    "put his hands on" "squeezing" "threatened to hit" "pinched her" "pinched him" "bent her" "bent his" "bent my" "fingers back"
    "cigarette burns" "gets in beside" "gets into bed with" "until she passed out" "till she screamed" "until he passed out" "belt through"
    "wedged his" "wedged her" "brakes on"`,
  sexualAssault: `rape raped groped grope molested "sexually assaulted" "sexual assault" "touched me" "touches the" "touched her"
    "touching me" "touched my" "felt me up" "no chaperone" indecent "inside me" "touching" "touched inappropriately" "inappropriately touched"
    "exposed himself" "sexually" "put his hand" "put his hands" "hand up my" "tried to kiss" "kissed me" "my breasts" "undressed me"
    "flashed me" "took his time about it" "gets in beside" "check my chest" "in bed with her" "on top of"`,
  victim: `me my him her kin mum dad nan gran grandad wife husband son daughter sister brother us patients`,
  carePerson: `nurse carer staff porter doctor guard security hca midwife paramedic healthcare assistant orderly attendant ward hospital unit
    theyre camhs agency consultant physio "the night man" "night staff" "members of staff" worker radiographer surgeon "care home" crew
    "who does the nights" "night shift" respite rehab "support worker" team`,
  injuryMark: `bruises "hand mark" "finger marks" "finger shaped" "black eye" "broken ribs" "carpet burns" "bald patch" "marks on"
    "marks round" "wrists were" "broken rib" "broken arm" "dislocated"`,
  fear: `frightened terrified "begged me" "wont say" "wont talk" "say anything" "says he" "says she" sobbing "nobody can explain"
    "no one can explain" "cant explain" "wets herself" flinches flinch "dont tell" unexplained`,
  cruelty: `abuse abused abuser cruel cruelty "filmed my" "filmed him" "filmed her" mocked mocking taunted "laughing at" "through a hatch"
    seclusion "locked in a" "drugging" "learned some manners" "called me a" "stealing from" "taking her money" "taking his money" sadistic
    "told her to shut up" "told him to shut up" "taking mums money" "thats abuse" manners "vile name" "racist" "racist word" bullied bullying
    "threatened me" "threatened her" "called me" "called her a" "called him a" "laughed at me" "laughed at her" "laughed at him" poking
    "drugged" "be put in a home" "put in a home" "taking my mums money" "taking her pension" "stealing"`,

  ownLife: `"want to die" "wanna die" "wanted to die" "wish i was dead" "wish i were dead" "kill myself" "killing myself" "kill himself"
    "kill herself" "killed himself" "killed herself" "end my life" "ending my life" "end it all" "ending it all" "ending it"
    "take my own life" "took his own life" "took her own life" "taken his own life" "taken her own life" "taking my own life" suicidal suicide
    "self harm" "self harming" "self harmed" "selfharm" "cut myself" "cut my arms" "cut my wrists" "cutting myself" "took an overdose"
    "taken an overdose" "an overdose" "my overdose" "tried to hang" "hang myself" "hang himself" "hang herself" "hanged himself"
    "hanged herself" "dont want to be here" "dont wanna be here" "doesnt want to be here" "not want to be here" "want to be alive"
    "cant go on" "cant carry on" "cant do this anymore" "cant do it anymore" "no point carrying on" "no point going on" "nothing left to live"
    "no reason to live" "better off without me" "better off dead" "better if i wasnt" "dont wake up" "not waking up" "didnt wake up"
    "never wake up" "hurt myself" "harm myself" "hurting myself" "goodbye everyone" "saying goodbye" "this is goodbye" "my goodbyes"
    "off a bridge" "on the bridge" "tried to take" noose "stockpiled" "danger to herself" "danger to himself" "danger to myself"
    "danger to themselves" "hidden the knives" "hide the knives" "written the letters" "wrote the letters" "written letters"
    "its better this way" "had enough of life" "engine running" "tried twice" "tried again" "tried to end" "telling me to hurt" ligature
    "take them both" "what he might do" "what she might do" "dont want to live" "doesnt want to live" "dont want to be alive"
    "doesnt want to be alive" "get sick enough" "end things" "disappear" "properly next time" "wont stop next time" "tablets lined up"
    "pills lined up" "ive made up my mind" "in front of a car" "in front of a train" "jumped in front" "a rope" "i cut every"
    "cord in his room" "cord in her room" "scared of what ill do" "not be here anymore" "not wake up" "wont wake up" "i wont be here"
    "want it to stop" "rather be dead" "shouldnt be alive" overdosed "wish i could just" "hate my life"`,
  mentalCare: `crisis camhs "mental health" samaritans psychiatrist psychiatry psych section sectioned cmht counsellor counselling therapist
    "home treatment" perinatal "early intervention" gp a_e 111 "health visitor" referral referred "op courage" iapt "talking therapies" police
    voicemail "mental health team" "crisis line" "crisis team" appointment nurse discharged ward`,

  birthHarm: `stillborn stillbirth "stopped moving" "reduced movements" "starved of oxygen" "lack of oxygen" "not breathing" "wasnt breathing"
    "cerebral palsy" cooled "no heartbeat" "lost the baby" "lost my baby" "baby died" "empty car seat" haemorrhage haemorrhaged "lost my womb"
    "took my womb" "fourth degree" "third degree" "group b strep" gbs eclamptic eclampsia rupture ruptured "shoulder stuck"
    "shoulder dystocia" "in distress" "the trace" "born dead" "born not breathing" "bled out" "skull fracture" kernicterus hie "brain injury"
    "brain damage" "one home" scalpel "hours of cooling" "cooled for" "the cord" "cord round" "half the placenta" "bit of placenta"
    "piece of placenta" forceps ventouse "degree tear" "tear stitched" "litres after" "litres of blood" "torn out" "nerves torn" "my womb"
    "fighting for her" "didnt breathe" "wasnt moving" "two litres" "three litres" "four litres" "gone quiet" "stilborn" "still born"
    "stitched wrong" "of cooling" "was torn" "pouring out" haemorrhaging "womb had" "born on the" "gave birth on" "dent in his head"
    "dent in her head" "fighting for life" "oxygen starvation" "deprived of oxygen" "resuscitated" resuscitate "blue and" "litres after the"
    "neonatal death" "baby is dead" "baby was dead" "stopped kicking" "not felt him move" "not felt her move" "hadnt felt him"
    "hadnt felt her" "felt him move" "felt her move" "less movement" "fewer movements" "cord around" "postpartum haemorrhage" pph
    "retained placenta" "cut too deep" "baby didnt make it" "baby wasnt breathing" "brain damaged" "lost our son" "lost our daughter"
    "lost our little" "lost a baby" "born limp" "was limp" "born blue" "he was blue" "she was blue" "cant feel her" "cant feel him"
    "nothing to hear" "ripped me" "front to back" "goodnight sweet" "bled out on" "broke my waters" "we lost our baby" "we lost our son"
    "we lost our daughter" "bled to death" "bleed to death" "out of her spine" "out of his spine" "her arm hangs"`,
  birth: `labour birth midwife midwives section baby babies born pregnant pregnancy contractions maternity newborn womb twins twin antenatal
    postnatal caesarean csection induced induction triplets obstetric placenta "our son" "our daughter" "our girl" "our boy" "gave birth"
    "birth plan" "her first" pushing "delivery" waters doppler "section me" recovery "giving birth" "shoulder stuck" "antibiotics in labour"`,

  discharged: `discharge discharged "sent home" "sent her home" "sent him home" "sent me home" "sent us home" "send her home" "let out"
    "let her go" "let him go" "kicked out" "medically fit" readmitted "dropped off" "patient transport" "back to him" "walked out of"
    "transport took" "transport left" "let him go with" "dropped at" "discharged by text" "on the bus" "sent them home" "sent a woman"`,
  danger: `"no keys" "no key" gown "empty house" "old address" "wrong address" dementia alzheimers unconscious arrested frozen hypothermia
    tent "with a cannula" cannula "no food in" "cant stand" "couldnt stand" homeless "bus stop" "no oxygen" "heart failure" "rang him" gaping
    septic sepsis resus "not feeding" "found wandering" "found on" "found him" "found her" "found in" "was found" "back in within"
    "back within" "wound" "went blue" "is missing" "hes missing" "shes missing" "still bleeding" "on the step" "without any of" hypothermic
    "half conscious" "collapsed at home" "holding my own" "came out in" "came open" "burst open" "opened up" "wound gaping" bowel lungs
    "stopped breathing" "by tuesday" "same night" "back in by" "blue lights" "blue lighted" "rushed back" "into heart failure" "family room"
    "railway" canal motorway bypass "ring road" "hit by a" abuser "her jaw" violent "kidney failure" "readmitted" "back in hospital"
    "back in a_e" "collapsed at" "collapsed on" "fits" "having fits" "stopped breathing on" "wrong care home" "blood poisoning" raving
    "violent ex" "head injury" "no nurse booked" "nobody there knew" "police rang" "no running water" "home alone" "alone at" "and she fell"
    "and he fell" "with a broken" "with sepsis" "with pneumonia" "with a bleed" "with a stroke" "with a heart"`,

  severe: `coma ventilator ventilated "life support" resus "cardiac arrest" "respiratory arrest" "crash team" "crash call" "crash trolley"
    "organ failure" "multi organ" "organs shutting" "kidneys failing" "kidneys failed" "kidney failure" "kidneys gone" "kidneys shut"
    "kidneys have" "acute kidney" unconscious unresponsive unrousable collapsed "brain damage" "brain damaged" "brain bleed" paralysed
    amputated amputation amputate "blood transfusion" transfusion "emergency surgery" "rushed to theatre" "to theatre" "back under the knife"
    "life threatening" "fighting for" "nearly died" "almost died" "nearly lost" "nearly killed" "could have died" "might not make it"
    "say goodbye" "said goodbye" "family room" "prepare ourselves" "to prepare" "not expected to" "not going to wake" "end of life"
    "syringe driver" "stage 4" "stage four" seizure anaphylaxis "throat closed" "stopped breathing" "not breathing" "wasnt breathing"
    "went blue" "was blue" "lips blue" "blue lips" "went purple" "went floppy" "breathing five times" "heart stopped" "never walk" "wont walk"
    "never the same" "isnt the same" "isnt her" "cant move" necrosis maggots "permanent damage" "for life" "lost both" "lung collapsed"
    perforated ruptured haemorrhage "burst" "aspirated" aspiration "bleed on the brain" "bled into" "brain injury" "life changing" "dying"
    "cant feel" delirious "multiple organ" "pulmonary embolism" "massive stroke" "bone marrow" poisoned "die" "fitting" "had a fit"
    "fitted in" "litres of blood" "two litres" "three litres" "four litres" "burst appendix" "appendix burst" "septic" "dying in front"
    "dying of the" "is dying" "arrested" "gone blind" "blind in" "over three litres" "bowel in with" "fits" "brought back after"
    "brought him back" "brought her back" "wont wake" "critical" "critically" "on a ventilator" dka "kidney injury" "malnutrition" hypothermia
    "skin and bone" "in hdu" "open wound" "collapsed twice" "fighting for her" "fighting for his" "she might not" "he might not"
    "not sure she will" "permanently damaged" "bladders ruptured" "compartment syndrome" "bone came" "off my leg" "couldnt get a temperature"
    "skin came off" "leg off" "legs off" "fighting for her life" "fighting for his life" "head first" "stomach wall" "gone black"
    "in both lungs" "cut the muscle" "muscle out" "stopped my heart" "bowel in" "seen her grey" "came out in the" "vein travelled"
    "down to her heart" "his lungs" "her lungs" "my lungs" "own lungs" "blood up the" "bled through" "blood everywhere" "shaking so"
    "bone marrow gone" "tube fed" "isolation room" "lucky to be alive" "touch and go" "deaths door" "induced coma" septicaemia
    "never recovered" "not been the same" "hasnt been the same" "never been the same" "can no longer" "unable to walk" "cant walk anymore"
    "bedbound" "lost the ability" "urgent surgery" "emergency op" "emergency operation" "nearly cost" "almost cost" "internal bleeding"
    "organ damage" "lifelong" "sight loss" "close to death" "on deaths door" "saved her life just" "bleeding to death" "blood loss" "bled out"
    "blue lighted" "critical condition" "hole in his" "hole in her" "through the skin" "bone through" "renal failure" "in resus" "was purple"
    "passed out" "weeks to live" "she has weeks" "he has weeks" "switched off the machine" "blood poisoning" "bowel was dead" "subdural"
    "come off above" "hasnt come round" "has not come round" "skull" "tubed" "vent" "sats" "in icu" "into icu" "to icu" "icu since" "icu now"
    "icu for" "in intensive care" "to intensive care" "into intensive care" "intensive care for" "intensive care now" "in itu" "on itu"
    "to itu" "to hdu" "nights hdu" "in picu" "to picu" "on picu" "heart failing" "hearts failing" "in high dependency" "operated on the wrong"
    "operated on my wrong" "operated on his wrong" "operated on her wrong" "operated on dads wrong" "operated on mums wrong" "wrong tooth out"
    "took out the wrong" "removed the wrong" "in the wrong eye" "on the wrong patient" "still in me" "swab inside" "left a swab" "wrong blood"
    "ten times the" "tube in his lung" "tube in her lung" "tube was in his" "tube was in her" "bled to death" "bleed to death"
    "took out my healthy" "adrenal crisis" "anaphylactic shock" "heart muscle" "bones split" "lost a testicle" "peritonitis" "has to be fed"`,
  blame: `because coz cause waiting waited corridor trolley ambulance 999 neglect negligence ignored missed refused empty cancelled begging
    begged mistake "by the time" earlier "one test" "one scan" "one blood test" "let my" "let him" "let her" "let dad" "let mum" "let hubby"
    "nobody" "no one" noone "not one" "should have" "should of" "told us" "told them" "told him" "told her" "sent home" "sent him home"
    "sent her home" "sent me home" "home from" "last checked" "meant to be" "supposed to" "didnt" "hadnt" "wasnt" "if someone" "if anybody"
    "if anyone" "if they" "if theyd" "wouldnt" "calling for help" "fuss" "missed opportunities" "too late" "on hold" "take a seat" "wrong"
    "ten minutes away" "fed up of" "never" "only" "instead" "lessons" "blame" "covered" "understaffed" "short staffed" "killed by" "heart op"
    postponed "side room" "put on" "empty house" "two days" "three days" "hours" "none of us" avoidable preventable chances "stood there"
    "nobody looked" visits "told it was" "wanted to live" "make our own way" "still alive" "one doctor" "nobody gave" "signed it"`,
  found: `found find lying`,
  cold: `cold blue grey lifeless unresponsive unrousable unconscious slumped "not breathing" dead collapsed`,
  cancer: `cancer tumour lump mole leukaemia lymphoma melanoma biopsy smear`,
  spread: `spread stage terminal inoperable palliative incurable "months to live" "weeks to live" "years to live" "making a will" "too late"
    "end of life" "lymph nodes" lungs liver spine brain grown advanced "no kids and never" "taken away"`,
  wrongSideTold: `"it was my left" "it was my right" "supposed to be my right" "supposed to be my left" "supposed to be the left"
    "supposed to be the right" "the other leg" "the other knee" "the other side" "on my good one" "my good one" "my good eye" "my good leg"
    "healthy kidney" "healthy lung" "healthy breast" "healthy teeth" "healthy testicle" "healthy ovary" "perfectly sound" "perfectly good"
    "perfectly healthy" "biopsied my right" "biopsied my left" "bad ones still" "sound teeth" "rotten ones are still" "lens was made for"
    "wrong ones" "biopsied my"`,
  ownLifeSaid: `"i want to die" "i wanna die" "i wish i was dead" "kill myself" "killing myself" "end my life" "ending my life"
    "take my own life" "i cant go on" "no point carrying on" "better off without me" "dont want to be here" "doesnt want to be alive"
    "tried to hang" "hang myself" "hang himself" "hang herself" "tablets lined up" "i cut every" "cut my arms" "cut my wrists" "hurt myself"
    "harm myself" "goodbye everyone" "properly next time" "wont stop next time" "ive made up my mind" "hope i dont wake" "not waking up"
    "get sick enough" "stop drinking as well" "ending it all" "end it all" "feel suicidal" "am suicidal" "im suicidal" "i took an overdose"
    "took an overdose" "written the letters" "dont want to live" "jumped in front" "off a bridge" "engine running" "has a rope"
    "danger to herself" "danger to himself" "saying goodbye and" "take them both with" "tried to kill himself" "tried to kill herself"
    "scared of what ill do" kms unalive "suicidal thoughts" "feeling suicidal" "feels suicidal" "not worth living" "isnt worth living"
    "no reason to live" "enough of living" "took all my" "taken all my" "attempted suicide" "suicide attempt" "tried to take his own"
    "tried to take her own" "tried to take my own" "tried to end" "planned my" "i wont be around" "jump off" "jump in front" "drive into"
    "try again tonight" "want to end it" "wants to end it" "going to end it" "wants to die" "she wants to die" "he wants to die" "self harms"
    "self harming" "self harmed" "cutting herself" "cutting himself" "cut herself" "cut himself" "suicide watch" "hurt herself" "hurt himself"
    "harm herself" "harm himself" "dont want to wake" "dont want to exist" "give up on life" "not be here tomorrow" "wont be here tomorrow"
    "done with life" "nothing to live for" "swallowed a" "swallowed all" "swallowed every" "drank bleach" "drinking bleach" "multi storey"
    "blades to her" "blade to my" "blades to his" "blade to her" "not on here next" "know how to do it" "everything i need to do it"
    "want the noise to stop" "if im not here" "if im not on here" "look after the dog" "after my dog" "on the ledge" "on the roof" "top floor"
    "the tracks" "cut my legs" "cut my own" "the pills are" "want to sleep and not" "never wake" "to end it" "i want out" "cant do life"
    "tired of living" "tired of being alive" "dont see a way out" "no way out" "nobody would miss me" "no one would miss me" "wont miss me"
    "have a plan" "have the tablets" "got the tablets" "saved up my tablets" "saving up my tablets" "stashed"`,
  cost: `cost costing`,
  life: `"his life" "her life" "my life" "their life" "their lives" "his leg" "her leg" "my leg" "his sight" "her sight" "my sight" "my womb"
    "my fertility"`,
  failedThem: `nobody "no one" noone ignored "sent home" "sent him home" "sent her home" "sent me home" "sent us home" refused missed wrong
    forgot forgotten "too late" "by the time" corridor trolley begged begging "not one" "left on" "left in" "left her" "left him" "left me"
    "told them" "kept telling" "kept saying" "told the" "shouldve" "should have" "should of" dismissed "fobbed" "never checked" "wouldnt"
    "stop being" "hours" "only when" "it took" negligence mistake blunder "all night" "all weekend" "medically fit" "was fine" "overreacting"
    discharged`,
  grave: `bleed bled bleeding haemorrhage brain skull spine lung kidney renal liver artery aorta vein bowel gut womb throat tongue flesh bone
    wound gash gaping stitches tumour clot seizure convulsion limp purple mottled grey unconscious unresponsive "passed out" "blacked out"
    choke choking breathe breathing breath heartbeat pulse resus vent ventilator tubed intubated defib cpr transfusion dialysis poison
    poisoned poisoning blade bleach rope noose numb paralysed burn burnt cracked scissors scream screamed screaming terror sobbing begged
    begging dead death died die dying killed kill strapped belt slap kick kicked punched dragged pinned struck beaten assault rape groped
    burns bruise bruises bruised swollen rotting rotten sepsis septic fever gangrene necrosis amputate collapse collapsed slumped fractured
    smashed shattered snapped crushed jaw pelvis femur ribs sight stroke coma crash arrest "blue lights" rushed "come off" "came off"
    "came away" terminal starved thirst thirsty dehydrated soiled urine faeces vomit maggots stinking stench "pressure sore" ulcer cancer
    meningitis pneumonia embolism aneurysm perforated ruptured burst rupture leaking suffocate suffocated smothered hanging hang overdose
    overdosed suicidal suicide mistake error "ten times" mistook abandoned funeral coffin hymns grave buried burial widow orphan "next of kin"
    stillborn miscarriage miscarried placenta cord insulin morphine anaphylaxis allergy allergic latex steroid adrenaline ledge "multi storey"
    bridge railway "top floor" "goodbye" goodnight "love you all" raving delirious hallucinating naked locked restrained handcuffed trapped
    jammed wedged stripped "the blood" "my blood" "her blood" "his blood" "blood everywhere" "pool of blood" "blood pressure of" "was blue"
    "went blue" "turned blue" "blue lips" "lips blue" "turning blue" "had a fit" "couldnt swallow" "cant swallow" "gone blind" "losing blood"
    "lost blood" "coughing blood"`,
  sepsis: `sepsis septic septicaemia septicemia "blood poisoning" "toxic shock"`,
  sent: `sent send sending discharged packed`,
  homewards: `home away`,
} as const satisfies Record<string, string>;

export type HarmWord = keyof typeof HARM_WORDS;
