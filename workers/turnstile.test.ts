import { describe, expect, it } from 'vitest';
import { createTurnstile } from './turnstile.ts';

function recorder() {
  const now = new Set<string>();
  const seen: string[] = [];
  return {
    seen,
    work:
      (name: string, turns = 3) =>
      async () => {
        now.add(name);
        seen.push([...now].join('+'));
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        now.delete(name);
      },
  };
}

describe('the turnstile', () => {
  it('lets shared work run side by side', async () => {
    const turnstile = createTurnstile();
    const { seen, work } = recorder();
    await Promise.all([turnstile.shared(work('a')), turnstile.shared(work('b')), turnstile.shared(work('c'))]);
    expect(seen.at(-1)).toBe('a+b+c');
  });

  it('lets work that wants to be alone wait for the others, and the others for it', async () => {
    const turnstile = createTurnstile();
    const { seen, work } = recorder();
    await Promise.all([
      turnstile.shared(work('a', 20)),
      turnstile.alone(work('X', 20)),
      turnstile.shared(work('b', 20)),
      turnstile.alone(work('Y', 20)),
      turnstile.shared(work('c')),
    ]);
    expect(seen.filter((names) => /[XY]/.test(names))).toEqual(['X', 'Y']);
    expect(seen).toHaveLength(5);
  });

  it('goes on after work that failed', async () => {
    const turnstile = createTurnstile();
    await expect(turnstile.alone(() => Promise.reject(new Error('a')))).rejects.toThrow('a');
    await expect(turnstile.shared(() => Promise.reject(new Error('b')))).rejects.toThrow('b');
    expect(await Promise.all([turnstile.alone(() => Promise.resolve(1)), turnstile.shared(() => Promise.resolve(2))])).toEqual([1, 2]);
  });
});
