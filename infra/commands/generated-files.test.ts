import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { UsageError, type Command } from './command.ts';
import { command as exportConfig, exampleEnvironment, settingsTable } from './export-config.ts';
import { command as exportOpenapi } from './export-openapi.ts';
import { command as exportSources } from './export-sources.ts';
import { SETTINGS } from '#infra/config.ts';

async function run(command: Command, args: string[]) {
  const stderr = new PassThrough({ encoding: 'utf8' });
  const exitCode = await command.run(args, {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr,
    signal: new AbortController().signal,
  });
  return { exitCode, said: String(stderr.read() ?? '') };
}

describe('files that are made from the source', () => {
  it.each([
    ['export-openapi', exportOpenapi],
    ['export-config', exportConfig],
    ['export-sources', exportSources],
  ])('%s: the committed ones are current', async (_, command) => {
    expect(await run(command, ['--check'])).toEqual({ exitCode: 0, said: '' });
  });

  it('refuses a flag it does not know', async () => {
    await expect(run(exportOpenapi, ['--chek'])).rejects.toThrow(UsageError);
  });
});

describe('documents of the settings', () => {
  it('hold every setting once', () => {
    for (const { env } of Object.values(SETTINGS)) {
      expect(settingsTable().split(`| \`${env}\` |`)).toHaveLength(2);
      expect(exampleEnvironment().split(`\n#${env}=`)).toHaveLength(2);
    }
  });

  it('set nothing when .env.example is copied as it is', () => {
    expect(
      exampleEnvironment()
        .split('\n')
        .every((line) => line === '' || line.startsWith('#')),
    ).toBe(true);
  });
});
