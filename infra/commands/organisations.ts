import { loadConfig } from '#infra/load-environment.ts';
import { withProfile, type ProfileAccess } from '#infra/profiles/with-profile.ts';
import { UsageError, type Command, type CommandIo } from './command.ts';
import { addAlias, listAliases, removeAlias } from './organisations-alias.ts';
import { importOdsFile } from './organisations-import.ts';
import { listOrganisations, readListOptions } from './organisations-list.ts';

type Run = (access: ProfileAccess, io: CommandIo) => Promise<number>;

export const command: Command = {
  help: `Usage: npm run -s earshot -- organisations list [--search NAME] [--unresolved] [--from DATE] [--to DATE] [--limit N]
       npm run -s earshot -- organisations alias add "NAME" CODE
       npm run -s earshot -- organisations alias remove "NAME"
       npm run -s earshot -- organisations alias list
       npm run -s earshot -- organisations import FILE

Trusts, integrated care boards and regions come with the program. These commands say what it can't know: what people call them where you are,
and which GP practices and sites there are.

list              what is known, in numbers
  --search NAME   organisations by name or ODS code
  --unresolved    names in stored posts that several organisations share and nothing told apart, the commonest first
  --from, --to    of posts of these dates: ISO 8601 with a time zone, or a date, which begins at midnight in London (default: the last 7 days)
  --limit N       lines at most, 1 to 1,000 (default: 50)
alias add         from now on the name means the organisation with this ODS code. Of a name that several share it means that one where nothing in
                  the post speaks for another. A name that another organisation bears is refused. With "#" in front, only as a hashtag
import            GP practices (epraccur.csv) or sites of trusts (ets.csv), as the Organisation Data Service publishes them; importing the
                  same file again changes nothing, a later one of the same name replaces it. Import whole files: a name that one practice
                  bears in a part of a file may be another's too. Exit 1 if lines could not be read

Running workers take up what was added within a minute. Stored posts keep what was found until they are analysed again: reprocess --all.

Example: npm run -s earshot -- organisations alias add "the General" RNQ`,
  async run(args, io) {
    const run = plan(args);
    return withProfile(loadConfig(), io, (access) => run(access, io));
  },
};

/** @throws UsageError. */
function plan([action, ...rest]: string[]): Run {
  if (action === 'list') {
    const options = readListOptions(rest);
    return (access, io) => listOrganisations(access, io, options);
  }
  if (action === 'import') {
    const [file, ...others] = rest;
    if (file === undefined || file.startsWith('-') || others.length > 0) {
      throw new UsageError('"organisations import" takes one file, such as epraccur.csv.');
    }
    return (access, io) => importOdsFile(access, io, file);
  }
  if (action === 'alias') return planAlias(rest);
  throw new UsageError('"organisations" takes list, alias or import.');
}

function planAlias([action, text, code, ...others]: string[]): Run {
  if (action === 'list' && text === undefined) return listAliases;
  if (action === 'add' && text !== undefined && code !== undefined && others.length === 0) {
    return (access, io) => addAlias(access, io, text, code.toUpperCase());
  }
  if (action === 'remove' && text !== undefined && code === undefined) return (access, io) => removeAlias(access, io, text);
  throw new UsageError('"organisations alias" takes list, add "NAME" CODE, or remove "NAME".');
}
