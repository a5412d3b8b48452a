import { SETTINGS, type Setting } from './config.ts';

const INDENT = 4;
const WIDTH = 110;

/** Every setting with its default and what it is for, to be read on a terminal. */
export function settingsHelp(): string {
  return Object.values<Setting>(SETTINGS)
    .map((setting) => `  ${setting.env}${setting.default ? ` (${setting.default})` : ''}\n${wrap(setting.doc)}`)
    .join('\n');
}

function wrap(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= WIDTH - INDENT) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => ' '.repeat(INDENT) + line).join('\n');
}
