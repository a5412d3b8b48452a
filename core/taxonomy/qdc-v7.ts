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
        'thank OR thanks OR "thank you" OR grateful OR gratitude OR "well done" OR "keep up the good work" OR "no complaints" OR "cannot fault" OR "cant fault" OR "five stars" OR "first class" OR "nothing to improve"',
        'excellent OR great OR good OR amazing OR brilliant OR fantastic OR wonderful OR fabulous OR superb OR outstanding OR exceptional OR marvellous OR perfect OR happy OR satisfied OR pleased OR faultless OR "ten out of ten"',
      ],
    ],
    [
      'Organisation & efficiency',
      'How well run a service seems as a whole: organised, efficient, well led, or a shambles.',
      [
        'efficient OR efficiently OR organised OR disorganised OR inefficient OR shambles OR shambolic OR chaotic OR chaos OR "well run" OR "well led" OR "badly run" OR mismanaged OR bureaucracy OR "left hand"',
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
        'kind OR kindness OR caring OR friendly OR polite OR rude OR compassionate OR compassion OR empathy OR dignity OR respect OR disrespectful OR attitude OR gentle OR supportive OR helpful OR unhelpful OR patronising OR dismissive OR abrupt',
        'professional OR welcoming OR cheerful OR approachable OR considerate OR courteous OR pleasant OR understanding OR reassuring OR "rolled her eyes" OR "spoken to like" OR "like an idiot" OR belittled OR bedside OR manner OR arrogant',
        '(nurse OR doctor OR staff OR midwife OR receptionist OR consultant OR surgeon OR team OR paramedic) NEAR/5 lovely OR (nurse OR staff OR doctor OR team) NEAR/5 nice OR "held my hand" OR "held her hand" OR "held his hand"',
      ],
    ],
    [
      'Staffing levels & responsiveness',
      'How many staff there are, how stretched they are, and how soon they come when called.',
      [
        'understaffed OR "short staffed" OR "short of staff" OR overworked OR "run off their feet" OR "not enough staff" OR "more staff" OR "not enough nurses" OR "call bell" OR buzzer OR "staff shortages" OR "rushed off" OR "agency staff" OR understaffing',
        'staff NEAR/3 busy OR "one nurse" NEAR/3 patients OR nobody NEAR/3 came OR staffing NEAR/3 levels',
      ],
    ],
    [
      'Competence & training',
      'Whether staff know what they are doing, and are trained for it.',
      [
        'competent OR incompetent OR competence OR trained OR training OR knowledgeable OR expertise OR skilled OR skill OR inexperienced OR qualified OR unqualified OR "knew what they were doing" OR "didnt know how" OR misdiagnosed OR "no idea"',
      ],
    ],
  ]),
  ...defineThemes('Access to medical care & support', [
    [
      'Contacting services',
      'How hard it is to reach a service: telephone queues, e-mails unanswered, online forms.',
      [
        '"get through" OR "on hold" OR "phone line" OR "phone lines" OR "phone queue" OR "in the queue" OR unanswered OR switchboard OR "rang and rang" OR voicemail OR "8am" OR "online form" OR econsult OR "nobody answers" OR "answer the phone"',
        '(phone OR ring OR call OR telephone) NEAR/5 (answer OR engaged OR queue) OR messages NEAR/5 secretary OR (number OR contact) NEAR/3 wrong OR cut NEAR/2 off',
      ],
    ],
    [
      'Appointment arrangements',
      'Booking, changing, cancelling and keeping appointments, and the letters and texts about them.',
      [
        'appointment OR appointments OR cancelled OR rescheduled OR rebooked OR "booking system" OR "appointment letter" OR "running late" OR "cancellation list" OR "clinic letter" OR referral NEAR/4 letter',
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
        'waited OR waiting OR wait OR waits OR delay OR delays OR delayed OR "waiting list" OR backlog OR hours NEAR/4 seen OR (hours OR weeks OR months) NEAR/5 (appointment OR ambulance OR scan OR surgery OR operation OR doctor)',
        'quick OR quickly OR prompt OR promptly OR speedy OR "seen straight away" OR "on time" OR "seen within" OR hours NEAR/4 (trolley OR corridor OR "a&e" OR casualty) OR ambulance NEAR/6 hours OR "still waiting" OR slow',
      ],
    ],
  ]),
  ...defineThemes('Communication & involvement', [
    [
      'Unspecified communication',
      'Communication, good or bad, without saying which.',
      ['communication OR communicate OR communicated OR communicating'],
    ],
    [
      'Staff listening, understanding & involving patients',
      'Being listened to, believed and part of decisions.',
      [
        'listen OR listened OR listening OR "took me seriously" OR "taken seriously" OR "took the time" OR "had time for" OR ignored OR dismissed OR "fobbed off" OR "my wishes" OR involved NEAR/4 decisions OR "nothing was decided without" OR "all the options"',
      ],
    ],
    [
      'Information directly from staff during care',
      'What staff explain and answer while they care for someone.',
      [
        'explain OR explained OR explaining OR explanation OR "answered all" OR "answered my questions" OR "answered our questions" OR "talked me through" OR "told me what" OR "language barrier" OR interpreter OR "talked us through"',
      ],
    ],
    [
      'Information provision & guidance',
      'Leaflets, websites, sessions and advice to take away.',
      [
        'leaflet OR leaflets OR website OR booklet OR brochure OR "information sheet" OR "written information" OR guidance OR advice OR pamphlet OR "information pack"',
      ],
    ],
    [
      'Being kept informed, clarity & consistency of information',
      'Updates, clear and consistent messages, and things happening as people were told.',
      [
        '"kept informed" OR updates OR "no update" OR "keep us informed" OR "conflicting information" OR contradictory OR "told different" OR "nobody told" OR "no one told" OR "told nothing" OR "left in the dark" OR "mixed messages" OR "kept me informed"',
        '"kept us informed" OR informed NEAR/3 (delay OR happening OR well)',
      ],
    ],
    [
      'Interaction with family/ carers',
      'How a service involves, tells and supports families and carers, visiting included.',
      [
        'visiting OR visitors OR visitor OR (family OR relatives OR carer OR carers OR "next of kin") NEAR/6 (told OR involved OR informed OR contacted OR updated OR included OR rang OR support OR phoned) OR "as a carer" OR "carers group"',
      ],
    ],
  ]),
  ...defineThemes('Patient journey & service coordination', [
    [
      'Continuity of care',
      'Diagnosis and triage, referrals and handovers between services and staff, and care plans.',
      [
        'referral OR referred OR refer OR triage OR triaged OR diagnosis OR diagnosed OR misdiagnosed OR handover OR "care plan" OR "care plans" OR "same doctor" OR "different doctor" OR "different person" OR "passed from" OR "follow up" OR "joined up" OR coordination',
        '"lost in the system" OR "bounced around" OR "pushed from pillar" OR "falling between" OR notes NEAR/4 (lost OR missing OR read) OR "continuity of care" OR "specialist nurse joined" OR "same nurse" OR records NEAR/4 (share OR see OR wrong)',
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
        'medication OR medications OR medicine OR medicines OR meds OR prescription OR prescriptions OR prescribed OR pharmacy OR pharmacist OR dose OR doses OR tablets OR dosage OR inhaler OR antibiotics OR "side effects" OR insulin OR TTOs OR chemist',
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
        'bed OR beds OR chairs OR toilet OR toilets OR shower OR equipment OR wheelchair OR wheelchairs OR privacy OR "waiting room" OR curtain OR sheets OR pillow OR pillows OR blanket OR lift NEAR/3 broken OR signs OR signage OR "changing room"',
        'facilities OR building OR decor OR leaking OR ceiling OR comfortable OR uncomfortable OR cramped OR overcrowded OR atmosphere OR "scanner" OR seating OR corridor OR corridors OR "side room" OR "mixed ward"',
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
        '"too far" OR "miles away" OR "closer to home" OR "near home" OR "local hospital" OR relocated OR "moved to" NEAR/4 site OR location OR miles NEAR/5 (appointment OR hospital OR clinic OR dentist OR drive) OR "further away" OR closing NEAR/4 (ward OR unit OR department)',
      ],
    ],
    [
      'Transport to/ from services',
      'Getting there and back: patient transport, buses, taxis and lifts from volunteers.',
      [
        '"patient transport" OR "hospital transport" OR bus OR buses OR taxi OR taxis OR "volunteer driver" OR shuttle OR "transport home" OR "travel costs" OR "dial a ride" OR minibus OR "park and ride" OR train NEAR/4 hospital',
      ],
    ],
    [
      'Parking',
      'Finding and paying for a place to park.',
      ['parking OR "car park" OR carpark OR parked OR "blue badge" OR "parking ticket" OR "parking fine" OR "pay and display"'],
    ],
  ]),
  ...defineThemes('Activities', [
    [
      'Activities & access to fresh air',
      'Things to do, exercise, gardens and getting outside.',
      [
        'activities OR "fresh air" OR garden OR gardens OR "occupational therapy" OR crafts OR gym OR "go outside" OR "get outside" OR bored OR boredom OR "art therapy" OR walks',
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
        'sectioned OR "section 2" OR "section 3" OR "section 136" OR "mental health act" OR detained OR "section 17" OR AMHP OR tribunal OR "community treatment order" OR "sectioning"',
      ],
    ],
  ]),
];
