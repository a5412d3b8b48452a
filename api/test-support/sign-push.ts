import { createHmac, randomUUID } from 'node:crypto';

export const PUSH_KEY: Uint8Array = Buffer.alloc(32, 'k');

interface Signing {
  atMs: number;
  id?: string;
  key?: Uint8Array;
  contentType?: string;
}

/** What a sender adds to a request. */
export function signPush(
  body: string | Uint8Array,
  { atMs, id = randomUUID(), key = PUSH_KEY, contentType = 'application/json' }: Signing,
) {
  const timestamp = String(Math.floor(atMs / 1_000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return { 'content-type': contentType, 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
