import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs `die-during-job.ts`, and kills it as soon as it is at work on a job. */
export async function killWhenStarted(args: string[]): Promise<void> {
  const script = new URL('./die-during-job.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    exited.then(() => {
      throw new Error('the process ended before it took a job');
    }),
  ]);
  child.kill('SIGKILL');
  await exited;
}
