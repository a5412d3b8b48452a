import { describeCounts, formatCount, type CountLine } from './describe-counts.ts';
import type { ImportSummary, Reason } from './import-file.ts';

/** The table that ends an import. */
export function describeSummary(summary: ImportSummary, options: { seconds: number; retentionDays: number }): string {
  const speed = options.seconds > 0 ? ` (${formatCount(Math.round(summary.rows / options.seconds))} rows a second)` : '';
  const lines: CountLine[] = [
    ['rows read', summary.rows, speed.trim()],
    ['comments kept', summary.kept, ''],
    ...(summary.duplicates ? [['duplicates', summary.duplicates, 'the same id again: the later wording counts'] as const] : []),
    ...[...summary.dropped].map(([reason, found]): CountLine => [`left out: ${reason}`, found.count, where(found)]),
    ...[...summary.bad].map(([reason, found]): CountLine => [`bad: ${reason}`, found.count, where(found)]),
  ];
  if (summary.misdated.count) lines.push(['unreadable dates', summary.misdated.count, `${where(summary.misdated)}; dated by the file`]);
  if (summary.outdated) {
    lines.push([
      'dates out of range',
      summary.outdated,
      `older than ${options.retentionDays} days or in the future: dated today (EARSHOT_RETENTION_DAYS)`,
    ]);
  }
  return describeCounts(lines);
}

function where({ count, lines }: Reason): string {
  if (lines.length === 0) return '';
  return `line ${lines.join(', ')}${count > lines.length ? ' …' : ''}`;
}
