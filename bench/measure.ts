import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

/** One line about the machine, for the head of every table. */
export function machineLine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${availableParallelism()} cores (${model}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The p-th quantile (0 … 1) by nearest rank. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
}

export interface Run {
  wallSeconds: number;
  /** CPU seconds of this process and of the server processes that were named. */
  cpuSeconds: number;
}

/** Wall time and CPU time of `work`, that of other processes (by pid) included. */
export async function measure(work: () => Promise<void> | void, pids: readonly number[] = []): Promise<Run> {
  const cpuBefore = cpuSecondsOf(pids);
  const startedMs = performance.now();
  await work();
  const wallSeconds = (performance.now() - startedMs) / 1000;
  return { wallSeconds, cpuSeconds: cpuSecondsOf(pids) - cpuBefore };
}

const TICKS_PER_SECOND = 100;

function cpuSecondsOf(pids: readonly number[]): number {
  const own = process.cpuUsage();
  return (own.user + own.system) / 1e6 + pids.reduce((sum, pid) => sum + cpuSecondsOfPid(pid), 0);
}

/** From `/proc/<pid>/stat`, fields utime and stime (Linux only; 0 elsewhere). */
function cpuSecondsOfPid(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

/** Resident memory of a process in MB (Linux only). */
export function residentMb(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
  return { now: kilobytes('VmRSS') / 1024, peak: kilobytes('VmHWM') / 1024 };
}

/** Prints rows as a table with aligned columns; the first row is the header. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  rows.forEach((row, index) => {
    console.log(`| ${row.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join(' | ')} |`);
    if (index === 0)
      console.log(`|${widths.map((width, column) => (column ? `${'-'.repeat(width + 1)}:` : `:${'-'.repeat(width + 1)}`)).join('|')}|`);
  });
}

export function rate(count: number, seconds: number): string {
  const value = count / seconds;
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3);
}
