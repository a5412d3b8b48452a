import { readFileSync } from 'node:fs';
import { EarshotError } from '#core/errors.ts';
import { createNameFinder, type NameFinder } from '#core/language/names/find-names.ts';
import { createRedactor, type Redactor } from '#core/language/redactor/redactor.ts';
import { PUBLIC_HANDLES } from '#core/organisations/handles.ts';
import { loadGazetteer } from './gazetteer.ts';
import { createKeptNames } from './kept-names.ts';

const MODEL = new URL('../../core/language/models/names.bin', import.meta.url);
let redactor: Redactor | undefined;

/** The redactor as every entrance uses it, made once for the process. */
export function loadRedactor(): Redactor {
  redactor ??= createFullRedactor(loadNameFinder());
  return redactor;
}

/** Identifiers and names are taken out; handles of public bodies, organisations, towns that tell them apart and holders of public office stay. */
export function createFullRedactor(names: NameFinder): Redactor {
  return createRedactor({ publicHandles: PUBLIC_HANDLES, names, keptNames: createKeptNames(loadGazetteer()) });
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
