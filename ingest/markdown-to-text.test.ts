import { expect, test } from 'vitest';
import { markdownToText } from './markdown-to-text.ts';

test.each([
  ['**Kind** and _gentle_ nurses', 'Kind and gentle nurses'],
  ['# Ward 7\n\n- clean\n- quiet', 'Ward 7\n\nclean\nquiet'],
  ['> they said\n[our page](https://example.org "x") helps', 'they said\nour page helps'],
  ['5 * 3 is 15, ward_7_b, 2 * 2', '5 * 3 is 15, ward_7_b, 2 * 2'],
  [String.raw`\*not emphasised\*`, '*not emphasised*'],
  ['1 < 2 &amp; so on\nnext line', '1 < 2 & so on\nnext line'],
  ['', ''],
])('Markdown %j reads %j', (markdown, text) => {
  expect(markdownToText(markdown)).toBe(text);
});
