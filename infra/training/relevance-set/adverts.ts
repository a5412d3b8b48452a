/**
 * What wants something of its reader: jobs, courses, private clinics, products, fundraising, awareness days, tips that promote. Some
 * are told in the first person, or built like an experience of care.
 */
export const ADVERTS = {
  'band-five-friendly': [
    'We’re looking for a {band {#3-7} |}{nurse} to join our {friendly|small|growing} team {on {ward}|in {specialty}|at {hospital}}. {Apply by {day}|Closing date {#1-28} {month}|DM for details} {link}',
  ],
  'job-listing': [
    '{Staff nurse|Healthcare assistant|Band {#2-8}a {service} manager|Clinical fellow|Ward clerk|Medical secretary|Pharmacist}, {town}. £{#23-72},{#100-900} pa{| pro rata}, {full time|flexible hours|permanent|fixed term}. {link}',
    'Vacancy: {nurse}, {hospital}. {Part time|{#15-37}.5 hours}. Closes {day}. {tag}',
  ],
  'job-bot': [
    'New job! {Consultant in|Specialty doctor,|Senior physio,|Admin officer,} {specialty} ({town}) {link} #jobs #{town}jobs',
    '{#12-240} NHS jobs near {town} added {today|this week}: see them all {link}',
  ],
  'agency-rates': [
    'RGNs needed in {town}. Up to £{#28-56}ph, {weekly pay|same-day pay}, {#3-40} shifts {tonight|this weekend}. {Text|WhatsApp|Call} {us|the team} now.',
  ],
  'why-i-love-my-job': [
    '“I started as a {porter|HCA|apprentice} and now I’m a {ward manager|specialist nurse|paramedic}.” Read {a day in the life|her story|his story} and start your NHS career with us {link}',
  ],
  'recruitment-day': [
    'Recruitment open day! {Interviews on the spot|Meet the team|Bring your ID} at {hospital}, {day} {#1-28} {month}, {#9-11}am to {#2-6}pm. {Refreshments provided|No need to book}.',
  ],
  'overseas-doctors-course': [
    'PLAB 2 in {month}? Our {#2-5}-day course has a {#88-98}% pass rate. {Mock circuits|Real ex-examiners}, {early-bird price|only £{#199-699}}. {link}',
  ],
  'skip-the-list': [
    'Don’t wait {#9-24} months for your {op}. {Private|Self-pay} surgery from £{#1-14},{#100-900}, {0% finance|no GP referral}. {Book your consultation today|Call now} {link}',
    'Tired of waiting on the NHS? {See a private GP|Get a {scan}} {today|within 48 hours} in {town} from £{#39-495}.',
  ],
  'patient-testimonial-ad': [
    '“I was told {#12-22} months for my {op}. With {us|our clinic} I was walking the dog in {#3-8} weeks!” {Read {more stories|what our patients say}|Free parking, lovely rooms|Finance available} {link}',
    'A mum from {town} couldn’t get an appointment for her {migraines|back|menopause symptoms|anxiety}. Then she found our {app|clinic|programme}. {Try it free for {#7-30} days|Use code HEALTH{#10-50}} {link}',
  ],
  'private-dentist': [
    'New patients welcome at our {town} dental practice! {Check-up and clean £{#49-99}|Invisible braces from £{#39-99} a month|Implants, whitening, smile makeovers}. {Ring us|Book online} {link}',
  ],
  'insurance-ad': [
    'With waiting lists at {record|near-record} highs, is now the time for health cover? {Compare quotes in two minutes|From £{#11-49} a month|Get a {free month|£{#50-150} gift card}} {link}',
  ],
  supplement: [
    'Doctors hate this! {One capsule a day|This {turmeric|mushroom|magnesium} blend} for {joint pain|better sleep|{condition}}. {#20-60}% off, code {SAVE|WELL}{#10-50}. {link}',
    'My {knees|gut|sleep} changed in {#2-6} weeks with this {powder|patch|drink}. {Ask me how|Link in bio|Comment INFO}. Not available on the NHS!',
  ],
  'hearing-aids-ad': [
    'Hard to follow the telly? {Free|No-obligation} hearing test at our {town} branch, and hearing aids {half the size|from £{#495-1495}}. {Walk in {today|this {day}}|Book your slot}.',
  ],
  'blue-light-discount': [
    '{#10-40}% off for NHS staff {until {day}|all {month}}! {Just show your badge|Use your Blue Light Card|Code NHS{#10-50}}. {Pizza|Trainers|Spa days|Scrubs|Car hire|Flowers}, {because you deserve it|online or in store}.',
  ],
  'scrubs-shop': [
    'New in: {fob watches|compression socks|scrub caps|lanyards} for {nurses} who {never sit down|love a bit of colour}. {Free delivery over £{#20-40}|Handmade in {town}|Shop now} {link}',
  ],
  webinar: [
    'Join our {free|CPD-accredited} webinar on {digital transformation in the NHS|{condition} in primary care|virtual wards|patient flow}, {day} at {#9-17}:00. Register: {link}',
    'Last few places! {Conference|Masterclass|Study day} for {nurses} in {town}, {#1-28} {month}. {Speakers include a hospital chief nurse|CPD certificate included}.',
  ],
  'vendor-case-study': [
    'How {hospital} cut {missed appointments|discharge delays|paperwork} by {#14-60}% with our {platform|AI scribe|bed management software}. {Download the case study|Book a demo|White paper} {link}',
  ],
  'software-linkedin': [
    'Delighted to announce that we’ve {been named on the NHS framework for|won a contract to supply} {remote monitoring|e-rostering|AI imaging} {across {#3-14} trusts|in {town}}! Thank you to our amazing team. {We’re hiring!|Let’s talk.|#healthtech #innovation}',
  ],
  'marathon-ask': [
    'I’m running the {London|{town}} marathon for {the hospital charity|{ward}|a hospice in {town}}! {Every pound helps|Please sponsor me|I’m at {#20-90}% of my target} {link}',
    'In {month} I’ll {walk Hadrian’s Wall|swim the Channel relay|shave my head|skydive} to raise £{#500-5000} for {ward} at {hospital}, who {saved|looked after} {woman}. {Anything you can spare|Donate here}: {link}',
  ],
  'charity-appeal': [
    'Just £{#3-25} could {buy a blanket for a premature baby|pay for an hour of a {condition} nurse}. {Please give today|Text CARE to donate|Will you help} {link}',
    'Help us raise £{#20-900},000 for a new {scanner|garden|family room} at {hospital}. {Raffle tickets £{#1-5}|Cake sale {day}|Abseil places left}!',
  ],
  'crowdfund-treatment': [
    'Please share: we’re fundraising £{#15-250},000 so our {little boy|daughter|mum} can have treatment for {condition} that {isn’t funded here|the NHS doesn’t offer}. {Every share counts|Link below} {link}',
  ],
  'awareness-day': [
    'Today is World {Diabetes|Kidney|Sepsis|Asthma|Stroke|Mental Health|Hand Hygiene} Day. {Know the signs|Spread the word|Learn more} {link} {tag}',
    'It’s {Cervical Screening|Bowel Cancer|Deaf|Dementia Action|Heart Rhythm} Awareness Week! {Wear {purple|red|yellow}|Book that test|Share this post}.',
  ],
  'nurses-day': [
    'Happy International {Nurses|Midwives} Day to all {the amazing people at {hospital}|our colleagues}! {Celebrate with us|Tag a {nurse} you love|Cake in the atrium from {#10-12}}.',
  ],
  'health-tip-trust': [
    '{Feeling {rough|under the weather}|Got a sore throat}? Your local pharmacist can help with {seven|lots of} common conditions, no appointment needed. {Think Pharmacy First|Find out more} {link}',
    'Top tips for staying well {this winter|in the heat}: {keep one room warm|drink plenty}, check on neighbours, {get your jab|stay out of the sun at midday}. {tag}',
  ],
  'book-jab': [
    'You can still get your {flu|covid|RSV|MMR} vaccine. {Book on the NHS app|Walk in, no appointment needed} at {town} {library|town hall|health centre}, {day} {#9-11}am to {#3-5}pm.',
  ],
  'screening-invite': [
    'If you’re aged {50 to 74|25 to 64|65 and over}, don’t ignore your {bowel|cervical|AAA} screening invitation. {It could save your life|It takes five minutes}. {link}',
  ],
  'research-recruit': [
    'Have you waited {more than a year|{#6-18} months} for surgery? Our researchers {at {town} university |}want to hear from you. {#10-40} minute survey, {£{#5-25} voucher|prize draw}. {link}',
    'Participants wanted: adults with {condition} for a {trial|study} at {hospital}. {Travel paid|Email us|See if you’re eligible}.',
  ],
  'patient-panel': [
    'Want to shape {service} in {town}? Join our {patient participation group|lived experience panel|people’s council}. {No experience needed|Lunch provided|Expenses paid}. {link}',
  ],
  'survey-plug': [
    'Been to {A&E|your GP|hospital} lately? Tell us what it was like! {Your feedback matters|Takes two minutes|Scan the QR code} {link}',
  ],
  'governor-election': [
    'Become a {governor|member} of your {town} hospitals foundation trust. {Nominations close {day}|It’s free to join|Have your say} {link}',
  ],
  'volunteer-call': [
    'Could you spare {two|three|four} hours a week? We need volunteers at {hospital} to {feed patients|guide visitors|chat to people on {ward}|drive people to clinics}. {Training given|Get in touch} {link}',
  ],
  'blood-donor': [
    'O negative donors needed in {town} {this week|{day}}. {Give blood, save up to three lives|Book now|Slots free from {#9-16}:00} {link}',
  ],
  'compensation-lawyer': [
    'Were you or a loved one let down by {hospital|a GP|maternity care}? You may be owed compensation. No win, no fee. {Free call|Start your claim} {link}',
    'Medical negligence solicitors in {town}: {late diagnosis|birth injury|surgical error}. {#1-4},000 families helped. {Speak to us in confidence|Call {today|now}}.',
  ],
  'care-home-ad': [
    'Worried about mum coming home from hospital? Our {live-in|visiting} carers in {town} {can start tomorrow|are rated Outstanding}. {From £{#22-34} an hour|Free assessment} {link}',
  ],
  'therapy-private': [
    'On a long waiting list for counselling? I’m a {BACP registered therapist|qualified psychotherapist} in {town} with evening spaces. {First session free|£{#40-75} per session|Sliding scale}. {link}',
  ],
  'adhd-clinic': [
    'ADHD assessment in {#2-6} weeks, not {#3-8} years. {Right to Choose accepted|From £{#395-995}|Online, UK clinicians}. {Take our free quiz|Start today} {link}',
  ],
  'physio-studio': [
    'Back pain keeping you up? {Our {town} physios|I} have {evening|same-week} appointments, {£{#35-60} for {#30-45} minutes|over {#15-30} years’ experience}{| and first-timers get {#10-30}% off}. {Pop in|Message me}.',
  ],
  'book-launch': [
    'My new book, {Night Shift|The Bleep|Last Bed on the Left|Please Take a Seat}, about {#6-30} years as a {nurse|doctor|midwife|paramedic}, is out {today|in {month}}! {Pre-order|Signed copies|Half price on Kindle} {link}',
  ],
  'podcast-plug': [
    'New episode! We talk to {a {midwife|nurse|paramedic}|two {nurses}|one of our {nurses}} about burnout, {laughter|biscuits} and {night shifts|leaving the NHS}. {Like and subscribe|Wherever you get your podcasts} {link}',
  ],
  'youtube-plug': [
    'In this video I explain how to {pass your NHS interview|get an NHS job from abroad|read your blood results}. {Smash that like button|Don’t forget to subscribe|Free checklist below} {link}',
  ],
  'interview-coach': [
    'Consultant interview coming up? {I’ve helped {#40-900} doctors get the job|One-to-one coaching with an ex medical director}. {£{#75-250} an hour|Two slots left in {month}} {link}',
  ],
  'nhs-pension-adviser': [
    'NHS pension confusing you? {Book a free review|Talk to our specialist advisers} and {stop paying tax you don’t owe|retire when you want}. {link}',
  ],
  'mortgage-key-worker': [
    'Mortgages for NHS workers: {overtime and bank shifts counted|5% deposit|up to {5|6} times income}. {Free, no-obligation chat|Message us} {link}',
  ],
  'uniform-recycle-event': [
    '{Charity gala|Quiz night|Rock choir concert|Golf day} in aid of {ward}, {hospital}, {day} {#1-28} {month}. Tickets £{#5-60} {link}',
  ],
  'theatre-event': [
    'Tickets now on sale: {a comedy about a junior doctor’s worst night|a new musical about the birth of the NHS} at {town} {Playhouse|Theatre Royal}. {From £{#12-35}|Must end {month}} {link}',
  ],
  'tshirt-merch': [
    '“I survived the {A&E waiting room|night shift}” {mugs|T-shirts|tote bags}, £{#9-25}. {Order by {day}|Makes a great gift for a {nurse}} {link}',
  ],
  'university-course': [
    'Become a {nurse|paramedic|radiographer|midwife} at {town} university. {£5,000 a year NHS funding|Places in clearing|Open day {day}}. {Apply now|Chat to us} {link}',
  ],
  apprenticeship: [
    'Earn while you learn! NHS apprenticeships in {pharmacy|estates|nursing associate|IT} at {hospital}. {No degree needed|Starts {month}} {link}',
  ],
  'bank-staff-app': [
    'Download our {app|staffing app} and pick up NHS bank shifts at {#3-30} hospitals round {town}. {£{#50-250} joining bonus|Get paid tomorrow} {link}',
  ],
  'locum-gp-advert': [
    'Salaried GP wanted, {#4-9} sessions, {#8-19},000 list, {supportive partners|seaside location|no home visits}. £{#9-12},{#100-900} per session. {Informal visits welcome|Contact the practice manager}.',
  ],
  'pharmacy-services-ad': [
    'Our {town} pharmacy now offers {ear microsuction £{#35-65}|travel jabs|weight-loss injections|blood pressure checks}. {No need to see your GP|Walk in|Book on our website}.',
  ],
  'whole-body-scan': [
    'A full body MRI could spot {cancer|disease} before symptoms. {#30-60} minutes, {£{#499-2299}|results in a week}, centres in {London|{town}}. {Gift it to someone you love|Book} {link}',
  ],
  'egg-freezing': [
    'IVF funding refused by your ICB? {Our open evening|A free consultation} in {town} {can help|could be your first step}. Packages from £{#2-5},{#100-900} {link}',
  ],
  'menopause-ad': [
    'Brain fog? Hot flushes? GP not listening? {Our menopause specialists|I} {listen|can help}. {Online consultations £{#99-250}|Download my free guide} {link}',
  ],
  giveaway: [
    'GIVEAWAY for NHS heroes! Win a {hamper|weekend away|year’s supply of coffee}. Follow, like and tag {#2-5} {nurses}. {Ends {day}|UK only}.',
  ],
  'party-donate': ['{Chip in £{#3-20}|Join today|Donate} to help us {fight hospital cuts|defend the NHS} in {town}. {link}'],
  'protest-event': [
    'March for {the NHS|our A&E}! {town} {Market Square|town hall}, {day} {#1-28} {month}, {#11-14}:00. {Bring banners|Coaches from {town}|Share widely} {tag}',
  ],
  'hospital-shop': [
    'The League of Friends shop at {hospital} is open {again|seven days}: {coffee, cards, knitted teddies|hot rolls till {#2-4}}. All profits go to {ward}.',
  ],
  'first-aid-course': [
    'Would you know what to do if your baby choked? {Nurse-led|Paramedic-run} first aid class in {town}, {day}, £{#15-45} {a couple|each}. {Limited places|Book} {link}',
  ],
  hypnobirthing: [
    'Due in {month}? My hypnobirthing course in {town} helped {#40-600} couples to calmer births at {hospital}. {Next course starts {day}|Message for a discount}.',
  ],
  'news-subscribe': [
    'Get our weekly NHS briefing in your inbox: {policy, jobs, rumours|data, charts, analysis}. {Free trial|First {month|three months} £1} {link}',
  ],
  'recruit-staff-quote-long': [
    'Are you a compassionate {nurse} who wants to make a difference? Here at {hospital} we put people first. You’ll have protected study time, a free gym, on-site nursery and a team who genuinely care about each other. We welcome newly qualified applicants and those returning after a break. Come and see us, ask us anything, have a brew on {ward}. Closing date {#1-28} {month}, interviews the week after. {link} {tag}',
  ],
  'plain-service-plug': [
    'I help {busy professionals|women over 40|new mums} get rid of {back pain|bloating|anxiety} without {pills|waiting lists}. Message me the word START.',
    'I was a {nurse} in the NHS for {#8-25} years before I set up my own {aesthetics|foot care|sleep} clinic in {town}. Come and say hello, first visit {half price|free}.',
  ],
  'plain-hiring-post': [
    'My team is growing! If you know a {nurse}, a {nurse} or someone great with data in {town}, send them my way. Job link in comments.',
    'Do you want to work somewhere you can actually make a difference? We have {#2-12} posts going in {specialty}, get in touch for a chat {link}',
  ],
  'plain-event-free': [
    'Free talk on living with {condition} at {town} library, {day} at {#10-19}:00, tea and cake, everyone welcome',
    'Support group for {people with|carers of people with} {condition} meets every {day} in {town}. Just turn up or {message us|find us at} {link}',
  ],
  'plain-new-clinic': [
    'Great news for {town}! Our new private {minor injuries|eye|MRI} centre opens on {day}. No appointment, no wait, no fuss.',
    'Fed up with the 8am scramble? See a GP on your phone in {#5-30} minutes, {#7-10}am to {#8-11}pm, {first month free|from £{#9-49}}.',
  ],
  'plain-raffle-thanks': ['We did it! £{#300-9000} raised for {ward} at {hospital}. There’s still time to give before {day} {link}'],
  'plain-nhs-campaign': [
    'Notice blood in your pee, even once? Contact your GP practice. It’s probably nothing, but finding cancer early makes it more treatable.',
    'Cough for three weeks or more? Your NHS wants to see you. Contact your GP.',
  ],
  'plain-safety-tip': [
    'Button batteries can kill. Keep them away from little ones, and if you think one’s been swallowed go straight to A&E. Please share.',
    'A reminder from our paramedics: never use a {barbecue|patio heater} indoors, and check your {carbon monoxide|smoke} alarm.',
  ],
  'long-clinic-story': [
    'When I first came to see the team I’d been told by three doctors to live with it. I couldn’t lift my grandson, I’d stopped going to church. They listened for an hour, found the cause and made a plan. Eight weeks on I’m gardening again. That’s what one of our clients in {town} wrote last week and it’s why we do what we do. If pain is running your life, book your free discovery call before {day}. Spaces are limited. {link}',
  ],
  'long-charity-story': [
    'Meet Bean. Bean was born at {#23-27} weeks and weighed less than a bag of sugar. For {#60-120} days the nurses on the neonatal unit were Bean’s second family, and a room paid for by people like you meant mum and dad could sleep two floors away. Tonight, {#20-60} families need that room and there’s space for {#6-14}. Could you spare £{#3-12} a month? Your gift will be doubled until {day}. {link}',
  ],
  'training-provider': [
    'Phlebotomy course in {town}, {day} and {day}, £{#199-350}. Certificate on the day, guaranteed {interview|placement}. {link}',
  ],
} as const satisfies Record<string, readonly string[]>;
