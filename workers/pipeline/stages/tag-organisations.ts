import type { FindOrganisations } from '#core/organisations/find-organisations.ts';
import type { OrganisationMention } from '#core/insight.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { withInsight, type Draft } from '../draft.ts';

/** Finds the organisations a post names, in its text or, where that names none, in its title (offsets 0, 0). */
export function createTagOrganisations(find: FindOrganisations): Stage<Draft, Draft> {
  return function tagOrganisations(batch) {
    return batch.map((draft) => {
      const { post, read, title } = draft;
      const { createdAtMs: atMs, statedPlace, organisation } = post;
      const inText = find(read.text, read.tokens, { atMs, statedPlace, organisation });
      const namesNone = inText.organisations.every(({ basis }) => basis === 'author-stated' || basis === 'source');
      const inTitle = title && namesNone ? find(title.text, title.tokens, { atMs }).organisations : [];
      const organisations = inTitle.length ? inTitle.map(withoutOffsets) : inText.organisations;
      return keep(withInsight(draft, { organisations, unresolved: inText.unresolved }));
    });
  };
}

function withoutOffsets(mention: OrganisationMention): OrganisationMention {
  return { ...mention, start: 0, end: 0 };
}
