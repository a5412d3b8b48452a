type Candidates = Readonly<Record<string, readonly string[]>>;

const QUEEN_ELIZABETH: Candidates = {
  RRK: ['birmingham', 'edgbaston'],
  RJ2: ['woolwich', 'greenwich'],
  RR7: ['gateshead'],
  RCX: ['kings lynn'],
};

/** Trusts whose hospital is called the General in its town. */
const GENERAL_HOSPITALS: Candidates = {
  RHQ: ['sheffield'],
  RHM: ['southampton'],
  RNQ: ['kettering'],
  RNS: ['northampton'],
  RTE: ['cheltenham'],
  RWE: ['leicester'],
  RWG: ['watford'],
  RXR: ['burnley'],
};

/**
 * Short names that several places share: the trusts they may mean, each with the words that tell it (towns and districts, folded). Nothing is
 * resolved from one of these alone: only when exactly one candidate's words, or another place of that trust, stand in the same post.
 * Names of trusts that were divided between several successors are here too.
 */
export const AMBIGUOUS_NAMES: Readonly<Record<string, Candidates>> = {
  "St Mary's": { RYJ: ['paddington'], R0A: ['manchester'], R1F: ['isle of wight'], RHU: ['portsmouth'] },
  "St Mary's Hospital": { RYJ: ['paddington'], R0A: ['manchester'], R1F: ['isle of wight'], RHU: ['portsmouth'] },
  "St George's": { RJ7: ['tooting', 'wandsworth'], RQY: [] },
  "St George's Hospital": { RJ7: ['tooting', 'wandsworth'], RQY: [] },
  "St Peter's Hospital": { RTK: ['chertsey', 'surrey'], RAJ: ['maldon', 'essex'] },
  "St Peter's": { RTK: ['chertsey'], RAJ: ['maldon'] },
  "St Thomas'": { RJ1: ['london', 'lambeth', 'westminster'] },
  "St James's": { RR8: ['leeds'] },
  "St James's Hospital": { RR8: ['leeds'] },
  "St James' Hospital": { RR8: ['leeds'] },
  'St James Hospital': { RR8: ['leeds'] },
  "St Luke's Hospital": { RAE: ['bradford'] },
  "Jimmy's": { RR8: ['leeds'] },
  "St Mark's Hospital": { R1K: ['harrow', 'northwick park'], RWX: ['maidenhead'] },
  "St Michael's Hospital": { RA7: ['bristol'], REF: ['hayle', 'cornwall'] },
  "Queen's Hospital": { RF4: ['romford', 'havering', 'dagenham', 'barking'], RTG: ['burton'] },
  'Queen Elizabeth Hospital': QUEEN_ELIZABETH,
  'Queen Elizabeth': QUEEN_ELIZABETH,
  QE: QUEEN_ELIZABETH,
  QEH: QUEEN_ELIZABETH,
  'Princess Royal': { RJZ: ['bromley', 'orpington', 'farnborough'], RXW: ['telford'], RYR: ['haywards heath'] },
  'Princess Royal Hospital': { RXW: ['telford', 'shropshire'], RYR: ['haywards heath', 'sussex', 'brighton'] },
  PRH: { RXW: ['telford', 'shropshire'], RYR: ['haywards heath', 'sussex', 'brighton'] },
  'Queen Victoria Hospital': { RPC: ['east grinstead', 'sussex'], RTX: ['morecambe'] },
  'City Hospital': { RX1: ['nottingham'], RGN: ['peterborough'], RXK: ['birmingham'] },
  'County Hospital': { RJE: ['stafford'], RBD: ['dorchester', 'dorset'], RLQ: ['hereford'], RWD: ['lincoln'] },
  'Victoria Hospital': { RXL: ['blackpool'] },
  'Royal Victoria': { RTD: ['newcastle'] },
  'Alexandra Hospital': { RWP: ['redditch'], RQW: ['harlow'], RHU: ['portsmouth', 'cosham'] },
  'Royal Infirmary': {
    R0A: ['manchester'],
    RA7: ['bristol'],
    RAE: ['bradford'],
    RP5: ['doncaster'],
    RTX: ['lancaster'],
    RWA: ['hull'],
    RWE: ['leicester'],
    RWY: ['huddersfield'],
  },
  'General Infirmary': { RR8: ['leeds'], RXF: ['pontefract'] },
  'the BRI': { RA7: ['bristol'], RAE: ['bradford'] },
  BRI: { RA7: ['bristol'], RAE: ['bradford'] },
  DRI: { RP5: ['doncaster'] },
  LRI: { RWE: ['leicester'] },
  HRI: { RWA: ['hull'], RWY: ['huddersfield'] },
  UHL: { RWE: ['leicester', 'leicestershire'], RJ2: ['lewisham'] },
  CUH: { RGT: ['cambridge', 'addenbrookes'], RJ6: ['croydon'] },
  RVI: { RTD: ['newcastle', 'tyneside'] },
  NGH: { RHQ: ['sheffield'], RNS: ['northampton'] },
  KGH: { RNQ: ['kettering'], RF4: ['ilford', 'goodmayes'] },
  'the General': GENERAL_HOSPITALS,
  'General Hospital': GENERAL_HOSPITALS,
  'the Royal': { RMC: ['bolton'], RTG: ['derby'], RXN: ['preston'], REM: ['liverpool'], RXR: ['blackburn'], RJE: ['stoke'] },
  'the Infirmary': { R0A: ['manchester'], RR8: ['leeds'], RAE: ['bradford'], RWA: ['hull'], RWY: ['huddersfield'], RRF: ['wigan'] },
  'the Manor': { RBK: ['walsall'] },
  'the Alex': { RWP: ['redditch'], RYR: ['brighton'] },
  'the Lister': { RWH: ['stevenage'] },
  'University Hospital': {},
  'Pennine Acute': { RM3: [], R0A: [] },
  'Pennine Acute Hospitals': { RM3: [], R0A: [] },
  'Pennine Acute Hospitals NHS Trust': { RM3: [], R0A: [] },
};
