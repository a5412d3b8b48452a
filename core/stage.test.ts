import { describe, expect, it } from 'vitest';
import { drop, keep, quarantine, type Outcome } from './outcome.ts';
import { sequence } from './stage.ts';

function double(batch: readonly number[]): Outcome<number>[] {
  return batch.map((n) => keep(n * 2));
}

function dropOdd(batch: readonly number[]): Outcome<number>[] {
  return batch.map((n) => (n % 2 ? drop('unmatched') : keep(n)));
}

function failOnThree(batch: readonly number[]): Outcome<number>[] {
  if (batch.includes(3)) throw new Error('three');
  return batch.map((n) => keep(n));
}

describe('sequence', () => {
  it('runs stages in order over what is kept, and answers by position', async () => {
    const run = sequence<number>([dropOdd, double]);
    expect(await run([1, 2, 3, 4])).toEqual([
      { type: 'drop', reason: 'unmatched', stage: 'dropOdd' },
      { type: 'keep', value: 4 },
      { type: 'drop', reason: 'unmatched', stage: 'dropOdd' },
      { type: 'keep', value: 8 },
    ]);
    expect(await run([])).toEqual([]);
  });

  it('runs no stage once nothing is kept', async () => {
    const ran: string[] = [];
    const run = sequence([dropOdd, double], { time: (stage) => ran.push(stage) });
    await run([1, 3]);
    expect(ran).toEqual(['dropOdd']);
  });

  it('quarantines only the posts that a stage fails on', async () => {
    const results = await sequence<number>([failOnThree, double])([1, 3, 5]);
    expect(results).toMatchObject([
      { type: 'keep', value: 2 },
      { type: 'quarantine', reason: 'stage-failed', stage: 'failOnThree' },
      { type: 'keep', value: 10 },
    ]);
  });

  it('throws errors on that will pass, for the batch to be tried again', async () => {
    const run = sequence([failOnThree], { isTransient: (error) => error instanceof Error && error.message === 'three' });
    await expect(run([1, 3])).rejects.toThrow('three');
  });

  it('keeps a quarantine that a stage decided on', async () => {
    const refuse = (batch: readonly number[]) => batch.map(() => quarantine('invalid', undefined));
    expect(await sequence([refuse])([1])).toMatchObject([{ type: 'quarantine', reason: 'invalid', stage: 'refuse' }]);
  });

  it('fails loudly on a stage that loses or invents posts', async () => {
    const shorten = (batch: readonly number[]) => batch.slice(1).map((n) => keep(n));
    await expect(sequence([shorten])([1, 2])).rejects.toThrow('stage shorten returned 1 outcomes for 2 posts');
  });

  it('times each stage by name, with the posts that reached it', async () => {
    const timed: [string, number, number][] = [];
    let nowMs = 0;
    const run = sequence([dropOdd, double], { time: (...args) => timed.push(args), nowMs: () => (nowMs += 250) });
    await run([1, 2, 4]);
    expect(timed).toEqual([
      ['dropOdd', 0.25, 3],
      ['double', 0.25, 2],
    ]);
  });

  it('waits for stages that are asynchronous', async () => {
    const later = async (batch: readonly number[]) => batch.map((n) => keep(n + 1));
    expect(await sequence<number>([later, double])([1])).toEqual([{ type: 'keep', value: 4 }]);
  });
});
