import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSigned, readWebhookHeaders, type WebhookHeaders } from './webhook-signature.ts';

/** The vector of the specification's reference libraries. */
const VECTOR = {
  key: Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64'),
  body: Buffer.from('{"test": 2432232314}'),
  headers: {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    signatures: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
};
const RIGHT = VECTOR.headers.signatures;
const OTHER = 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=';

function isRight(change: Partial<WebhookHeaders> = {}, body: Uint8Array = VECTOR.body, keys: Uint8Array[] = [VECTOR.key]): boolean {
  return isSigned({ ...VECTOR.headers, ...change }, body, keys);
}

describe('a signature', () => {
  it('is right as the specification has it', () => {
    expect(isRight()).toBe(true);
  });

  it('is looked for among several, whatever their versions', () => {
    expect(isRight({ signatures: `${OTHER} ${OTHER.replace('v1', 'v2')} ${RIGHT} ${OTHER}` })).toBe(true);
  });

  it('is right by any of several keys, so that a secret can be replaced', () => {
    const next = Buffer.alloc(32, 7);
    expect(isRight({}, VECTOR.body, [next, VECTOR.key])).toBe(true);
    expect(isRight({}, VECTOR.body, [VECTOR.key, next])).toBe(true);
    expect(isRight({}, VECTOR.body, [next])).toBe(false);
    expect(isRight({}, VECTOR.body, [])).toBe(false);
  });

  it.each(['', 'v1,', RIGHT.slice(0, 8), RIGHT.slice(3), RIGHT.replace('v1', 'v1a'), RIGHT.replace('v1', 'v2'), OTHER, `v1,${RIGHT}`])(
    '"%s" is none',
    (signatures) => {
      expect(isRight({ signatures })).toBe(false);
    },
  );

  it('holds for these bytes, this id and this time alone', () => {
    expect(isRight({}, Buffer.from('{"test": 2432232315}'))).toBe(false);
    expect(isRight({}, Buffer.from('{"test":2432232314}'))).toBe(false);
    expect(isRight({ id: 'msg_other' })).toBe(false);
    expect(isRight({ timestamp: '1614265331' })).toBe(false);
  });

  it('is made of raw bytes, also where they are no text', () => {
    const body = Buffer.from([0xff, 0x00, 0xfe]);
    const signature = createHmac('sha256', VECTOR.key).update(`a.1.`).update(body).digest('base64');
    expect(isRight({ id: 'a', timestamp: '1', signatures: `v1,${signature}` }, body)).toBe(true);
  });

  it('is not looked for beyond the sixteenth', () => {
    const many = (before: number) => [...Array.from({ length: before }, () => OTHER), RIGHT].join(' ');
    expect(isRight({ signatures: many(15) })).toBe(true);
    expect(isRight({ signatures: many(16) })).toBe(false);
  });
});

describe('the headers', () => {
  const NOW_MS = 1_614_265_330_000;
  const read = (change: Record<string, string | undefined> = {}, nowMs = NOW_MS) => {
    const headers: Record<string, string | undefined> = {
      'webhook-id': VECTOR.headers.id,
      'webhook-timestamp': VECTOR.headers.timestamp,
      'webhook-signature': RIGHT,
      ...change,
    };
    return readWebhookHeaders((name) => headers[name], nowMs);
  };

  it('are read as they were sent', () => {
    expect(read()).toEqual(VECTOR.headers);
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('need %s', (name) => {
    expect(read({ [name]: undefined })).toEqual({ problem: expect.stringContaining(name) });
  });

  it.each(['', 'a.b', '.', 'a b', 'a, b', 'é', 'a\u0000', 'a'.repeat(257)])('refuse the id "%s"', (id) => {
    expect(read({ 'webhook-id': id })).toEqual({ problem: expect.stringContaining('webhook-id') });
  });

  it.each(['hello', '', '1614265330abc', '1614265330.0', '-1614265330', '+1614265330', '1e9', '0x60378a72', ' 1614265330', '9'.repeat(13)])(
    'refuse the time "%s"',
    (timestamp) => {
      expect(read({ 'webhook-timestamp': timestamp })).toEqual({ problem: expect.stringContaining('webhook-timestamp') });
    },
  );

  it('hold for five minutes before and after', () => {
    const off = 5 * 60_000;
    expect([read({}, NOW_MS + off), read({}, NOW_MS - off)]).toEqual([VECTOR.headers, VECTOR.headers]);
    expect(read({}, NOW_MS + off + 1)).toHaveProperty('problem');
    expect(read({}, NOW_MS - off - 1)).toHaveProperty('problem');
  });
});
