import { loadConfig } from '../load-environment.ts';
import { settingsHelp } from '../settings-help.ts';
import { ROLES, runRoles } from '../profiles/run-roles.ts';
import type { Command } from './command.ts';
import { noArguments } from './no-arguments.ts';

export const command: Command = {
  help: `Usage: npm start

Collects, analyses and answers in one process, until it is stopped with Ctrl+C (or SIGTERM). Needs nothing: everything is kept in ./data.
With REDIS_URL and ELASTICSEARCH_URL it uses those instead.

  PORT=0 npm start                   any free port
  EARSHOT_SOURCES=none npm start     collects nothing
  EARSHOT_DATA=~/earshot npm start   keeps everything there

Settings, from the environment or a .env file (defaults in brackets):

${settingsHelp()}`,
  async run(args, io) {
    noArguments('all', args);
    return runRoles(ROLES, loadConfig(), io);
  },
};
