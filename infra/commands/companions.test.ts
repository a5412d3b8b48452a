import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { stringify } from '#ingest/test-support/stringify-csv.ts';
import { UsageError } from './command.ts';
import { command } from './companions.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-companions-'));
  vi.stubEnv('EARSHOT_DATA', join(folder, 'data'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [text(stdout), text(stderr)];
  const exit = await command.run(args, { stdin: new PassThrough(), stdout, stderr, signal: new AbortController().signal }).finally(() => {
    stdout.end();
    stderr.end();
  });
  return { exit, out: await out, err: await err };
}

it('a survey is imported into the folder of the deployment, and listed from it', async () => {
  const file = join(folder, 'FFT-gp-data-Oct-26.csv');
  await writeFile(
    file,
    stringify(
      [
        ['Practice Code', 'Practice Name', 'Total Responses', 'Percentage Positive'],
        ['B86001', 'Invented practice', '21', '94%'],
      ],
      ',',
    ),
  );
  expect((await run('import', file)).exit).toBe(0);
  const { out } = await run('list');
  expect(out).toContain('fft-gp-positive  Friends and Family Test, GP practices: positive experience (%), 1 places');
  expect(out).toContain('2026-10-01 to 2026-10-31');
});

it.each([[['remove']], [['list', 'more']], [[]], [['import']]])('%j is no use of it', async (args) => {
  await expect(run(...args)).rejects.toBeInstanceOf(UsageError);
});
