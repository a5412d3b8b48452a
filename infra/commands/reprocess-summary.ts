import { VERSIONS } from '#workers/pipeline/versions.ts';
import { countOf, type Tally } from '#workers/reprocess/tally.ts';

/**
 * The table that ends a run.
 * @param run how long it took, and how many posts an earlier, interrupted run had done.
 */
export function describeReprocessing(tally: Tally, run: { seconds: number; doneBefore: number }): string {
  const { model, taxonomy, redactor } = VERSIONS;
  const speed = run.seconds > 0 ? `${number(Math.round((countOf(tally) - run.doneBefore) / run.seconds))} a second` : '';
  const more = tally.rejected > tally.rejectedIds.length ? ' …' : '';
  const lines: [label: string, count: number, note: string][] = [
    ['analysed again', tally.reanalysed, `by model ${model}, taxonomy ${taxonomy}, redactor ${redactor}`],
    ['unchanged', tally.current, 'analysed by these already'],
    ['newer', tally.newer, 'edited or analysed again meanwhile: left as they are'],
    ['erased', tally.erased, 'meanwhile: they stay erased'],
    ['rejected', tally.rejected, tally.rejected ? `keep their older analysis: ${tally.rejectedIds.join(', ')}${more}` : ''],
    ['posts in all', countOf(tally), speed],
  ];
  const labels = Math.max(...lines.map(([label]) => label.length));
  const counts = Math.max(...lines.map(([, count]) => number(count).length));
  return lines
    .map(([label, count, note]) => `  ${label.padEnd(labels)}  ${number(count).padStart(counts)}  ${note}`.trimEnd())
    .join('\n')
    .concat('\n');
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
