import { VERSIONS } from '#workers/pipeline/versions.ts';
import { countOf, type Tally } from '#workers/reprocess/tally.ts';
import { describeCounts, formatCount, type CountLine } from './describe-counts.ts';

/**
 * The table that ends a run.
 * @param run how long it took, and how many posts an earlier, interrupted run had done.
 */
export function describeReprocessing(tally: Tally, run: { seconds: number; doneBefore: number }): string {
  const { model, taxonomy, redactor } = VERSIONS;
  const speed = run.seconds > 0 ? `${formatCount(Math.round((countOf(tally) - run.doneBefore) / run.seconds))} a second` : '';
  const more = tally.rejected > tally.rejectedIds.length ? ' …' : '';
  const lines: CountLine[] = [
    ['analysed again', tally.reanalysed, `by model ${model}, taxonomy ${taxonomy}, redactor ${redactor}`],
    ['unchanged', tally.current, 'analysed by these already'],
    ['newer', tally.newer, 'edited or analysed again meanwhile: left as they are'],
    ['erased', tally.erased, 'meanwhile: they stay erased'],
    ['rejected', tally.rejected, tally.rejected ? `keep their older analysis: ${tally.rejectedIds.join(', ')}${more}` : ''],
    ['posts in all', countOf(tally), speed],
  ];
  return describeCounts(lines);
}
