import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOf, decodeModelFile, encodeModelFile, int32Of, packRising, unpackRising } from './model-file.ts';

it('gives back what was written, whole numbers aligned', () => {
  const numbers = Int32Array.of(-5, 7, 2 ** 30);
  const file = encodeModelFile({
    head: { version: 'x', scales: [0.5] },
    arrays: { odd: Uint8Array.of(1, 2, 3), numbers: bytesOf(numbers) },
  });
  // As files are read: a Buffer, whose `slice` doesn't copy.
  const { head, arrays } = decodeModelFile(Buffer.from(file), 'test');
  expect(head).toEqual({ version: 'x', scales: [0.5] });
  expect([...arrays['odd']!]).toEqual([1, 2, 3]);
  expect([...int32Of(arrays['numbers']!)]).toEqual([...numbers]);
});

it.each([
  ['empty', new Uint8Array()],
  ['something else', new TextEncoder().encode('{"not": "a model"}')],
  ['cut short', encodeModelFile({ head: {}, arrays: { bytes: new Uint8Array(50) } }).slice(0, -1)],
])('refuses a file that is %s, with what to do about it', (_, file) => {
  expect(() => decodeModelFile(file, 'themes')).toThrow(
    expect.objectContaining({ code: 'model-damaged', message: expect.stringContaining('themes') }),
  );
});

it('packs rising positions without loss', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(5_000_000)), (positions) => {
      const rising = Int32Array.from(positions).sort();
      expect([...unpackRising(packRising(rising))]).toEqual([...rising]);
    }),
  );
});
