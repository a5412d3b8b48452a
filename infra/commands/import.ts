import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { systemClock } from '#core/clock.ts';
import type { Config } from '#infra/config.ts';
import { loadConfig } from '#infra/load-environment.ts';
import { createProgressBar, type ProgressBar } from '#infra/progress-bar.ts';
import { loadGazetteer } from '#infra/profiles/gazetteer.ts';
import { readAdditions } from '#infra/profiles/keep-additions.ts';
import { recordOperation, statusOperation } from '#infra/profiles/operations.ts';
import { reachDocuments } from '#infra/profiles/document-operations.ts';
import { withProfile, type ProfileAccess } from '#infra/profiles/with-profile.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { planFile } from '#ingest/connectors/file/plan-file.ts';
import { openTable } from '#ingest/connectors/file/open-table.ts';
import { shortHash } from '#ingest/identity.ts';
import { createPrepareOps } from '#ingest/prepare-ops.ts';
import { createVault } from '#ingest/vault.ts';
import type { Command, CommandIo } from './command.ts';
import { importFile, type ImportSummary } from './import-file.ts';
import { readImportOptions, type ImportOptions } from './import-options.ts';
import { describePlan } from './import-plan.ts';
import { describeSummary } from './import-summary.ts';

const POLL_MS = 500;

export const command: Command = {
  help: `Usage: npm run -s earshot -- import <file…> [options]

Reads comments from CSV, XLSX, ODS or NDJSON files (one JSON object a line); CSV and NDJSON also compressed (.gz). Exports of FFT tools, Brandwatch, Meltwater,
CrowdTangle, 4CAT and YouTube Data Tools are known; of other files, which column is what is guessed from names and values. What was understood is shown; personal
data is redacted before anything is kept. Importing a file again adds nothing. A bad row never stops a file.

  --column ROLE="Name"   say what a column is; ROLE is text, title, question, date, id, author, place, language, url, parent or thread. Again for more
                         columns of text or place. ROLE= alone: no column
  --genre post|feedback  social posts, or reviews and survey answers
  --source-name NAME     the source that the comments are counted under (default: file)
  --organisation CODE    ODS code of the one organisation that the files are about: comments that name none count for it
  --date-format FORMAT   dmy, mdy, ymd, iso, named, excel, epoch-seconds or epoch-milliseconds
  --sheet NAME           the sheet of a workbook (default: the one with the most rows)
  --format FORMAT        csv, ndjson, xlsx or ods (default: told from the file)
  --dry-run              read, redact and count, and keep nothing

Example: npm run -s earshot -- import comments.csv --column text="Free text" --source-name fft`,
  async run(args, io) {
    const options = readImportOptions(args);
    const config = loadConfig();
    const start = (access: ProfileAccess | null) => importFiles(options, config, access, io);
    return options.isDryRun ? start(null) : withProfile(config, io, start, { work: true });
  },
};

async function importFiles(options: ImportOptions, config: Config, access: ProfileAccess | null, io: CommandIo): Promise<number> {
  if (access) loadGazetteer().use(await readAdditions(reachDocuments(access)));
  const vault = createVault(access?.pseudonymSecret ?? randomBytes(32).toString('base64url'));
  const prepare = createPrepareOps({ clock: systemClock, vault, retentionDays: config.retentionDays, redact: loadRedactor() });
  let kept = 0;
  let bad = 0;
  for (const path of options.files) {
    const table = await openTable(path, { format: options.format, sheet: options.sheet });
    const plan = await planFile(table, options);
    io.stdout.write(`${basename(path)}: ${describePlan(table, plan, options.sourceName)}`);
    const kilobytes = Math.ceil((await stat(path)).size / 1_000);
    const bar = createProgressBar(io.stderr, 'Reading (kB)', kilobytes);
    const startedMs = systemClock.now();
    const summary: ImportSummary = await importFile(path, table, plan, options, {
      clock: systemClock,
      prepare,
      intake: access?.intake ?? null,
      signal: io.signal,
      onProgress: (_, share) => bar.update(Math.round(share * kilobytes)),
    });
    bar.end();
    io.stdout.write(describeSummary(summary, { seconds: (systemClock.now() - startedMs) / 1_000, retentionDays: config.retentionDays }));
    if (access) await account(access, path, options.sourceName, summary);
    kept += summary.kept;
    for (const { count } of summary.bad.values()) bad += count;
  }
  if (!access) io.stdout.write('A dry run: nothing was kept.\n');
  else await waitUntilSearchable(access, options.sourceName, kept, io);
  return bad > 0 ? 1 : 0;
}

/** What was left out or could not be read is in the ledger too, once for each state of the file. */
async function account(access: ProfileAccess, path: string, source: string, summary: ImportSummary): Promise<void> {
  const { size, mtimeMs } = await stat(path);
  const count = (reasons: ImportSummary['bad']) => [...reasons.values()].reduce((sum, reason) => sum + reason.count, 0);
  const [dropped, quarantined] = [count(summary.dropped), count(summary.bad)];
  if (dropped + quarantined === 0) return;
  await access.call(recordOperation, {
    key: `import-${shortHash([source, resolve(path), size, mtimeMs].join('|'))}`,
    source,
    collected: dropped + quarantined,
    outcomes: [
      { outcome: 'dropped', reason: 'empty', count: dropped },
      { outcome: 'quarantined', reason: 'invalid', count: quarantined },
    ].filter((outcome) => outcome.count > 0),
  });
}

/** Only this source is waited for: live ones always have something pending. */
async function waitUntilSearchable(access: ProfileAccess, source: string, kept: number, io: CommandIo): Promise<void> {
  if (kept === 0) return;
  let bar: ProgressBar | undefined;
  let total = 0;
  for (;;) {
    const { accounts } = await access.call(statusOperation, null);
    const pending = accounts.find((one) => one.source === source)?.pending ?? 0;
    total ||= Math.max(kept, pending);
    bar ??= createProgressBar(io.stderr, 'Analysing', total);
    bar.update(total - pending);
    if (pending === 0) break;
    await systemClock.sleep(POLL_MS, io.signal);
  }
  bar.end();
  io.stdout.write(`${kept.toLocaleString('en-GB')} comments are searchable.\n`);
}
