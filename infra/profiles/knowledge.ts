import { createDirectory } from '#core/organisations/directory.ts';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';
import type { Knowledge } from '#workers/pipeline/pipeline.ts';

let knowledge: Knowledge | undefined;

/** Organisations and themes, built once for the process. */
export function loadKnowledge(): Knowledge {
  knowledge ??= { directory: createDirectory(), taxonomy: TAXONOMY };
  return knowledge;
}
