import { loadConfig } from '../load-environment.ts';
import { runRoles } from '../profiles/run-roles.ts';
import type { Command } from './command.ts';
import { noArguments } from './no-arguments.ts';

export const command: Command = {
  help: `Usage: node main.ts ingest

Collects from the sources, removes personal data and queues batches. Each source is read by one process at a time.
Needs the production profile (REDIS_URL and ELASTICSEARCH_URL). Start as many as are needed. Health and metrics are on PORT.`,
  async run(args, io) {
    noArguments('ingest', args);
    return runRoles(['ingest'], loadConfig(), io);
  },
};
