import { useEffect, useState } from 'react';

export type Answer<T> = { state: 'loading'; last?: T } | { state: 'ready'; value: T } | { state: 'failed'; message: string };

interface Problem {
  title?: string;
  detail?: string;
}

/** Asks the API whenever the address changes; a request that is no longer wanted is aborted, which stops its search in the store. */
export function useAnswer<T>(path: string): Answer<T> {
  const [held, setHeld] = useState<{ path: string; answer: Answer<T> }>();

  useEffect(() => {
    const abort = new AbortController();
    ask<T>(path, abort.signal).then(
      (answer) => setHeld({ path, answer }),
      () => undefined,
    );
    return () => abort.abort();
  }, [path]);

  if (held?.path === path) return held.answer;
  return held?.answer.state === 'ready' ? { state: 'loading', last: held.answer.value } : { state: 'loading' };
}

/** One answer; rejects only when aborted. */
export async function ask<T>(path: string, signal: AbortSignal): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { signal, headers: { accept: 'application/json' } });
    const body: unknown = await response.json();
    if (response.ok) return { state: 'ready', value: body as T };
    const { detail, title } = body as Problem;
    return { state: 'failed', message: detail ?? title ?? `The server answered ${response.status}.` };
  } catch (error) {
    if (signal.aborted) throw error;
    return { state: 'failed', message: 'Earshot did not answer. Check that it is running, then try again.' };
  }
}
