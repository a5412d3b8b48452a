import { expect, it } from 'vitest';
import { hasCode } from '#core/errors.ts';
import { readConfig } from './config.ts';

const secret = (bytes: number, fill = 7) => `whsec_${Buffer.alloc(bytes, fill).toString('base64')}`;
const read = (value: string) => readConfig({ EARSHOT_PUSH_SECRET: value }).pushKeys;

it('reads one secret, or several with any space between', () => {
  expect(read(secret(24))).toEqual([Buffer.alloc(24, 7)]);
  expect(read(` ${secret(64)}  ${secret(32, 9)}\n`)).toEqual([Buffer.alloc(64, 7), Buffer.alloc(32, 9)]);
  expect(read('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')?.map((key) => key.length)).toEqual([24]);
  expect(read('')).toBeUndefined();
});

it.each([
  'changeme',
  secret(23),
  secret(65),
  secret(32).slice(6),
  `whsk_${secret(32).slice(6)}`,
  secret(32).replace('whsec', 'WHSEC'),
  `whsec_${'-_'.repeat(20)}`,
  `${secret(32)},${secret(32)}`,
  Array.from({ length: 9 }, () => secret(32)).join(' '),
])('refuses "%s" without repeating it, and names the setting', (value) => {
  try {
    read(value);
    expect.unreachable();
  } catch (error) {
    expect(hasCode(error, 'config') && error.setting).toBe('EARSHOT_PUSH_SECRET');
    expect(String(error)).not.toContain(value);
  }
});
