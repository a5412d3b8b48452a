import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError, type CommandIo } from './command.ts';

export interface GeneratedFile {
  /** From the root of the project. */
  path: string;
  text: string;
}

const ROOT = new URL('../../', import.meta.url);

/**
 * Writes files that are made from the source and committed, or with `--check` says which of them no longer agree with it.
 * @returns the exit code: 1 when a check found a difference.
 */
export async function writeOrCheck(
  command: string,
  files: readonly GeneratedFile[],
  args: readonly string[],
  io: CommandIo,
): Promise<number> {
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown !== undefined) throw new UsageError(`${command} does not know "${unknown}".`);
  const isCheck = args.includes('--check');
  let exitCode = 0;
  for (const { path, text } of files) {
    const location = fileURLToPath(new URL(path, ROOT));
    const held = await readFile(location, 'utf8').catch(() => null);
    if (held === text) continue;
    if (isCheck) {
      io.stderr.write(`${path} no longer agrees with the source. Run "npm run -s earshot -- ${command}" and commit it.\n`);
      exitCode = 1;
    } else {
      await mkdir(dirname(location), { recursive: true });
      await writeFile(location, text);
      io.stderr.write(`wrote ${path}\n`);
    }
  }
  return exitCode;
}
