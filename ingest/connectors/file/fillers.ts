/** What people and survey tools write where there is no comment. */
const FILLERS = new Set(
  [
    '',
    'did not answer',
    'did not respond',
    'not answered',
    'no answer',
    'no response',
    'no reply',
    'no comment',
    'no comments',
    'no further comment',
    'no further comments',
    'not applicable',
    'na',
    'none',
    'nil',
    'no',
    'nope',
    'nothing',
    'nothing at all',
    'nothing really',
    'nothing to add',
    'null',
    'nan',
    'undefined',
    'blank',
    'empty',
    'missing',
    'not stated',
    'prefer not to say',
    'left blank',
    'deleted',
    'removed',
    'x',
    'xx',
    'xxx',
    'test',
    // What one survey tool writes below the questions.
    'open-ended response',
  ].map(normalise),
);

function normalise(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a cell stands for "no comment". A cell of emoji alone is a comment. */
export function isFiller(text: string): boolean {
  if (text.length > 40) return false;
  return FILLERS.has(normalise(text)) && !/\p{Extended_Pictographic}/u.test(text);
}
