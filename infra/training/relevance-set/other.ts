/**
 * Words of care in texts that aren't about NHS care: other meanings, jokes, games, fiction, animals, campaign texts copied out,
 * generic greetings, spam. Many are worded as an experience or an opinion would be.
 */
export const OTHERS = {
  'honor-society-induction': [
    'the NHS chapter {induction|ceremony} is {day} at {#5-8}pm in the {auditorium|cafeteria|gym}. {Seniors wear cords|Congrats to our {#12-90} new members}!',
    'So proud of my {daughter|son|kid} for making NHS {and student council|and varsity|this semester}! {#3-4}.{#5-9} GPA 🎓',
  ],
  'honor-society-hours': [
    'do tutoring hours count for NHS or {nah|do I need to ask the advisor}? I’m {#2-14} hours short and it’s due {day}',
    'Got rejected from National Honor Society {with a 4.0|over one essay}. {What even do they want|My counselor can’t explain it}.',
  ],
  'new-hampshire': [
    'Leaves are peaking in NH{| this week}, drove the Kanc {yesterday|this morning} and {wow|traffic was awful}',
    'NH State {Police|House} {reports|votes} {bridge closure|on vanity plates} {day}. #NHPolitics',
  ],
  'highway-system': [
    'NHS here is the National Highway System: {state DOTs|states} report pavement on {#70-99}% of NHS miles as {good|fair}. {link}',
    'Potholes on the NHS route through the county again, {lane closed till {clock}|expect delays}. {DOT crews out|Reduce speed}.',
  ],
  'acronym-odd': [
    '{Newtown|Norwood|Northgate} High School (NHS) {band|track team|drama club} {wins regionals|bake sale {day}|car wash Saturday}! Go {Tigers|Hawks}!',
    'NHS as in the {Natural History Society|Northern Horticultural Show|Neighbourhood Hedgehog Survey}. {Meeting {day}, all welcome|Bring wellies|Not the other one}!',
  ],
  'queue-joke': [
    'this queue {at {Greggs|the post office|Primark|passport control} |}is longer than A&E',
    'my {printer|sourdough|relationship} needs an A&E visit and a {#9-20} hour wait on a trolley 💀',
  ],
  'joke-doctor-doctor': [
    'Doctor, doctor, I feel like a {pair of curtains|bridge|deck of cards}. {Pull yourself together|What’s come over you|I’ll deal with you later}!',
    'What do you call a {nurse|surgeon} with {cold hands|no patience}? {Still better than the dentist|Matron|Your mum}. I’ll get my coat.',
  ],
  'meme-format': [
    'nobody: / absolutely nobody: / me at {clock} googling {“why does my eyelid twitch”|“is it sepsis”|{symptom}} {😭|lol}',
    'pov: you’re the {nurse|receptionist|porter} and it’s {full moon|a quiet shift and someone says “quiet”} 💀💀',
  ],
  'tv-drama': [
    'Watching {Casualty|Holby repeats|Call the Midwife|This Is Going to Hurt|Grey’s Anatomy} and {crying|I guessed the twist|why does nobody ever wait for a bed}? {No spoilers|Best episode this series}.',
    'That {consultant|paramedic} in {tonight’s episode|the finale}! {Couldn’t believe she died on the ward|Who writes this stuff|I was screaming at the telly}.',
  ],
  'game-hospital': [
    'My hospital in {Two Point|Theme Hospital|the Sims|RimWorld} {has a {#40-200} patient queue and one GP office|just went bankrupt|is all vomit}. {Any tips?|10/10 game}',
    'healer main here, {queue times are awful|waited {#10-40} mins for a dungeon|tank died, blamed the healer} 🙄',
  ],
  'crypto-spam': [
    '$NHS {token|coin} {presale live|listing {day}}! {#10-900}x gem 🚀 don’t miss it {link}',
    'I turned £{#200-500} into £{#5-90},000 in {#2-6} weeks thanks to my {mentor|trader}, a {nurse|doctor} like me. Ask {her|him} how 🙏',
  ],
  'petition-copied': [
    'Sign the petition: {Save|Stop the closure of|Reopen} {town} {A&E|maternity unit|walk-in centre} {link}',
    'I just signed “{Fund {service} properly|End hospital parking charges|Give nurses a fair rise}”. Will you sign too? {#1-9},{#100-900} signatures {link}',
  ],
  'campaign-template': [
    'Dear [MP], I am writing as your constituent to ask that you {vote against|support} the {health|social care} bill. Copy and paste this, add your postcode and send! {link}',
    'Copied from a friend: if you have ever been helped by the NHS, put this as your status for {an hour|today}. {#93-99}% won’t. {I did|Let’s see who will}.',
    'PLEASE COPY AND PASTE, DON’T SHARE: our NHS is being sold piece by piece and the papers are silent. Sent to me by a friend of a nurse.',
  ],
  'rainbow-greeting': [
    'Thank you NHS 💙{|🌈|👏👏}{| {tag}}',
    'Happy {#70-80}th birthday NHS! 🎂 {tag}',
    'Merry Christmas to everyone {working today|in the NHS, police and fire service}. {Stay safe|x}',
  ],
  'vet-visit': [
    '{#2-5} hours at the emergency vet with the {dog|cat|rabbit} last night. {£{#280-1900}|Ate a sock}. {The nurse was lovely|Home now with a cone on|He’s on a drip}.',
    'Rang the vets at 8am, {no appointments till {day}|on hold {#20-50} minutes}. {Poor old lad can barely walk|She’s {#11-18}, she’s tired}.',
  ],
  'guide-dog-hospital': [
    'The hedgehog hospital in {town} {took in {#3-40} orphans|is full} {this week|again}. {Leave a dish of water out|They run on donations and cat food}.',
  ],
  'hairdresser-wait': [
    'Waited {#40-90} minutes past my appointment at the {hairdresser’s|nail bar|tattoo place|MOT garage} and {not so much as a sorry|no tea}. {Never going back|Rude girl on reception}.',
  ],
  'train-wait': [
    'Four hours on the floor {at {town} station|by the toilets of the {clock} to London}, no staff, no information, {people in tears|a disgrace}. {Refund please|Never again}.',
  ],
  'broadband-hold': [
    'On hold to {my broadband lot|the bank|the council|HMRC} since {clock}. {Number {#9-60} in the queue|Cut off twice}. {I’m losing the will|How is this allowed}?',
  ],
  'hotel-staff-thanks': [
    'Huge thank you to the staff at our hotel in {town}, {nothing was too much trouble|so kind to {woman} on her birthday}. {Best breakfast ever|We’ll be back}!',
  ],
  'school-complaint': [
    'Nobody at my {son|daughter}’s school will {ring me back|listen}. {Third email|Three weeks}, {a form letter|no reply}. {She’s been off since {month}|He’s in bits every morning}.',
  ],
  'police-council-moan': [
    'Rang 101 about the {quad bikes|fly-tipping|shoplifters}: {#40-80} minutes, then cut off. {No police station in {town} now|What do we pay for}?',
    'Council tax up {#3-5}% and the {bins|potholes|library} {worse than ever|in {town} are a joke}. {Useless, the lot of them|Vote them out}.',
  ],
  'football-injury': [
    'Hamstring {surgery|scan} for our number {#2-11}, out till {month}. {Season over|Typical|Get the lad a new physio}.',
    'He’s down, the physio’s on, {stretcher coming|looks like a broken leg}. {#1-4}-{#0-3} with {#10-40} to play. {town} fans clapping him off, class.',
  ],
  'gp-grand-prix': [
    '{British|Monaco|Belgian} GP {qualifying|practice} rained off, {waited {#2-6} hours in the stands|pole for the rookie}! #F1',
  ],
  'greyhound-theatre': [
    'Front row at the theatre in {town} {last night|on {day}}, {the lead was poorly so the understudy went on|surgical precision, that set}. {Standing ovation|Cried twice}.',
  ],
  'doctor-who': [
    'Best Doctor ever? {Four|Ten|Twelve|Nine}. {No contest|Fight me|And the nurse episode still scares me}. {That hospital on the moon|Missing Wednesdays with Who}.',
  ],
  'trust-national': [
    'National Trust {scones|membership|house near {town}}: {best day out|worth every penny|parking was a nightmare}. {Volunteers lovely|Dog friendly}.',
    'Trust issues? {Me? Always|I’d need a referral and a two-year wait|Inherited}.',
  ],
  'ward-election': [
    'Result, {town} {Central|North|Riverside} ward: {Labour|Green|Lib Dem|Reform} gain, turnout {#19-44}%. {Recount asked for|Next ward due at {clock}}.',
    'MP’s surgery this {day} {#10-12}am at {town} library. {No appointment needed|Bring your housing letters}.',
  ],
  horoscope: [
    '{Virgo|Leo|Pisces|Aries|Scorpio}: {an old wound heals {day}|patience, a long wait ends|look after your back}. {Lucky number {#1-99}|Drink water}.',
  ],
  'hospital-radio': [
    'On air from {#6-10} tonight on {town} hospital radio: {requests for {ward}|soul, Motown and bingo}. {Tune in|Dedications welcome}!',
  ],
  'quiz-history': [
    'Quiz time! In which year did {prescription charges begin|the first heart transplant take place|the first school for nurses open}? {Answers below|No googling}.',
    'Old postcard of {town} {workhouse|infirmary|asylum}, about 19{#10-35}. {Demolished in the sixties|Now flats|Who remembers it}?',
  ],
  'family-history': [
    'Tracing my great-grandmother, a {nurse|midwife|ward maid} at {town} infirmary {in the 1911 census|during the Blitz}. {Any records?|Photo attached|Where would staff lists be kept}?',
  ],
  'directions-landmark': [
    'Accident by the hospital roundabout in {town}, {two lanes shut|avoid if you can}, {been sat here {#20-70} minutes|tailback to the bypass}.',
    'Lost: {black cat|grey parrot|set of keys} near {hospital} car park, {day} {clock}. {Please share|Reward}.',
  ],
  'flat-to-let': [
    'Double room to rent, {#5-20} minutes’ walk from {hospital}, £{#450-850} pcm bills included. {Suit nurse or doctor|No smokers|Cat in residence}.',
  ],
  'song-lyric': ['doctor doctor gimme the {news|cure}, been waiting all {night|my life} in this {blue|cold} room 🎶'],
  'fiction-snippet': [
    'Chapter {#2-30}. The ward was silent but for the drip. “You’re awake,” said the {nurse|surgeon}, and {drew the curtain|locked the door}. {Thoughts on my opening?|WIP, be kind|#amwriting}',
    '“They left me on a trolley for nine hours,” she said, and the detective wrote it down. {Page {#20-300} of the novel|Loving this book so far|That’s the twist, isn’t it}?',
  ],
  dream: [
    'dreamt I was {doing surgery with a spoon|a nurse on a ship|late for an appointment and naked}. {What does it mean|No more cheese for me}',
  ],
  'toy-dress-up': [
    'My {#3-6} year old has set up a teddy hospital in the lounge. {Waiting time {#2-9} hours|The giraffe’s been discharged|I’ve been told to take a seat}. 😂',
  ],
  'fitness-sore': [
    'Leg day. Someone call me an ambulance. {Can’t do stairs|Never again|Same time {day}}? 💪',
    'Ran {#5-21}k with a dodgy knee. {Ice, telly, biscuits|Physio in the group chat says rest, I say no}.',
  ],
  'own-cold': [
    'Full of cold, {Lemsip|hot toddy} and {Bake Off|blankets}. {Man flu is real|Send soup|Day three}.',
    'Anyone got remedies for {a sore throat|hiccups|a stye}? {Honey doing nothing|Gargled salt, yuck}.',
  ],
  'diet-tip': [
    'Swap {crisps|white bread|fizzy drinks} for {nuts|seeded|water} and your heart will thank you. {#3-9} more ideas on the blog.',
  ],
  motivational: [
    'Be patient. {Healing isn’t linear|Good things take time|The universe has your appointment booked}. ✨ {#selfcare|#MondayMotivation}',
    'Your mental health matters. {You’ve got this|Check on your strong friends|Drink some water}. 💛',
  ],
  'anti-vax-spam': [
    'THEY don’t want you to know what’s in the {jabs|water|masts}. {Wake up|Do your research|Share before it’s deleted}! {link}',
  ],
  'conspiracy-cure': ['A {lemon|onion|frequency} a day cured {condition} and Big Pharma buried it. {Full video|Telegram channel} {link}'],
  'ai-bot-summary': [
    'Here is a summary of the thread: users discuss {hospital food|parking|dogs}. I am a bot, and this action was performed automatically.',
    'Trending in {town} right now: 1. #{day}Vibes 2. {A&E|NHS} 3. {rain|derby day}. Updated {clock}.',
  ],
  'mod-message': [
    'Your post was removed: {no medical advice|title must be a question|duplicate thread}. Please read the rules or {contact the mods|call 111 if it’s urgent}.',
  ],
  'reply-bare': [
    '{Lol|Same|This|Wow|No way|Yep|🙄🙄|Who’s that|Source?|Sorry to hear that x|Ooh where’s that}{| mate| hun|!|?| haha| indeed}{|!!| x| 👀| …}{| to be fair| tbh| though| again}',
    '{Thanks for sharing|Hope you feel better soon|Get well soon|Thinking of you|Big hugs|Sending love}{| lovely| pal|, xx| and your mum|!}',
  ],
  'nurse-fish-cat': [
    'nursing a {hangover|pint|coffee|grudge} in {town} {since {clock}|this {day}}, {don’t talk to me|send crisps}',
    'A nurse shark at {town} {aquarium|sea life centre} had {#3-30} pups! {Keepers say mum is fine|Feeding at {#1-4}pm}.',
  ],
  'operation-military': [
    'The operation {off the coast|near the border} was cancelled at {clock}, {the ministry of defence|a general} {said|confirmed}.',
    'Critical patch, then: surgery on the {server|database} at {clock}, {#2-7} hours down, {discharged in stable condition|patient didn’t make it}. #sysadmin',
  ],
  'plant-doctor': [
    'Plant doctor needed! My {monstera|peace lily|tomato} has {brown spots|droopy leaves}, been in intensive care on the windowsill {#1-5} weeks. {Any advice?|Is it terminal}?',
  ],
  'wedding-nurse': [
    'Married my best friend {on {day}|at {town} registry office}! {She’s a nurse, I’m a teacher|Two paramedics, one cake}, {no sleep|best day ever} ❤️',
    'Congratulations to my {sister|cousin|niece}, who graduated as a {nurse|midwife|doctor} {today|from {town}}! {Proud doesn’t cover it|First in the family}.',
  ],
  'first-day-staff': ['First day in my new uniform! {Wish me luck|Badge photo is criminal|New lunchbox and everything} 🙈'],
  'dental-cosmetic-chat': ['Has anyone had veneers in {Turkey|Poland}? {#3-6} days, £{#2-6},000. {Worth it?|Scared of the shark pegs}'],
  'car-ambulance-sighting': [
    'Air ambulance just landed on the {rec|school field|cricket pitch} in {town}. {Anyone know what’s happened?|Hope they’re ok}.',
    'Sirens all night round here. {What’s going on?|Helicopter up too}.',
  ],
  'clock-change-lists': ['To do: {bins|MOT}, {ring mum|cat flap}, {doctor’s form|dentist}, {wrap presents|buy stamps}, nap.'],
  'care-bears': [
    'I {care|don’t care} what anyone says, {pineapple belongs on pizza|January is the best month|the trolley song is a banger}.',
  ],
  'trolley-shop': [
    'Left my trolley for two minutes in {Tesco|Aldi|Asda} and someone {took it|nicked my £1}. {Disgrace|On a {day} as well|What is wrong with people}?',
    '{#15-40} minutes on a trolley dash round the supermarket and they’ve run out of {eggs|sprouts|oat milk}.',
  ],
  'consultant-it': [
    'Consultants at my firm charge £{#900-2000} a day to {read my own slides to me|make a PowerPoint}. {I’m in the wrong job|Never again}.',
  ],
  'long-pet-story': [
    'Bit of a saga. Our {#3-15} year old spaniel went off her food {on {day}|last week}, so I rang the surgery and they squeezed us in. Bloods, scan, overnight stay on a drip, the nurses sent us photos every few hours and one of them slept in the kennel next door because she was whining. It was a {corn cob|peach stone|sock}. Home now, very sorry for herself, and £{#900-4000} lighter. I can’t praise them highly enough.',
  ],
  'long-fandom': [
    'Rewatch, series {#2-18}, and I’d forgotten how bleak this one is. A whole waiting room of people we only meet for a minute, the consultant who can’t tell the family, the nurse who has to. Say what you like about hospital drama but the writing in that corridor scene beats anything on now. The actor who played the porter should have won everything going. Anyway, {#3-9} episodes to go and I’m told I’ll need tissues.',
  ],
} as const satisfies Record<string, readonly string[]>;
