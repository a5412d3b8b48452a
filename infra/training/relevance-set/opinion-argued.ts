/** More judgements of the NHS and its politics: plain, argued at length, asked, answered, and staff's own of their work. */
export const OPINIONS_ARGUED = {
  'plain-need-more-beds': [
    'we need more beds and more {nurses}, it really isn’t complicated, but every government pretends it’s something else',
    'What {hospital} needs is more beds. It doesn’t need another consultation about beds.',
  ],
  'plain-grateful-system': [
    'I’m so grateful we have the NHS, I can’t imagine having to think about money when someone you love is ill',
    'People moan about the NHS but I wouldn’t swap it for any other system in the world',
  ],
  'plain-lost-faith': [
    'I’ve lost all faith in the NHS to be honest, it used to be something we were proud of',
    'honestly what is the point of {the NHS app|NHS 111|a GP} any more, it’s just there to stop you seeing anyone',
  ],
  'plain-two-tier': [
    'We’ve already got a two tier health service: those who can pay get seen and everyone else waits. Nobody voted for that.',
  ],
  'plain-labour-hope': [
    'I voted for {party} because they said they’d fix the NHS and I’m still waiting to see how',
    'Say what you like about {party} but they’ve put more into {service} than the other lot ever did',
  ],
  'plain-blame-both': ['{party} ran it down and {party} haven’t a clue how to put it back, that’s where we are with {service}'],
  'plain-postcode': [
    'It shouldn’t depend on your postcode whether you get {IVF|a dentist|a cancer drug|an insulin pump}. It’s supposed to be a national health service.',
  ],
  'plain-elderly-valued': [
    'The way we treat old people in {hospitals|care|A&E} says everything about this country. They paid in all their lives.',
  ],
  'plain-visa': ['Make it harder for foreign {nurses} to come here and then complain there’s no one to staff the wards. Genius.'],
  'plain-weekend': [
    'Hospitals should run seven days a week like everything else does. People don’t stop being ill on a {Saturday|Friday night}.',
  ],
  'plain-unions': [
    'The BMA doesn’t speak for patients and never has. It’s a trade union and it should say so.',
    'If it weren’t for the unions there’d be no {nurses} left, they’re the only ones standing up for safe staffing',
  ],
  'plain-ceo-pay': [
    'Chief executive on £{#180-320},000 and they can’t afford {biros|decent bread|enough {nurses}}. You couldn’t justify it to anyone.',
  ],
  'plain-consultancy': [
    '{money} on management consultants to be told they need to save {money}. I could have told them that for a tenner.',
  ],
  'plain-pharmacy-view': [
    'I’m not sure pharmacists should be doing the GP’s job, they’re closing by the week as it is and nobody pays them for the extra',
  ],
  'plain-carers-view': [
    'Unpaid carers save the NHS billions and get {£{#76-89} a week|nothing but a pat on the head} for it. It’s a scandal hiding in plain sight.',
  ],
  'plain-continuity': ['What people want is to see the same GP twice. That’s it. No app will ever replace being known.'],
  'plain-hospices': ['Hospices shouldn’t have to rely on charity shops. Dying is as much a part of health care as being born.'],
  'plain-bureaucracy-staff': [
    'I spend more time typing than I do with patients. {#11-26} years a {nurse} and this isn’t what I trained for.',
    'our trust wants us to do a wellbeing module in our own time because we’re stressed from having no time. I despair',
  ],
  'plain-agency-staff': [
    'same shift, same ward, she’s agency on double and I’m band {#2-6} on what I was on in {#2018-2023}. explain it to me',
  ],
  'plain-team-pride-staff': [
    'Proud of my team {today|tonight}. {#3-6} short and nobody moaned, but this can’t be how we run a health service.',
    'I work in {specialty} and my colleagues are the best people I know. What’s being done to them is unforgivable.',
  ],
  'reply-who-funds': [
    'And where’s the money coming from? You can’t just say “fund the NHS” as if there’s a tree out the back.',
    'No, it’s a choice. They found {money} for {the banks|nuclear weapons|a tax cut} quick enough.',
  ],
  'reply-nuance': [
    'I half agree. The staffing point is right, but you’re ignoring that demand for {service} has nearly doubled.',
    'Depends what you mean by efficient. The NHS has fewer managers and fewer beds than almost anyone comparable.',
  ],
  'reply-fed-up': [
    'Here we go again, another one who thinks private companies do it for love',
    'Tell that to the people waiting. You obviously don’t use it.',
    'They’ve had long enough. No more excuses.',
  ],
  'reply-story-doubt': [
    'Not surprised in the least. That trust has had problems for {ten|fifteen|twenty} years and the same faces are in charge.',
    'Disgusting. Whoever decided that should be made to lie there for {#9-30} hours themselves.',
    'I feel for the family. How can this keep happening in {#2024-2026}?',
    'Poor woman. And not one minister will lose sleep over it.',
  ],
  'question-genuine': [
    'Can someone explain to me why the NHS doesn’t {own its own buildings|train more of its own {nurses}|buy in bulk}? Honest question.',
    'Is it just me or has {service} got a bit better lately? I’d love to think so.',
    'What would you do first if you were {minister}? I’d start with {social care|GP surgeries|pay}.',
  ],
  'long-retired-view': [
    'I trained in {#1968-1989} when you lived in the nurses’ home and were terrified of Sister. We had time. We knew every patient’s name and what they had for breakfast. It wasn’t all rosy, people died of things they’d walk away from now, and nobody told them anything. But I look at my granddaughter on the wards today, no break, no time, crying in her car, and I think we’ve kept the machines and thrown away the nursing.',
  ],
  'long-economist-view': [
    'Health spending has gone up in real terms nearly every year since it began, so “cuts” isn’t quite the word. What was cut was everything round it: public health, council care, buildings, kit. So you have more doctors than ever doing less each because the lift’s broken and there’s nowhere to put the patient. That’s a productivity problem but not the lazy-staff kind. Fix the lift. I’d give up a tax cut for that and I suspect most of {town} would too.',
  ],
  'long-angry-view': [
    'Absolutely sick of hearing that the NHS is the envy of the world. It isn’t, nobody’s copied it, and the people who say so have never had to use one anywhere else. Our cancer survival is worse than half of Europe’s. We pay for it, we’re entitled to say it’s not good enough, and that doesn’t mean we want America. It means we want what the Dutch have. Why is that so hard for {party} to say out loud?',
  ],
  'long-hopeful-view': [
    'I know it’s fashionable to say it’s finished, but I look at the vaccination centres, at virtual wards, at what they can do for strokes now, and I think there’s life in the old thing yet. The staff haven’t gone anywhere, not in their hearts. Give them a building that doesn’t leak and a computer that works and get out of the way. Am I naive? Possibly. {Still think it|I’d rather be naive than give up}.',
  ],
  'article-comment': [
    'Good article but it misses that {social care|the estate|retention} is the root of it {link}',
    'Worth a read if you care about {service}, though I don’t agree with all of it {link}',
    'So predictable. Blame the {nurses}, ignore the funding {link}',
  ],
  'headline-with-verdict': [
    '“{NHS waits fall|Record number treated}”. Fall from what? From catastrophic to dreadful.',
    '“Lessons will be learned.” They never are. It’s the most dishonest sentence in health care.',
  ],
  'local-hospital-judged': [
    '{hospital} has always had a bad name round here, and from what I read it hasn’t changed',
    'Everyone I know says {hospital} is the best round here for {specialty}, we’re lucky to have it',
    '{hospital} should have been knocked down years ago',
  ],
  'dental-contract-short': [
    'Six-year-olds on waiting lists to have teeth out under general anaesthetic. That’s not a dental problem, that’s a political choice.',
  ],
  'ai-in-nhs': [
    'Putting AI in GP surgeries before they’ve fixed the phones is like {fitting a spoiler to a milk float|buying curtains for a house with no roof}.',
    'I’m actually quite hopeful about AI reading scans, radiologists are drowning and it doesn’t get tired',
  ],
} as const satisfies Record<string, readonly string[]>;
