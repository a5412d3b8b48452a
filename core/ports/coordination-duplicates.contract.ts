import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../calendar.ts';
import { idOf } from '../test-support/analysed-post.ts';
import type { CoordinationPair } from './coordination.contract.ts';
import type { DuplicateEntry } from './coordination.ts';

const SIZE = 64;
const ALIKE = 0.8;

/** An entry of a made-up text: `changed` of its 64 signature values differ from the original's. */
function entry(name: string, text: string, options: { changed?: number; atMs?: number; bands?: string[] } = {}): DuplicateEntry {
  const signature = Uint32Array.from({ length: SIZE }, (_, n) =>
    Array.from(`${text}${n}`).reduce((hash, character) => Math.imul(hash ^ character.charCodeAt(0), 16_777_619), 0x811c9dc5),
  );
  for (let n = 0; n < (options.changed ?? 0); n++) signature[n] = signature[n]! ^ 0xffffffff;
  return { id: idOf(name), atMs: options.atMs ?? Date.UTC(2026, 10, 16, 9), bands: options.bands ?? [`${text}-1`, `${text}-2`], signature };
}

export function specifyDuplicates(open: () => Promise<CoordinationPair>): void {
  describe('duplicates', () => {
    it('put near-copies in the cluster of the first, by either client, in one batch or several', async () => {
      await using pair = await open();
      const { one, other } = pair;
      const first = entry('first', 'a');
      expect(await one.duplicates.assign([first, entry('copy', 'a', { changed: 5 }), entry('else', 'b')], ALIKE)).toEqual([
        first.id,
        first.id,
        idOf('else'),
      ]);
      expect(await other.duplicates.assign([entry('late', 'a', { changed: 12 })], ALIKE)).toEqual([first.id]);
      expect(await one.duplicates.assign([], ALIKE)).toEqual([]);
    });

    it('take what is just alike enough, and nothing less', async () => {
      await using pair = await open();
      const texts = [entry('first', 'a'), entry('second', 'b')];
      await pair.one.duplicates.assign(texts, ALIKE);
      const copies = [entry('alike', 'a', { changed: 12 }), entry('unlike', 'b', { changed: 13 })];
      expect(await pair.one.duplicates.assign(copies, ALIKE)).toEqual([idOf('first'), idOf('unlike')]);
    });

    it('need a shared band, not only a like signature', async () => {
      await using pair = await open();
      await pair.one.duplicates.assign([entry('first', 'a')], ALIKE);
      expect(await pair.one.duplicates.assign([entry('second', 'a', { bands: ['x', 'y'] })], ALIKE)).toEqual([idOf('second')]);
      expect(await pair.one.duplicates.assign([entry('third', 'a', { bands: ['z', 'a-2'] })], ALIKE)).toEqual([idOf('first')]);
    });

    it('choose the earliest-indexed of several that match', async () => {
      await using pair = await open();
      const [left, right] = [entry('left', 'a', { changed: 8 }), entry('right', 'a', { bands: ['a-3'] })];
      await pair.one.duplicates.assign([left], ALIKE);
      await pair.clock.advance(1_000);
      await pair.other.duplicates.assign([right], ALIKE);
      const both = entry('both', 'a', { bands: ['a-3', 'a-1'] });
      expect(await pair.other.duplicates.assign([both], ALIKE)).toEqual([left.id]);
    });

    it('give the same id the same answer, whatever came since', async () => {
      await using pair = await open();
      const entries = [entry('first', 'a'), entry('copy', 'a', { changed: 3 }), entry('alone', 'c')];
      const answers = await pair.one.duplicates.assign(entries, ALIKE);
      expect(await pair.other.duplicates.assign(entries.toReversed(), ALIKE)).toEqual(answers.toReversed());
      expect(await pair.other.duplicates.assign([entry('alone', 'a'), entry('alone', 'a')], ALIKE)).toEqual([idOf('alone'), idOf('alone')]);
    });

    it('agree between workers that index the same posts at once', async () => {
      await using pair = await open();
      const entries = Array.from({ length: 40 }, (_, n) => entry(`post ${n}`, `text ${n % 7}`, { changed: n % 5 }));
      const [forward, backward] = await Promise.all([
        pair.one.duplicates.assign(entries, ALIKE),
        pair.other.duplicates.assign(entries.toReversed(), ALIKE),
      ]);
      expect(backward.toReversed()).toEqual(forward);
      expect(new Set(forward).size).toBe(7);
      for (const [n, cluster] of forward.entries()) expect(cluster).toBe(forward[n % 7]);
    });

    it('look no further than 72 hours from the date of the post', async () => {
      await using pair = await open();
      const atMs = Date.UTC(2026, 10, 16);
      await pair.one.duplicates.assign([entry('first', 'a', { atMs })], ALIKE);
      expect(await pair.one.duplicates.assign([entry('in time', 'a', { atMs: atMs + 72 * HOUR_MS })], ALIKE)).toEqual([idOf('first')]);
      expect(await pair.one.duplicates.assign([entry('long before', 'a', { atMs: atMs - 72 * HOUR_MS - 1 })], ALIKE)).toEqual([
        idOf('long before'),
      ]);
    });

    it('forget entries by id, and old ones by when they were indexed', async () => {
      await using pair = await open();
      const { one, other, clock } = pair;
      await one.duplicates.assign([entry('first', 'a'), entry('other', 'b')], ALIKE);
      await other.duplicates.forget([idOf('first'), idOf('unknown')]);
      expect(await one.duplicates.assign([entry('second', 'a')], ALIKE)).toEqual([idOf('second')]);
      await clock.advance(HOUR_MS);
      await one.duplicates.assign([entry('third', 'c')], ALIKE);
      expect(await one.duplicates.prune(clock.now())).toBeGreaterThanOrEqual(2);
      expect(await other.duplicates.assign([entry('late copy', 'b'), entry('copy of third', 'c')], ALIKE)).toEqual([
        idOf('late copy'),
        idOf('third'),
      ]);
      expect(await one.duplicates.prune(clock.now())).toBe(0);
    });
  });
}
