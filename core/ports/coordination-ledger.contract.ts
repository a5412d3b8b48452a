import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoordinationPair } from './coordination.contract.ts';
import type { BatchLedger, BatchOutcome, OpenBatch, SourceAccount } from './coordination.ts';

function batch(id: string, counts: Record<string, number>, openedAtMs = 1_000): OpenBatch {
  return { id, openedAtMs, counts };
}

function stored(source: string, count: number): BatchOutcome {
  return { source, outcome: 'stored', reason: '', count };
}

function account(source: string, collected: number, pending: number, outcomes: SourceAccount['outcomes'] = []): SourceAccount {
  return { source, collected, pending, outcomes };
}

export function specifyLedger(open: () => Promise<CoordinationPair>): void {
  describe('ledger', () => {
    it('counts a batch as pending from its opening until it is settled', async () => {
      await using pair = await open();
      const { ledger } = pair.one;
      expect(await ledger.accounts()).toEqual([]);
      await ledger.open(batch('b1', { rss: 3, bluesky: 2 }));
      expect(await pair.other.ledger.accounts()).toEqual([account('bluesky', 2, 2), account('rss', 3, 3)]);
      await pair.other.ledger.settle(batch('b1', { rss: 3, bluesky: 2 }), [
        stored('rss', 2),
        { source: 'rss', outcome: 'dropped', reason: 'empty', count: 1 },
        stored('bluesky', 2),
      ]);
      expect(await ledger.accounts()).toEqual([
        account('bluesky', 2, 0, [{ outcome: 'stored', reason: '', count: 2 }]),
        account('rss', 3, 0, [
          { outcome: 'dropped', reason: 'empty', count: 1 },
          { outcome: 'stored', reason: '', count: 2 },
        ]),
      ]);
    });

    it('counts each batch once, however often and in whatever order it is reported', async () => {
      await using pair = await open();
      const b1 = batch('b1', { rss: 3 });
      await pair.one.ledger.settle(b1, [stored('rss', 3)]);
      await pair.other.ledger.settle(b1, [{ source: 'rss', outcome: 'dropped', reason: 'duplicate', count: 3 }]);
      await pair.one.ledger.open(b1);
      expect(await pair.one.ledger.accounts()).toEqual([account('rss', 3, 0, [{ outcome: 'stored', reason: '', count: 3 }])]);
      expect(await pair.one.ledger.unsettled(Infinity, 10)).toEqual([]);
    });

    it('counts what never reached a batch once for each key', async () => {
      await using pair = await open();
      const outcomes = [
        { outcome: 'quarantined', reason: 'invalid', count: 1 } as const,
        { outcome: 'dropped', reason: 'empty', count: 1 } as const,
      ];
      for (const { ledger } of [pair.one, pair.other]) await ledger.record('page-1', 'rss', 2, outcomes);
      await pair.one.ledger.record('page-2', 'rss', 1, [{ outcome: 'quarantined', reason: 'invalid', count: 1 }]);
      expect(await pair.one.ledger.accounts()).toEqual([
        account('rss', 3, 0, [
          { outcome: 'dropped', reason: 'empty', count: 1 },
          { outcome: 'quarantined', reason: 'invalid', count: 2 },
        ]),
      ]);
    });

    it('replaces a batch by its parts', async () => {
      await using pair = await open();
      const { ledger } = pair.one;
      const whole = batch('b1', { rss: 3 });
      const parts = [batch('b1-1', { rss: 1 }), batch('b1-2', { rss: 2 })];
      await ledger.open(whole);
      await ledger.split(whole, parts);
      expect(await ledger.accounts()).toEqual([account('rss', 3, 3)]);
      await ledger.settle(parts[0]!, [stored('rss', 1)]);
      await pair.other.ledger.split(whole, parts);
      await pair.other.ledger.open(whole);
      await pair.other.ledger.settle(whole, [stored('rss', 3)]);
      expect(await ledger.accounts()).toEqual([account('rss', 3, 2, [{ outcome: 'stored', reason: '', count: 1 }])]);
      expect((await ledger.unsettled(Infinity, 10)).map(({ id }) => id)).toEqual(['b1-2']);
    });

    it('does not split a batch that was settled whole: its parts count for nothing', async () => {
      await using pair = await open();
      const { ledger } = pair.one;
      const whole = batch('b1', { rss: 3 });
      const parts = [batch('b1-1', { rss: 1 }), batch('b1-2', { rss: 2 })];
      await ledger.settle(whole, [stored('rss', 3)]);
      await ledger.split(whole, parts);
      for (const part of parts) await ledger.settle(part, [stored('rss', part.counts['rss']!)]);
      expect(await ledger.accounts()).toEqual([account('rss', 3, 0, [{ outcome: 'stored', reason: '', count: 3 }])]);
      expect(await ledger.unsettled(Infinity, 10)).toEqual([]);
    });

    it('names the batches that were opened before a time and not settled, oldest first', async () => {
      await using pair = await open();
      const { ledger } = pair.one;
      const batches = [3, 1, 2, 4].map((n) => batch(`b${n}`, { rss: n }, n * 1_000));
      for (const each of batches) await ledger.open(each);
      await ledger.settle(batches[2]!, [stored('rss', 2)]);
      expect(await pair.other.ledger.unsettled(4_000, 10)).toEqual([batch('b1', { rss: 1 }, 1_000), batch('b3', { rss: 3 }, 3_000)]);
      expect((await ledger.unsettled(Infinity, 2)).map(({ id }) => id)).toEqual(['b1', 'b3']);
    });

    it('adds up at every step, and to the same end, under shuffling and repetition', async () => {
      await fc.assert(
        fc.asyncProperty(histories, async ({ steps, expected }) => {
          await using pair = await open();
          for (const [n, step] of steps.entries()) {
            await step((n % 2 ? pair.one : pair.other).ledger);
            for (const each of await pair.one.ledger.accounts()) {
              expect(each.collected).toBe(each.pending + each.outcomes.reduce((sum, { count }) => sum + count, 0));
              expect(each.pending).toBeGreaterThanOrEqual(0);
            }
          }
          const collected = Object.fromEntries(
            (await pair.one.ledger.accounts()).map((each) => [each.source, each.collected - each.pending]),
          );
          expect(collected).toEqual(expected);
          expect(await pair.one.ledger.unsettled(Infinity, 10)).toEqual([]);
        }),
        { numRuns: 15 },
      );
    });
  });
}

type Step = (ledger: BatchLedger) => Promise<void>;

/** Whole lives of batches, each step one to three times, all shuffled together. */
const histories = fc
  .array(
    fc.record({
      counts: fc.dictionary(fc.constantFrom('rss', 'bluesky'), fc.integer({ min: 1, max: 9 }), { minKeys: 1, noNullPrototype: true }),
      fate: fc.constantFrom('settled', 'split', 'recorded'),
      repeats: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .chain((lives) => {
    const expected: Record<string, number> = {};
    const steps = lives.flatMap(({ counts, fate, repeats }, n) => {
      for (const [source, count] of Object.entries(counts)) expected[source] = (expected[source] ?? 0) + count;
      return stepsOf(batch(`b${n}`, counts), fate).flatMap((step, nth) =>
        Array.from({ length: repeats[nth % repeats.length]! }, () => step),
      );
    });
    return fc
      .shuffledSubarray(steps, { minLength: steps.length, maxLength: steps.length })
      .map((shuffled) => ({ steps: shuffled, expected }));
  });

function stepsOf(whole: OpenBatch, fate: 'settled' | 'split' | 'recorded'): Step[] {
  const outcomes = Object.entries(whole.counts).map(([source, count]) => stored(source, count));
  if (fate === 'recorded')
    return outcomes.map(
      ({ source, count }): Step =>
        (ledger) =>
          ledger.record(`${whole.id}-${source}`, source, count, [{ outcome: 'stored', reason: '', count }]),
    );
  const opened: Step = (ledger) => ledger.open(whole);
  if (fate === 'settled') return [opened, (ledger) => ledger.settle(whole, outcomes)];
  const parts = outcomes.map(({ source, count }) => batch(`${whole.id}-${source}`, { [source]: count }));
  return [
    opened,
    (ledger) => ledger.split(whole, parts),
    ...parts.map(
      (part, n): Step =>
        (ledger) =>
          ledger.settle(part, [outcomes[n]!]),
    ),
  ];
}
