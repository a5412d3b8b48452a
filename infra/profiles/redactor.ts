import { readFileSync } from 'node:fs';
import { systemClock } from '#core/clock.ts';
import { EarshotError } from '#core/errors.ts';
import { createNameFinder, type NameFinder } from '#core/language/names/find-names.ts';
import { createOfficeHolderFinder } from '#core/language/names/public-office.ts';
import { createRedactor, type Redactor } from '#core/language/redactor/redactor.ts';
import { tokenise } from '#core/language/tokens.ts';
import { createDirectory } from '#core/organisations/directory.ts';
import { createOrganisationFinder } from '#core/organisations/find-organisations.ts';
import { createTownFinder } from '#core/organisations/town-names.ts';
import { PUBLIC_HANDLES } from '#core/organisations/handles.ts';

const MODEL = new URL('../../core/language/models/names.bin', import.meta.url);
/** "Dr James Cook" is no hospital. */
const TITLE = /\b(?:dr|doctor|mr|mrs|ms|miss|prof|professor|nurse)\.? $/i;
const LONGEST_TITLE = 12;
let redactor: Redactor | undefined;

/** The redactor as every entrance uses it, made once for the process. */
export function loadRedactor(): Redactor {
  redactor ??= createFullRedactor(loadNameFinder());
  return redactor;
}

/** Identifiers and names are taken out; handles of public bodies, organisations, towns that tell them apart and holders of public office stay. */
export function createFullRedactor(names: NameFinder): Redactor {
  const findOrganisations = createOrganisationFinder(createDirectory());
  const findTowns = createTownFinder();
  const findOfficeHolders = createOfficeHolderFinder();
  return createRedactor({
    publicHandles: PUBLIC_HANDLES,
    names,
    keptNames(text, date) {
      const atMs = date === undefined ? systemClock.now() : Date.parse(date);
      const tokens = tokenise(text);
      const { organisations, unresolved } = findOrganisations(text, tokens, { atMs });
      const places = [...organisations, ...unresolved].filter(
        ({ start }) => !TITLE.test(text.slice(Math.max(0, start - LONGEST_TITLE), start)),
      );
      return [...places, ...findTowns(text, tokens), ...findOfficeHolders(text, date)];
    },
  });
}

/** @throws EarshotError 'model-damaged'. */
function loadNameFinder(): NameFinder {
  let file: Uint8Array;
  try {
    file = readFileSync(MODEL);
  } catch (error) {
    throw new EarshotError('model-damaged', 'The model names is missing. Install Earshot again, or run npm run train.', { cause: error });
  }
  return createNameFinder(file);
}
