const BITS_26 = 0x3ffffff;

/**
 * A 52-bit hash of an id, to index and count by in place of its text. Two of ten million ids share one with a probability of about
 * 1 %, and what asks for a single voice or cluster meets a foreign one with some 2 in a thousand million. Based on cyrb53
 * (public domain, github.com/bryc/code).
 */
export function hashKey(text: string): number {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    low = Math.imul(low ^ code, 2_654_435_761);
    high = Math.imul(high ^ code, 1_597_334_677);
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  return (high & BITS_26) * (BITS_26 + 1) + (low & BITS_26);
}
