import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findLocalEndpoint, type LocalClient } from '#infra/local-endpoint.ts';

/** A whole Earshot in a process of its own. */
export interface EarshotProcess {
  /** Address of its API. */
  readonly address: string;
  readonly pid: number;
  /** Everything that it wrote to standard error. */
  log(): string;
  /** The way of commands to it. */
  client(): Promise<LocalClient>;
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code and how long it took. */
  stop(): Promise<{ code: number | null; seconds: number }>;
}

/**
 * Starts the embedded program (or another script of this folder that prints its address) on a folder and waits until it serves.
 * @throws Error with what it wrote when it ends instead.
 */
export async function startEarshot(
  folder: string,
  settings: Record<string, string> = {},
  script = 'run-roles.ts',
  args: string[] = [],
): Promise<EarshotProcess> {
  const file = join(import.meta.dirname, script);
  const env = { ...process.env, PORT: '0', EARSHOT_DATA: folder, EARSHOT_SOURCES: 'none', EARSHOT_LOG_LEVEL: 'warn', ...settings };
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  const exited = once(child, 'exit');
  const address = await Promise.race([
    readAddress(child),
    exited.then(([code]) => {
      throw new Error(`Earshot ended with ${code} before it served:\n${log}`);
    }),
  ]);
  return {
    address,
    pid: child.pid!,
    log: () => log,
    async client() {
      const client = await findLocalEndpoint(folder);
      if (!client) throw new Error('the running process has no endpoint');
      return client;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      const startedMs = performance.now();
      child.kill('SIGTERM');
      const [code] = (await exited) as [number | null];
      return { code, seconds: (performance.now() - startedMs) / 1_000 };
    },
  };
}

async function readAddress(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const address = /(?:The page|Health and metrics): (\S+)$/.exec(line)?.[1];
    if (address !== undefined) {
      child.stdout!.resume();
      return address;
    }
  }
  return new Promise(() => {});
}
