import type { Readable, Writable } from 'node:stream';

/** A subcommand of `node main.ts`. */
export interface Command {
  /** What `--help` prints below the summary: usage, flags, an example. */
  help: string;
  /** @returns the exit code. An EarshotError that it throws is printed as one line, exit 1; a UsageError exit 2. */
  run(args: string[], io: CommandIo): Promise<number>;
}

export interface CommandIo {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  /** Aborted by SIGINT and SIGTERM. */
  signal: AbortSignal;
}

/** A flag or argument is wrong. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
