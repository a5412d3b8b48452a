import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS, londonDate } from '#core/calendar.ts';
import { UsageError } from './command.ts';
import { command } from './demo.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const STARTS_WITHIN_MS = 60_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-demo-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Demo {
  /** What it printed until it served, or until it ended. */
  text: string;
  address: string | undefined;
  stop(): Promise<number | null>;
}

async function startDemo(...args: string[]): Promise<Demo> {
  const env = { ...process.env, PORT: '0', EARSHOT_DATA: folder, EARSHOT_LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [join(ROOT, 'main.ts'), 'demo', ...args], { cwd: folder, env });
  const exited = once(child, 'exit');
  let text = '';
  const serving = new Promise<string>((resolve) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const address = /The page: (http:\/\/[^/\s]+)\S*\n/.exec(text)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const address = await Promise.race([serving, exited.then(() => undefined)]);
  return {
    text,
    address,
    async stop() {
      child.kill('SIGTERM');
      const [code] = (await exited) as [number | null];
      return code;
    },
  };
}

describe('refuses', () => {
  const run = (...args: string[]) =>
    command.run(args, { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough(), signal: AbortSignal.abort() });

  beforeEach(() => {
    vi.stubEnv('EARSHOT_DATA', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each(['REDIS_URL', 'ELASTICSEARCH_URL'])('a production profile, by the setting that chooses it: %s', async (name) => {
    vi.stubEnv(name, 'http://127.0.0.1:1');
    await expect(run()).rejects.toMatchObject({ code: 'config', setting: name });
  });

  test.each([
    [['--until', 'yesterday'], '--until is a date'],
    [['--until', '2026-02-30'], '--until is a date'],
    [['--until', '2999-01-01'], "--until can't be later than today"],
    [['--until', '2001-01-01'], 'EARSHOT_RETENTION_DAYS'],
    [['--posts', '0'], '--posts is a whole number'],
    [['--seed', '1e3'], '--seed is a whole number'],
    [['--live'], '--live'],
  ])('%s', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
    await expect(run(...args)).rejects.toBeInstanceOf(UsageError);
  });

  test('a folder that holds anything but a demo', async () => {
    await mkdir(join(folder, 'demo'));
    await writeFile(join(folder, 'demo', 'thesis.doc'), 'precious');
    await expect(run('--posts', '10')).rejects.toMatchObject({ setting: 'EARSHOT_DATA' });
    expect(await readdir(join(folder, 'demo'))).toEqual(['thesis.doc']);
  });
});

test(
  'fills its folder once, says that everything is invented, and opens it again as it is',
  async () => {
    const until = londonDate(Date.now() - DAY_MS);
    const first = await startDemo('--posts', '600', '--until', until);
    expect(first.text).toContain('600 of 600 (100%)');
    expect(first.text).toContain('Synthetic data: 600 invented posts');
    const read = async (address: string | undefined, path: string) =>
      (await (await fetch(`${address}${path}`)).json()) as Record<string, unknown>;
    const from = londonDate(Date.now() - 92 * DAY_MS);
    const posts = await read(first.address, `/v1/posts?relevance=all&from=${from}&limit=5`);
    expect(posts['total']).toBe(600);
    expect((posts['items'] as { synthetic: boolean }[]).every((post) => post.synthetic)).toBe(true);
    const { items } = (await read(first.address, '/v1/sources')) as { items: { account: { collected: number; difference: number } }[] };
    expect(items.reduce((sum, { account }) => sum + account.collected, 0)).toBe(600);
    expect(items.every(({ account }) => account.difference === 0)).toBe(true);
    expect(await first.stop()).toBe(0);

    const second = await startDemo('--posts', '600', '--until', until);
    expect(second.text).not.toContain('Inventing');
    expect((await read(second.address, `/v1/posts?relevance=all&from=${from}`))['total']).toBe(600);
    expect(await second.stop()).toBe(0);

    const third = await startDemo('--posts', '300', '--until', until, '--seed', '2');
    expect(third.text).toContain('it is filled anew');
    expect((await read(third.address, `/v1/posts?relevance=all&from=${from}`))['total']).toBe(300);
    expect(await third.stop()).toBe(0);
  },
  3 * STARTS_WITHIN_MS,
);
