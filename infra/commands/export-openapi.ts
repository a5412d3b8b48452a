import { openApiText } from '#api/openapi.ts';
import type { Command } from './command.ts';
import { writeOrCheck } from './generated-files.ts';

export const command: Command = {
  help: 'Usage: export-openapi [--check]\n\nWrites api/openapi.json from the routes. --check writes nothing and exits 1 if the file differs.',
  run: (args, io) => writeOrCheck('export-openapi', [{ path: 'api/openapi.json', text: openApiText() }], args, io),
};
