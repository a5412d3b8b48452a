import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { SIGNATURE_SIZE } from '#core/language/min-hash.ts';
import { idOf } from '#core/test-support/analysed-post.ts';
import { packEntry, unpackEntry } from './duplicates-record.ts';

const id = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .filter((text) => Buffer.byteLength(text) < 256 && text.isWellFormed());
const signature = fc.uint8Array({ minLength: SIGNATURE_SIZE, maxLength: SIGNATURE_SIZE });

it('packs an entry and unpacks the same', () => {
  const entry = fc.record({ id, cluster: id, atMs: fc.integer({ min: -8.64e15 / 100, max: 8.64e15 / 100 }), signature });
  fc.assert(
    fc.property(entry, fc.boolean(), (each, isFirst) => {
      const packed = { ...each, cluster: isFirst ? each.id : each.cluster };
      const unpacked = unpackEntry(packEntry(packed));
      expect({ ...unpacked, signature: Uint8Array.from(unpacked.signature) }).toEqual(packed);
    }),
  );
});

it('takes 93 bytes for a post without a copy', () => {
  expect(
    packEntry({ id: idOf('a'), cluster: idOf('a'), atMs: Date.UTC(2026, 10, 16), signature: new Uint8Array(SIGNATURE_SIZE) }),
  ).toHaveLength(93);
});
