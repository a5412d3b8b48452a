import { z } from 'zod';
import { loadConfig } from '../load-environment.ts';
import { isLoopback } from '../serve.ts';
import type { Command } from './command.ts';
import { noArguments } from './no-arguments.ts';

const TIMEOUT_MS = 4_000;
const answerSchema = z.object({ checks: z.array(z.object({ name: z.string(), ready: z.boolean(), detail: z.string().nullable() })) });

export const command: Command = {
  help: `Usage: node main.ts health

Asks the Earshot that runs on this machine (HOST, PORT) whether everything it needs works: prints what doesn't, exit 0 or 1. Meant for the
health check of a container; the roles "ingest" and "worker" answer it too.`,
  async run(args, io) {
    noArguments('health', args);
    const { host, port } = loadConfig();
    // Whoever listens on every address listens on this one.
    const address = isLoopback(host) && !host.includes(':') ? host : '127.0.0.1';
    try {
      const response = await fetch(`http://${address}:${port}/readyz`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      const { checks } = answerSchema.parse(await response.json());
      for (const { name, ready, detail } of checks) if (!ready) io.stderr.write(`${name}: ${detail ?? 'not ready'}\n`);
      if (response.ok) io.stdout.write('ready\n');
      return response.ok ? 0 : 1;
    } catch (error) {
      io.stderr.write(`No Earshot answers on port ${port} (${error instanceof Error ? error.name : 'unknown'}).\n`);
      return 1;
    }
  },
};
