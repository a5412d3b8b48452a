import { expect, test } from 'vitest';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createRetryPolicy, RETRY_CAP_MS } from './retry-policy.ts';

const MINUTE = 60_000;

test('ten failures in a row open it, and one success closes it', () => {
  const breaker = createCircuitBreaker();
  for (let n = 0; n < 9; n++) breaker.failed(0);
  expect(breaker.isOpen).toBe(false);
  breaker.failed(0);
  expect(breaker.waitMs(0)).toBe(5 * MINUTE);
  expect(breaker.waitMs(5 * MINUTE)).toBe(0);
  breaker.succeeded();
  expect(breaker.isOpen).toBe(false);
});

test('more than 15 of the last hundred open it', () => {
  const breaker = createCircuitBreaker();
  for (let n = 0; n < 100; n++) {
    if (n % 7 === 0) breaker.failed(n);
    else breaker.succeeded();
  }
  expect(breaker.isOpen).toBe(false);
  for (let n = 0; n < 3; n++) breaker.failed(100);
  expect(breaker.isOpen).toBe(true);
});

test('each try that fails while it is open doubles the pause, up to half an hour', () => {
  const breaker = createCircuitBreaker();
  for (let n = 0; n < 10; n++) breaker.failed(0);
  breaker.failed(0);
  expect(breaker.waitMs(0)).toBe(10 * MINUTE);
  for (let n = 0; n < 5; n++) breaker.failed(0);
  expect(breaker.waitMs(0)).toBe(30 * MINUTE);
});

test('pauses grow, are random, and stay within bounds', () => {
  const longest = createRetryPolicy(() => 0.999_999);
  expect([1, 2, 3].map((failures) => longest.delayMs(failures))).toEqual([2_000, 4_000, 8_000]);
  expect(longest.delayMs(1_000)).toBe(RETRY_CAP_MS);
  expect(createRetryPolicy(() => 0).delayMs(5)).toBe(500);
});
