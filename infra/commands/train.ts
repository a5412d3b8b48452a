import { mkdir, writeFile } from 'node:fs/promises';
import { modelCards } from '#infra/training/model-cards.ts';
import { trainModels } from '#infra/training/train-models.ts';
import { UsageError, type Command } from './command.ts';
import { parseFlags } from './parse-flags.ts';

const MODELS = new URL('../../core/language/models/', import.meta.url);
const DOCS = new URL('../../docs/', import.meta.url);

export const command: Command = {
  help: `Usage: npm run train -- --data <folder> [--seed 1]

Learns the tagger of people's names and every head (sentiment, levels, themes, emotion, offence, relevance) from the labelled texts of a folder, prints their cross-validated
measures, and writes core/language/models, docs/model-card.md and docs/models. The same data and seed give the same bytes. Takes ten to twenty
minutes.`,
  async run(args, io) {
    const { data, seed } = readFlags(args);
    const { version, namesVersion, files, reports, names } = trainModels(data, seed, (line) => void io.stdout.write(`${line}\n`));
    await mkdir(MODELS, { recursive: true });
    for (const [name, bytes] of Object.entries(files)) await writeFile(new URL(`${name}.bin`, MODELS), bytes);
    await writeFile(new URL('version.ts', MODELS), versionModule(version, namesVersion));
    await mkdir(new URL('models/', DOCS), { recursive: true });
    for (const [name, card] of Object.entries(modelCards(version, reports, { ...names, version: namesVersion })))
      await writeFile(new URL(name, DOCS), card);
    const sizes = Object.entries(files).map(([name, bytes]) => `${name} ${Math.round(bytes.length / 1000)} kB`);
    io.stdout.write(`wrote ${version}: ${sizes.join(', ')}\n`);
    return 0;
  },
};

/** A module, so that the parts of the program that load no model know its version. */
function versionModule(version: string, namesVersion: string): string {
  return `/** Made by "npm run train". */\nexport const MODEL_VERSION = '${version}';\nexport const NAMES_VERSION = '${namesVersion}';\n`;
}

function readFlags(args: string[]): { data: string; seed: number } {
  const { values } = parseFlags(args, { options: { data: { type: 'string' }, seed: { type: 'string', default: '1' } } });
  const seed = Number(values.seed);
  if (values.data === undefined) throw new UsageError('--data names the folder of the training data');
  if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError('--seed is a whole number');
  return { data: values.data, seed };
}
