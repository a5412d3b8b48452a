/** Harm at a distance: news, politics, figures, campaigns, training, history, other people's stories. */
export const REPORTS = {
  'inquest-news': [
    'Inquest: {a mother of two|a grandfather} died after {hours} wait for ambulance, coroner hears {link}',
    'Coroner warns of future deaths after {town} man was given wrong medication {link}',
  ],
  'statistics-deaths': [
    '{#120-900} excess deaths a week linked to A&E waits, says royal college. {Let that sink in|When will ministers act}? {link}',
    'One in {#20-90} deaths in hospital could be avoided, new study finds. {link}',
  ],
  'maternity-review': [
    'Review of {town} maternity services finds {#20-200} babies died or were harmed over {ten|fifteen} years. Full report: {link}',
  ],
  'trust-fined': ['{hospital} trust fined £{#1-3}.{#1-9}m after patient died from sepsis that was missed {link}'],
  'nurse-jailed': ['Former {nurse} jailed for {#4-18} years for assaulting patients at {town} care home {link}'],
  'never-events-table': [
    'Trusts reported {#180-400} never events last year, incl. {#40-90} wrong site surgeries and {#30-80} retained objects. {Table by trust here|Data} {link}',
  ],
  'minister-blood-hands': [
    'People are dying in corridors and {minister} is at the cricket. Blood on {his|her|their} hands.',
    '{party} have killed the NHS. Thousands dead waiting and they blame the strikes.',
  ],
  'strike-deaths': [
    'If resident doctors strike again patients will die. Simple as. They should be ashamed.',
    'Nobody wants to strike but people are already dying because there aren’t enough of us.',
  ],
  'assisted-dying': [
    'The assisted dying bill worries me. {People will feel they’re a burden|Who protects the frail?|My faith says one thing, my heart another}. What do others think?',
    'Let people choose to die with dignity. It isn’t suicide, it’s mercy. Write to your MP.',
  ],
  'suicide-prevention-day': [
    'Today is World Suicide Prevention Day. If you are struggling, call Samaritans on 116 123. It’s ok not to be ok. {tag}',
    'Our suicide awareness course is free to anyone in {town}. {Learn how to ask|Twenty minutes could save a life}. {link}',
  ],
  'sepsis-awareness': [
    'Sepsis kills {#5-10} people an hour in the UK. Know the signs: confusion, mottled skin, fast breathing. Just ask “could it be sepsis?” {link}',
  ],
  'stroke-fast': ['Face, Arms, Speech, Time. If you see one sign of a stroke dial 999. {tag}'],
  'pressure-ulcer-training': [
    'Stop the Pressure study day: prevention of pressure ulcers, grade 1 to 4, SSKIN bundle. {Book on ESR|Cake provided}. {ward} team.',
    'Proud of {ward}: {#100-500} days without a pressure sore or a fall with harm! 🎂',
  ],
  'falls-poster': ['Falls prevention week on {ward}: red socks, low beds, call bells in reach. Down {#12-40}% this year.'],
  'safeguarding-training': [
    'Safeguarding level 3 today. Domestic abuse, neglect, modern slavery. Heavy but so important for all of us in the {trust|surgery}.',
  ],
  'petition-law': [
    'Sign the petition for {Martha’s|a named} rule: families should have the right to a second opinion before it’s too late. {link}',
    'Please sign: mandatory oxygen checks in every {labour ward|hospital}. No more babies harmed. {link}',
  ],
  'charity-run-memory': [
    'Running the {town} {10k|half} for a sepsis charity. £{#100-900} so far, can we get to a grand? {link}',
    'Walking for the stillbirth charity in {month} with the girls from work. Sponsor us! {link}',
  ],
  'lawyer-advert': [
    'Wrong diagnosis? Operation gone wrong? Injured by medical negligence? No win no fee. Call our {town} solicitors {today|free}. {link}',
    'Birth injury? You may be owed compensation. Speak to our expert clinical negligence team {link}',
  ],
  'research-paper': [
    'New paper: wrong-route medication errors in {#40-200} hospitals. Double checking alone does not prevent them. {link}',
    'Our audit of {#200-900} missed fractures in {ae}: most were wrists, most were at night. Poster at {town} {day}.',
  ],
  'journalist-call': [
    'I’m a reporter looking for families whose loved ones died waiting for an ambulance in {town}. DMs open.',
    'Researching a piece on restraint in CAMHS units. If you were restrained and would talk, message me.',
  ],
  documentary: [
    'Panorama tonight was harrowing. Patients slapped, mocked, dragged. How is that allowed in this country?',
    'Watched the documentary on the {town} babies. Cried all the way through. Those poor parents.',
  ],
  'celebrity-death': [
    'RIP to a legend, gone too soon. Cancer is a cruel thing. {His films got me through school|Played her album all day}.',
    'So sad about that actor, apparently he’d been told it was just a cold. 💔',
  ],
  'read-that-story': [
    'I read that a man in {town} had the wrong kidney removed. Is that even possible?',
    'Saw on facebook that someone died in the waiting room at {hospital}. Anyone know if it’s true?',
  ],
  'apparently-friend-of': [
    'Apparently a woman on our estate got sent home from {ae} and passed away. Don’t know her. Just what they’re saying in the chippy.',
    'heard someone say a patient was hit by a carer at that home on the hill. could be gossip idk',
  ],
  'america-bill': [
    'In America my cousin’s mate died because he couldn’t afford insulin. Be careful what you wish for.',
    'US friend’s mum was billed $40,000 after a fall. NHS forever.',
  ],
  'other-country': [
    'Hospital fire in {Manila|Bucharest|Lagos} kills dozens. Thoughts with them 🙏',
    'Doctors in {Gaza|Sudan} are operating without anaesthetic and babies are dying. Please give what you can {link}',
  ],
  'history-asylum': [
    'My great gran was locked in the county asylum in 1921 and beaten. Found her records at the archive {when}. We’ve come a long way.',
    'In the {1950s|fifties} they took my mother’s baby straight from her after the birth. Different times. She never spoke of it till she was ninety.',
  ],
  'long-ago-own': [
    'In 1978 they put my dad’s leg in plaster and it went wrong and he limped ever after. He never complained once. They don’t make them like that now.',
    'Forty years ago I was given the wrong tablets by a chemist in {town}, slept for two days! We laugh about it.',
  ],
  victorian: [
    'Before the NHS my grandad’s sister died of diphtheria because they couldn’t pay the doctor. That’s why I’ll always defend it.',
  ],
  'covid-memorial': [
    'Walked along the memorial wall today. So many hearts. We must never forget those who died.',
    '{Five|Six} years since lockdown. We lost so many people. Candle lit tonight.',
  ],
  'war-remembrance': ['Remembering the nurses who died at sea in 1915. We will remember them. Service at {hospital} chapel at eleven.'],
  'vaccine-conspiracy': [
    'The jab has killed more than it saved, wake up. They’re poisoning us and the NHS is in on it.',
    'died suddenly AGAIN. another one. nobody in the media will say why',
  ],
  'coroner-job': ['New job: coroner’s officer, {town}. You’ll investigate sudden deaths and support bereaved families. Closing {day}.'],
  'book-review': ['Reading a surgeon’s memoir. He owns up to every patient he harmed. Brave book.'],
  'exam-question': [
    'OSCE tomorrow: breaking bad news, sepsis six, NG tube placement, safe discharge. Wish me luck!',
    'Med school quiz: {#40-70} year old woman, sudden headache, neck stiffness. Diagnosis? (It’s a bleed.)',
  ],
  'policy-whistle': [
    'We need a duty of candour with teeth. When a patient dies through error the family must be told the same week. Not lawyers, people.',
  ],
  'cqc-rating': ['CQC rates {town} unit inadequate: patients at risk of avoidable harm, restraint used too often {link}'],
  'ambulance-stat': ['Handover delays caused harm to {#1-9},{#100-900} patients in {month} according to ambulance chiefs {link}'],
  'thread-politics-gran': ['They don’t care if your gran dies on a trolley so long as their shares go up. Vote them out.'],
  'union-safe-staffing': [
    'Unsafe staffing costs lives. {#28-40} patients and three nurses. We’ve raised it {four|five} times in writing. {tag}',
  ],
  'staff-assaulted': [
    'Another night in {ae}, another colleague punched. A nurse has a broken nose. We come to work to help. Zero tolerance needs to mean it.',
    'I’ve been slapped, spat on and bitten this week and still love this job. Patients with delirium don’t mean it.',
  ],
};
