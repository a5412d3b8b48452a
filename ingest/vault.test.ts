import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVault } from './vault.ts';

const vault = createVault('a secret of at least 32 characters');
const other = createVault('another secret of 32 characters…');
const id = 'AAAAAAAAAAAAAAAAAAAAAA';
const reference = { nativeId: '1', canonicalId: 'at://did:plc:x/app.bsky.feed.post/1', url: 'https://example.org/1' };

test('a sealed reference opens with the same secret and post only', () => {
  const sealed = vault.seal(id, reference);
  expect(vault.open(id, sealed)).toEqual(reference);
  expect(sealed).not.toContain('plc');
  expect(() => other.open(id, sealed)).toThrow(expect.objectContaining({ code: 'sealed' }));
  expect(() => vault.open('BAAAAAAAAAAAAAAAAAAAAA', sealed)).toThrow(expect.objectContaining({ code: 'sealed' }));
  expect(() => vault.open(id, '')).toThrow(expect.objectContaining({ code: 'sealed' }));
});

test('any change of a sealed reference is noticed, and sealing again gives the same', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (nativeId, at) => {
      const sealed = vault.seal(id, { nativeId, canonicalId: 'c' });
      expect(vault.seal(id, { nativeId, canonicalId: 'c' })).toBe(sealed);
      const bytes = Buffer.from(sealed, 'base64url');
      bytes[at % bytes.length]! ^= 1;
      expect(() => vault.open(id, bytes.toString('base64url'))).toThrow();
    }),
  );
});

test('a pseudonym is stable within a quarter and changes with quarter, platform, author and secret', () => {
  const at = Date.UTC(2026, 10, 16);
  const one = vault.pseudonym('bluesky', 'did:plc:x', at);
  expect(one).toMatch(/^[\w-]{22}$/);
  expect(vault.pseudonym('bluesky', 'did:plc:x', Date.UTC(2026, 9, 1))).toBe(one);
  const others = [
    vault.pseudonym('bluesky', 'did:plc:x', Date.UTC(2026, 9, 1) - 1),
    vault.pseudonym('mastodon', 'did:plc:x', at),
    vault.pseudonym('bluesky', 'did:plc:y', at),
    other.pseudonym('bluesky', 'did:plc:x', at),
  ];
  expect(new Set([one, ...others]).size).toBe(5);
});

test('every quarter of a range has its pseudonym, oldest first', () => {
  const from = Date.UTC(2025, 9, 20);
  const to = Date.UTC(2026, 10, 16);
  expect(vault.pseudonyms('x', 'a', from, to)).toEqual(
    [from, Date.UTC(2026, 0), Date.UTC(2026, 3), Date.UTC(2026, 6), to].map((at) => vault.pseudonym('x', 'a', at)),
  );
});
