import { parseArgs } from 'node:util';
import { benchFeeds } from './ingest-feeds.ts';
import { benchFiles } from './ingest-files.ts';
import { benchJetstream } from './ingest-jetstream.ts';
import { machineLine } from './measure.ts';

/** How fast sources are read, and in what room: a part for each that has to be fast. `--part` names one, all without it. */
const { values: flags } = parseArgs({
  options: {
    part: { type: 'string' },
    runs: { type: 'string', default: '5' },
    frames: { type: 'string', default: '200000' },
    rows: { type: 'string', default: '50000' },
    entries: { type: 'string', default: '100000' },
    /** Read in one go while memory is looked at. */
    held: { type: 'string', default: '1000000' },
  },
});
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  jetstream: () => benchJetstream({ frames: Number(flags.frames), runs: Number(flags.runs), held: Number(flags.held) }),
  feeds: () => benchFeeds({ items: Number(flags.entries), runs: Number(flags.runs), held: Number(flags.held) }),
  files: () => benchFiles({ rows: Number(flags.rows), runs: Number(flags.runs), held: Number(flags.held) }),
};

const names = flags.part === undefined ? Object.keys(PARTS) : [flags.part];
console.log(`${machineLine()}; medians of ${flags.runs} runs after one that isn't counted\n`);
for (const name of names) {
  const part = PARTS[name];
  if (!part) throw new TypeError(`--part is one of ${Object.keys(PARTS).join(', ')}`);
  await part();
}
