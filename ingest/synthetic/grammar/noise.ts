/** Posts that hold "NHS" or a hospital's name and are no experience of care: what a relevance gate has to know apart. */
export interface NoiseKind {
  id: string;
  weight: number;
  templates: readonly string[];
}

const PAY = '£{#23-68},{#100-999}';

export const NOISE: readonly NoiseKind[] = [
  {
    id: 'job-advert',
    weight: 24,
    templates: [
      `we’re hiring: {Band {#2-8} |}{role}{at}, ${PAY}, closing {day}. {Apply now|Apply on NHS Jobs|Link in bio|Details: https://jobs.example.org/{#1000-9999}} {jobTag}`,
      'join our {friendly|growing|award-winning} team{at}: {role}, {full|part} time, {fixed term {#6-18} months|permanent|bank shifts available} {jobTag}',
      '{£{#16-42} an hour|urgent cover|block booking}: agency {role} needed in {town}, call https://agency.example.com/{#100-999} {jobTag}',
      'open day for {roles} {when}{at}, {interviews on the day|meet the team|bring your CV} {jobTag}',
    ],
  },
  {
    id: 'advert',
    weight: 14,
    templates: [
      'skip the NHS waiting list! {Private|Same week} {operation} from £{#199-12999}, {finance available|book today|free consultation} https://clinic.example.com/{#100-999}',
      '{#10-50}% off for NHS staff at {our spa|our café|the garden centre|our gym|the trampoline park} until {day}, just show your {badge|Blue Light Card}',
      'NHS {glasses|hearing aid|free eye test} vouchers accepted at our {town} branch, {pop in|call us|no appointment needed} {when}',
      'home care in {town}? {Friendly|Local|CQC registered} carers from £{#22-34} an hour, https://care.example.com/{#100-999}',
    ],
  },
  {
    id: 'news-headline',
    weight: 22,
    templates: [
      '{Hospital|Trust|NHS|Health} bosses{at} {apologise|respond|announce changes|launch review} after {#2-9}% {rise|fall} in {waiting times|complaints|emergency admissions|cancellations} https://news.example.org/{#10000-99999}',
      '{Waiting list|A&E waits|Ambulance delays|GP numbers}: {what the latest figures show|how your area compares|{#6-7}.{#1-9} million} https://news.example.org/{#10000-99999}',
      '{BREAKING|UPDATE|WATCH}: {new £{#4-90}m {unit|ward|scanner}|plans for {stroke|maternity|A&E} merger|inspectors’ report}{at} https://news.example.org/{#10000-99999}',
      '{MP|Council|Campaigners|Union} {calls for|demands|welcomes} {answers|inquiry|investment|talks} over {A&E|maternity|parking|staffing}{at}, report by {day} https://news.example.org/{#10000-99999}',
    ],
  },
  {
    id: 'trust-notice',
    weight: 14,
    templates: [
      'visiting times {inArea}{at} change from {day}: {#1-3}pm to {#5-8}pm. {Thank you for your understanding|Please don’t visit if you are unwell}',
      '{A&E{at} is very busy|We’re extremely busy} {today|this {morning|evening}}. {If it’s not an emergency, please use 111 online|Please choose the right service|Think pharmacy first}',
      'our {roles} have been shortlisted for {an award|team of the year|a national award}{at}, {congratulations all|so proud}',
      'free {health check|blood pressure check|smoking advice|menopause talk} at {town} {library|market|town hall} {on {day}|{when}}, {no need to book|all welcome}',
    ],
  },
  {
    id: 'other-nhs',
    weight: 10,
    templates: [
      'NHS {Lothian|Greater Glasgow|Tayside|Grampian|Fife|Highland} {waiting times|car park|minor injuries} {when}, {any news|no change|busy as ever}',
      '{congrats|well done} to all our new NHS inductees, National Honor Society {ceremony|tutoring|bake sale} is {when} in the {gym|auditorium|cafeteria}',
      '{Swansea Bay|Cardiff and Vale|Betsi Cadwaladr|Hywel Dda} health board {announces|delays|reviews} {minor injury hours|the new unit|bus changes} from {day}',
    ],
  },
  {
    id: 'off-topic',
    weight: 16,
    templates: [
      '{my garden|this spreadsheet|our printer|the M{#1-6}|my sourdough|the cat} needs {an ambulance|intensive care|a good doctor|A&E} after {this week|{day}|what {I|my other half} did to it}',
      'binge watching {hospital dramas|old episodes of a hospital soap|a medical drama} {when} and shouting at the telly, {#2-9} episodes in',
      '{town} {parkrun|half marathon|charity walk} {when}, raising money for {area}{at}, sponsor me? £{#50-900} so far',
      'pub quiz: which year did the NHS start? {table {#2-9}|my dad|half the pub} said 19{#46-59}',
      '{played|lost|won|drew} {#0-4}-{#0-4} {away|at home} to {town} hospital staff, {hamstring|knee|ankle|ego} needs a physio',
    ],
  },
];

export const NOISE_WORDS: Record<string, readonly string[]> = {
  jobTag: ['#NHSjobs', '#nursingjobs', '#hiring', '#careers', '#jobs', '#NHS #jobs'],
};
