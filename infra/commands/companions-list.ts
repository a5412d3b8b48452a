import { breaksBetween } from '#core/companions/series-breaks.ts';
import { companionMeasureDocument, companionValuesDocument } from '#core/companions/companion.ts';
import { reachDocuments } from '#infra/profiles/document-operations.ts';
import { listAll } from '#infra/profiles/keep-additions.ts';
import type { ProfileAccess } from '#infra/profiles/with-profile.ts';
import type { CommandIo } from './command.ts';

const PAGE = 100;

/** Each measure with its periods, and where its series breaks. */
export async function listCompanions(access: Pick<ProfileAccess, 'call'>, io: Pick<CommandIo, 'stdout'>): Promise<number> {
  const documents = reachDocuments(access);
  const measures = await listAll(documents, companionMeasureDocument);
  if (measures.length === 0) io.stdout.write('Nothing was imported yet: "companions import" reads published surveys.\n');
  for (const { value: measure } of measures) {
    const chunks = await listAll(documents, companionValuesDocument, { prefix: `${measure.id}/`, limit: PAGE });
    const periods = [...new Set(chunks.map(({ value: { from, to } }) => `${from} to ${to}`))].sort();
    const places = new Set(chunks.flatMap(({ value: { entries } }) => entries.map(({ place }) => place)));
    io.stdout.write(
      `${measure.id}  ${measure.title} (${measure.unit === 'percent' ? '%' : '0 to 10'}), ${places.size.toLocaleString('en-GB')} places\n`,
    );
    for (const period of periods) io.stdout.write(`  ${period}\n`);
    for (const { date, note } of breaksBetween(measure.kind, dateOf(periods[0]), dateOf(periods.at(-1)))) {
      io.stdout.write(`  from ${date} not to be compared with before: ${note}\n`);
    }
  }
  return 0;
}

function dateOf(period = ''): string {
  return period.slice(0, '2026-01-01'.length);
}
