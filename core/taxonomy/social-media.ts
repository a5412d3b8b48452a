import { defineThemes, type RuledTheme } from './define-themes.ts';

/** What people talk about in public that a framework made for survey comments lacks. Names, definitions and rules are the project's own. */
export const SOCIAL_MEDIA_THEMES: readonly RuledTheme[] = defineThemes('Public conversation', [
  [
    'Waiting for an ambulance',
    'Time from a 999 or 111 call until a crew arrives, and handovers outside hospitals.',
    [
      'ambulance NEAR/8 (wait OR hours OR hour OR arrive OR arrived OR came OR available OR queue OR outside OR sent OR delay OR quick OR minutes) OR "no ambulances" OR paramedic NEAR/8 (wait OR hours OR arrive OR arrived OR minutes)',
    ],
  ],
  [
    'Corridor care & crowded emergency departments',
    'People treated or left in corridors, on trolleys or in waiting rooms because there is no bed.',
    [
      'corridor NEAR/8 (care OR trolley OR bed OR patients OR hours OR treated OR left OR nurse) OR trolley NEAR/6 (hours OR corridor OR night) OR "no beds" OR ("a&e" OR casualty OR ED) NEAR/6 (packed OR full OR overflowing OR crowded OR overwhelmed)',
    ],
  ],
  [
    'Getting a GP appointment',
    'Reaching and seeing a doctor or nurse at the surgery.',
    [
      '(gp OR gps OR surgery OR doctors) NEAR/7 (appointment OR appointments OR phone OR ring OR "get through" OR wait OR weeks OR queue) OR "8am scramble" OR "8am rush" OR "see a gp" OR "see a doctor" OR "see my gp"',
    ],
  ],
  [
    'NHS dentistry',
    'Finding and affording a dentist.',
    ['dentist OR dentists OR dental OR dentistry OR "pulled my own tooth" OR toothache OR orthodontist'],
  ],
  [
    'Waiting lists for planned care',
    'Operations, specialists and tests that people wait months for.',
    [
      '"waiting list" OR "waiting lists" OR backlog OR "18 weeks" OR "18 week" OR "two week wait" OR (operation OR surgery OR consultant OR specialist OR scan OR clinic) NEAR/7 (months OR weeks OR year OR years) OR "referral to treatment"',
    ],
  ],
  [
    'Strikes & pay',
    'Industrial action and what staff are paid.',
    [
      'strike OR strikes OR "striking" OR "picket line" OR "pay rise" OR "pay restoration" OR "resident doctors" OR "junior doctors" OR BMA OR RCN OR "industrial action" OR "pay cut" OR underpaid OR "nurses pay" OR unison',
    ],
  ],
  [
    'Funding & privatisation',
    'Politics of money: cuts, private providers, paying to be seen.',
    [
      'privatised OR privatisation OR privatise OR privatising OR "going private" OR "went private" OR "go private" OR "paid private" OR "private hospital" OR "paid privately" OR "free at the point" OR "save the nhs" OR "cuts" OR underfunded OR "sold off"',
    ],
  ],
  [
    'Vaccination',
    'Jabs: getting one, having had one, and arguing about them.',
    [
      'vaccine OR vaccines OR vaccination OR vaccinated OR vaccinations OR jab OR jabs OR "flu jab" OR booster OR immunisation OR MMR OR antivax OR "anti vax"',
    ],
  ],
  [
    'Data sharing & digital services',
    'The NHS App, online records and who sees people’s data.',
    [
      '"nhs app" OR "patient data" OR "data sharing" OR "my data" OR palantir OR "medical records" OR "online records" OR "opt out" OR "health records" OR "nhs login" OR "patient portal" OR "federated data platform"',
    ],
  ],
  [
    'Mental health services',
    'Getting help for mental health: CAMHS, crisis teams, talking therapies, ADHD and autism assessments.',
    [
      'camhs OR "crisis team" OR "mental health" OR "talking therapy" OR "talking therapies" OR counselling OR counsellor OR psychiatrist OR psychologist OR adhd OR autism OR iapt OR CPN OR "care coordinator" OR "eating disorder"',
    ],
  ],
  [
    'Maternity & neonatal care',
    'Pregnancy, birth and the first weeks.',
    [
      'maternity OR midwife OR midwives OR labour NEAR/5 (ward OR hours OR baby) OR "birth" OR "birthing" OR "gave birth" OR neonatal OR NICU OR antenatal OR postnatal OR "c section" OR caesarean OR "induced" OR miscarriage OR "health visitor" OR stillbirth',
    ],
  ],
  [
    'Social care & home support',
    'Carers at home, care homes and packages of care.',
    [
      '"social care" OR "care home" OR "care homes" OR "home carer" OR "care package" OR "package of care" OR "care visits" OR "nursing home" OR "district nurse" OR "district nurses" OR "continuing healthcare"',
    ],
  ],
]);
