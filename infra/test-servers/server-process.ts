import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server of the tests' own, that can be killed and started again on the same port and folder. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  /** Of the process that runs now. */
  readonly pid: number;
  /** Starts it again after `kill`, and resolves when it answers. */
  start(): Promise<void>;
  /** `kill -9`, or another signal that ends it. Resolves when the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

export interface ServerDescription {
  name: string;
  url: string;
  port: number;
  /** Kept when the server stops; a temporary folder, removed with it, if undefined. */
  folder: string | undefined;
  command(folder: string): { file: string; args: string[] };
  /** Whether it answers. */
  isReady(): Promise<boolean>;
  readyWithinMs: number;
}

/**
 * Runs a server as a child process until it is disposed or this process ends, however it ends.
 * @throws Error with the last lines of its output when it doesn't become ready.
 */
export async function startServer(description: ServerDescription): Promise<TestServer> {
  const { name, url, port, readyWithinMs } = description;
  const isTemporary = description.folder === undefined;
  const folder = description.folder ?? (await mkdtemp(join(tmpdir(), `earshot-${name}-`)));
  await mkdir(folder, { recursive: true });
  const log = join(folder, 'output.log');
  let child: ChildProcess | undefined;
  let reaper: ChildProcess | undefined;

  async function start(): Promise<void> {
    const { file, args } = description.command(folder);
    const output = createWriteStream(log, { flags: 'a' });
    await once(output, 'open');
    child = spawn(file, args, { cwd: folder, stdio: ['ignore', output, output], detached: true });
    child.unref();
    output.close();
    await once(child, 'spawn');
    reaper = spawnReaper(child.pid!, isTemporary ? folder : undefined);
    const untilMs = Date.now() + readyWithinMs;
    while (!(await description.isReady())) {
      if (!isRunning(child) || Date.now() > untilMs) {
        const reason = isRunning(child) ? `was not ready after ${readyWithinMs / 1000} s` : 'ended before it was ready';
        const written = await readFile(log, 'utf8');
        await stop();
        throw new Error(`${name} ${reason}. Its last output:\n${written.slice(-2_000)}`);
      }
      await sleep(50);
    }
  }

  async function kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!child) return;
    if (isRunning(child)) {
      const exit = once(child, 'exit');
      child.ref();
      child.kill(signal);
      await exit;
    }
    reaper?.kill('SIGKILL');
  }

  async function stop(): Promise<void> {
    await kill();
    if (isTemporary) await rm(folder, { recursive: true, force: true });
  }

  await start();
  return {
    url,
    port,
    folder,
    get pid() {
      return child!.pid!;
    },
    start,
    kill,
    [Symbol.asyncDispose]: stop,
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** Outlives this process by a moment: when its input closes, however that came about, it ends the server and removes its folder. */
function spawnReaper(pid: number, folder: string | undefined): ChildProcess {
  const script = 'cat >/dev/null; kill -9 "$0"; [ -z "$1" ] || { sleep 0.2; rm -rf "$1"; }';
  const reaper = spawn('/bin/sh', ['-c', script, String(pid), folder ?? ''], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  reaper.unref();
  (reaper.stdin as unknown as { unref(): void }).unref();
  return reaper;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
