import type { ImportSummary, Reason } from './import-file.ts';

/** The table that ends an import. */
export function describeSummary(summary: ImportSummary, options: { seconds: number; retentionDays: number }): string {
  const speed = options.seconds > 0 ? ` (${number(Math.round(summary.rows / options.seconds))} rows a second)` : '';
  const lines: [label: string, count: number, note: string][] = [
    ['rows read', summary.rows, speed.trim()],
    ['comments kept', summary.kept, ''],
    ...(summary.duplicates
      ? [['duplicates', summary.duplicates, 'the same id again: the later wording counts'] as [string, number, string]]
      : []),
    ...[...summary.dropped].map(([reason, found]): [string, number, string] => [`left out: ${reason}`, found.count, where(found)]),
    ...[...summary.bad].map(([reason, found]): [string, number, string] => [`bad: ${reason}`, found.count, where(found)]),
  ];
  if (summary.misdated.count) lines.push(['unreadable dates', summary.misdated.count, `${where(summary.misdated)}; dated by the file`]);
  if (summary.outdated) {
    lines.push([
      'dates out of range',
      summary.outdated,
      `older than ${options.retentionDays} days or in the future: dated today (EARSHOT_RETENTION_DAYS)`,
    ]);
  }
  const labels = Math.max(...lines.map(([label]) => label.length));
  const counts = Math.max(...lines.map(([, count]) => number(count).length));
  return lines
    .map(([label, count, note]) => `  ${label.padEnd(labels)}  ${number(count).padStart(counts)}  ${note}`.trimEnd())
    .join('\n')
    .concat('\n');
}

function where({ count, lines }: Reason): string {
  if (lines.length === 0) return '';
  return `line ${lines.join(', ')}${count > lines.length ? ' …' : ''}`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
