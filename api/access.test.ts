import { describe, expect, it } from 'vitest';
import { isLocalHost } from './access.ts';

describe('isLocalHost', () => {
  it.each(['localhost', 'LOCALHOST:8080', '127.0.0.1', '127.0.0.1:8080', '127.9.9.9:1', '[::1]', '[::1]:8080'])('accepts %s', (host) => {
    expect(isLocalHost(host)).toBe(true);
  });

  it.each([
    '',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '127.0.0.1:8080@evil.example',
    '[::1',
    '10.0.0.1',
    'localhost:',
    'localhost:8080/',
    '0.0.0.0:8080',
    ' localhost',
  ])('refuses "%s"', (host) => {
    expect(isLocalHost(host)).toBe(false);
  });
});
