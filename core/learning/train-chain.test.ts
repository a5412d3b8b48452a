import { expect, it } from 'vitest';
import { readChain } from '../language/names/name-chain.ts';
import { trainChain, type ChainExample } from './train-chain.ts';

const [PERSON, OTHER, TOGETHER] = [11, 22, 33];
const chain = (kinds: readonly number[]): ChainExample => ({
  tokens: kinds.map((kind) => Int32Array.of(kind)),
  pairs: kinds.map((_, n) => (n === 0 ? new Int32Array() : Int32Array.of(TOGETHER))),
  truth: Uint8Array.from(kinds, (kind) => (kind === PERSON ? 1 : 0)),
  weight: 1,
});

it('learns which words are names, that names go together, and the same each time', () => {
  const examples = [chain([PERSON, PERSON]), chain([OTHER]), chain([OTHER, OTHER]), chain([PERSON, PERSON]), chain([OTHER])];
  const learn = () => trainChain(examples, { l2: 0.01, leastCount: 1, iterations: 50 });
  const model = learn();
  expect(learn()).toEqual(model);
  const of = (hash: number): number => model.bias + model.weights.get(hash)!;
  const { inName } = readChain(Float64Array.of(of(PERSON), of(OTHER)), Float64Array.of(0, 0), 2);
  expect(inName[0]).toBeGreaterThan(0.8);
  expect(inName[1]).toBeLessThan(0.2);
  expect(model.weights.get(TOGETHER)).toBeGreaterThan(0);
});
