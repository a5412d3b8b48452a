import { standsAlone } from '../boundaries.ts';
import type { Detector, Match } from '../types.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])';
const YEAR = "(?:(?:18|19|20)\\d\\d|'?\\d\\d)";
const NUMBER_MONTH = '(?:1[0-2]|0?[1-9])';
const DATE = new RegExp(
  [
    `(?:18|19|20)\\d\\d ?[-/.] ?${NUMBER_MONTH} ?[-/.] ?${DAY}`,
    `${DAY} ?([-/.]) ?${NUMBER_MONTH} ?\\1 ?${YEAR}`,
    `${NUMBER_MONTH}([-/.])${DAY}\\2${YEAR}`,
    `${DAY} ${NUMBER_MONTH} (?:18|19|20)\\d\\d`,
    `${DAY}(?:st|nd|rd|th)?[ -]{0,2}(?:of )?(?:${MONTH})\\.?[ ,-]{0,3}${YEAR}`,
    `${MONTH}\\.? ${DAY}(?:st|nd|rd|th)?,? {1,2}(?:18|19|20)\\d\\d`,
    '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:18|19|20)\\d\\d',
  ].join('|'),
  'gi',
);

const BIRTH = String.raw`(?:d\.? ?o\.? ?b\b\.?|(?:date|day) of (?:my |his |her |their )?birth|birth ?da(?:te|y)|\bborn\b|\bbirth\b)`;
const GATE = new RegExp(BIRTH, 'i');
const BEFORE = new RegExp(`${BIRTH}([^\\n!?]{0,40})$`, 'i');
const AFTER = new RegExp(`^([^\\n!?]{0,32}?)${BIRTH}`, 'i');
/** Between the words and the date, these tell of another event. */
const OTHER_EVENT =
  /\b(?:and|but|then|so|because|when|after|before|until|till|since|discharged?|admitted|admission|appointment|referred|referral|visit(?:ed)?|attend(?:ed)?|seen|operat(?:ion|ed)|surgery|died|death|due|scan|booked|went|came|saw|waited|told|rang|called|joined|started|moved|lives?|worked|retired)\b|[;:] ?[a-z]+ ?:|\. [A-Z]|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}/i;

/** A full date tied to words of birth on either side, within the sentence. Any other date, a year or an age stays. */
export const dateOfBirth: Detector = {
  type: 'DATE_OF_BIRTH',
  mayMatch: (traits) => traits.digits >= 3,
  find({ text }) {
    if (!GATE.test(text)) return [];
    const matches: Match[] = [];
    for (const match of text.matchAll(DATE)) {
      const start = match.index;
      const end = start + match[0].length;
      if (standsAlone(text, start, end) && isTied(text, start, end)) matches.push({ start, end });
    }
    return matches;
  },
};

function isTied(text: string, start: number, end: number): boolean {
  const before = BEFORE.exec(text.slice(Math.max(0, start - 70), start));
  if (before && !OTHER_EVENT.test(before[1]!)) return true;
  const after = AFTER.exec(text.slice(end, end + 60));
  return after !== null && isLink(after[1]!);
}

/** After a date: "… was when my son was born" ties, "… we saw the midwife about the birth" doesn't. */
function isLink(gap: string): boolean {
  return (
    /^[ ,():=-]{0,8}(?:is|was|being|as)?[ ,(]{0,4}(?:(?:the )?(?:day|date|when|that) )?(?:(?:my|his|her|our|their|your|the|a) )?(?:[a-z]+(?:'s)? ){0,2}(?:was |were |is )?\(?$/i.test(
      gap,
    ) &&
    !/\b(?:discharged?|admitted|appointment|referred|visit(?:ed)?|attended|seen|saw|due|about|before|after|since|for|plan|and)\b/i.test(gap)
  );
}
