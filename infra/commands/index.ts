import type { Command } from './command.ts';

interface Entry {
  summary: string;
  load: () => Promise<{ command: Command }>;
}

/** Every command, in the order that `--help` lists them. A file of this folder is loaded only when its command runs. */
export const COMMANDS: Record<string, Entry> = {
  all: { summary: 'Collect, analyse and answer in one process (the default)', load: () => import('./all.ts') },
  ingest: { summary: 'Only collect (production profile)', load: () => import('./ingest.ts') },
  worker: { summary: 'Only analyse (production profile)', load: () => import('./worker.ts') },
  api: { summary: 'Only answer: the API and the page (production profile)', load: () => import('./api.ts') },
  health: { summary: 'Ask the Earshot that runs here whether everything it needs works', load: () => import('./health.ts') },
  sources: { summary: 'List the sources and how they do, check them, read past dates back', load: () => import('./sources.ts') },
  collect: { summary: 'Print what a source hands on, storing nothing', load: () => import('./collect.ts') },
  import: { summary: 'Import comments from CSV, XLSX or NDJSON files', load: () => import('./import.ts') },
  companions: { summary: 'Import published surveys, to stand beside what people write', load: () => import('./companions.ts') },
  organisations: {
    summary: 'List organisations and unresolved names, give aliases, import practices and sites',
    load: () => import('./organisations.ts'),
  },
  demo: { summary: 'Open Earshot on invented posts', load: () => import('./demo.ts') },
  reprocess: { summary: 'Analyse the stored history again after a model or the taxonomy changed', load: () => import('./reprocess.ts') },
  analyse: { summary: 'Analyse comments: NDJSON in, NDJSON out', load: () => import('./analyse.ts') },
  redact: { summary: 'Redact personal identifiers: NDJSON in, NDJSON out', load: () => import('./redact.ts') },
  train: { summary: 'Learn the models from labelled texts', load: () => import('./train.ts') },
  evaluate: { summary: 'Score what Earshot says of labelled texts', load: () => import('./evaluate.ts') },
  'export-openapi': { summary: 'Write api/openapi.json', load: () => import('./export-openapi.ts') },
  'export-config': { summary: 'Write .env.example and docs/configuration.md', load: () => import('./export-config.ts') },
  'export-sources': { summary: 'Write docs/sources.md', load: () => import('./export-sources.ts') },
};
