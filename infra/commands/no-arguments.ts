import { UsageError } from './command.ts';

/** @throws UsageError when a command that takes no arguments was given one. */
export function noArguments(name: string, args: readonly string[]): void {
  if (args.length > 0)
    throw new UsageError(`"${name}" takes no arguments, and was given "${args[0]}". Settings are environment variables.`);
}
