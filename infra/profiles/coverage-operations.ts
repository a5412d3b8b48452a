import { z } from 'zod';
import { noteCoverage, readCoverage, stretchSchema } from '#core/source-coverage.ts';
import { defineOperation } from './operation.ts';

const source = z.string().min(1).max(40);
const instant = z.number().int().nonnegative();

export const noteCoverageOperation = defineOperation({
  name: 'coverage-note',
  input: z.object({ source, stretch: stretchSchema }),
  output: z.object({ noted: z.boolean() }),
  async run({ documents }, { source: of, stretch }) {
    await noteCoverage(documents, of, stretch);
    return { noted: true };
  },
});

/** The stretches of a source that overlap a range, the earliest first. */
export const readCoverageOperation = defineOperation({
  name: 'coverage-read',
  input: z.object({ source, fromMs: instant, toMs: instant }),
  output: z.array(stretchSchema),
  run: ({ documents }, { source: of, fromMs, toMs }) => readCoverage(documents, of, fromMs, toMs),
});
