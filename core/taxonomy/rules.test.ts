import { describe, expect, it } from 'vitest';
import { readText } from '../language/read-text.ts';
import { TAXONOMY } from './taxonomy.ts';

const byId = new Map(TAXONOMY.themes.map((theme) => [theme.id, theme]));
const finds = (id: string, text: string) => byId.get(id)!.matches(readText(text));

const GENERAL = 'general';
const STAFF = 'staff';
const ACCESS = 'access-to-medical-care-support';
const TALK = 'communication-involvement';
const PLACE = 'environment-equipment-catering';
const PUBLIC = 'public-conversation';
const BESIDE = 'beside-the-framework';

describe('words that mean something else than they seem to', () => {
  it.each([
    [`${GENERAL}.positive-experience-gratitude`, 'Thanks to all on ward 4', 'Thanks for nothing, I am still in agony'],
    [`${GENERAL}.positive-experience-gratitude`, 'Wonderful care', 'I wonder where this care was'],
    [`${GENERAL}.organisation-efficiency`, 'The left hand does not know what the right is doing', 'They operated on my left hand'],
    [`${GENERAL}.funding-use-of-financial-resources`, 'Fourteen years of cuts did this', 'It cuts both ways after all these years'],
    [`${GENERAL}.feeling-safe`, 'I never felt safe on that ward', 'Stay safe everyone'],
    [`${GENERAL}.feeling-safe`, 'She was scared and alone', 'Another measles scare in the news'],
    [`${STAFF}.staff-manner-personal-attributes`, 'The porter was so kind', 'What kind of hospital is this'],
    [`${STAFF}.staff-manner-personal-attributes`, 'A caring team', 'Caring for my dad at home is hard'],
    [`${STAFF}.staff-manner-personal-attributes`, 'He was treated with respect', 'In respect of your letter of May'],
    [`${STAFF}.staff-manner-personal-attributes`, 'Very professional throughout', 'I rang as a healthcare professional'],
    [`${STAFF}.staff-manner-personal-attributes`, 'I did not like her manner', 'Seen in a timely manner'],
    [`${STAFF}.staff-manner-personal-attributes`, 'Such a thoughtful porter', 'I thought it opened at nine'],
    [`${STAFF}.staff-manner-personal-attributes`, 'Cheerful from start to end', 'Cheers mate'],
    [`${STAFF}.staff-manner-personal-attributes`, 'A comforting word', 'The chair was comfortable'],
    [`${STAFF}.staff-manner-personal-attributes`, 'Our midwife was wonderful', 'I wonder when the midwife comes'],
    [`${STAFF}.competence-training`, 'They had no idea how to fit the cannula', 'No idea when the buses run'],
    [`${STAFF}.competence-training`, 'Their knowledge of diabetes was poor', 'To my knowledge it opens at nine'],
    [`${ACCESS}.contacting-services`, 'It took an hour to get through', 'My family helped me get through it'],
    [`${ACCESS}.contacting-services`, 'Left on hold for ages', 'I have put my life on hold'],
    [`${ACCESS}.contacting-services`, 'Then the call was cut off', 'My toe was cut off'],
    [`${ACCESS}.contacting-services`, 'I had to ring for ages', 'I rang the bell for my mother, aged 90'],
    [`${ACCESS}.appointment-method`, 'My review was a Teams call', 'The team called the next of kin'],
    [`${ACCESS}.appointment-method`, 'We saw him on Zoom', 'The ambulance zoomed past our house'],
    [`${ACCESS}.timeliness-of-care`, 'I could have been seen earlier', 'I posted about this earlier today'],
    [`${ACCESS}.timeliness-of-care`, 'It was all so fast', 'Nothing but fast food near there'],
    [`${TALK}.staff-listening-understanding-involving-patients`, 'I felt judged', 'Judging by the sign it is on the third floor'],
    [`${TALK}.staff-listening-understanding-involving-patients`, 'He ignored what I said', 'Such ignorant people'],
    [`${TALK}.information-provision-guidance`, 'The information was useful', 'Nobody gave us information'],
    [`${TALK}.interaction-with-family-carers`, 'Only two visitors at a time', 'Our health visitors are short of nappies'],
    ['patient-journey-service-coordination.discharge', 'Discharged with no letter', 'A yellow discharge from the cut'],
    [`${PLACE}.cleanliness-tidiness-infection-control`, 'The ward was clean', 'I was given a clean bill of health'],
    [`${PLACE}.cleanliness-tidiness-infection-control`, 'Nobody wore masks', 'They put an oxygen mask on him'],
    [`${PLACE}.sensory-experience`, 'It was freezing on the ward', 'The pay freeze goes on'],
    [`${PLACE}.environment-facilities-equipment`, 'The signs to X-ray are confusing', 'They missed the signs of sepsis'],
    [`${PLACE}.environment-facilities-equipment`, 'Clean sheets each day', 'I was sent home with fact sheets'],
    [`${PLACE}.environment-facilities-equipment`, 'The building is falling apart', 'Pressure is building up'],
    [`${PLACE}.environment-facilities-equipment`, 'It was cramped', 'Stomach cramps all night'],
    [`${PLACE}.environment-facilities-equipment`, 'A leaking roof over the ward', 'My wound kept leaking'],
    [`${PLACE}.food-drink-provision-facilities`, 'The food was cold', 'Nurses are using food banks'],
    [`${PLACE}.food-drink-provision-facilities`, 'The hospital food is awful', 'There is a food bank next to the surgery'],
    [`${PLACE}.food-drink-provision-facilities`, 'Nothing to drink for six hours', 'He was a drink driver'],
    [`${PLACE}.food-drink-provision-facilities`, 'Not even a cup of tea', 'Hospital radio is not my cup of tea'],
    [`${PLACE}.food-drink-provision-facilities`, 'The menu never changes', 'Press 2, says the phone menu'],
    [`${PLACE}.food-drink-provision-facilities`, 'The catering is poor', 'They cater for all needs'],
    ['service-location-travel-transport.transport-to-from-services', 'The journey home took hours', 'It has been a long cancer journey'],
    ['service-location-travel-transport.transport-to-from-services', 'I came by train', 'They train nurses at this hospital'],
    [
      'service-location-travel-transport.transport-to-from-services',
      'The suspension of that ambulance',
      'An oral suspension of antibiotics',
    ],
    ['activities.activities-access-to-fresh-air', 'We sat in the garden', 'The hospital in Welwyn Garden City'],
    ['activities.electronic-entertainment', 'No telly, and the tv in the lounge was broken', 'I saw the minister on TV'],
    ['activities.electronic-entertainment', 'I had no internet for a week', 'You read such things on the internet'],
    ['mental-health-specifics.mental-health-act', 'My tribunal is next week', 'She took them to an employment tribunal'],
    ['mental-health-specifics.mental-health-act', 'I was given escorted leave', 'Nobody wants to leave the ward untidy'],
    ['mental-health-specifics.mental-health-act', 'He went missing while on leave', 'My midwife is on leave, maternity leave'],
    [`${PUBLIC}.getting-a-gp-appointment`, 'Ring the surgery at eight, they said', 'I wait for surgery on my hip'],
    [`${PUBLIC}.waiting-lists-for-planned-care`, 'Told my scan is in nine months', 'I had surgery two years ago'],
    [`${PUBLIC}.waiting-lists-for-planned-care`, 'The operation is still months away', 'The operator told me weeks ago'],
    [`${PUBLIC}.strikes-pay`, 'I support the nurses on strike', 'What strikes me is how calm they were'],
    [`${PUBLIC}.strikes-pay`, 'Ambulance crews strike on Monday', 'He was struck by a car'],
    [`${PUBLIC}.strikes-pay`, 'Unison members vote on pay', 'We all groaned in unison'],
    [`${PUBLIC}.funding-privatisation`, 'Tory cuts did this', 'Covered in cuts and bruises'],
    [`${PUBLIC}.funding-privatisation`, 'More cuts to services', 'She cuts her own hair'],
    [`${PUBLIC}.vaccination`, 'Had my booster today', 'I need a booster seat for the taxi home'],
    [`${PUBLIC}.vaccination`, 'Where do I get the jab', 'A jab at the minister'],
    [`${PUBLIC}.vaccination`, 'No jabs left at the pharmacy', 'Weight loss jabs are not for me'],
    [`${PUBLIC}.data-sharing-digital-services`, 'How do I opt out', 'Families can opt out of organ donation'],
    [`${PUBLIC}.data-sharing-digital-services`, 'Who gets my data', 'The ward has no wifi so it ate my data'],
    [`${PUBLIC}.maternity-neonatal-care`, 'A wonderful birth', 'They asked for my date of birth'],
    [`${PUBLIC}.maternity-neonatal-care`, 'I was induced at 39 weeks', 'He is in an induced coma'],
    [`${PUBLIC}.maternity-neonatal-care`, 'Twenty hours of labour', 'Labour promised it within hours'],
  ])('%s: is found in "%s" and not in "%s"', (id, meant, other) => {
    expect([finds(id, meant), finds(id, other)]).toEqual([true, false]);
  });
});

describe('the themes beside the framework', () => {
  it.each([
    [`${BESIDE}.admission`, 'Mum was admitted at midnight', 'He admitted that he forgot'],
    [`${BESIDE}.admission`, 'A quick handover from the crew to the hospital', 'A good handover between the day and night shift'],
    [`${BESIDE}.impact-of-treatment-care`, 'You saved my life', 'It cost me my life savings'],
    [`${BESIDE}.impact-of-treatment-care`, 'I feel better than I have in years', 'It would be better to ring first'],
    [`${BESIDE}.impact-of-treatment-care`, 'The wait caused a lot of stress', 'Where is the stress clinic'],
    [`${BESIDE}.existence-of-services`, 'There is no service for adults here', 'No, service was fine'],
    [`${BESIDE}.existence-of-services`, 'They scrapped our walk in clinic', 'The clinic is close to the station'],
    [`${BESIDE}.choice-of-services`, 'I was not given a choice', 'I had no choice but to pay'],
    [`${BESIDE}.choice-of-services`, 'I chose this hospital for my knee', 'A good choice of meals'],
    [`${BESIDE}.out-of-hours-support`, 'No crisis support at weekends', 'Not even tea on a weekend'],
    [`${BESIDE}.out-of-hours-support`, 'Saw the out of hours doctor', 'It took hours to get out'],
    [`${BESIDE}.patient-records`, 'They had lost my notes', 'She notes the time'],
    [`${BESIDE}.patient-records`, 'My record had the wrong address on it', 'A record number of people wait'],
  ])('%s: is found in "%s" and not in "%s"', (id, meant, other) => {
    expect([finds(id, meant), finds(id, other)]).toEqual([true, false]);
  });
});
