import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../calendar.ts';
import { HASHES, SIGNATURE_SIZE } from '../language/min-hash.ts';
import { idOf } from '../test-support/analysed-post.ts';
import type { CoordinationPair } from './coordination.contract.ts';
import type { DuplicateEntry } from './coordination.ts';

/** So many of 63 values may differ where the texts are of one length. */
const MOST = 28;
const LAST = HASHES - 1;

/** An entry of a made-up text: at `changed` places its signature differs from the text's own. `count`: its last byte, for the length of the text. */
function entry(name: string, text: string, options: { changed?: readonly number[]; atMs?: number; count?: number } = {}): DuplicateEntry {
  const signature = Uint8Array.from({ length: SIGNATURE_SIZE }, (_, n) => {
    const hash = Array.from(`${text}${n}`).reduce((each, character) => Math.imul(each ^ character.charCodeAt(0), 16_777_619), 0x811c9dc5);
    return (hash ^ (hash >>> 15)) >>> 3;
  });
  for (const n of options.changed ?? []) signature[n]! ^= 0xff;
  signature[HASHES] = options.count ?? 100;
  return { id: idOf(name), atMs: options.atMs ?? Date.UTC(2026, 10, 16, 9), signature };
}

const from = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);

export function specifyDuplicates(open: () => Promise<CoordinationPair>): void {
  describe('duplicates', () => {
    it('put near-copies in the cluster of the first, by either client, in one batch or several', async () => {
      await using pair = await open();
      const { one, other } = pair;
      const first = entry('first', 'a');
      expect(await one.duplicates.assign([first, entry('copy', 'a', { changed: from(50, 5) }), entry('else', 'b')])).toEqual([
        first.id,
        first.id,
        idOf('else'),
      ]);
      expect(await other.duplicates.assign([entry('late', 'a', { changed: from(40, 12) })])).toEqual([first.id]);
      expect(await one.duplicates.assign([])).toEqual([]);
    });

    it('take what is just alike enough, and nothing less', async () => {
      await using pair = await open();
      const texts = [entry('first', 'a'), entry('second', 'b')];
      await pair.one.duplicates.assign(texts);
      const copies = [entry('alike', 'a', { changed: from(0, MOST) }), entry('unlike', 'b', { changed: from(0, MOST + 1) })];
      expect(await pair.one.duplicates.assign(copies)).toEqual([idOf('first'), idOf('unlike')]);
    });

    it('take less of a text that is a part of the other: one with three fifths of its length', async () => {
      await using pair = await open();
      await pair.one.duplicates.assign([entry('first', 'a'), entry('second', 'b')]);
      const threeFifths = 100 + Math.round(16 * Math.log2(3 / 5));
      const cut = entry('cut', 'a', { changed: from(0, MOST + 1), count: threeFifths });
      const cutTooFar = entry('cut too far', 'b', { changed: from(0, MOST + 8), count: threeFifths });
      expect(await pair.other.duplicates.assign([cut, cutTooFar])).toEqual([idOf('first'), idOf('cut too far')]);
    });

    it('need a shared band of three values, not only a like signature', async () => {
      await using pair = await open();
      await pair.one.duplicates.assign([entry('first', 'a'), entry('other', 'b')]);
      const everyThird = from(0, 21).map((band) => band * 3);
      expect(await pair.one.duplicates.assign([entry('second', 'b', { changed: everyThird })])).toEqual([idOf('second')]);
      expect(await pair.one.duplicates.assign([entry('third', 'a', { changed: everyThird.slice(1) })])).toEqual([idOf('first')]);
    });

    it('choose the most alike of several that match, of equally like ones the latest', async () => {
      await using pair = await open();
      const assignOne = async (each: DuplicateEntry) => (await pair.other.duplicates.assign([each]))[0];
      await pair.one.duplicates.assign([entry('left', 'a', { changed: from(0, 20) })]);
      expect(await assignOne(entry('right', 'a', { changed: from(30, 20) }))).toBe(idOf('right'));
      expect(await assignOne(entry('between', 'a'))).toBe(idOf('right'));
      expect(await assignOne(entry('more like left', 'a', { changed: from(0, 15) }))).toBe(idOf('left'));
      expect(await assignOne(entry('copy of left', 'a', { changed: from(0, 20) }))).toBe(idOf('left'));
    });

    it('give the same id the same answer, whatever came since', async () => {
      await using pair = await open();
      const entries = [entry('first', 'a'), entry('copy', 'a', { changed: from(0, 3) }), entry('alone', 'c')];
      const answers = await pair.one.duplicates.assign(entries);
      expect(await pair.other.duplicates.assign(entries.toReversed())).toEqual(answers.toReversed());
      expect(await pair.other.duplicates.assign([entry('alone', 'a'), entry('alone', 'a')])).toEqual([idOf('alone'), idOf('alone')]);
    });

    it('agree between workers that index the same posts at once', async () => {
      await using pair = await open();
      const entries = from(0, 40).map((n) => entry(`post ${n}`, `text ${n % 7}`, { changed: from(LAST - (n % 5), n % 5) }));
      const [forward, backward] = await Promise.all([
        pair.one.duplicates.assign(entries),
        pair.other.duplicates.assign(entries.toReversed()),
      ]);
      expect(backward.toReversed()).toEqual(forward);
      expect(new Set(forward).size).toBe(7);
      for (const [n, cluster] of forward.entries()) expect(cluster).toBe(forward[n % 7]);
    });

    it('agree between workers that each see other posts of the same texts at once, in many batches', async () => {
      await using pair = await open();
      const batchesOf = (worker: string) =>
        from(0, 12).map((batch) => from(0, 25).map((n) => entry(`${worker} ${batch} ${n}`, `text ${n}`, { changed: from(n, batch % 4) })));
      const [left, right] = await Promise.all(
        ([pair.one, pair.other] as const).map((client, n) =>
          Promise.all(batchesOf(String(n)).map((batch) => client.duplicates.assign(batch))),
        ),
      );
      const answers = [...left!, ...right!];
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(new Set(answers[0]).size).toBe(25);
    });

    it('keep to one cluster however often a text comes, exactly or changed', async () => {
      await using pair = await open();
      const viral = from(0, 250).map((n) => entry(`viral ${n}`, 'a', { changed: n % 2 ? [] : [n % HASHES] }));
      for (const [n, start] of [0, 100, 200].entries()) {
        const client = n % 2 ? pair.one : pair.other;
        expect(new Set(await client.duplicates.assign(viral.slice(start, start + 100)))).toEqual(new Set([idOf('viral 0')]));
      }
    });

    it('look no further than 72 hours from the date of the post', async () => {
      await using pair = await open();
      const atMs = Date.UTC(2026, 10, 16);
      await pair.one.duplicates.assign([entry('first', 'a', { atMs })]);
      expect(await pair.one.duplicates.assign([entry('in time', 'a', { atMs: atMs + 72 * HOUR_MS })])).toEqual([idOf('first')]);
      expect(await pair.one.duplicates.assign([entry('long before', 'a', { atMs: atMs - 72 * HOUR_MS - 1 })])).toEqual([
        idOf('long before'),
      ]);
    });

    it('follow a text for as long as its copies go on', async () => {
      await using pair = await open();
      const atMs = Date.UTC(2026, 10, 16);
      for (const n of from(0, 5)) {
        const copy = entry(`copy ${n}`, 'a', { atMs: atMs + n * 48 * HOUR_MS, changed: [n] });
        expect(await pair.one.duplicates.assign([copy])).toEqual([idOf('copy 0')]);
      }
    });

    it('forget entries by id, and old ones by when they were indexed', async () => {
      await using pair = await open();
      const { one, other, clock } = pair;
      await one.duplicates.assign([entry('first', 'a'), entry('other', 'b')]);
      await other.duplicates.forget([idOf('first'), idOf('unknown')]);
      expect(await one.duplicates.assign([entry('second', 'a')])).toEqual([idOf('second')]);
      await clock.advance(HOUR_MS);
      await one.duplicates.assign([entry('third', 'c')]);
      expect(await one.duplicates.prune(clock.now())).toBeGreaterThanOrEqual(2);
      expect(await other.duplicates.assign([entry('late copy', 'b'), entry('copy of third', 'c')])).toEqual([
        idOf('late copy'),
        idOf('third'),
      ]);
      expect(await one.duplicates.prune(clock.now())).toBe(0);
    });

    it('begin anew after everything was pruned, and with a post that was forgotten and came again', async () => {
      await using pair = await open();
      const { one, other, clock } = pair;
      await Promise.all([one, other].map((client, n) => client.duplicates.assign([entry(`old ${n}`, 'a')])));
      await clock.advance(HOUR_MS);
      await one.duplicates.prune(clock.now());
      expect(await other.duplicates.assign([entry('new', 'a')])).toEqual([idOf('new')]);
      expect(await one.duplicates.assign([entry('old 0', 'a')])).toEqual([idOf('new')]);
      await one.duplicates.forget([idOf('new')]);
      expect(await other.duplicates.assign([entry('new', 'b'), entry('copy of new', 'b')])).toEqual([idOf('new'), idOf('new')]);
      expect(await one.duplicates.assign([entry('another copy', 'b')])).toEqual([idOf('new')]);
    });
  });
}
