import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, expect, it, vi } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { command as importFile } from '#infra/commands/import.ts';
import { readConfig } from '#infra/config.ts';
import { openEmbedded } from './embedded.ts';
import { expectNone, HARMLESS, personalDataContract, SAID } from './personal-data.contract.ts';

const parent = await mkdtemp(join(tmpdir(), 'earshot-personal-'));
afterAll(() => rm(parent, { recursive: true, force: true }));

/** Databases, their logs, the queue and whatever else lies in a folder. */
async function filesIn(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))));
}

personalDataContract('embedded', async () => {
  const folder = await mkdtemp(join(parent, 'posts-'));
  const config = readConfig({ EARSHOT_DATA: folder });
  return {
    config,
    open: (logger) => openEmbedded(config, { logger, clock: systemClock }),
    written: () => filesIn(folder),
  };
});

it('personal data: a file leaves none of it behind either, in whichever column', async () => {
  const folder = join(parent, 'file');
  vi.stubEnv('EARSHOT_DATA', folder);
  const today = new Date().toISOString().slice(0, 10);
  const cell = `"${SAID}"`;
  const path = join(parent, 'survey.csv');
  await writeFile(
    path,
    [
      'Response ID,Date,Patient name,Ward,What could be better?',
      `1,${today},Harriet Pemberton,Ward 5,"Nobody came in ${HARMLESS} all night, ${SAID}"`,
      `2,${today},Harriet Pemberton,${cell},The food was cold and late on every day`,
      `zquill@canary-mail.example,${today},x,Ward 6,Parking took two hours and made us late`,
      `4,not a date ${SAID.replaceAll(',', '')},x,Ward 6,Nobody rang back about the scan`,
    ].join('\n'),
  );
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [stdout.toArray(), stderr.toArray()];
  await importFile.run([path, '--column', 'place=Ward', '--column', 'id=Response ID'], {
    stdin: Readable.from([]),
    stdout,
    stderr,
    signal: new AbortController().signal,
  });
  vi.unstubAllEnvs();
  stdout.end();
  stderr.end();
  expectNone([...(await out), ...(await err)].join(''), 'what the command says');
  const all = (await filesIn(folder)).map((bytes) => bytes.toString('latin1'));
  expect(all.some((bytes) => bytes.includes(HARMLESS))).toBe(true);
  for (const bytes of all) expectNone(bytes, 'what is stored');
}, 120_000);
