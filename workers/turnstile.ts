/** Lets pieces of work run side by side, or one of them with no other beside it. */
export interface Turnstile {
  shared<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Whoever wants to be alone waits for those at work; whoever comes later waits for him. */
export function createTurnstile(): Turnstile {
  const sharing = new Set<Promise<unknown>>();
  let lastAlone: Promise<unknown> = Promise.resolve();

  return {
    async shared(work) {
      for (let before; before !== lastAlone;) {
        before = lastAlone;
        await before;
      }
      const running = work();
      const ended = running.catch(() => {});
      sharing.add(ended);
      try {
        return await running;
      } finally {
        sharing.delete(ended);
      }
    },
    alone(work) {
      const before = lastAlone;
      const running = before.then(() => Promise.all(sharing)).then(work);
      lastAlone = running.catch(() => {});
      return running;
    },
  };
}
