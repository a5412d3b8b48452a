import type { Clock } from '#core/clock.ts';
import { readStopped } from '#core/errors.ts';

interface Limits {
  maxBytes: number;
  timeoutMs: number;
  clock: Clock;
}

/**
 * @returns the raw bytes of a request's body, however it is sent, or why they were not read to the end.
 * @throws EarshotError 'aborted' when the caller goes away.
 */
export async function readBody(request: Request, { maxBytes, timeoutMs, clock }: Limits): Promise<Uint8Array | 'too-large' | 'too-slow'> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return 'too-large';
  if (!request.body) return new Uint8Array();
  const settled = new AbortController();
  const limit = clock.sleep(timeoutMs, settled.signal).then(() => 'too-slow' as const);
  limit.catch(() => {});
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), limit]);
      if (next === 'too-slow') return next;
      if (next.done) return Buffer.concat(chunks);
      size += next.value.length;
      if (size > maxBytes) return 'too-large';
      chunks.push(next.value);
    }
  } catch {
    throw readStopped('aborted');
  } finally {
    settled.abort();
    reader.cancel().catch(() => {});
  }
}
