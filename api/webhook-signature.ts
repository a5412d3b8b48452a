import { createHmac, timingSafeEqual } from 'node:crypto';

/** Standard Webhooks 1.0.0, symmetric: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export interface WebhookHeaders {
  id: string;
  /** Seconds, as it was sent: these are the characters that are signed. */
  timestamp: string;
  signatures: string;
}

const TOLERANCE_MS = 5 * 60_000;
const MAX_SIGNATURES = 16;
const SIGNATURE_BYTES = 32;
/** Visible ASCII without the full stop, which separates what is signed. */
const ID = /^[!-\-/-~]{1,256}$/;
/** `parseInt` would take "1614265330abc". */
const TIMESTAMP = /^\d{1,12}$/;

/** @returns the headers, or what is wrong with them, which can be told before the body is read. */
export function readWebhookHeaders(header: (name: string) => string | undefined, nowMs: number): WebhookHeaders | { problem: string } {
  const [id, timestamp, signatures] = [header('webhook-id'), header('webhook-timestamp'), header('webhook-signature')];
  if (id === undefined || timestamp === undefined || signatures === undefined) {
    return { problem: 'Sign the request: the headers webhook-id, webhook-timestamp and webhook-signature are needed.' };
  }
  if (!ID.test(id)) return { problem: 'webhook-id is 1 to 256 visible characters of ASCII, without a full stop.' };
  if (!TIMESTAMP.test(timestamp)) return { problem: 'webhook-timestamp is the time of sending in whole seconds since 1970.' };
  if (Math.abs(nowMs - Number(timestamp) * 1_000) > TOLERANCE_MS) {
    return { problem: 'webhook-timestamp is more than 5 minutes off. Sign each attempt with the time of sending, and check the clocks.' };
  }
  return { id, timestamp, signatures };
}

/** Whether one of the signatures is right by one of the keys. Takes the same time whichever it is. */
export function isSigned({ id, timestamp, signatures }: WebhookHeaders, body: Uint8Array, keys: readonly Uint8Array[]): boolean {
  const given = signatures
    .split(' ', MAX_SIGNATURES)
    .flatMap((signature) => (signature.startsWith('v1,') ? [Buffer.from(signature.slice(3), 'base64')] : []))
    .filter((signature) => signature.length === SIGNATURE_BYTES);
  let isRight = false;
  for (const key of keys) {
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
    for (const signature of given) isRight = timingSafeEqual(signature, expected) || isRight;
  }
  return isRight;
}
