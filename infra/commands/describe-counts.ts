/** One row of a table that ends a command. */
export type CountLine = readonly [label: string, count: number, note: string];

/** Rows with aligned labels and counts, each ended by a line break. */
export function describeCounts(lines: readonly CountLine[]): string {
  const labels = Math.max(...lines.map(([label]) => label.length));
  const counts = Math.max(...lines.map(([, count]) => formatCount(count).length));
  return lines
    .map(([label, count, note]) => `  ${label.padEnd(labels)}  ${formatCount(count).padStart(counts)}  ${note}`.trimEnd())
    .join('\n')
    .concat('\n');
}

export function formatCount(value: number): string {
  return value.toLocaleString('en-GB');
}
