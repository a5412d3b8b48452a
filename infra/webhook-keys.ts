import type { z } from 'zod';

const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const MAX_KEYS = 8;

/** Secrets as Standard Webhooks writes them, separated by spaces: "whsec_" and base64 of 24 to 64 bytes each. */
export function readWebhookKeys(text: string, context: z.RefinementCtx): Uint8Array[] {
  const keys = text.split(/\s+/).map((secret) => Buffer.from(SECRET.exec(secret)?.[1] ?? '', 'base64'));
  if (keys.length > MAX_KEYS || keys.some((key) => key.length < 24 || key.length > 64)) {
    context.addIssue(`must be at most ${MAX_KEYS} secrets, each "whsec_" and the base64 of 24 to 64 bytes`);
  }
  return keys;
}
