import type { Writable } from 'node:stream';
import type { DestinationStream } from 'pino';

const LEVELS: Record<number, string> = { 10: 'trace', 20: 'debug', 30: '', 40: 'warning', 50: 'error', 60: 'fatal' };

/** Turns pino's JSON into lines that a person reads on a terminal: `12:31 warning: bluesky: <message> (<detail>)`. */
export function createTerminalStream(output: Writable): DestinationStream {
  return { write: (json) => void output.write(`${formatLine(JSON.parse(json) as LogLine)}\n`) };
}

interface LogLine {
  level: number;
  time: number;
  msg?: string;
  source?: string;
  detail?: string;
  err?: { code?: string; message?: string; type?: string };
  [field: string]: unknown;
}

export function formatLine({ level, time, msg, source, detail, err, ...rest }: LogLine): string {
  const clock = new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const others = Object.entries(rest);
  const facts = [detail, err && (err.message ?? err.code ?? err.type), ...others.map(([key, value]) => `${key} ${String(value)}`)].filter(
    Boolean,
  );
  const head = [clock, LEVELS[level]].filter(Boolean).join(' ');
  return `${head}: ${source ? `${source}: ` : ''}${msg ?? ''}${facts.length ? ` (${facts.join('; ')})` : ''}`;
}
