import { describe, expect, it } from 'vitest';
import { createGather } from './gather.ts';

/** Requests that are answered when the test says so. */
function openServer() {
  const requests: { items: readonly number[]; answer: () => void; fail: (error: Error) => void }[] = [];
  const send = (items: readonly number[]) =>
    new Promise<number[]>((resolve, reject) => {
      requests.push({ items, answer: () => resolve(items.map((item) => item * 10)), fail: reject });
    });
  return { requests, gather: createGather({ send, shareOf: (items: readonly number[]) => items.length / 4 }) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('callers that share requests', () => {
  it('sends the first at once, and together those that came while it was under way', async () => {
    const { requests, gather } = openServer();
    const first = gather([1]);
    const second = gather([2, 3]);
    const third = gather([4]);
    expect(requests.map(({ items }) => items)).toEqual([[1]]);
    requests[0]!.answer();
    await settle();
    expect(requests.map(({ items }) => items)).toEqual([[1], [2, 3, 4]]);
    requests[1]!.answer();
    expect(await Promise.all([first, second, third])).toEqual([[10], [20, 30], [40]]);
  });

  it('never splits what one caller asks, and fills a request with others only as far as there is room', async () => {
    const { requests, gather } = openServer();
    const callers = [[1], [2, 3, 4, 5, 6], [7, 8], [9, 10], [11]].map(gather);
    for (let nth = 0; nth < 4; nth++) {
      requests[nth]!.answer();
      await settle();
    }
    expect(requests.map(({ items }) => items)).toEqual([[1], [2, 3, 4, 5, 6], [7, 8, 9, 10], [11]]);
    expect(await callers[4]).toEqual([110]);
  });

  it('tells every caller of a request that it failed, and goes on with the next', async () => {
    const { requests, gather } = openServer();
    const first = gather([1]);
    const together = [gather([2]), gather([3])];
    requests[0]!.answer();
    await first;
    requests[1]!.fail(new Error('cut'));
    expect(await Promise.allSettled(together)).toMatchObject([
      { status: 'rejected', reason: { message: 'cut' } },
      { status: 'rejected', reason: { message: 'cut' } },
    ]);
    const later = gather([4]);
    requests[2]!.answer();
    expect(await later).toEqual([40]);
  });
});
