import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configError, EarshotError } from '#core/errors.ts';
import type { Config } from './config.ts';

/**
 * The deployment's secret: the setting, else (embedded) the file `secret` in the data folder, made at the first start and readable by its
 * owner only. Losing it means that pseudonyms of the past can't be matched and sealed references can't be opened.
 *
 * @throws EarshotError 'config' when production has none, 'secret-damaged' when the file isn't one.
 */
export async function readPseudonymSecret(config: Config): Promise<string> {
  if (config.pseudonymSecret !== undefined) return config.pseudonymSecret;
  if (config.redisUrl !== undefined) {
    throw configError(
      'EARSHOT_PSEUDONYM_SECRET',
      'EARSHOT_PSEUDONYM_SECRET is needed in the production profile: at least 32 random characters, the same for every process and kept for good. ' +
        'Make one with: openssl rand -base64 33',
    );
  }
  const path = join(config.dataFolder, 'secret');
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  await createOnce(path);
  const secret = (await readFile(path, 'utf8')).trim();
  if (secret.length < 32) {
    throw new EarshotError('secret-damaged', `${path} is too short to be a secret: restore it from the backup that belongs to the folder.`);
  }
  return secret;
}

/** Linked into place when it is complete, so that a kill leaves no half secret, and only if there is none yet. */
async function createOnce(path: string): Promise<void> {
  if (existsSync(path)) return;
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
