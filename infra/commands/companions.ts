import { loadConfig } from '#infra/load-environment.ts';
import { withProfile } from '#infra/profiles/with-profile.ts';
import { FFT_SETTINGS } from '#ingest/companions/surveys.ts';
import { UsageError, type Command } from './command.ts';
import { importCompanions } from './companions-import.ts';
import { listCompanions } from './companions-list.ts';
import { readCompanionOptions } from './companions-options.ts';

export const command: Command = {
  help: `Usage: npm run -s earshot -- companions import FILE [options]
       npm run -s earshot -- companions list

Published surveys that stand beside what people write in public: the Friends and Family Test (NHS England, monthly), the GP Patient Survey (yearly)
and the Adult Inpatient Survey (CQC, yearly), from CSV, XLSX or ODS files as they are published. Figures are kept by place, period and measure; what the
publisher held back stays so. Importing a file again changes nothing; a later file of the same period replaces those of its places.

  --kind KIND        fft, gpps or inpatient (default: told from the columns)
  --setting NAME     of the Friends and Family Test: ${FFT_SETTINGS.join(', ')}
                     (default: told from the file's name)
  --period PERIOD    2026-10, 2026, or 2026-10-01/2026-12-31 (default: told from the file's name or a column)
  --sheet NAME       the sheet of a workbook (default: the one of trusts or practices)
  --measure ID="Column|Column of who answered"
                     a column that isn't known by its name; again for more. The id begins with the kind: gpps-overall, fft-gp-positive
  --columns FILE     the same and more in JSON, for files of another shape: docs/companions.md shows one

list: what was imported, with its periods and where a series breaks. What each means: docs/companions.md.

Example: npm run -s earshot -- companions import FFT-inpatient-data-October-2026.xlsm`,
  async run([action, ...rest], io) {
    if (action === 'list' && rest.length === 0) return withProfile(loadConfig(), io, (access) => listCompanions(access, io));
    if (action === 'import') {
      const options = readCompanionOptions(rest);
      return withProfile(loadConfig(), io, (access) => importCompanions(options, access, io));
    }
    throw new UsageError('"companions" takes import FILE, or list.');
  },
};
