import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createProgressBar } from './progress-bar.ts';

function collect(isTTY: boolean) {
  const out = Object.assign(new PassThrough(), { isTTY });
  return { out, text: () => String(out.read() ?? '') };
}

test('on a terminal it redraws one line, and not more often than the eye follows', () => {
  const { out, text } = collect(true);
  let nowMs = 0;
  const bar = createProgressBar(out, 'Filling', 1_000, () => nowMs);
  bar.update(100);
  bar.update(200);
  nowMs = 500;
  bar.update(500);
  bar.update(1_000);
  bar.end();
  const drawn = text();
  expect(drawn.match(/\r/g)).toHaveLength(4);
  expect(drawn).not.toContain('200 of');
  expect(drawn).toContain('500 of 1,000 (50%)');
  expect(drawn.endsWith('1,000 of 1,000 (100%)\n')).toBe(true);
});

test('in a log it writes one line for each tenth', () => {
  const { out, text } = collect(false);
  const bar = createProgressBar(out, 'Filling', 50);
  for (let done = 1; done <= 50; done++) bar.update(done);
  bar.end();
  expect(text().trim().split('\n')).toHaveLength(10);
});

test('it never goes backwards or above the whole', () => {
  const { out, text } = collect(true);
  const bar = createProgressBar(out, 'Filling', 10);
  bar.update(8);
  bar.update(5);
  bar.update(99);
  bar.end();
  expect(text()).not.toMatch(/ 5 of|99/);
});
