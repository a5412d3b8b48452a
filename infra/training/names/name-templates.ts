/**
 * What people write with names in it, invented. `{given}`, `{family}`, `{full}`, `{initials}` (with a family name) and `{nickname}` are people; the other braces
 * are lists below and are nobody's name.
 */
export const WITH_NAMES: readonly string[] = `
Dr {family} was brilliant with my {kin}.
Dr. {family} at {hospital} listened to everything I said.
Saw Doctor {family} today, so rude
Mr {family} did my {operation} and I could not be happier
Thank you Mr {full} and your team at {hospital}
Professor {family} explained the {condition} to us properly
Prof {full} is retiring, what a loss to {hospital}
Nurse {given} sat with me all night
Nurse {given} {family} on {ward} deserves a medal
Sister {family} runs {ward} beautifully
Staff nurse {given} was so kind to my {kin}
Matron {family} came to apologise
The midwife, {given}, stayed after her shift
Our health visitor {given} never turned up
my {kin} {given} was left in the corridor for {number} hours
My {kin} {given} had a fall on {ward}
our {kin} {given} was born at {hospital} on {day}
My late {kin} {full} was a patient there in {month}
my {kin} {given}'s appointment was cancelled again
Took {given} to A&E last night, waited {number} hours
took {given} to the {clinic} and they were lovely
{given} was diagnosed with {condition} in {month}
{given} and {given} on reception could not have been nicer
{given}, {given} and {given} on {ward} are angels
Huge thanks to {given} the healthcare assistant
thanks to {given} in the {clinic} for sorting my prescription
Big shout out to {given} from the {clinic}
A receptionist called {given} told me to stop wasting her time
a doctor named {given} {family} said it was just {condition}
The consultant ({full}) never looked up from his screen
Spoke to {given} at {hospital}, she said ring back {day}
I asked for {given} and was told {given} had left
Please pass on my thanks to {full}
Could not fault {given}, {role} at {hospital}
{full} saved my life. Simple as that.
{full} from {town} waited {number} hours for an ambulance
RIP {full}, let down by everyone
rip {given} we miss you every day
Happy birthday {given}!
happy birthday {given} hope you have a good one
Hi {given}, thanks for getting back to me
Dear {titled}, I am writing about my care
Regards, {full}
Kind regards {given}
Yours sincerely, {initials}
Love from {given} x
{given} xx
My name is {full} and I was on {ward} in {month}
I'm {given}, {kin} of {given}, who died there
this is {given} from {town}
{initials} was the surgeon
Referred by Dr {initials} to {hospital}
GP is Dr {given} {family}, been with her for years
my gp {titled} retired and nobody replaced him
the physio {given} was ace
{given} the porter made my {kin} laugh
Ask for {given} if you go to {hospital}
Is {given} still working on {ward}?
why has nobody rung {given} back
so proud of my {kin} {given} who is a {role} at {hospital}
{given}'s {kin} died at {hospital} and they lost the notes
{full}'s operation was cancelled twice
Seen by {titled} on {day} and {titled} on {day}
{titled} and {titled} argued over my {kin}'s bed
Mrs {family} in the next bed was crying for a nurse
the lady opposite, {given}, had no water all day
A young lad called {given} drew my blood
Student nurse {given}: remember that name
Well done {given} you were fab
well done to {given} and the team
@handle {given} was on shift and did nothing
I saw {full} on telly talking about {condition}
Just watched {full} on {show}
{full} scored again!
{family} should be dropped for {day}
What a goal by {family}
can't believe {full} has died
{full} is playing {town} in {month}
{given} is coming over later with {given}
going to the pub with {given} and {given}
me and {given} are off to {town}
{given} you are hilarious
lol {given} is so drunk
love you {given}
i miss {given} so much
{given} keeps texting me
meeting {given} at {number}
is {given} with you?
cheers {given}
{full} interviewed about {condition} on {show}
Great to see {full} and {full} at the {clinic} today
new single from {full} out on {day}
{family} v {family} in the final
{full}: "we will fight this"
Listening to {full}
watching {full} in {show}
so {full} is going to be a dad
Congratulations {full} on your award
{given} has {condition} and nobody helps
{given} aged {number} has been waiting since {month}
{given} ({number}) needs a {operation}
Baby {given} was in NICU for {number} weeks
little {given} was so brave
poor {given} was in agony
Auntie {given} went in for a {operation}
Uncle {given} is still waiting
Nan {given} and grandad {given}
cousin {given} works at {hospital}
His name was {full}. He was {number}.
her name is {given} and she is a {role}
They called my {kin} {given} by the wrong name, {given}
Justice for {full}
Met {given} {family}, the new {role}, today
Under the care of {titled}
under {titled} at {hospital}
Surgeon: {titled}. Anaesthetist: {titled}.
Ward clerk {given} lost my {kin}'s teeth
Miss {family} operated on my {kin}
Ms {family} in complaints never replied
Reverend {family} the chaplain sat with us
Paramedics {given} and {given} were outstanding
Crew were {given} and {given}, absolute heroes
The two paramedics ({given} & {given}) stayed calm
my carer {given} has not been paid
Our social worker {given} has gone off sick
{given} my key worker left and I was not told
the counsellor {given} saved my life
Signed off by {initials} without seeing me
{given} {family} {role}
Dr {given} and nurse {given} were both amazing
dr {family} is a disgrace
mr {family} did my {kin}s {operation}
nurse {given} was lovely
thank you {given} thank you {given} thank you {given}
Kudos to {full} & team
shout out to {full}
- {full}, {town}
"{full}" was written on the wrong notes
Notes belonged to {full}, not me!
They gave me {full}'s tablets
letter was addressed to {full}
emailed {given} and {given} about it
Has anyone seen Dr {family} at the {clinic}?
I trust {titled} with my life
If it wasn't for {given} my {kin} would be dead
nobody told {given} or me
{given} said it was {condition}, {given} said it wasn't
I blame {full}
Because of {given} I can walk again
RT {given} was right about {hospital}
{full} needs to go
Come on {given}!
oh {given} what have you done
What would {given} say
Sending love to {given} and family
Thoughts with the {family} family tonight
The {family} family deserve answers
{given}-{given} is such a star
{nickname} is off sick again
Ta {nickname}!
{nickname} on {ward} is a legend
`
  .trim()
  .split('\n');

/** With no name in it, however much it looks so. */
export const WITHOUT_NAMES: readonly string[] = `
{Adverb} better care at {hospital} than last time
{hospital} is falling apart
Waited {number} hours at {hospital} in {town}
On {ward} for {number} days, food was cold
Moved from {ward} to {ward} without being told
Diagnosed with {condition} in {month} and still no {medicine}
{medicine} out of stock again at {shop}
They put me on {medicine} and {medicine}
my {kin} has {condition} and {condition}
{Adverb} the staff were lovely but the wait was not
Nurses Were Amazing On {ward}
Absolutely Disgusting Service From {hospital}
{shop} pharmacy in {town} closed
Appointment moved from {day} to {day} then to {month}
Flying to {town} on {day} after my {operation}
{town} A&E is rammed tonight
Ambulance from {town} to {hospital} took {number} hours
Dr Google strikes again
The Doctor was in a rush, the Nurse was lovely
Sister on the ward was kind, Matron was not
Consultant said No. Registrar said Yes.
My Mum and Dad both work for the NHS
Thank you to everyone at {hospital}
Thank You NHS
Happy New Year to all NHS staff
Merry Christmas from {ward}
God bless the nurses on {ward}
Good Friday is the worst day to be ill
{show} is on at {number}
watched {show} and cried
Watching {show} from my bed on {ward}
{party} will never fix this
Vote {party} they said
{party} and {party} are both to blame
{paper} says waiting lists are up
According to the {paper} {hospital} is in special measures
{company} got the contract again
{company} app would not let me log in
The {company} helpline is useless
Just bought a {company} phone
off to {shop} for paracetamol
England v {country} tonight
{country} has a better health service
My {kin} is from {country} and speaks {language}
Only speaks {language} and no interpreter came
{team} are playing on {day}
{team} lost again, worse than A&E
Spring, Summer, Autumn, Winter, still waiting
will they ever ring me back
mark my words this will get worse
hope everyone on {ward} is ok
may I ask why the {clinic} closed
the bill for parking was {number} pounds
a rose by the bed would be nice
grace under pressure, those nurses
no faith in {hospital} any more
pure joy when my {kin} was born
left my bag on the bus, jack of all trades
Ward Manager promised a call back on {day}
Jobs going at {hospital}: Band 5 Staff Nurse, {town}
CQC, NHSE and the ICB all passed the buck
GP Surgery says ring at 8am. GP Surgery does not answer.
MRI, CT and X-Ray all in one day
PALS were useless. ICO next.
Had Covid, then Flu, then RSV
Type 2 Diabetes clinic in {town}
Down's clinic and Parkinson's nurse are both gone
My {kin} has {condition}. Nobody cares.
The Glasgow Coma Scale was 8
Apgar score of 9, Bishop score of 4
A Macmillan nurse came on {day}
Marie Curie nurses were there to the end
Zimmer frame never arrived
Foley catheter fell out, Hickman line infected
Caesarean at {hospital}, Braxton Hicks for weeks
Heimlich manoeuvre saved my {kin}
St John Ambulance were first there
Room 12, Bed 4, Bay B
The Duchess of Kent wing is freezing
King Street surgery and Victoria Road surgery merged
Lives on Albert Street near Queens Park
Parked on Nelson Road for {number} pounds
The Red Lion across the road was quicker
Costa and Greggs are all you get to eat
Subway in the foyer, Marks and Spencer by the door
I Want My Results
STILL WAITING FOR MY {operation}
WHY IS {hospital} SO BAD
ABSOLUTE JOKE OF A SERVICE
Best Hospital In {country}
National Insurance rise for nothing
Black Friday, and the boiler is broken
Premier League players get seen faster
Care Quality Commission came on {day}
Health Secretary visited {hospital} for a photo
Prime Minister says all is well
Labour ward was full, Conservative estimate {number} hours
Trust Board met on {day}
Freedom of Information request went to {hospital}
Royal College of Nursing are balloting
{Adverb}, I asked twice and was ignored
Physio, OT and SALT all said something different
Thank goodness for Samaritans
Had my {operation} under General Anaesthetic
Lost weight with Slimming World
Listening to Radio 4 in the waiting room
Facebook group for {condition} is more help
Tesco, Boots and Superdrug had no {medicine}
`
  .trim()
  .split('\n');

/** What stands for the other braces. */
export const WORDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    kin: 'mum|dad|mother|father|son|daughter|husband|wife|partner|nan|gran|grandad|grandmother|brother|sister|uncle|aunt|friend|neighbour|baby|niece|nephew|mam|stepdad|fiance',
    hospital:
      "St Thomas'|St Mary's Hospital|St George's|Royal Marsden|the Royal Free|Addenbrooke's|King's College Hospital|Guy's Hospital|James Cook|James Paget|George Eliot Hospital|Alder Hey|Great Ormond Street|Queen Alexandra Hospital|Princess Royal|Queen Elizabeth Hospital|Royal Victoria Infirmary|Leeds General Infirmary|St James's|Pinderfields|Wexham Park|Frimley Park|Stepping Hill|Royal Blackburn|Derriford|Musgrove Park|Northwick Park|Watford General|Lister Hospital|Hinchingbrooke|Russells Hall|Walsall Manor|Good Hope Hospital|Heartlands|John Radcliffe|Churchill Hospital|Conquest Hospital|Kent and Canterbury|William Harvey|Darent Valley|Queen's Hospital Romford|Whipps Cross|Barts|St Helier|Kingston Hospital|St Peter's|Charing Cross|Hammersmith|Royal Brompton|Christie|Clatterbridge|Arrowe Park|Warwick Hospital|Hereford County|Diana Princess of Wales Hospital|Jessop Wing|Bradford Royal|the General|the Infirmary|Salford Royal|Wythenshawe|Victoria Hospital",
    ward: 'ward 5|Ward 12|ward 7B|Nightingale ward|Beech ward|Elizabeth Ward|Nelson Ward|Churchill ward|Rowan ward|Willow Ward|Victoria Ward|Fleming ward|Jenner Ward|Poppy ward|Oak ward|the Rose Suite|Bluebell|ICU|AMU|the stroke unit|Holly Ward|Juniper Suite|Alexandra Ward|Brunel unit|Darwin Ward',
    clinic:
      'eye clinic|fracture clinic|pain clinic|phlebotomy room|physio department|breast clinic|memory clinic|antenatal clinic|pharmacy|walk-in centre|surgery|X-ray department|dialysis unit|CAMHS|diabetes clinic|urgent care',
    condition:
      "Parkinson's|Crohn's|Hodgkin lymphoma|Alzheimer's|Down's syndrome|Bell's palsy|Asperger's|Tourette's|Graves' disease|Hashimoto's|Raynaud's|Sjogren's|Huntington's|Cushing's|Addison's disease|Meniere's|Kawasaki disease|Guillain-Barré|Barrett's oesophagus|Marfan syndrome|Turner syndrome|sepsis|a stroke|diabetes|COPD|dementia|asthma|cancer|a UTI|pneumonia|Lyme disease|Covid|ADHD|long covid|endometriosis|fibromyalgia|ME|MS",
    medicine:
      'Tramadol|Ozempic|Humira|Ventolin|Calpol|Gaviscon|Sertraline|Citalopram|Metformin|Oramorph|Warfarin|Apixaban|Lansoprazole|Creon|Elvanse|Concerta|Clexane|Zopiclone|Naproxen|Gabapentin|Pregabalin|Mounjaro|Co-codamol|Levothyroxine|HRT|Entresto|Botox|insulin|Adcal|Laxido|Nurofen',
    operation:
      'hip replacement|knee op|hernia repair|gallbladder op|caesarean|hysterectomy|bypass|cataract op|colonoscopy|scan|biopsy|MRI|endoscopy|tonsils out|root canal',
    town: 'Leeds|Bradford|Hull|York|London|Manchester|Salford|Bolton|Wigan|Preston|Lancaster|Carlisle|Durham|Newcastle|Sunderland|Middlesbrough|Lincoln|Nottingham|Derby|Leicester|Stafford|Stoke|Telford|Shrewsbury|Hereford|Worcester|Gloucester|Bath|Bristol|Exeter|Plymouth|Truro|Poole|Reading|Slough|Luton|Bedford|Cambridge|Norwich|Ipswich|Colchester|Chelmsford|Southend|Kent|Essex|Surrey|Brighton|Crawley|Cornwall|Devon|Kirkby|Warwick|Chester|Halifax|Burnley|Blackpool|Lancashire|Cardiff|Glasgow|Belfast|Paris|Spain|Benidorm',
    month: 'January|February|March|April|May|June|July|August|September|October|November|December',
    day: 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas Day|Boxing Day|Good Friday',
    number: '2|3|4|5|6|7|8|9|11|12|14|16|18|23|36|45|67|72|78|84|91',
    role: 'nurse|porter|radiographer|midwife|student nurse|healthcare assistant|consultant|registrar|receptionist|physio|paramedic|ward manager|HCA|pharmacist|cleaner|dentist',
    Adverb: 'Much|Honestly|Overall|Sadly|Thankfully|Personally|Frankly|Actually|Obviously|Clearly|Apparently|Hopefully|Luckily|Finally',
    shop: 'Boots|Lloyds|Tesco|Asda|Morrisons|Superdrug|Sainsburys|Aldi|Lidl|Waitrose|Well|Rowlands|Jhoots|Day Lewis|Lincoln Pharmacy',
    show: 'Casualty|Holby City|24 Hours in A&E|EastEnders|Coronation Street|Question Time|Newsnight|This Morning|Loose Women|Doctor Who|Sherlock|Strictly|X Factor|Big Brother|Call the Midwife|Grey’s Anatomy|House|Emmerdale|Match of the Day|Panorama|Good Morning Britain',
    party: 'Labour|the Tories|Reform|the Lib Dems|the Greens|the Conservatives|UKIP|the SNP|Plaid|the DUP',
    paper: 'Guardian|Daily Mail|Times|Telegraph|Mirror|Sun|BBC|Sky News|Yorkshire Post|HSJ|Evening Standard|Independent|Express|ITV News',
    company:
      'Serco|Capita|Babylon|Virgin|Apple|Samsung|Vodafone|BT|EE|Google|Microsoft|Amazon|Palantir|Spire|Nuffield|Bupa|Ramsay|Circle|Care UK|G4S|Patientline|Uber|PayPal|Twitter|Facebook|Nokia|Netflix|Spotify|Deliveroo|Blackberry|Nike',
    country:
      'England|Scotland|Wales|Ireland|France|Germany|Spain|Italy|Poland|Romania|India|Pakistan|Nigeria|Ghana|Kenya|Jamaica|China|Australia|Canada|America|Brazil|Portugal|Greece|Turkey|Holland|Sweden|Norway|Ukraine|Georgia|Jordan|Chad',
    language:
      'Polish|Urdu|Punjabi|Bengali|Romanian|Arabic|Somali|Welsh|Mandarin|Gujarati|Hindi|Portuguese|Spanish|French|Italian|Turkish|Kurdish|Ukrainian',
    team: 'Leeds United|Arsenal|Chelsea|Spurs|Man City|Man Utd|Liverpool|Everton|Villa|West Ham|Newcastle|Sunderland|Wolves|Derby County|Forest|QPR|Barca|Real Madrid|Celtic|Rangers|Norwich|Fulham|Stoke|Swansea',
  }).map(([name, words]) => [name, words.split('|')]),
);
