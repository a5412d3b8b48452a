import { SETTINGS, type Setting } from '#infra/config.ts';
import type { Command } from './command.ts';
import { writeOrCheck } from './generated-files.ts';

const LINE_LENGTH = 110;
const settings: Setting[] = Object.values(SETTINGS);

/** Every setting is commented out, so that a copy of the file changes nothing until a line is edited. */
export function exampleEnvironment(): string {
  const header = [
    '# Settings of Earshot. Copy this file to .env and uncomment what you change.',
    '# Made from infra/config.ts by "export-config".',
  ];
  const entries = settings.map((setting) =>
    [...wrap(setting.doc).map((line) => `# ${line}`), `#${setting.env}=${setting.default ?? ''}`].join('\n'),
  );
  return `${[header.join('\n'), ...entries].join('\n\n')}\n`;
}

export function settingsTable(): string {
  const rows = settings.map(
    (setting) => `| \`${setting.env}\` | ${shownDefault(setting)} | ${escapeCell(setting.doc)}${setting.secret ? ' Secret.' : ''} |`,
  );
  return [
    '# Settings',
    '',
    '<!-- Made from infra/config.ts by "npm run -s earshot -- export-config": edit that table, not this file. -->',
    '',
    'Settings are environment variables, or lines of a file `.env` in the working directory (`.env.example` has them all); the environment',
    'wins. A wrong value stops the start with a message that names the variable and says what it must be. Secrets are never logged.',
    '',
    '| variable | default | what it does |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

export const command: Command = {
  help: 'Usage: export-config [--check]\n\nWrites .env.example and docs/configuration.md from the table of settings. --check writes nothing and exits 1 if one differs.',
  run: (args, io) =>
    writeOrCheck(
      'export-config',
      [
        { path: '.env.example', text: exampleEnvironment() },
        { path: 'docs/configuration.md', text: settingsTable() },
      ],
      args,
      io,
    ),
};

function shownDefault(setting: Setting): string {
  if (setting.default === undefined) return 'unset';
  return setting.default === '' ? 'empty' : `\`${setting.default}\``;
}

function escapeCell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE_LENGTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
