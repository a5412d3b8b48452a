import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { EarshotError } from '#core/errors.ts';

/** What leads back to a post at its source. Personal data: kept sealed, apart from the post. */
const referenceSchema = z.object({
  nativeId: z.string(),
  canonicalId: z.string(),
  url: z.string().optional(),
  feed: z.string().optional(),
});
export type Reference = z.infer<typeof referenceSchema>;

export interface Vault {
  /** The author's pseudonym on a platform in the quarter that holds an instant: 128 bits, base64url, 22 characters. */
  pseudonym(platform: string, authorId: string, atMs: number): string;
  /** An author's pseudonyms of every quarter that overlaps [fromMs, toMs], oldest first. */
  pseudonyms(platform: string, authorId: string, fromMs: number, toMs: number): string[];
  /** AES-256-GCM, base64url. The same reference of the same post gives the same sealed form, so a replay changes nothing. */
  seal(postId: string, reference: Reference): string;
  /** @throws EarshotError 'sealed' when it was made with another secret, for another post, or was changed. */
  open(postId: string, sealed: string): Reference;
}

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keys come from the deployment's secret by HKDF-SHA256 (RFC 5869): one for pseudonyms in each quarter of the post's date
 * in UTC, and 4,096 for references, chosen by the post's id, so that no key seals more than GCM is safe for.
 */
export function createVault(secret: string): Vault {
  /** Key objects: a key handed over as bytes costs three times the work at every use. */
  const keys = new Map<string, KeyObject>();

  function keyFor(purpose: string): KeyObject {
    let key = keys.get(purpose);
    if (!key) {
      key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'earshot', purpose, 32)));
      keys.set(purpose, key);
    }
    return key;
  }

  function pseudonymIn(quarter: number, platform: string, authorId: string): string {
    const name = `pseudonym:${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
    return createHmac('sha256', keyFor(name)).update(`${platform}|${authorId}`).digest().subarray(0, 16).toString('base64url');
  }

  /** Derived from what it seals: a nonce repeats only with the same content, under a key of its own. */
  function nonceFor(postId: string, plain: string): Buffer {
    return createHmac('sha256', keyFor('reference-nonce')).update(`${postId}\0${plain}`).digest().subarray(0, NONCE_BYTES);
  }

  return {
    pseudonym: (platform, authorId, atMs) => pseudonymIn(quarterOf(atMs), platform, authorId),
    pseudonyms(platform, authorId, fromMs, toMs) {
      const found: string[] = [];
      for (let quarter = quarterOf(fromMs); quarter <= quarterOf(toMs); quarter++) found.push(pseudonymIn(quarter, platform, authorId));
      return found;
    },
    seal(postId, reference) {
      const plain = JSON.stringify(reference);
      const nonce = nonceFor(postId, plain);
      const cipher = createCipheriv('aes-256-gcm', keyFor(referenceKey(postId)), nonce).setAAD(Buffer.from(postId));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(FORMAT), nonce, body, cipher.getAuthTag()]).toString('base64url');
    },
    open(postId, sealed) {
      try {
        const bytes = Buffer.from(sealed, 'base64url');
        if (bytes[0] !== FORMAT || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) throw new RangeError('unknown format');
        const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
        const decipher = createDecipheriv('aes-256-gcm', keyFor(referenceKey(postId)), nonce, { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(postId))
          .setAuthTag(bytes.subarray(-TAG_BYTES));
        const plain = Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
        return referenceSchema.parse(JSON.parse(plain.toString('utf8')));
      } catch {
        throw new EarshotError(
          'sealed',
          'The link to this post at its source can’t be opened: it was sealed with another EARSHOT_PSEUDONYM_SECRET or was changed.',
          { setting: 'EARSHOT_PSEUDONYM_SECRET' },
        );
      }
    },
  };
}

function referenceKey(postId: string): string {
  return `reference:${postId.slice(0, 2)}`;
}

/** Quarters in UTC, counted from year 0: year × 4 + 0 … 3. */
function quarterOf(atMs: number): number {
  const date = new Date(atMs);
  return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
}
