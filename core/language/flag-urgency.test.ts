import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { flagUrgency } from './flag-urgency.ts';
import { readText } from './read-text.ts';
import { HARMS } from './urgency/harms.ts';
import { REVIEW_FROM } from './urgency/weights.ts';

const flag = (text: string, title?: string) => flagUrgency(readText(text), title === undefined ? null : readText(title));

describe('goes to people to review', () => {
  it.each([
    ['death', 'My mother died waiting for an ambulance that never came'],
    ['death', 'Dad would still be here if anybody had read his notes'],
    ['missed sepsis', 'They missed the sepsis and told us it was flu, my son nearly died'],
    ['missed diagnosis', 'A&E said it was a migraine and sent my wife home. She’d had a stroke and can’t speak'],
    ['wrong medicine', 'They gave my dad the wrong dose of insulin'],
    ['wrong medicine', 'I told them twice I’m allergic to penicillin and they gave me it anyway, woke up in resus'],
    ['wrong operation', 'They operated on my mum’s wrong knee and now she can’t walk'],
    ['object left inside', 'They left a swab inside me after my section, I was septic'],
    ['wrong tube or line', 'Nan’s feeding tube was in her lung and nobody checked, she is on a ventilator'],
    ['fall', 'My nan fell on the ward because nobody came and broke her hip'],
    ['pressure sore', 'My grandad got a pressure sore on ward 6'],
    ['neglect', 'I bled for six hours on that ward and nobody came, I ended up needing a transfusion'],
    ['abuse', 'A carer on the ward hit my nan'],
    ['self-harm', 'I rang the crisis team because I want to die and got voicemail'],
    ['harm at birth', 'My son was starved of oxygen at birth because the midwife didn’t listen to me'],
    ['unsafe discharge', 'They discharged my mum at 3am with dementia and no keys, she was found on the step, unconscious'],
  ] as const)('%s: %s', (reason, text) => {
    const { level, score, reasons } = flag(text);
    expect(level).toBe('review');
    expect(score).toBeGreaterThanOrEqual(REVIEW_FROM);
    expect(reasons).toContain(reason);
  });
});

describe('stays out of the queue', () => {
  it.each([
    ['a figure of speech', 'This queue is killing me'],
    ['a joke', 'Leg day with the physio and I’m dead 😂'],
    ['thanks after a death', 'Thank you for the care you gave my dad before he died'],
    ['news', 'Report: man died after ambulance delay, inquest hears'],
    ['figures', 'Thousands of people die waiting in A&E every year'],
    ['politics', 'People are dying in corridors and the government does nothing'],
    ['a campaign', 'Sign the petition: no more babies harmed on labour wards'],
    ['fiction', 'Watched the episode where she dies because nobody listened, sobbing'],
    ['long ago', 'In 1978 they put my dad’s leg in plaster and it went wrong'],
    ['a slip that was caught', 'Chemist rang me: wrong dose on the script, she caught it in time. Good pharmacist'],
    ['an illness and no failing', 'My mum had a stroke on Monday, say a prayer for her'],
    ['an ordinary complaint', 'Six hours in A&E and nobody told us anything'],
    ['smell', 'The smell on the ward hits you at the door, poor staff'],
    ['praise', 'Sepsis nearly took me but the ward spotted it. I owe you my life, thank you'],
    ['nothing', ''],
  ])('%s: %s', (_, text) => {
    expect(flag(text)).toMatchObject({ level: 'none', reasons: [] });
  });
});

describe('the score', () => {
  it('ranks: what is stated of kin before what is hinted at, and both before nothing', () => {
    const [stated, hinted, nothing] = [
      'They gave my dad someone else’s insulin and he was unconscious when we found him',
      'Dad’s tablets were hours late on the ward again',
      'Dad’s dinner was late on the ward again',
    ].map((text) => flag(text).score!) as [number, number, number];
    expect(stated).toBeGreaterThan(hinted);
    expect(hinted).toBeGreaterThan(nothing);
    expect(nothing).toBe(0);
  });

  it('is of the same harm however calmly it is told', () => {
    const calm = flag('My father was given another patient’s insulin. He is in intensive care.');
    const furious = flag('MY FATHER WAS GIVEN ANOTHER PATIENT’S INSULIN!!! HE IS IN INTENSIVE CARE!!! 😡😡');
    expect(furious).toEqual(calm);
  });

  it('counts what the title says', () => {
    const text = 'He is in intensive care and nobody will tell us a thing';
    expect(flag(text, 'They gave my dad someone else’s insulin').reasons).toContain('wrong medicine');
    expect(flag(text).reasons).not.toContain('wrong medicine');
  });

  it('finds a harm in the middle of a long story as it does alone', () => {
    const idle = 'We parked by the river and the sun was out. '.repeat(60);
    const harm = 'A nurse gave my dad another patient’s insulin and he was unconscious in his bed.';
    expect(flag(idle + harm + idle)).toMatchObject({ level: 'review', reasons: expect.arrayContaining(['wrong medicine']) });
  });
});

test('any text has a score from 0 to 1, and reasons if and only if it is to be reviewed', () => {
  const word = fc.constantFrom(
    ...'my mum died dead nobody came wrong insulin gave fell broke hip ward nurse hit me sepsis missed lost our baby . ! \n 😂 thank you'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const { level, score, reasons } = flag(text);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(reasons.length > 0).toBe(level === 'review');
        for (const reason of reasons) expect(HARMS).toContain(reason);
      },
    ),
  );
});
