import { breaksBetween } from '#core/companions/series-breaks.ts';
import { companionMeasureDocument, companionValuesDocument } from '#core/companions/companion.ts';
import { reachDocuments } from '#infra/profiles/document-operations.ts';
import { listAll } from '#infra/profiles/keep-additions.ts';
import type { ProfileAccess } from '#infra/profiles/with-profile.ts';
import type { CommandIo } from './command.ts';

const PAGE = 100;

/** Each measure with its periods, and where its series breaks. */
export async function listCompanions(access: ProfileAccess, io: CommandIo): Promise<number> {
  const documents = reachDocuments(access);
  const measures = await listAll(documents, companionMeasureDocument);
  if (measures.length === 0) io.stdout.write('Nothing was imported yet: "companions import" reads published surveys.\n');
  for (const { value: measure } of measures) {
    const chunks = await listAll(documents, companionValuesDocument, { prefix: `${measure.id}/`, limit: PAGE });
    const periods = [...new Map(chunks.map(({ value: { from, to } }) => [from, `${from} to ${to}`])).entries()].sort(([left], [right]) =>
      left < right ? -1 : 1,
    );
    const places = new Set(chunks.flatMap(({ value: { entries } }) => entries.map(({ place }) => place)));
    io.stdout.write(
      `${measure.id}  ${measure.title} (${measure.unit === 'percent' ? '%' : '0 to 10'}), ${places.size.toLocaleString('en-GB')} places\n`,
    );
    for (const [, period] of periods) io.stdout.write(`  ${period}\n`);
    for (const { date, note } of breaksBetween(measure.kind, periods[0]?.[0] ?? '', periods.at(-1)?.[0] ?? '')) {
      io.stdout.write(`  from ${date} not to be compared with before: ${note}\n`);
    }
  }
  return 0;
}
