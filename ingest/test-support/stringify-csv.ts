/** Writes a table as RFC 4180 has it, every cell quoted. */
export function stringify(rows: readonly (readonly string[])[], delimiter: string): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');
}
