import type { Command } from './command.ts';

interface Entry {
  summary: string;
  load: () => Promise<{ command: Command }>;
}

/** Every command, in the order that `--help` lists them. A file of this folder is loaded only when its command runs. */
export const COMMANDS: Record<string, Entry> = {
  import: { summary: 'Import comments from CSV, XLSX or NDJSON files', load: () => import('./import.ts') },
  demo: { summary: 'Open Earshot on invented posts', load: () => import('./demo.ts') },
  analyse: { summary: 'Analyse comments: NDJSON in, NDJSON out', load: () => import('./analyse.ts') },
  redact: { summary: 'Redact personal identifiers: NDJSON in, NDJSON out', load: () => import('./redact.ts') },
  'export-openapi': { summary: 'Write api/openapi.json', load: () => import('./export-openapi.ts') },
  'export-config': { summary: 'Write .env.example and docs/configuration.md', load: () => import('./export-config.ts') },
};
