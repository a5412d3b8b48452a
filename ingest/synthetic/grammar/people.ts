/** Who a comment is about. `subjects` are templates; pronouns and verbs agree with them. */
export interface PersonKind {
  id: string;
  weight: number;
  subjects: readonly string[];
  pronoun: string;
  object: string;
  possessive: string;
  was: string;
  has: string;
  is: string;
}

const HER = { pronoun: 'she', object: 'her', possessive: 'her', was: 'was', has: 'has', is: 'is' };
const HIM = { pronoun: 'he', object: 'him', possessive: 'his', was: 'was', has: 'has', is: 'is' };

export const PEOPLE: readonly PersonKind[] = [
  { id: 'self', weight: 44, subjects: ['I'], pronoun: 'I', object: 'me', possessive: 'my', was: 'was', has: 'have', is: 'am' },
  { id: 'we', weight: 8, subjects: ['we'], pronoun: 'we', object: 'us', possessive: 'our', was: 'were', has: 'have', is: 'are' },
  {
    id: 'mother',
    weight: 10,
    subjects: ['my {mum|mam|mother|mother-in-law|poor mum|elderly mum}', 'my {#58-91} year old {mum|mother}'],
    ...HER,
  },
  {
    id: 'father',
    weight: 8,
    subjects: ['my {dad|father|father-in-law|poor dad|elderly dad}', 'my {#58-93} year old {dad|father}'],
    ...HIM,
  },
  { id: 'partner', weight: 5, subjects: ['my {wife|girlfriend|other half}'], ...HER },
  { id: 'partner', weight: 5, subjects: ['my {husband|boyfriend|other half}'], ...HIM },
  { id: 'grandmother', weight: 4, subjects: ['my {nan|gran|grandma|nana}', 'my {#75-99} year old {nan|gran|grandma}'], ...HER },
  { id: 'grandfather', weight: 3, subjects: ['my {grandad|grandpa}', 'my {#75-99} year old grandad'], ...HIM },
  {
    id: 'daughter',
    weight: 5,
    subjects: ['my {daughter|little girl|teenage daughter}', 'my {#2-17} year old {daughter|girl}', 'our {daughter|youngest|eldest}'],
    ...HER,
  },
  {
    id: 'son',
    weight: 5,
    subjects: ['my {son|little boy|teenage son|lad}', 'my {#2-17} year old {son|boy}', 'our {son|youngest|eldest}'],
    ...HIM,
  },
  { id: 'baby', weight: 2, subjects: ['my {#3-11} month old {baby|daughter|little girl}', 'our baby girl'], ...HER },
  { id: 'baby', weight: 2, subjects: ['my {#3-11} month old {baby|son|little boy}', 'our baby boy'], ...HIM },
  {
    id: 'neighbour',
    weight: 2,
    subjects: ['my {neighbour|friend|best friend|old neighbour}', 'a {friend|colleague|neighbour} of mine'],
    ...HER,
  },
  {
    id: 'neighbour',
    weight: 2,
    subjects: ['my {neighbour|friend|best mate|old neighbour}', 'a {mate|colleague|neighbour} of mine'],
    ...HIM,
  },
  { id: 'brother', weight: 3, subjects: ['my {brother|uncle|cousin|brother with learning disabilities}'], ...HIM },
  { id: 'brother', weight: 3, subjects: ['my {sister|auntie|cousin}'], ...HER },
];
