/**
 * Personal data that people leave in comments, invented from ranges that belong to nobody: Ofcom's numbers for drama,
 * example.org and social.example (RFC 2606), NHS numbers in the test range that begins with 999.
 */
export const PERSONAL_DATA: readonly string[] = [
  'Ring me on {phone}.',
  'My number is {phone} if anyone from PALS reads this.',
  'call me {phone}',
  'Contact: {email}',
  'email me at {email} please',
  'Write to {email} if you were there too.',
  'My NHS number is {nhs}.',
  'NHS no {nhs}, hospital has it wrong on every letter.',
  'NHS number {nhs}, phone {phone}.',
  'cc {handle}',
  'thanks to {handle} for staying with me',
];

/** Ofcom, "Telephone numbers for use in TV and radio drama programmes". `x` is any digit. */
export const DRAMA_NUMBERS: readonly string[] = [
  '07700 900xxx',
  '020 7946 0xxx',
  '0113 496 0xxx',
  '0161 496 0xxx',
  '0121 496 0xxx',
  '0191 498 0xxx',
  '01632 960xxx',
  '+44 7700 900xxx',
];

export const MAILBOXES: readonly string[] = [
  'sam',
  'j.green',
  'patel.family',
  'm_khan',
  'rosie1962',
  'the.browns',
  'dad',
  'gran',
  'aw',
  'carer',
  'mo.ali',
  'kate.w',
];
