import type { RelevanceKind } from '#core/insight.ts';

/** Paragraphs of the kinds that would else be short ones, so that length doesn't settle what is an experience. */
export const AT_LENGTH = {
  opinion: {
    'length-bed-numbers': [
      'Everyone argues about {doctors’ pay|managers|migrants} and nobody mentions beds. We’ve got about half as many per head as {Germany|Austria} and we run them at {#93-99}% full, which any engineer will tell you is a queue waiting to happen. One flu outbreak and the lot seizes up. I’d rather {minister} announced two thousand boring beds with staff to go with them than another app. It won’t make a headline. It would make a difference.',
    ],
    'length-gp-defence': [
      'I get why people are cross with GPs, I really do, but think it through. They don’t set the budget, they don’t own the phones half the time, and for every one who retires early there’s a trainee who looks at the hours and goes to Sydney. You want your old family doctor back? So do they. That job was taken away by a contract, not by laziness, and shouting at a girl on reception isn’t going to bring it back.',
    ],
    'length-mental-health-policy': [
      'Another mental health strategy, another glossy PDF with a sunrise on the front. I’ve read {four|five|six} of these now. They all say early intervention, they all say parity, and every time the money gets swallowed by whichever hospital is deepest in the red. If a {heart|cancer} service turned away two thirds of referrals there’d be a public inquiry. Because it’s children’s heads, we call it a threshold. I don’t know how people sign these things off with a straight face.',
    ],
    'length-staff-diary': [
      'Night {two|three|four} of four. I’m the nurse in charge, which means I’m also the clerk, the bed manager and the person who tells families there’s no chair. We had {#28-40} patients and {three|four} of us. I’m not telling you this for sympathy, I’m telling you because somebody at headquarters is going to look at our numbers and write “amber”. It wasn’t amber. I’ve asked three times for safe staffing in writing. {tag}',
    ],
    'length-private-sector': [
      'Slightly against the grain here: I don’t have a problem with private hospitals doing NHS hips. They’ve got the theatres, we’ve got the queue. What I do have a problem with is letting them take the easy cases, train nobody, and send anyone who goes wrong back to us in an ambulance at {#1-4}am. Make them train, make them keep the complicated ones, publish the results. Then it’s a partnership. At the moment it’s a subsidy with nice carpets.',
    ],
    'length-town-hospital': [
      'I’ve lived in {town} all my life and I’ve watched our hospital lose its maternity unit, then children’s, then the night cover, always “temporarily”, always “for safety”. And each time the consultation has three options which are all the same option. I don’t doubt the doctors mean well. But a town of {#60-180},000 people ought to have somewhere its babies can be born, and I will go on saying so at every meeting until they change the locks.',
    ],
    'length-dentist-policy': [
      'The dental contract pays the same for one filling as for six. Read that again. Then ask why a dentist in {town} won’t take on somebody who hasn’t been seen for {five|ten} years. It isn’t greed, it’s arithmetic, and every health minister since {2006|it began} has known it. You could fix it in one parliament. They don’t because people with bad teeth don’t write to the {Times|Telegraph}.',
    ],
    'length-tech-optimist': [
      'As someone who builds software for a living, what the NHS needs isn’t clever. It needs one login, one record and a button that says “book”. We’ve spent {money} on everything except that because boring doesn’t win tenders. Give me ten nurses, ten developers and two years and keep the consultants out of the room. I’m only half joking. It’s the best data in the world and it’s sitting in {#40-200} systems that can’t say hello to each other.',
    ],
  },
  news: {
    'length-closure-story': [
      'Plans to close the {minor injuries unit|birth centre|overnight A&E} in {town} have been {approved|put on hold} after a {four|five|six}-hour meeting. Around {#40-400} people gathered outside, many holding placards. The board heard that the unit sees {#9-40} patients a night and is hard to staff. One mother told members her son would not be alive without it. A petition against the move has drawn {#3-40},{#100-900} names. A final decision is expected in {month}. {link}',
    ],
    'length-strike-story': [
      'Thousands of {resident doctors|nurses|ambulance workers} have begun a {three|four|five}-day walkout in a dispute over pay. Hospitals in {town} said urgent care would be protected but that most planned operations and clinics had been moved. The union said members had been left with “no choice”. The health secretary called the action reckless and said the door remained open. Patients are asked to attend appointments unless told otherwise. {link}',
    ],
    'length-hero-story': [
      'A grandmother from {town} has thanked the stranger who saved her life on a {bus|bowling green|dance floor}. The {#61-84}-year-old collapsed in {month} and an off-duty nurse gave CPR for {#9-20} minutes until paramedics came. “I owe her every birthday from now on,” she said when the pair met at {hospital} {when}. The nurse, {#24-58}, said anyone would have done the same, and urged people to learn first aid. {link}',
    ],
    'length-watchdog-story': [
      'Inspectors have told {hospital} to make urgent improvements after finding that some patients in the emergency department waited more than {#14-40} hours for a bed and that medicines were not always given on time. Staff were described as kind and exhausted. The watchdog, which visited in {month}, also raised concerns about record keeping. The trust’s chief executive said she accepted the findings in full and that {#20-90} nurses had since been recruited. {link}',
    ],
    'length-research-story': [
      'A blood test that could find {condition} up to {#2-9} years earlier is to be tried in {#8-60} hospitals across England. Around {#2-30},000 volunteers will be followed for {three|five} years. “It felt like being handed a map,” said one patient, {#41-77}, who took part in the pilot in {town}. Independent scientists said the findings were promising and warned that larger studies were needed before it could be offered to everyone. {link}',
    ],
    'length-budget-story': [
      'The chancellor is expected to announce an extra {money} for {service} in {month}, according to people briefed on the plans. It would be spent on new equipment, repairs and a pledge to cut the longest waits. Economists said the sum would be swallowed by pay and inflation within {#8-20} months. The opposition said patients were “paying more and waiting longer”. The Treasury declined to comment on speculation. {link}',
    ],
  },
  advert: {
    'length-job-story': [
      'When I moved to {town} I didn’t know a soul. {#3-12} years on I lead the team that gave me my first job, I’ve had two babies and a master’s paid for, and I still learn something each week. Now we’re looking for two more people to join us in {specialty}. You’ll need registration, a sense of humour and a liking for cake. We’ll give you time, training and somewhere to park. Closing {day}. {link}',
    ],
    'length-private-hospital': [
      'Pain shouldn’t decide what you do with your day. At our hospital in {town} you can see a consultant within {#2-9} days and have your {op} within {#2-6} weeks, with a private room, a menu you’ll actually want to read and a nurse you can ring afterwards at any hour. Pay monthly, pay once or use your insurance. Come to our open evening on {day}, meet the surgeons and ask them anything. {link}',
    ],
    'length-charity-run': [
      'So I’ve done something daft. On {#1-28} {month} I’ll be running {#10-42} miles round {town} dressed as a {pint of blood|tooth|teapot} because the nurses on {ward} looked after {man} as if he were their own. I’m not a runner. I own one pair of trainers. But if we get to £{#1-9},000 they can buy a {reclining chair|scanner for the bedside} for families staying overnight. Please give what you can, even a quid. {link}',
    ],
    'length-study-invite': [
      'We would like to hear from people who have had an operation put off in the past {year|two years}. Our study, run by researchers at {town} university, looks at what waiting does to work, sleep and family life. Taking part means one conversation of about {#30-60} minutes by phone or video. You’ll receive a £{#15-40} voucher and everything you say is confidential. To find out more, or to put your name down, see {link}',
    ],
    'length-app-launch': [
      'Today we’re launching something we’ve been building with {#4-30} NHS trusts for {two|three} years. It’s an app that tells patients where they are in the queue, reminds them what to bring and lets them move a slot without ringing anyone. In our pilot in {town} missed appointments fell by {#20-50}%. If you run outpatients and you’re tired of phones, we’d love to show you. Demos every {day}. {link}',
    ],
    'length-menopause-coach': [
      'Two years ago I sat in my car after yet another ten-minute appointment and thought, is this it? Nobody had told me what was happening to my body. So I retrained, and now I help women in {town} and online to sleep, think and feel like themselves again. My six-week programme starts on {day}. There are {#3-12} places left and an early-bird price until midnight. Comment MEADOW and I’ll send you the details.',
    ],
  },
  other: {
    'length-care-of-car': [
      'Two hours I sat in that waiting room. Tea machine out of order, one lad on the desk who wouldn’t meet my eye, people going in before me who’d arrived after. When they finally called my name it was to say the part hadn’t come and could I come back on {day}. I’ve had that {Fiesta|Corsa|Yaris} {#5-14} years and I’ve never been treated like that by a garage. I’ve asked for the manager, who was “on lunch”.',
    ],
    'length-airline-story': [
      'Just to warn others: our flight from {Malaga|Faro|Tenerife} was put back {#9-22} hours, and {woman}, who’s in a wheelchair, was left at the gate with no one to help her to the loo. Staff changed shift and nobody passed it on. A cleaner was the only one who showed an ounce of care. I’ve written twice to the airline. All I’ve had is a voucher for a sandwich.',
    ],
    'length-us-story': [
      'My dad had a stroke at work in {Ohio|Georgia|Oregon}. The ER was fast, I’ll give them that, and the nurses hugged us. Then the letters started. ${#4-60},000 for the helicopter, out of network. The rehab place wanted a deposit before he could have a bed. My mom sold the truck. I read about you guys in England waiting on a gurney for hours and I don’t know which of us I feel sorrier for.',
    ],
    'length-soap-recap': [
      'Last night’s episode, then. The baby’s been swapped, the consultant’s having it away with the paramedic, and somebody’s cut the power to the operating theatre in a thunderstorm. I’ve watched this since {#1986-2004} and I’d swear that same trolley has been down that same corridor in every one. Next week: a wedding in the chapel of rest. I’ll be there with a {cuppa|bottle of wine}, shouting at the telly.',
    ],
    'length-wales-scotland-story': [
      'I’m in {Dundee|Inverness|Paisley|Wrexham|Llanelli|Newry} so it’ll be different from down there, but my mother waited {#8-20} hours for the ambulance and another {#10-30} in a chair. The nurse cried when she couldn’t find her a pillow. I wrote to the health board and to my {MSP|Senedd member|MLA} and got the same reply from both with a different crest on it. Free prescriptions are grand, but I’d swap them for a bed.',
    ],
    'length-genealogy': [
      'Hoping someone can help. My great-aunt trained as a nurse at {town} infirmary around 19{#11-30} and later ran a ward for soldiers. We have a photograph of her in uniform with {six|nine|eleven} others on the steps, one with a small dog. The hospital records went to the county archive but the staff registers for those years seem to be missing. If your family has a picture with the same dog I’d be over the moon.',
    ],
    'length-copied-chain': [
      'Friends, please read to the end and then copy, don’t share. A nurse at a big hospital has asked everyone to put a bag with their medicines, a spare nightie and a phone charger by the front door. She says that if you cough while your heart is {racing|stopping} you can save your own life. I don’t know if it’s true but it can’t hurt. Hold your finger down anywhere in the post and click copy.',
    ],
  },
} as const satisfies Partial<Record<RelevanceKind, Record<string, readonly string[]>>>;
