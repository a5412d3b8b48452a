import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';

/**
 * The flags and arguments of a command.
 *
 * @throws UsageError for a flag that isn't one of `config`, or that lacks its value.
 */
export function parseFlags<T extends Omit<ParseArgsConfig, 'args'>>(
  args: string[],
  config: T,
): ReturnType<typeof parseArgs<T & { args: string[] }>> {
  try {
    return parseArgs({ ...config, args });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'A flag is wrong.');
  }
}
