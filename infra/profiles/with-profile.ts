import type { Config } from '#infra/config.ts';
import { EarshotError, hasCode } from '#core/errors.ts';
import { systemClock } from '#core/clock.ts';
import type { Intake } from '#core/ports/intake.ts';
import { createLogger } from '#infra/logger.ts';
import { findLocalEndpoint, type LocalClient } from '#infra/local-endpoint.ts';
import type { CommandIo } from '#infra/commands/command.ts';
import { createMetrics } from '#infra/metrics.ts';
import { readPseudonymSecret } from '#infra/secret-file.ts';
import { startWorker } from './compose-worker.ts';
import { openProfile, profileName } from './open-profile.ts';
import type { Operation } from './operation.ts';
import { MAX_SUBMIT, statusOperation, submitOperation } from './operations.ts';
import type { Profile } from './profile.ts';

/** What a command may do with the stores, wherever they are open. */
export interface ProfileAccess {
  /** `running`: another process holds the folder and does what is asked. `opened`: this one opened the stores. */
  readonly where: 'running' | 'opened';
  readonly intake: Intake;
  readonly pseudonymSecret: string;
  call<Input, Output>(operation: Operation<Input, Output>, input: Input): Promise<Output>;
  /** Resolves when everything that was queued has been analysed; reports how much is pending each second. */
  settled(onPending?: (posts: number) => void): Promise<void>;
}

/**
 * Runs a command's function with access to the stores: those of the running process if there is one, else (embedded) the folder is opened
 * for as long as the function runs, with a worker if `work` says so.
 *
 * @throws EarshotError 'locked' when a process holds the folder but can't be reached.
 */
export async function withProfile<T>(
  config: Config,
  io: Pick<CommandIo, 'signal'>,
  run: (access: ProfileAccess) => Promise<T>,
  options: { work?: boolean } = {},
): Promise<T> {
  const logger = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel);
  await using resources = new AsyncDisposableStack();
  let profile: Profile;
  try {
    profile = resources.use(await openProfile(config, { logger, clock: systemClock }));
  } catch (error) {
    if (!hasCode(error, 'locked')) throw error;
    const client = await findWithPatience(config.dataFolder, io.signal);
    if (!client) throw error;
    return await run(remoteAccess(client, await readPseudonymSecret(config), io.signal));
  }
  if (options.work && profileName(config) === 'embedded') {
    resources.use(await startWorker(profile, { config, logger, metrics: createMetrics() }));
  }
  // Awaited here: everything is closed when this function returns.
  return await run(openedAccess(profile, io.signal));
}

/** A process that has just started has its lock before it has its endpoint. */
async function findWithPatience(folder: string, signal: AbortSignal): Promise<LocalClient | null> {
  for (let tries = 0; tries < 100; tries++) {
    const client = await findLocalEndpoint(folder);
    if (client) return client;
    await systemClock.sleep(100, signal);
  }
  return null;
}

function openedAccess(profile: Profile, signal: AbortSignal): ProfileAccess {
  const call: ProfileAccess['call'] = async (operation, input) => operation.run(profile, input);
  return {
    where: 'opened',
    intake: profile.intake,
    pseudonymSecret: profile.pseudonymSecret,
    call,
    settled: (onPending) => untilSettled(call, signal, onPending),
  };
}

function remoteAccess(client: LocalClient, pseudonymSecret: string, signal: AbortSignal): ProfileAccess {
  const call: ProfileAccess['call'] = async (operation, input) => {
    const parsed = operation.output.safeParse(await client.call(operation.name, input));
    if (!parsed.success)
      throw new EarshotError('invalid', 'The running Earshot answered in another form: it may be another version. Restart it.');
    return parsed.data;
  };
  const intake: Intake = {
    async submit(ops) {
      for (let start = 0; start < ops.length; start += MAX_SUBMIT) await call(submitOperation, ops.slice(start, start + MAX_SUBMIT));
    },
  };
  return { where: 'running', intake, pseudonymSecret, call, settled: (onPending) => untilSettled(call, signal, onPending) };
}

async function untilSettled(call: ProfileAccess['call'], signal: AbortSignal, onPending?: (posts: number) => void): Promise<void> {
  for (;;) {
    const { accounts } = await call(statusOperation, null);
    const pending = accounts.reduce((sum, account) => sum + account.pending, 0);
    onPending?.(pending);
    if (pending === 0) return;
    await systemClock.sleep(1_000, signal);
  }
}
