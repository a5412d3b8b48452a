export interface GatherOptions<I, O> {
  /** Answers by position. */
  send: (items: readonly I[]) => Promise<readonly O[]>;
  /** The part that some items take of one request; callers share a request while the sum of theirs is at most 1. */
  shareOf: (items: readonly I[]) => number;
}

interface Caller<I, O> {
  items: readonly I[];
  resolve: (answers: O[]) => void;
  reject: (error: unknown) => void;
}

/**
 * Lets callers share requests, since a request costs a server as much as a hundred documents: while one is under way, whoever comes
 * waits, and all that wait go together in the next. A request that fails has failed for each of its callers.
 */
export function createGather<I, O>({ send, shareOf }: GatherOptions<I, O>): (items: readonly I[]) => Promise<O[]> {
  const waiting: Caller<I, O>[] = [];
  let isUnderWay = false;

  function takeGroup(): Caller<I, O>[] {
    let share = 0;
    const length = waiting.findIndex(({ items }, nth) => (share += shareOf(items)) > 1 && nth > 0);
    return waiting.splice(0, length < 0 ? waiting.length : length);
  }

  async function sendWaiting(): Promise<void> {
    isUnderWay = true;
    while (waiting.length > 0) {
      const group = takeGroup();
      try {
        const answers = await send(group.flatMap(({ items }) => items));
        let from = 0;
        for (const { items, resolve } of group) resolve(answers.slice(from, (from += items.length)));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    isUnderWay = false;
  }

  return (items) =>
    new Promise((resolve, reject) => {
      waiting.push({ items, resolve, reject });
      if (!isUnderWay) void sendWaiting();
    });
}
