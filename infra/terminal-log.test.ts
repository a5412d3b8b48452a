import { expect, it } from 'vitest';
import { formatLine } from './terminal-log.ts';

const time = new Date(2026, 10, 16, 9, 5).getTime();

it('reads as a sentence about a source', () => {
  expect(formatLine({ level: 40, time, source: 'rss', detail: 'feeds.example has no address.', msg: 'the source does not answer' })).toBe(
    '09:05 warning: rss: the source does not answer (feeds.example has no address.)',
  );
});

it('keeps other facts and what an error says of itself', () => {
  expect(formatLine({ level: 50, time, msg: 'could not write', err: { type: 'Error', code: 'ENOSPC' }, queue: 'analyse' })).toBe(
    '09:05 error: could not write (ENOSPC; queue analyse)',
  );
  expect(formatLine({ level: 30, time, msg: 'stopping' })).toBe('09:05: stopping');
});
