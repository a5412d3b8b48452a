/** Work space for one run of neighbours, and what is found there. */
export interface Chain {
  /** By token, how likely it is part of a name. */
  inName: Float64Array;
  /** By token, how likely it and the one before it are parts of one name; of the first 0. */
  withBefore: Float64Array;
  /** ln of the sum of all readings' weights. */
  logSum: number;
}

const MOST = 512;
export const MOST_IN_CHAIN = MOST;
const [outForth, inForth, outBack, inBack] = Array.from({ length: 4 }, () => new Float64Array(MOST)) as [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];
const found: Chain = { inName: new Float64Array(MOST), withBefore: new Float64Array(MOST), logSum: 0 };

/**
 * Marginal probabilities of a linear-chain conditional random field with two states (Lafferty, McCallum and Pereira 2001), by the forward-backward
 * algorithm in log space: a token out of a name weighs 0, in one `tokens[n]`, and two neighbours in one name `pairs[n]` more. The result is valid until
 * the next call.
 *
 * @param length at most `MOST_IN_CHAIN`.
 */
export function readChain(tokens: Float64Array, pairs: Float64Array, length: number): Chain {
  outForth[0] = 0;
  inForth[0] = tokens[0]!;
  for (let n = 1; n < length; n++) {
    outForth[n] = addLogs(outForth[n - 1]!, inForth[n - 1]!);
    inForth[n] = tokens[n]! + addLogs(outForth[n - 1]!, inForth[n - 1]! + pairs[n]!);
  }
  outBack[length - 1] = 0;
  inBack[length - 1] = 0;
  for (let n = length - 2; n >= 0; n--) {
    const next = tokens[n + 1]! + inBack[n + 1]!;
    outBack[n] = addLogs(outBack[n + 1]!, next);
    inBack[n] = addLogs(outBack[n + 1]!, next + pairs[n + 1]!);
  }
  found.logSum = addLogs(outForth[length - 1]!, inForth[length - 1]!);
  for (let n = 0; n < length; n++) {
    found.inName[n] = Math.exp(inForth[n]! + inBack[n]! - found.logSum);
    found.withBefore[n] = n === 0 ? 0 : Math.exp(inForth[n - 1]! + pairs[n]! + tokens[n]! + inBack[n]! - found.logSum);
  }
  return found;
}

function addLogs(left: number, right: number): number {
  return left > right ? left + Math.log1p(Math.exp(right - left)) : right + Math.log1p(Math.exp(left - right));
}
