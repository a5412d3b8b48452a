/**
 * Headlines, reports, statements as reported, notices of trusts, shared articles without a word of one's own: many speak of
 * patients, waits and grieving families, a few in quoted first person.
 */
export const NEWS = {
  'patients-wait-figures': [
    'Patients wait {#10-30} hours at {hospital}, figures show',
    '{percent} of patients waited more than four hours in {A&E|emergency departments} in {month}, {new data shows|according to NHS England}',
  ],
  'list-total': [
    'NHS waiting list {rises|falls|edges up|drops} to {6|7}.{#10-99} million in {month}',
    'Number of people waiting for {planned|routine|hospital} treatment {hits|at} {highest|lowest} level {since {#2020-2024}|for {#2-4} years}',
  ],
  'mum-quote-headline': [
    '‘I thought I was going to die’: {mum|grandfather|student|teacher}’s {#9-27}-hour wait {for an ambulance|on a trolley}',
    '‘They sent {her|him} home with paracetamol’: {family|parents} {demand answers|speak out} after death at {hospital}',
  ],
  'pensioner-floor': [
    'Pensioner, {#74-97}, left on {floor|pavement|driveway} for {#6-19} hours waiting for ambulance {in {town}|in the rain}',
  ],
  inquest: [
    'Inquest: {delays|missed chances|“neglect”} contributed to death of {town} {woman|man|teenager}, coroner {rules|finds|concludes}',
    'Coroner {issues|writes} prevention of future deaths report {after {town} patient’s death|to {hospital} over {sepsis|medication} errors}',
  ],
  'cqc-rating': [
    '{hospital} {rated ‘inadequate’|told to improve|taken out of special measures|upgraded to ‘good’} by {CQC|inspectors|watchdog}',
    'Inspectors found {staff shortages|dirty equipment|“kind and caring” staff} at {town} {mental health unit|maternity unit|care trust}. {Full report|Read more}: {link}',
  ],
  'strike-dates': [
    '{Resident doctors|Nurses|Ambulance staff|Hospital porters} in England to strike for {#2-6} days {in {month}|from {day}}, {union|BMA|Unison} announces',
    'Talks {collapse|resume|continue} as {doctors’|nurses’} {strike|walkout} {looms|enters third day}',
  ],
  'funding-announce': [
    '{Health secretary|Chancellor|Prime minister|Minister} {announces|unveils|pledges} {money} for {service} {in England|across the north|ahead of winter}',
    'New £{#2-40}m {scanner|stroke unit|urgent care centre|mental health ward} to open in {town} {next spring|in {month}}',
  ],
  'live-blog': [
    'LIVE: {minister} {faces MPs|gives statement} on {waiting lists|maternity inquiry|doctors’ pay|NHS reform} {link}',
    'Politics live: {PM|chancellor} {grilled|questioned} over {NHS|hospital} {cuts|waiting times}, {updates|follow here}',
  ],
  breaking: [
    'BREAKING: {critical|major} incident declared at {hospital} {as A&E overwhelmed|after power failure|due to IT outage}',
    'BREAKING: {NHS England|Trust} chief executive {to step down|resigns|appointed}',
  ],
  'trust-busy-notice': [
    'Our emergency departments are very busy {today|this evening}. Please help us by {using NHS 111 online|only attending in an emergency|choosing the right service}. If it’s life-threatening, call 999.',
    '{Please be aware of|We are experiencing} {significant|long} waits in {A&E|our urgent treatment centre} at {hospital}. The sickest patients will be seen first. Thank you for your patience.',
  ],
  'trust-service-change': [
    'From {day}, {blood tests|the {specialty} clinic|outpatient appointments} at {hospital} will move to {the {town} site|the new health centre}. {Patients will be contacted directly|More information}: {link}',
    'Visiting on {ward} is {suspended|restricted} because of {norovirus|flu}. We are sorry for any {inconvenience|upset}. {link}',
  ],
  'bank-holiday-hours': ['{Pharmacies|GP practices} open in {town} over the bank holiday weekend: {full list|find yours here} {link}'],
  'local-paper': [
    '{town} {hospital|GP surgery|maternity unit} plans {approved|rejected|delayed} by {councillors|NHS bosses|planners}',
    'Why {town} patients face {longest|some of the longest} waits for {op} in the {country|region} {link}',
  ],
  'mp-says': [
    'MP {calls for|repeats call for} {urgent|independent} {review|inquiry} into {service} {in {town}|after families’ concerns}',
    '{town} MP: “{Residents|My constituents} have waited too long for {a new hospital|a dentist}”',
  ],
  'minister-says': [
    '{minister} {says|said} the NHS was “{broken but not beaten|on the road to recovery|at a turning point}”, {as it emerged that|despite} {#2-9}.{#1-9}% {more|fewer} patients {were seen in {month}|waited over a year}',
  ],
  'ifs-report': [
    '{Think tank|King’s Fund|Nuffield Trust|IFS|Audit Office} {warns|finds}: {productivity|hospital repairs|social care} {gap|backlog} {could cost {money}|“unsustainable”}',
  ],
  'study-finds': [
    'Study of {#2-90},{#100-900} patients finds {new blood test|weekly jab|AI tool} could {spot|halve risk of} {condition} {link}',
    'Women with {condition} wait {#5-10} years for diagnosis on average, researchers {at {town} university |}say',
  ],
  'drug-approved': [
    'New {condition} drug approved for NHS use {in England|in world first}, {thousands|around {#2-9},{#100-900}} to benefit',
    '{NICE|Watchdog} {rejects|recommends} {drug|pill|jab} for {condition}',
  ],
  'data-breach': [
    '{Hackers hit|Cyber attack hits|Ransomware gang targets} {hospital}: {operations|blood tests} cancelled, {records|patient data} {at risk|published}',
  ],
  'fined-court': [
    'Trust fined £{#60-900},000 over death of {patient|baby|inpatient} {in {#2018-2025}|after “avoidable” failings}',
    '{Nurse|Doctor|Carer} {struck off|suspended|cleared} after {tribunal|hearing} {in {town}|over patient care}',
  ],
  'maternity-inquiry': [
    'Families {welcome|boycott|await} {maternity|baby deaths} inquiry into {town} {trust|hospitals}',
    'Review of {#200-2500} maternity cases at {hospital} finds {“repeated failures to listen”|mothers’ concerns dismissed}',
  ],
  'corridor-care-report': [
    'Corridor care “now the norm”, says {nursing|doctors’} {union|college} as survey of {#2-9},000 staff reveals {patients dying in corridors|no oxygen or call bells}',
  ],
  'ambulance-response': [
    'Average response to {category 2|heart attack and stroke} calls in {the East of England|the South West|the North East|{month}} was {#28-95} minutes, against a target of {18|30}',
  ],
  'dentist-desert': [
    'Hundreds queue {overnight|round the block} as {town} dentist opens {to NHS patients|its list}',
    '{town} named a ‘dental desert’: no practice accepting new adult NHS patients, {survey|BBC analysis} finds',
  ],
  'gp-survey': ['GP Patient Survey: best and worst surgeries in {town} {revealed|ranked} {link}'],
  'gp-collective': ['GPs vote {for|against} {collective action|new contract} over {online booking|funding}'],
  'winter-pressure': [
    'Flu {cases|admissions} {double|soar|up {#20-90}%} in a week as NHS {braces for|faces} “{worst|toughest} winter”',
    'Norovirus: {#500-1200} beds {a day|closed} as bug {spreads|surges}',
  ],
  'heatwave-alert': ['Amber heat-health alert issued for {the South East|the Midlands|London}; hospitals {warned|told to prepare} {link}'],
  'baby-boom-feel-good': [
    'Nurse who {delivered|cared for} {twins|premature baby} in {#1988-2006} reunited with {family|them} at {hospital}',
    '{Great-grandmother|Ward cleaner|Hospital porter}, {#70-91}, retires after {#40-60} years at {hospital}',
  ],
  'award-shortlist': [
    '{Our hospice|The trust’s {midwifery|pharmacy|stroke|porters’}|One of our {physio|cancer|catering}} team has been shortlisted for {a national|an HSJ|a Nursing Times} award! {Congratulations to all involved|Well deserved}. {link}',
  ],
  'trust-board-paper': ['Board papers: {town} trust forecasts £{#4-98}m deficit, {#120-900} posts {to go|at risk}'],
  'icb-statement': [
    'A spokesperson for the {integrated care board|trust} said: “We apologise {to the family|to patients affected} and {have made changes|a full investigation is under way}.” {link}',
  ],
  'photo-caption': [
    'Pictured: ambulances queue outside {hospital} on {day} {morning|night}',
    'Picket line at {hospital} {this morning|from {clock}}, around {#30-300} {nurses|doctors} {link}',
  ],
  'reporter-call-out': [
    'Have you waited more than {#6-24} hours in A&E? Journalist working on a piece for {day}’s {programme|paper}. {DMs open|Email me|Get in touch} {link}',
    'I’m a reporter {for a local paper |}looking to speak to {patients|families} affected by {ward} at {hospital}. {Can be anonymous|Please share}.',
  ],
  'podcast-episode-news': [
    'In today’s episode: {why the NHS can’t build hospitals|inside the doctors’ pay dispute|what the ten-year plan means}. {Listen|New episode} {link}',
  ],
  'shared-headline-bare': [
    'Hospital {apologises|pays out} after {patient|mother of two|man, {#34-81},} {given wrong drug|sent home with broken neck|“forgotten” in corridor} – {town} {Gazette|Post|Echo|Live} {link}',
    '{BBC News|Sky News|The Guardian|ITV} - {NHS|A&E|GP} {waits|crisis|shake-up}: what {you need to know|is changing} {link}',
  ],
  'via-share': [
    'via {The Guardian|the Independent|Pulse|HSJ}: {Ministers considered|NHS told to prepare for} {cuts to {service}|{#5-20}% job losses} {link}',
  ],
  exclusive: [
    'EXCLUSIVE: {Secret report shows|Leaked emails show|Leaked memo reveals} {patients put at risk|bosses knew of {ward} failings} at {hospital}',
  ],
  explainer: [
    'What is {the 18-week target|a PCN|Pharmacy First|corridor care|an ICB}? {Everything you need to know|We explain}',
    'How long are waits at your hospital? {Use our tracker|Search by postcode} {link}',
  ],
  'press-release': [
    'NHS England has today {published|confirmed} {new guidance|plans} which will see {up to {#10-900},000 patients|every trust} {offered|benefit from} {same-day tests|weekend clinics|virtual wards}. The move follows {a successful pilot in {town}|public consultation} and is backed by {money} of investment, {minister} said. {Patients’ groups gave the announcement a cautious welcome|Unions said staff had not been consulted}.',
  ],
  'longer-report': [
    'A {#66-93}-year-old from {town} waited {#12-31} hours in a chair at {hospital} before a bed was found, relatives told {this newspaper|the BBC}. The pensioner, who had {symptom}, was taken in by ambulance on {day}. “{No one came|We were begging for help|My mother deserved better},” the family said. The trust said it was sorry for the experience and that demand had been exceptionally high. It is the {third|latest} such case reported {since {month}|in the county this winter}. {link}',
  ],
  'council-scrutiny': [
    'Councillors {told|heard} that {#40-90}% of {ambulance handovers|discharges} at {hospital} were delayed in {month}. The health scrutiny committee meets again on {day}.',
  ],
  'stat-bot': [
    '{hospital} A&E: current wait {#1-9} hrs {#1-55} mins, {#9-88} in department (updated {clock})',
    'NHS England {month}: 4-hour performance {#66-79}.{#1-9}%, 12-hour trolley waits {#18-55},{#100-900}, 62-day cancer {#58-72}.{#1-9}%. {link}',
  ],
  'thread-journalist': [
    'THREAD: I’ve spent {#3-9} months looking into {maternity care|ambulance delays|mental health beds} in {town}. Here’s what {we|I} found. 1/{#5-19} {link}',
    'NEW from me: {#300-4000} patients {came to harm|lost sight|died} while on {eye clinic|heart surgery} waiting lists, FOI shows. {link}',
  ],
  'poll-result': [
    'Poll: {percent} of {voters|Britons|people} {satisfied|dissatisfied} with NHS, {lowest|highest} since {19{#83-97}|records began}',
  ],
  'parliament-report': [
    'MPs’ committee: {government|NHS England} has “no credible plan” for {service} {link}',
    'PMQs: {opposition leader|backbencher} {attacks|presses|challenges} PM over {pay of {nurses}|{ward} closures|{service}}',
  ],
  'nurse-numbers': ['{#20-45},{#100-900} nursing {posts|vacancies} {unfilled|advertised} across England, {down|up} {#2-19}% on last year'],
  'overseas-recruit-news': ['Overseas nurse numbers {fall|collapse} as visa {rules|fees} bite, {regulator|register} shows'],
  'fire-flood': [
    '{Fire|Flood|Burst pipe} forces evacuation of {ward} at {hospital}, no {injuries|patients hurt}',
    'Road outside {hospital} closed after crash; {patients|visitors} asked to allow extra time',
  ],
  raac: ['Crumbling concrete: {hospital} to keep {#200-3500} roof props until {#2028-2035}'],
  'celebrity-nhs': [
    '{Actor|Singer|Former footballer|TV presenter} praises “incredible” NHS {nurses} after {emergency surgery|heart scare}',
    '{Soap star|Comedian|Radio host} reveals {#7-14}-hour A&E {ordeal|wait} with {son|daughter}',
  ],
  'charges-story': ['Prescription {charges|charge} in England {frozen|to rise to £{#10-12}.{#10-90}} from {month}'],
  'vaccines-programme-news': [
    '{Chickenpox|RSV|MMR|HPV} {jab|vaccine} to be offered to {all toddlers|over-{#70-80}s|pregnant women} in England from {month}',
  ],
  'whistleblower-news': ['Surgeon who raised {safety|patient} fears at {hospital} {wins tribunal|was unfairly dismissed, judge rules}'],
  'on-this-day': [
    'On this day in 1948: the National Health Service opens its doors, {Park Hospital in Manchester first|leaflets sent to every home}',
  ],
  'evening-bulletin': [
    'Tonight at {#6-10}: {hospital bosses respond|patients speak} after our investigation into {ward}. Plus {the weather|sport}. Join us.',
  ],
  'merger-news': ['{town} and {town} hospital trusts {to merge|confirm merger talks}, {staff|unions} told {when}'],
  'private-contract-news': ['Private {firms|hospitals} paid {money} to {cut|clear} {knee and hip|cataract} backlog, analysis shows'],
  'charity-report-news': ['{Charity|Campaigners}: {percent} living with {condition} “let down” by {service} {link}'],
  'quoted-nurse': ['“We are treating patients in cupboards”: {nurses} {describe|reveal} conditions {inside {hospital}|at breaking point}'],
  'weekly-roundup': [
    'This week in health: {strike dates|pay offer|waiting list figures}, {a new chair for NHS England|{town} merger}, and {flu numbers|dental contract reform}. {Catch up|Read it} here {link}',
  ],
  march: ['Hundreds march through {town} {against|over} {A&E downgrade|hospital closure plans|ward cuts} {link}'],
  'healthwatch-report': [
    'Healthwatch {town} has published what {#120-3000} local people said about {getting a GP appointment|{service}}. {Read the report|Key findings}: {link}',
  ],
  'plain-council-report': [
    'A new health centre is to be built in {town} after {councillors|the planning inspector} gave the go-ahead {when}, the local paper reports.',
    'Residents in {town} will have to travel to {town} for {chemotherapy|overnight care|births} from {month} under plans agreed {when}.',
  ],
  'plain-agency-report': [
    'Nearly {#2-60},000 people in England {died|waited a day or more} while waiting for a hospital bed last year, according to analysis published {when} by {emergency doctors|academics|the statistics watchdog}.',
    'The number of {nurses} leaving the health service has {fallen|risen} for the {second|third|fourth} {month|year} running, official figures show.',
  ],
  'plain-trust-appoints': ['{town} hospitals have appointed a new {chair|chief nurse|medical director}, who will start in {month}.'],
  'plain-survivor-feature': [
    'She was told it was a stomach bug. {#3-9} months later, aged {#24-48}, she was diagnosed with cancer. Now she wants other women to know the signs {link}',
    'He went to bed with a headache and woke up {three|six} weeks later in {hospital}: one {town} man on his “second life” {link}',
  ],
  'plain-family-appeal': [
    'The family of a {#19-44}-year-old who died after being discharged from {hospital} are calling for {a change in the law|staff to listen to parents|an independent investigation}.',
    'Parents of baby who died {#2-30} hours after birth at {hospital} “not listened to”, hearing told',
  ],
  'plain-question-headline': [
    'Why are so many {nurses} leaving the NHS?',
    'Is your local {A&E|walk-in centre|maternity unit} at risk? See the full list {link}',
    'Can {minister} really {bring down waiting lists|end corridor care} by {month}? {link}',
  ],
  'plain-liveblog-line': [
    '{#9-22}:{#10-59} Hospital says {#3-40} patients moved after {flooding|heating failure}, no one harmed {link}',
    '{minister} has just told MPs that {all|most} of the recommendations will be {accepted|published in {month}}.',
  ],
  'long-official-statistics': [
    'Monthly performance figures for the health service were published {when}. In {month} {#60-79}.{#1-9}% of people in A&E were admitted, transferred or discharged within four hours. {#30-55},{#100-900} waited more than 12 hours from a decision to admit. The number waiting for planned treatment stood at {6|7}.{#10-99} million, of whom {#100-250},000 had waited over a year. Ambulances took {#28-45} minutes on average to reach category 2 calls. The next figures are due in {month}. {link}',
  ],
  'long-court-report': [
    'A jury inquest has heard how a {#17-38}-year-old patient on a mental health ward in {town} was not checked for {#1-4} hours on the night of the death. Records said observations had been done every fifteen minutes. The hearing, which is expected to last {two|three} weeks, was told the ward was {two|three} staff short. The trust has apologised to the family and says changes have since been made. {link}',
  ],
  'newsletter-digest-line': [
    'Today’s front pages: {hospital scandal|doctors’ strike}, {rail fares|heatwave}, {a royal visit|cup final} {link}',
  ],
  'police-appeal': [
    'Police appeal after {paramedic|nurse|ambulance crew} assaulted {in {town}|outside {hospital}} {when}',
    'Man, {#19-62}, charged after {threatening|spitting at} {nurses} at {hospital}',
  ],
} as const satisfies Record<string, readonly string[]>;
