/** The NHS, a hospital or a job there are mentioned, and nobody tells of care or judges it. Chat, errands, careers, curiosities. */
export const MENTIONS = {
  'got-the-job': [
    'I got the job!! Starting as a {band {#2-7} |}{nurse} at {hospital} in {month}, so {happy|excited|nervous}',
    'Interview for an NHS admin job {tomorrow|on {day}}, what should I wear? {It’s on Teams|Never had a panel before}',
  ],
  'career-question': [
    'Anyone here gone from teaching to nursing? I’m {#27-49} and thinking of applying to {town} uni for {month}',
    'How long do NHS references take to come through? I’ve got my {conditional offer|start date} and I’m waiting on {occupational health|DBS}.',
    'What’s the difference between a band {#3-5} and a band {#6-8} in {pharmacy|admin|physio}? Looking at jobs in {town}',
  ],
  'staff-admin': [
    'does anyone know how to get back into ESR, it’s locked me out and payroll is shut till {day}',
    'When do we get paid in {month}, is it the {#23-28}th? Trust intranet is down',
  ],
  'staff-off-duty': [
    'Last shift before annual leave!! {Crete|Wales|my own bed} here I come ✈️',
    'Off nights finally. {Toast|Bath|Wine|Dog walk}, blackout blinds, see you {day}',
    'Someone has microwaved fish in the staff room again. There will be an inquiry.',
  ],
  'student-revision': [
    'Revising for OSCEs in a {Costa|library} in {town}, practising blood pressures on my flatmate, send {help|coffee}',
    '{First|Second|Third} placement starts {day}, {paeds|theatres|community}. What do I put in my pockets?',
  ],
  'relative-works-there': [
    'My {mum|sister|cousin|neighbour} works at {hospital} and she says the canteen does a decent {roast|curry} on {day}s',
    'Mum’s a {nurse} so growing up the cure for everything was “you’ll live”. 😂',
  ],
  'lanyard-object': [
    'found an NHS lanyard on the {bus|tram|train} to {town}, handed it in to the driver',
    'Selling: blackout curtains, slow cooker, {nurse’s fob watch|stethoscope, hardly used}. Collect from near {hospital}.',
  ],
  'logo-design': [
    'The NHS logo is set in Frutiger italic, that blue is Pantone 300. {Lovely bit of design|Font nerds unite}.',
    'Interesting thread on hospital signage and why {yellow doors|blue lines on the floor} work. {link}',
  ],
  'building-photo': [
    'The old {workhouse|infirmary|nurses’ home} in {town} by evening light. {Taken on film|Nikon, f/8|Love that brickwork}.',
    'Sunrise over {hospital} car park this morning. {Sky on fire|Unexpectedly gorgeous|#sunrise}',
  ],
  'born-there': [
    'Born at {hospital} in {#1951-1999}, moved to {town} at {two|three|six}, still support {the same team|them}. For my sins.',
  ],
  'bus-stop-route': [
    'Does the number {#2-90} still go past {hospital} on a {day}? The timetable at the stop’s been {pulled down|painted over}',
    'Quickest way to cycle from {town} station to {hospital}? {New starter|Not a fan of the ring road}.',
  ],
  'history-nhs-fact': [
    'TIL free NHS {spectacles|wigs|dentures} were so popular in 1948 they ran over budget in {months|a year}',
    'Reading about how the health service was founded for my {A level|history degree}. {That’s a lot of acts of parliament|The 1948 section is due {day}}.',
  ],
  'definition-ask': [
    'What does {ICB|PALS|ENT|AMU|SDEC|MDT} stand for? {Crossword|Quiz|Essay}, I’m stuck',
    'Is it “A&E” or “A and E” in a style guide? Asking as a {subeditor|pedant}.',
  ],
  'crossword-game': [
    '{#4-9} letters, “patient in a ward, perhaps”, ends in E? {Driving me mad|Times cryptic}',
    'Wordle {#900-1900} {#3-6}/6, and of course it was {NURSE|WARDS|FEVER}',
  ],
  'market-share-price': [
    'Shares in {the outsourcer|a care software firm|the drug maker} up {#2-18}% after NHS {contract|deal}. {Holding|Sold too early}.',
  ],
  'data-nerd': [
    'Does anyone have a shapefile of {ICB|trust} boundaries? The one on the portal is from {#2019-2023} {link}',
    'New version of my R package for {NHS England|ODS} data is on GitHub: faster joins, better docs. {link}',
  ],
  'conference-tweet': [
    'Great to be in {town} for {day}’s conference, lots of familiar faces. {Coffee’s good|Slides to follow|Say hi if you’re here}.',
  ],
  'clap-music-event': ['Went to see the NHS choir at {town} cathedral, {goosebumps|sang along to the carols}'],
  'sport-hospital-team': ['Sunday league: {town} Infirmary {#0-5} {town} Rovers {#0-5}. {Keeper had a shocker|Muddy|Bring on {month}}.'],
  'halloween-costume': [
    'Going as a {zombie nurse|mad scientist|plague doctor} on {day}. {Need fake blood|Have I gone too far with the drip}?',
  ],
  'landline-scam': [
    'Scam warning: text saying you’ve been near someone with {flu|covid|monkeypox}, order a kit for £{#1-4}.{#10-99}. It’s not the NHS. {Delete it|Report to 7726}.',
  ],
  'lost-relative-reply': [
    'Sorry for your loss, he was a {lovely man|good neighbour}. {Thinking of you all|Any news on the funeral}?',
    'Glad she’s home. {Give her a hug from us|Tell her the allotment misses her}.',
  ],
  'chat-ill-no-care': [
    'woke up with a {cold sore|stiff neck|banging head}, called in sick, {sofa|dog} and {Homes Under the Hammer|crumpets}',
    'covid again, two lines. {Day {#2-6}|Can’t taste my tea}. nothing to do but sleep',
  ],
  'gym-weight-diary': [
    'Down {#3-30} lb since {month}, {C25K week {#2-9} done|no takeaways}, using the NHS app for couch to 5k and loving the voice',
  ],
  'recipe-hospital-food': [
    'Recipe for that pink custard we had at school? {My nan cooked for {hospital} in the seventies and had it too|Needs beetroot, apparently}.',
  ],
  'pet-named': ['Our new kitten is called {Doctor Paws|Nurse Biscuit|Bandage}. {She bites|He’s asleep in my slipper}.'],
  'moved-house-gp-list': [
    'Moving to {town} in {month}: need tips on schools, {broadband|a decent chippy}, doctors, and where to park near the {station|hospital}',
  ],
  'betting-politics': [
    'Who’ll be next health secretary? {Evens|{#2-9}/1} on the {minister of state|backbencher}. {Gamble aware|Don’t bet the house}.',
  ],
  'us-nurse-travel': [
    'travel nurse assignment in {Tampa|Denver|Tucson}, ${#1800-3900}/wk, who’s been? ER, nights, {four to one|epic charting}',
  ],
  'ambient-nonsense': [
    'hello {town}! {rain|wind|sun}, {tea|biscuits|toast}, {doctor who|casualty} on later. that’s the post',
    'If you know, you know. {🏥😂|Ward round bingo|Biscuits in the drug cupboard}.',
  ],
  'request-unrelated': [
    'Can anyone recommend a {plumber|dog groomer|piano teacher|roofer} near {hospital}? {Last one let us down|Must be patient}!',
  ],
  'long-first-week-diary': [
    'First week as a student nurse in the bag. Learned: which bin is for what, that the lift lies, how to make forty beds, and that everybody hides the good pens. My feet are a different size. The other students are a laugh, we’ve got a group chat called {Bed Pan Alley|The Obs Squad}. On {day} we’re off for a curry in {town} to celebrate surviving. Early start again on {day} but I’m buzzing.',
  ],
  'long-local-history-post': [
    'Found this in a box from the house clearance: a programme for the opening of the children’s wing at {town} infirmary in 19{#21-38}, brass band, bishop and all. The back page lists every subscriber, including a Sunday school class (eleven shillings) and the tram drivers. The wing was demolished in the eighties for the ring road. If anyone’s family is on the list I’m happy to scan it for you.',
  ],
} as const satisfies Record<string, readonly string[]>;
