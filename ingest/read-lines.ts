/** A line without its end, or what is wrong with it. Numbers start at 1. */
export type Line = { number: number; text: string } | { number: number; problem: string };

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Splits a UTF-8 stream into lines, one array for each chunk that completed any. Memory is bounded by one chunk and one
 * line: what a longer line holds beyond `maxLineBytes` is skipped.
 */
export async function* readLines(input: AsyncIterable<Buffer | string>, maxLineBytes: number): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  let number = 0;
  let pending: Buffer[] = [];
  let pendingBytes = 0;

  function take(part: Buffer): void {
    pendingBytes += part.length;
    if (pendingBytes <= maxLineBytes) pending.push(part);
    else pending = [];
  }

  function finish(): Line {
    number += 1;
    const bytes = pendingBytes;
    const parts = pending;
    pending = [];
    pendingBytes = 0;
    if (bytes > maxLineBytes) return { number, problem: `is longer than ${maxLineBytes} bytes` };
    let line = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    if (line.at(-1) === CARRIAGE_RETURN) line = line.subarray(0, -1);
    try {
      return { number, text: decoder.decode(line) };
    } catch {
      return { number, problem: 'is not UTF-8' };
    }
  }

  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const lines: Line[] = [];
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      take(bytes.subarray(from, end));
      lines.push(finish());
      from = end + 1;
    }
    if (from < bytes.length) take(Buffer.from(bytes.subarray(from)));
    if (lines.length) yield lines;
  }
  if (pendingBytes > 0) yield [finish()];
}
