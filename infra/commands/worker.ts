import { loadConfig } from '../load-environment.ts';
import { runRoles } from '../profiles/run-roles.ts';
import type { Command } from './command.ts';
import { noArguments } from './no-arguments.ts';

export const command: Command = {
  help: `Usage: node main.ts worker

Analyses queued batches and stores them; sweeps failed jobs, expires old posts.
Needs the production profile (REDIS_URL and ELASTICSEARCH_URL). Start as many as are needed. Health and metrics are on PORT.`,
  async run(args, io) {
    noArguments('worker', args);
    return runRoles(['worker'], loadConfig(), io);
  },
};
