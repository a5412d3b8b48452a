import { createGazetteer, type Gazetteer } from '#core/organisations/gazetteer.ts';

let gazetteer: Gazetteer | undefined;

/** The one of this process: what a team adds is taken up by whoever finds organisations and by the redactor, which leaves their names in texts. */
export function loadGazetteer(): Gazetteer {
  gazetteer ??= createGazetteer();
  return gazetteer;
}
