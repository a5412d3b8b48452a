import { describeProfile } from '#ingest/connectors/file/column-profile.ts';
import { COLUMN_ROLES } from '#ingest/connectors/file/columns.ts';
import { shortenedNames, type FilePlan } from '#ingest/connectors/file/plan-file.ts';
import type { Table } from '#ingest/connectors/file/table.ts';

/** A plan in words: names and kinds of columns, never what is in them. */
export function describePlan(table: Table, plan: FilePlan, sourceName: string): string {
  const { roles, profiles } = plan;
  const readAs = ` · read as ${plan.dateFormat}${plan.isDateAssumed ? ', day first assumed' : ''}`;
  const used = COLUMN_ROLES.filter((role) => roles[role]?.length).map((role) => {
    const columns = roles[role]!.map((index) => `"${table.columns[index]}" (${describeProfile(profiles[index]!)})`);
    return `  ${role.padEnd(9)} ${columns.join(', ')}${role === 'date' ? readAs : ''}`;
  });
  const { excerpt, type, reshare, untitled } = plan.traits;
  const heeded = [...excerpt, ...type, ...reshare, ...(untitled ? [untitled.column] : [])].filter(
    (index, nth, all) => all.indexOf(index) === nth,
  );
  const unused = table.columns.filter((_, index) => ![...Object.values(roles).flat(), ...heeded].includes(index));
  const kind = plan.genre === 'post' ? 'social posts' : 'feedback';
  const lines = [
    `${table.format.toUpperCase()}, ${table.dialect}, ${table.columns.length} columns${plan.tool ? `, an export of ${plan.tool}` : ''}. Read as ${kind} of source "${sourceName}":`,
    ...used,
    ...(heeded.length ? [`  heeded    ${shortenedNames(heeded.map((index) => table.columns[index]!))}`] : []),
    ...(unused.length ? [`  not used  ${shortenedNames(unused)}`] : []),
    '  Change this with --column ROLE="Name", --genre post|feedback, --date-format dmy|mdy|iso…',
  ];
  return `${lines.join('\n')}\n`;
}
