import { loadConfig } from '../load-environment.ts';
import { runRoles } from '../profiles/run-roles.ts';
import type { Command } from './command.ts';
import { noArguments } from './no-arguments.ts';

export const command: Command = {
  help: `Usage: node main.ts api

Answers the API and serves the page.
Needs the production profile (REDIS_URL and ELASTICSEARCH_URL). Start as many as are needed. Health and metrics are on PORT too.`,
  async run(args, io) {
    noArguments('api', args);
    return runRoles(['api'], loadConfig(), io);
  },
};
