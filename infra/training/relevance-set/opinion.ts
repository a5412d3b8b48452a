/**
 * The NHS, its services, its money or its politics judged by someone who tells of no care: including what staff say of their own
 * working day, and including "I", "my" and "we".
 */
export const OPINIONS = {
  'taxes-mine': [
    'I think my taxes should {go to nurses, not consultancy firms|pay for {service} before anything else|cover a dentist at the very least}. {Simple as that|Not a lot to ask, is it?|Who’s with me?}',
    'I’ve paid {National Insurance|tax} for {#20-49} years and I’d happily pay another {penny|pound} if it went {straight to the NHS|on {service}}. {Most people would|But it never does}.',
  ],
  'underfunded-plain': [
    'The NHS isn’t broken, it’s been {broken|starved|run down on purpose}. {There’s a difference|And it shows|By {party}}.',
    '{Fourteen|Ten|Twenty} years of underfunding and {people|folk} blame {the staff|migrants|the patients}. {Wake up|Look up, not down}.',
  ],
  'management-layers': [
    'Too many managers, not enough {nurses}. {Always has been|Sack half of them|Everyone knows it, nobody does it}.',
    'Unpopular opinion: the NHS needs more managers, not fewer. {Doctors doing rotas in Excel is not a saving|Compare it with any supermarket|Good ones, mind}.',
  ],
  'privatisation-stealth': [
    'Privatisation by the back door, that’s what {this|the {party} plan|it} is. {Follow the money|First the cataracts, then the hips, then the lot|They’ll keep the logo and sell the rest}.',
    'I don’t care who {owns the building|does the operation|runs the scanner} as long as it’s free {and it’s soon|when you need it}. {There, I said it|Sorry comrades}.',
  ],
  'strike-support': [
    'Fully behind the {resident doctors|nurses|ambulance workers|junior doctors}. {Pay them|Their pay’s down a quarter and you want them to clap themselves?|If you think strikes are dangerous wait till they’ve all left}.',
  ],
  'strike-against': [
    'No sympathy for the {doctors|BMA|resident doctors} this time. {#5-29}% last year and out again {in {month}|before Christmas}. {Patients pay for it|My plumber doesn’t get a pension like theirs}.',
  ],
  'shift-nurse': [
    'Another {#12-14} hour shift, no break, {#9-16} patients to myself. {I love my job but I can’t do this much longer|We’re not heroes, we’re knackered|And they wonder why we leave}.',
    'Band {#2-6} here. Finished at {clock}, should have been {#6-8}. {Two off sick, nobody to cover|One bank nurse who’d never seen the ward}. {Retention crisis? No kidding|Don’t clap, pay}.',
  ],
  'shift-doctor': [
    'Night shift {done|over}. Me and one {FY1|SHO} for {#80-220} patients. {It isn’t safe and everyone upstairs knows it|I drove home with the window open to stay awake}.',
    'As a GP I had {#34-62} contacts today plus {bloods, letters, a coroner’s form|the admin}. When people say we’re “shut” I {could weep|invite them to sit in}.',
  ],
  'paramedic-voice': [
    'Paramedic of {#3-28} years. {Seven|Five|Nine} hours of my shift {parked outside hospital|as a corridor nurse}. {The public think we’re slow. We’re stuck|Calls stacking and nobody to send}.',
  ],
  'bring-back-matron': [
    'Bring back {matron|the old SRN training|bursaries|cottage hospitals|family doctors}. {Wards were spotless|That’s when the rot set in, if you ask me|Not everything old was bad}.',
  ],
  'reply-agree': [
    '{Exactly this|Spot on|100%|Couldn’t agree more}. You can’t fix {ae} without fixing social care. {It’s the back door that’s blocked, not the front|Any bed manager will tell you}.',
  ],
  'reply-disagree': [
    'Sorry but that’s {rubbish|nonsense|not true}. The NHS {treats more people than ever|gets more money every year|is one of the cheapest systems in Europe}. {Look at the numbers|Productivity is the problem}.',
  ],
  'shame-link': [
    '{Shameful|Appalling|A national disgrace|Absolutely shocking}. {What have we become|In one of the richest countries on earth|And no one resigns} {link}',
  ],
  'minister-lies': [
    '{minister} {lying|spinning} again about waiting lists. {Taking people off the list isn’t treating them|Count the people, not the pathways|Does anyone still believe a word?}',
  ],
  'minister-credit': [
    'Credit where it’s due, {minister} at least {tried|managed to say it out loud|talked sense about {service}} {when|for once}. {Early days|Let’s see the money|I’ll believe it when the list goes down}.',
  ],
  'forty-hospitals': [
    'Remember the {#30-48} new hospitals? {A lick of paint and a sign|Still waiting for the first brick|Meanwhile the roof’s held up with props in half of them}.',
  ],
  'bus-promise': [
    '£350m a week, wasn’t it. {Painted on a bus and everything.|Where is it then?} {Ask {minister}|I didn’t fall for it and I’m still paying for it}.',
  ],
  'gp-access-view': [
    'GPs {should be made to open evenings and weekends|have had it easy since covid|want four days and six figures}. {There, said it|Rest of us work full time|The whole model’s finished}.',
    'Stop blaming GPs. {The same number of them for millions more of us|They’re paid less per patient a year than my phone costs|You can’t conjure up appointments}.',
  ],
  'dentistry-view': [
    'NHS dentistry is {dead|a myth|over} and {no one in charge|neither party} will say so. {Teeth are part of the body, I checked|A contract from 2006 killed it|Kids having extractions in hospital, in this century}.',
  ],
  'mental-health-view': [
    '“Reach out,” they say. To whom? {There’s nobody there|A helpline and a leaflet}. {Parity of esteem is a slogan|Mental health gets the crumbs, always has}.',
  ],
  'social-care-view': [
    'No government will ever fix social care because {it doesn’t cut a ribbon|the bill lands after the election|the people who need it don’t march}. {And so the hospitals stay full|Prove me wrong}.',
  ],
  'question-who-pays': [
    'Would you pay {£{#5-25} to see a GP|more tax for the NHS|a fine for missing an appointment}? {Genuine question|I’m torn|Asking because I honestly don’t know}.',
    'Why does nobody {ask where the money goes|look at how France does it|talk about prevention} when they talk about the NHS?',
  ],
  'insurance-model': [
    'We need a grown-up conversation about {social insurance|charging|how we fund healthcare}. {Germany manages it|It isn’t America or nothing|The 1948 model can’t last} but say so and {you’re a heretic|the mob comes out}.',
  ],
  'defend-free': [
    'Free at the point of need. {Never let them take that|That’s the hill I’ll die on|Ask any American what they’d give for it}. {tag}',
  ],
  'proud-institution': [
    'Proudest thing this country ever built. {Not the empire, not Concorde|Not the railways}: the {NHS|health service}. {Look after it|Use it or lose it|And we’re letting it rot}.',
  ],
  'staff-respect-general': [
    'Whatever you think of the NHS, the {nurses} are {not the enemy|doing their best with nothing|worth ten of any MP}. {Be kind|Save it for {minister}}.',
  ],
  'it-systems': [
    '{Faxes|Pagers|Windows 7|Seven log-ins} in {#2024-2026}. You could spend another {money} on AI or you could {buy the ward a computer that turns on in under ten minutes|make the systems talk to each other}.',
  ],
  'data-sale': [
    'Not happy about {our|my} health records going to {a US data firm|tech giants|some spy-tech company}. {Opted out|Opt out while you can|Nobody asked me}. {Trust takes years|They’ll be selling it on within five years}.',
  ],
  'app-only': [
    'Everything’s an app now. {Not everyone over 80 has a smartphone|Digital first means old people last}. {Someone at the top needs to think|Bring back a person on the phone}.',
  ],
  'parking-view': [
    'Hospital parking charges are a tax on the sick{| and on nurses}. Scotland and Wales scrapped them. {Why can’t we|England, as ever, last}?',
  ],
  'food-view': [
    'If prisons get {#1-9}p more per meal than hospitals something’s {badly wrong|upside down}. {Feed patients properly and they go home sooner|Get proper kitchens back}.',
  ],
  'immigrant-staff': [
    'Go round any hospital and take out everyone born abroad. {Now find me a {nurse}|Lights off, doors shut}. {Think before you post|That’s your NHS, that is}.',
  ],
  'health-tourism': [
    'It’s the National Health Service not the International one. {Bill them|Check passports at the door|Half a billion unpaid}. {Of course you can’t say that|Rant over}.',
  ],
  'pay-freeze': [
    '{#1-4}% for {nurses}, {#7-15}% on my rent. {Insulting|It’s a pay cut by another name|Then they’re shocked the posts are empty}.',
  ],
  'training-places': [
    'So we’ve got {doctors with no jobs|newly qualified midwives stacking shelves} AND a shortage of {doctors|midwives}. {Make it make sense|Who planned this|You’d laugh if it wasn’t so serious}.',
  ],
  'physician-associates': [
    'People have a right to know whether they’re seeing a doctor or {an associate|someone with two years’ training}. {It’s not snobbery, it’s safety|Scope. Supervision. Name badge. That’s it|I said what I said}.',
  ],
  'reorganise-again': [
    'Another reorganisation. {CCGs, ICBs, PCTs, who can keep up|New lanyards, same leaks|Abolish it, rename it, rehire them all}. {Not one extra appointment out of it|Every {five|ten} years like clockwork}.',
  ],
  'local-closure-view': [
    'Shutting the {A&E|maternity unit|birth centre|walk-in} in {town} is {madness|short-sighted|criminal}. {#18-45} minutes to the next one, {on a good day|if the bypass is clear}. {Somebody will die on that road|They said they’d listened. They hadn’t}.',
  ],
  'local-pride': [
    '{town} deserves better than {a hospital built in 18{#48-99}|that crumbling hospital}. {We’ve been promised a new one since I was at school|Our MP should be shouting about it daily}.',
  ],
  'mp-ask': [
    'Dear {health secretary|prime minister|chancellor|minister|whoever’s in charge this week}, what exactly is the plan for {service} {this winter|in {town}|by {month}}? {Yours, someone who votes|Not a slogan, a plan|We can wait, we’ve had the practice}.',
  ],
  'poll-vote': [
    'I’ll be voting on one thing and one thing only {in May|next time}: the {NHS|health service}. {{party} has had its chance|No idea who deserves it}.',
  ],
  'reddit-paragraph-policy': [
    'I see this argument every week on here so here’s my two penn’orth. The waiting list isn’t one queue, it’s thousands of little ones, and pouring money into the front of them does nothing when there’s no bed at the end. You need capital, you need scanners, you need care homes that pay more than {a warehouse|Aldi}, and you need all of them at once for about ten years. No party will run on that because none of it shows by the next election. {Happy to be told I’m wrong|Change my mind}.',
  ],
  'reddit-paragraph-staff': [
    'I’ve worked in the NHS for {#5-29} years in {three|four|two} trusts, never front line, and I’m tired of hearing that people like me are a waste of money. I’m the reason the {theatre lists|rotas|discharge letters} exist. When they cut {#20-50}% of us last time the consultants ended up doing it at three times the price. By all means cut waste, God knows there’s plenty, start with the {agency bill|contracts nobody reads}. But don’t pretend an organisation of over a million people runs itself.',
  ],
  'youtube-comment-long': [
    'Great video but you missed the biggest thing: we’re older and fatter and we’re keeping people alive who’d have died at 60 when it was founded. That’s a success! Of course it costs more. The question nobody will answer is what we stop doing. {Greetings from {town}|Just my view|From a retired {nurse}}.',
  ],
  'forum-reasoned': [
    'I’d say the problem isn’t clinical at all. The care, once you get it, is as good as anywhere’s. It’s {the getting there|the bits in between|the letters, the phones, the parking}: {logistics|admin}, in other words, and nobody ever got a knighthood for {answering a phone|fixing a booking system}.',
  ],
  'sarcasm-thanks': [
    'Oh good, another {taskforce|review|ten-year plan|tsar|consultation}. {That’ll sort it|The corridors must be thrilled|I feel better already}.',
    'World class, they keep telling us. {World class queues, maybe|In PowerPoint|Which world?}',
  ],
  'clap-bitter': [
    'Clapped on the doorstep in 2020, {called greedy|spat at|told to use a food bank} in {#2024-2026}. {That’s how this country thanks its {nurses}|Short memories}.',
  ],
  'prevention-view': [
    'Spend a pound on {school sport|free school meals|decent housing|youth clubs} and you’ll save ten on {service}. {We know this|It’s not rocket science|But it’d be someone else’s budget}.',
  ],
  'missed-appointments-view': [
    'People who don’t turn up should {be charged|go to the back of the queue}. {Millions wasted every year|I’d do it tomorrow}. And before you ask, {yes, everyone|no, not the elderly}.',
  ],
  'self-blame-patients': [
    'Half the people in {ae} don’t need to be there. {A cut finger isn’t an emergency|Plasters cost a quid|Drunk, mostly}. {Educate people|Not popular but true}.',
  ],
  'women-health-view': [
    'Women’s pain isn’t taken seriously, full stop. {If men had endometriosis there’d be a clinic in every Greggs|The research isn’t there because the money isn’t|Read the reports, all of them say the same}.',
  ],
  'maternity-view': [
    'How many maternity inquiries do we need? {Same findings, different town|Listen to women. Staff the wards. That’s the report|Publish, sorrow, repeat}.',
  ],
  'whistleblower-view': [
    'Whistleblowers get {destroyed|hounded out}, executives get {moved sideways|another trust and a pay rise}. {Every scandal, same story|Regulate managers like you do nurses}.',
  ],
  'assisted-view': [
    'You can’t have an honest debate on assisted dying while hospices {sell cakes|hold raffles} to stay open. {Fund palliative care first|That’s my view, anyway}.',
  ],
  'drug-rationing-view': [
    '{NICE|The watchdog|So they’re} turning down a drug that gives people {another year|six more months} because of a formula. {How do you price a Christmas with your kids|I get the sums, I still hate it}.',
  ],
  'weightloss-jabs': [
    'Weight-loss jabs on the NHS: {about time|sheer madness|fine by me if it saves on {diabetes|hips}}. {And no, “just eat less” isn’t a policy|Walk to the shops instead}.',
  ],
  'covid-policy': [
    'Never forget who got the PPE contracts. {Bin bags for {nurses}, yachts for their mates|Inquiry after inquiry and not one person in court}.',
  ],
  'vaccine-view': [
    'Why have they {raised the age for|stopped} the free {covid|flu} jab? {Penny wise, pound foolish|It’ll cost more in beds than it saves|Ageist nonsense}.',
  ],
  'compare-abroad-view': [
    'Talk to anyone who’s moved {here from the States|to Spain|over from Australia} about healthcare. {We don’t know how lucky we are|We’re behind and we’re too proud to look|Every system queues, just differently}.',
  ],
  'middle-ground': [
    'The {left|Guardian} says money, the {right|Telegraph} says reform. {It’s both, you muppets|Can it not be both}. {Meanwhile nothing|And a crumbling estate}.',
  ],
  'short-verdict': [
    'NHS: {great people, awful system|wonderful once you’re in, hell to get in|worth fighting for|past saving, sadly}.',
    '{NHS dentistry|GP access|Maternity care|Mental health care|The ambulance service} in this country is a {joke|lottery|shambles|miracle, considering}.',
    'Tax the {rich|gambling firms|ultra-processed rubbish}, fund {service}.',
  ],
  'hashtag-chant': ['{Hands off our NHS|Not for sale|People before profit|Patients not profit}! {tag} {tag}'],
  'third-person-hypothesis': [
    'If your {nan|mum|child} needed an ambulance tonight would you trust it to come? {I wouldn’t|Says it all that you had to think|That’s where we are}.',
  ],
  'signed-because': [
    'Signed this because {#30-70} miles to give birth is {no choice at all|just wrong}. {Please think about it|They’ll only listen if there’s a noise} {link}',
  ],
  'newspaper-moan': [
    'Funny how the {Mail|BBC|papers} only mention {service} when there’s a strike on. {Where were they in {month}?|Agenda, much}',
  ],
  'volunteer-view': [
    'I volunteer at {hospital} on {day}s and I’ll tell you this: the place would fall over without volunteers. {That isn’t a compliment|We shouldn’t be feeding patients because there’s no staff}.',
  ],
  'politician-own': [
    'I’ve been clear: {service} {in {town} |}must be a priority, and I’ll keep {pressing ministers|raising it in the Commons} until {residents|my constituents} get {the care they deserve|straight answers}.',
  ],
  'student-nurse-view': [
    '2,300 hours of unpaid placement, £{#28-60}k of debt, and then no job at the end. {Tell me again why I should stay in nursing|Third year here. Done|Australia’s recruiting and I’m listening}.',
  ],
  'resigning-staff': [
    'Handed my notice in {today|{when}}. {#4-31} years in the NHS. {It’s not the patients, it was never the patients|I’m not burnt out, I’m morally injured|Off to stack shelves and I can’t wait}.',
  ],
} as const satisfies Record<string, readonly string[]>;
