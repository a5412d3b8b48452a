/** The program without its page, for tests that kill it: all roles, or those that are named. Settings are environment variables. */
import { EarshotError } from '#core/errors.ts';
import { loadConfig } from '../../load-environment.ts';
import { ROLES, runRoles } from '../run-roles.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(signal));
const { stdin, stdout, stderr } = process;
try {
  const named = ROLES.filter((role) => process.argv.includes(role));
  process.exitCode = await runRoles(
    named.length ? named : ROLES,
    loadConfig(),
    { stdin, stdout, stderr, signal: stop.signal },
    { page: false },
  );
} catch (error) {
  if (!(error instanceof EarshotError)) throw error;
  stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
