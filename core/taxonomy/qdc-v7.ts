import { defineThemes, type RuledTheme } from './define-themes.ts';

/**
 * The themes of the NHS qualitative data categorisation framework, version 7 (names as published; definitions and rules are ours).
 * "Labelling not possible" and "Not assigned" are no themes. Order is the framework's.
 */
export const QDC_THEMES: readonly RuledTheme[] = [
  ...defineThemes('General', [
    [
      'Positive experience & gratitude',
      'Praise or thanks that stays general: great service, lovely staff, no complaints.',
      [
        'thank OR thanks OR grateful OR gratitude OR "well done" OR "keep up the good work" OR "keep it up" OR "no complaints" OR "cannot fault" OR "cant fault" OR "couldnt fault" OR "five stars" OR "first class" OR "top class" OR "nothing to improve" OR "no improvements" OR "nothing bad" OR "second to none" OR "10 out of 10" OR "ten out of ten" OR "nothing wrong" OR "thumbs up"',
        '"nothing could" OR "nothing at all" OR "nothing else" OR "nothing more" OR "nothing really" OR "done better" OR "no it was" OR "nothing everything" OR "cant think of anything" OR "cannot think of anything" OR "all good" OR "all fine" OR "no problems" OR "no issues" OR "looked after" OR "well looked" OR "happy with everything" OR (nothing OR none OR perfect OR satisfactory) NOT (i OR my OR they OR the OR to OR he OR she OR we)',
        '(excellent OR great OR good OR amazing OR brilliant OR fantastic OR wonderful OR superb OR outstanding OR lovely) NEAR/4 (service OR experience OR care OR everything OR treatment OR job)',
        '(excellent OR great OR good OR amazing OR brilliant OR fantastic OR wonderful OR superb OR perfect OR satisfied OR "pleased" OR happy OR "lovely" OR ok OR "fine") NOT (staff OR nurse OR doctor OR to OR but OR helpful OR friendly OR they OR time OR listen OR explain OR food OR clean OR not OR wait OR told OR when)',
      ],
    ],
    [
      'Organisation & efficiency',
      'How well run a service seems as a whole: organised, efficient, well led, or a shambles.',
      [
        '"organised" OR disorganised OR inefficient OR shambles OR shambolic OR chaotic OR chaos OR "well run" OR "well led" OR "badly run" OR mismanaged OR bureaucracy OR "left hand" OR efficient OR "ran smoothly" OR "runs smoothly" OR "admin"',
      ],
    ],
    [
      'Funding & use of financial resources',
      'Money that a service has, needs or wastes.',
      [
        'underfunded OR underfunding OR "under funded" OR funding OR budget OR "waste of money" OR "wasting money" OR cuts NEAR/4 years OR "too many managers" OR "more money"',
      ],
    ],
    [
      'Feeling safe',
      'Whether people felt safe in a service’s hands, for whatever reason.',
      ['safe OR unsafe OR "in safe hands" OR felt NEAR/3 secure OR frightened OR scared'],
    ],
  ]),
  ...defineThemes('Staff', [
    [
      'Staff manner & personal attributes',
      'How staff behave towards people: kind, rude, respectful, dismissive.',
      [
        '"kind" OR kindness OR kindly OR "caring" OR friendly OR "polite" OR rude OR "rudeness" OR compassionate OR compassion OR empathy OR empathetic OR dignity OR respect OR respectful OR disrespectful OR attitude OR gentle OR "supportive" OR "helpful" OR unhelpful OR patronising OR dismissive OR abrupt',
        'professional OR professionalism OR "welcoming" OR cheerful OR approachable OR "considerate" OR courteous OR pleasant OR reassuring OR "rolled her eyes" OR "spoken to like" OR "like an idiot" OR belittled OR "bedside manner" OR "manner" OR arrogant OR "very understanding" OR "understanding and" OR "and understanding" OR thoughtful OR calm OR comforting OR "at ease" OR "non judgemental" OR warm NEAR/3 (welcome OR staff OR friendly)',
        '(nurse OR doctor OR staff OR midwife OR receptionist OR consultant OR team OR paramedic OR crew OR driver) NEAR/5 (lovely OR nice OR amazing OR wonderful OR great OR attentive) OR "held my hand" OR "held her hand" OR "held his hand"',
      ],
    ],
    [
      'Staffing levels & responsiveness',
      'How many staff there are, how stretched they are, and how soon they come when called.',
      [
        'understaffed OR "short staffed" OR "short staff" OR "short of staff" OR overworked OR "run off their feet" OR "call bell" OR buzzer OR "staff shortages" OR "staff shortage" OR "rushed off" OR "agency staff" OR understaffing OR "overstretched" OR "over stretched" OR "too much trouble" OR "staffing" OR "rushed off their feet"',
        '(more OR enough OR few OR extra OR employ OR lack) NEAR/2 (staff OR nurses OR doctors OR midwives OR carers OR people OR drivers OR crews OR handlers OR paramedics) OR staff NEAR/3 busy OR "one nurse" NEAR/3 patients OR nobody NEAR/3 came OR "responsive"',
      ],
    ],
    [
      'Competence & training',
      'Whether staff know their work, and are trained for it.',
      [
        '"competent" OR incompetent OR "competence" OR "trained" OR "training" OR "untrained" OR knowledgeable OR "knowledge" OR expertise OR "skilled" OR "skilful" OR inexperienced OR "experienced staff" OR "qualified" OR unqualified OR "knew what they were doing" OR "know what they are doing" OR "didnt know how" OR misdiagnosed OR "no idea" OR thorough OR thoroughly OR "out of their depth"',
      ],
    ],
  ]),
  ...defineThemes('Access to medical care & support', [
    [
      'Contacting services',
      'How hard it is to reach a service: telephone queues, e-mails unanswered, online forms.',
      [
        '"get through" OR "getting through" OR "got through" OR "on hold" OR "phone line" OR "phone lines" OR "phone queue" OR "in the queue" OR unanswered OR switchboard OR "rang and rang" OR voicemail OR answerphone OR "8am" OR "online form" OR econsult OR "nobody answers" OR "get hold of" OR "ring back" OR "rang back" OR "call back" OR "phone back" OR "callback"',
        '(phone OR ring OR rang OR call OR telephone OR line) NEAR/5 (answer OR engaged OR queue OR connect OR recorded OR menu) OR messages NEAR/5 (secretary OR recorded OR long) OR (number OR contact) NEAR/3 wrong OR cut NEAR/2 off OR (contact OR reach) NEAR/4 (difficult OR hard OR unable OR easy OR easier OR impossible)',
        '(call OR calling OR phone OR ring OR 111 OR rang) NEAR/6 (waited OR wait OR waiting OR ages OR hold)',
      ],
    ],
    [
      'Appointment arrangements',
      'Booking, changing, cancelling and keeping appointments, and the letters and texts about them.',
      [
        'appointment OR appointments OR cancelled OR rescheduled OR rebooked OR "booking system" OR "appointment letter" OR "running late" OR "cancellation list" OR "clinic letter" OR referral NEAR/4 letter OR (regular OR longer OR more) NEAR/2 (visits OR sessions)',
      ],
    ],
    [
      'Appointment method',
      'Face to face, by telephone or by video, and whether that suited.',
      [
        '"face to face" OR "in person" OR video NEAR/3 (call OR appointment OR consultation) OR (phone OR telephone) NEAR/3 (appointment OR consultation) OR teams NEAR/2 call OR zoom OR "remote consultation" OR "virtual appointment"',
      ],
    ],
    [
      'Timeliness of care',
      'How long people wait to be seen, treated or helped.',
      [
        '"waited" OR "waiting" OR "waits" OR ("wait" NOT ("cant wait to" OR "cannot wait to")) OR delay OR delays OR delayed OR "waiting list" OR backlog OR hours NEAR/4 seen OR (hours OR weeks OR months OR minutes) NEAR/5 (appointment OR ambulance OR scan OR surgery OR operation OR doctor OR arrive OR arrived OR late OR later) OR "within minutes" OR "within the hour" OR "within an hour"',
        '"quick" OR quickly OR quicker OR "faster" OR "fast" OR sooner OR prompt OR promptly OR speedy OR speed OR "seen straight away" OR "straight away" OR "on time" OR "seen within" OR hours NEAR/4 (trolley OR corridor OR "a&e" OR casualty) OR ambulance NEAR/6 hours OR "still waiting" OR slow OR "response time" OR "response times" OR "so long" OR "too long" OR "took ages" OR "took hours"',
        'took NEAR/4 (long OR hours OR minutes OR hour OR ages OR while OR weeks OR months) OR arrived NEAR/4 (quickly OR within OR minutes OR soon OR promptly) OR "quicker response" OR "earlier"',
      ],
    ],
  ]),
  ...defineThemes('Communication & involvement', [
    [
      'Unspecified communication',
      'Communication, good or bad, without saying which.',
      ['"communication" OR "communicate" OR "communicated" OR "communicating" OR "communicates"'],
    ],
    [
      'Staff listening, understanding & involving patients',
      'Being listened to, believed and part of decisions.',
      [
        'listen OR listened OR listening OR "took me seriously" OR "taken seriously" OR "take me seriously" OR "took the time" OR "taking the time" OR "had time for" OR ignored OR "fobbed off" OR "my wishes" OR involved NEAR/4 decisions OR "nothing was decided without" OR "all the options" OR "my opinion" OR "my needs" OR "felt heard" OR "not heard" OR judged OR judgemental OR "talk to"',
        '"understanding" OR "understood" OR "put me at ease" OR "made me feel" OR "dismissed" OR questions NEAR/4 (answered OR ask OR able OR asked) OR "person centred" OR "as an individual"',
      ],
    ],
    [
      'Information directly from staff during care',
      'What staff explain and answer while they care for someone.',
      [
        'explain OR explained OR explaining OR explanation OR "answered all" OR "answered my questions" OR "answered our questions" OR "talked me through" OR "told me what" OR "language barrier" OR interpreter OR "talked us through" OR "clear instructions" OR "clear and concise" OR "very clear" OR "very informative" OR "informative" OR "what was happening" OR "what to expect" OR "ask questions" OR "clearly"',
        'advice NEAR/4 (gave OR given OR good OR clear OR great OR helpful OR excellent OR sound OR right OR wrong OR conflicting) OR "explained everything" OR (gave OR given) NEAR/3 information',
      ],
    ],
    [
      'Information provision & guidance',
      'Leaflets, websites, sessions and advice to take away.',
      [
        'leaflet OR leaflets OR "website" OR booklet OR brochure OR "information sheet" OR "written information" OR "guidance" OR pamphlet OR "information pack" OR "more information" OR (information OR info) NEAR/4 (provided OR useful OR lots OR online OR about OR course OR session OR helpful) OR "informative"',
      ],
    ],
    [
      'Being kept informed, clarity & consistency of information',
      'Updates, clear and consistent messages, and things happening as people were told.',
      [
        '"kept informed" OR updates OR "no update" OR "keep us informed" OR "conflicting information" OR contradictory OR "told different" OR "nobody told" OR "no one told" OR "told nothing" OR "in the dark" OR "mixed messages" OR "kept me informed" OR "kept us informed" OR "kept me updated" OR "up to date" OR "let me know" OR "keep me informed" OR "was not told" OR "wasnt told" OR "not been told" OR "never told" OR "not informed" OR "wasnt informed"',
        'informed NEAR/3 (delay OR happening OR well OR not OR fully) OR (told OR said OR promised) NEAR/4 would OR "told that" OR "never heard" OR "heard nothing" OR "not heard" OR "havent heard" OR "no communication" OR "let down" OR confirmed NEAR/4 (appointment OR transport OR booking OR never OR not)',
      ],
    ],
    [
      'Interaction with family/ carers',
      'How a service involves, tells and supports families and carers, visiting included.',
      [
        '"visiting" OR "visitors" OR visitor NOT "health visitor" OR (family OR relatives OR carer OR husband OR wife OR mum OR "next of kin") NEAR/4 (told OR involved OR informed OR contacted OR updated OR included OR allowed OR let) OR "as a carer" OR "carers group" OR "allowed in with" OR "allowed to visit" OR "family member" OR "my family" NEAR/5 (support OR helped OR need)',
      ],
    ],
  ]),
  ...defineThemes('Patient journey & service coordination', [
    [
      'Continuity of care',
      'Diagnosis and triage, referrals and handovers between services and staff, and care plans.',
      [
        'referral OR referred OR refer OR referring OR "triage" OR "triaged" OR diagnosis OR diagnosed OR misdiagnosed OR handover OR "care plan" OR "care plans" OR "same doctor" OR "different doctor" OR "different person" OR "different people" OR "passed from" OR "passed around" OR "follow up" OR "followed up" OR "joined up" OR coordination OR assessment OR assessed OR "aftercare" OR "after care" OR "medical history"',
        '"lost in the system" OR "bounced around" OR "pushed from pillar" OR "falling between" OR notes NEAR/4 (lost OR missing OR read) OR "continuity" OR "same nurse" OR records NEAR/4 (share OR see OR wrong) OR "same person" OR "same people" OR "same questions" OR "repeat myself" OR (unnecessary OR same OR many OR silly OR irrelevant) NEAR/3 questions OR "see the same" OR symptoms NEAR/5 (told OR asked OR listed)',
      ],
    ],
    [
      'Discharge',
      'Leaving a service: when, how prepared, and what was arranged for after.',
      [
        'discharge OR discharged OR discharging OR "sent home" OR "going home" OR "discharge lounge" OR "let me go home" OR "sent her home" OR "sent him home" OR "discharge letter"',
      ],
    ],
  ]),
  ...defineThemes('Medication & pain', [
    [
      'Supplying & understanding medication',
      'Getting, taking and understanding medicines, in hospital, at the surgery and at the pharmacy.',
      [
        '"medication" OR "medications" OR "medicine" OR "medicines" OR meds OR prescription OR prescriptions OR prescribed OR pharmacy OR pharmacist OR "dose" OR "doses" OR tablets OR dosage OR inhaler OR antibiotics OR "side effects" OR insulin OR TTOs OR chemist',
      ],
    ],
    [
      'Pain management',
      'Pain, and whether it was eased in time.',
      [
        '"pain relief" OR painkiller OR painkillers OR "in pain" OR "in agony" OR paracetamol OR morphine OR "pain free" OR "pain management" OR "my pain" OR "gas and air" OR epidural OR "pain was" OR "no pain" OR painless',
      ],
    ],
  ]),
  ...defineThemes('Environment, equipment & catering', [
    [
      'Cleanliness, tidiness & infection control',
      'How clean a place and its equipment are, and how infection is kept down.',
      [
        'clean OR cleaner OR cleaners OR cleanliness OR dirty OR filthy OR spotless OR hygiene OR hygienic OR MRSA OR norovirus OR mouldy OR blood NEAR/4 floor OR sanitiser OR masks OR PPE OR "infection control" OR tidy OR stains',
      ],
    ],
    [
      'Sensory experience',
      'Noise, light, heat, cold and smells.',
      [
        'noise OR noisy OR loud OR "too hot" OR "too cold" OR freezing OR boiling OR smell OR smelly OR smelled OR stank OR lights NEAR/4 night OR sleep NEAR/4 night OR quiet OR "air conditioning" OR draughty OR temperature NEAR/3 ward OR snoring',
      ],
    ],
    [
      'Environment, facilities & equipment',
      'Buildings, rooms, beds, comfort, privacy, signs, lifts and equipment.',
      [
        'bed OR beds OR chairs OR toilet OR toilets OR shower OR showers OR "equipment" OR wheelchair OR wheelchairs OR privacy OR "waiting rooms" OR curtain OR sheets OR pillow OR pillows OR blanket OR lift NEAR/3 (broken OR working) OR "signs" OR "signage" OR "signposting" OR "changing room" OR bathroom OR mattress',
        '"facilities" OR "building" OR decor OR leaking OR ceiling OR uncomfortable OR comfortable NEAR/4 (bed OR chair OR room OR ward OR seat) OR cramped OR overcrowded OR "scanner" OR seating OR corridor OR corridors OR "side room" OR "mixed ward" OR "environment"',
      ],
    ],
    [
      'Food & drink provision & facilities',
      'Meals, drinks, choice, diets and places to eat.',
      [
        'food OR meal OR meals OR lunch OR dinner OR breakfast OR sandwich OR sandwiches OR catering OR canteen OR vegetarian OR vegan OR halal OR "gluten free" OR tea OR coffee OR drink OR drinks OR hungry OR starving OR menu OR café OR toast',
      ],
    ],
  ]),
  ...defineThemes('Service location, travel & transport', [
    [
      'Service location',
      'Where services are, and how far away.',
      [
        '"too far" OR "miles away" OR "closer to home" OR "nearer home" OR "near home" OR "nearest hospital" OR "local hospital" OR relocated OR "moved to" NEAR/4 site OR "location" OR "locations" OR miles NEAR/5 (appointment OR hospital OR clinic OR dentist OR drive) OR "further away" OR closing NEAR/4 (ward OR unit OR department) OR closer NEAR/4 (hospital OR clinic OR home)',
      ],
    ],
    [
      'Transport to/ from services',
      'Getting there and back: patient transport, buses, taxis and lifts from volunteers.',
      [
        '"transport" OR bus OR buses OR taxi OR taxis OR shuttle OR "travel costs" OR "dial a ride" OR minibus OR "park and ride" OR "train" NEAR/4 hospital OR "journey" OR "car service"',
        'driver NEAR/10 (ambulance OR hospital OR helpful OR friendly OR polite OR safe OR home OR appointment OR car OR kind OR courteous OR pleasant OR late) OR ambulance NEAR/4 (comfortable OR uncomfortable OR ride OR driven OR seat OR clean) OR "picked up" NEAR/6 (home OR hospital OR late OR early OR time) OR suspension',
      ],
    ],
    [
      'Parking',
      'Finding and paying for a place to park.',
      ['"parking" OR "car park" OR "car parks" OR "carpark" OR "parked" OR "blue badge"'],
    ],
  ]),
  ...defineThemes('Activities', [
    [
      'Activities & access to fresh air',
      'Things to do, exercise, gardens and getting outside.',
      [
        '"activities" OR "activity" OR "fresh air" OR "garden" OR "gardens" OR "gardening" OR "occupational therapy" OR crafts OR "gym" OR "go outside" OR "get outside" OR "going outside" OR bored OR boredom OR "art therapy" OR "walks" OR "outings" OR "day trips" OR "baking"',
      ],
    ],
    [
      'Electronic entertainment',
      'Television, radio, Wi-Fi and charging.',
      [
        'wifi OR "wi fi" OR television OR tv OR radio OR internet OR "phone charger" OR charging NEAR/3 phone OR bedside NEAR/3 screen OR netflix',
      ],
    ],
  ]),
  ...defineThemes('Mental health specifics', [
    [
      'Mental Health Act',
      'Being detained, sectioned, given leave, or represented under the Act.',
      [
        '"sectioned" OR "section 2" OR "section 3" OR "section 136" OR "mental health act" OR detained OR "section 17" OR AMHP OR tribunal OR "community treatment order" OR "sectioning" OR leave NEAR/3 (ward OR section OR more OR escorted OR unescorted OR local OR community) OR "on leave"',
      ],
    ],
  ]),
];
