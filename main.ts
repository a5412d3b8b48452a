import { COMMANDS } from '#infra/commands/index.ts';
import { UsageError, type CommandIo } from '#infra/commands/command.ts';
import { EarshotError } from '#core/errors.ts';

const DEFAULT_COMMAND = 'all';

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, entry]) => `  ${name.padEnd(width)}  ${entry.summary}`);
  return `Usage: npm run -s earshot -- <command> [options]\n\n${lines.join('\n')}\n\n"<command> --help" tells more. Settings are environment variables: see docs/configuration.md.\n`;
}

async function main(argv: string[]): Promise<number> {
  const isFlagFirst = argv[0]?.startsWith('-') ?? true;
  const name = isFlagFirst ? DEFAULT_COMMAND : argv[0]!;
  const args = isFlagFirst ? argv : argv.slice(1);
  const entry = COMMANDS[name];
  if (!entry) {
    process.stderr.write(`There is no command "${name}".\n\n${overview()}`);
    return 2;
  }
  const { command } = await entry.load();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(name === DEFAULT_COMMAND ? `${overview()}\n${command.help}\n` : `${entry.summary}\n\n${command.help}\n`);
    return 0;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(signal));
  const io: CommandIo = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, signal: stop.signal };
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${command.help}\n`);
      return 2;
    }
    if (error instanceof EarshotError) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
