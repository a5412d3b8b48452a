import { systemClock } from '#core/clock.ts';
import { EarshotError } from '#core/errors.ts';
import { aliasDocument } from '#core/organisations/additions.ts';
import { checkAlias } from '#core/organisations/check-alias.ts';
import { createDirectory } from '#core/organisations/directory.ts';
import { aliasKey } from '#core/organisations/organisation-names.ts';
import { listAll, readAdditions } from '#infra/profiles/keep-additions.ts';
import { reachDocuments } from '#infra/profiles/document-operations.ts';
import type { ProfileAccess } from '#infra/profiles/with-profile.ts';
import type { CommandIo } from './command.ts';
import { nameOrganisation } from './organisations-list.ts';

export async function addAlias(access: ProfileAccess, io: CommandIo, text: string, ods: string): Promise<number> {
  const documents = reachDocuments(access);
  const additions = await readAdditions(documents);
  const directory = createDirectory(additions.records.filter(({ kind }) => kind === 'practice'));
  const checked = checkAlias(text, ods, directory, additions);
  if ('problem' in checked) throw new EarshotError('alias-refused', checked.problem);
  const alias = { text: text.trim(), ods, addedAt: new Date(systemClock.now()).toISOString() };
  await documents.put(aliasDocument, checked.key, alias, 'any');
  const who = nameOrganisation(ods, directory, additions);
  io.stdout.write(
    checked.isShared
      ? `"${alias.text}" means ${who} where nothing in a post speaks for another of the ${checked.candidates.length} that bear it.\n`
      : `"${alias.text}" means ${who}.\n`,
  );
  io.stdout.write('Workers take it up within a minute. For stored posts: reprocess --all.\n');
  return 0;
}

export async function removeAlias(access: ProfileAccess, io: CommandIo, text: string): Promise<number> {
  const removed = await reachDocuments(access).remove(aliasDocument, aliasKey(text) || ' ');
  if (!removed) throw new EarshotError('not-found', `There is no alias "${text}". "organisations alias list" shows what there is.`);
  io.stdout.write(`"${text}" is no alias any more.\nWorkers take it up within a minute. For stored posts: reprocess --all.\n`);
  return 0;
}

export async function listAliases(access: ProfileAccess, io: CommandIo): Promise<number> {
  const documents = reachDocuments(access);
  const aliases = await listAll(documents, aliasDocument);
  if (aliases.length === 0) io.stdout.write('There is no alias. "organisations alias add "NAME" CODE" adds one.\n');
  const additions = await readAdditions(documents);
  const directory = createDirectory(additions.records.filter(({ kind }) => kind === 'practice'));
  for (const { value } of aliases) {
    io.stdout.write(`${value.text.padEnd(30)} ${nameOrganisation(value.ods, directory, additions)}, since ${value.addedAt.slice(0, 10)}\n`);
  }
  return 0;
}
