import { readFileSync } from 'node:fs';
import { EarshotError } from '#core/errors.ts';
import { createUnderstanding, MODEL_FILES, type ModelFileName, type Understanding } from '#core/language/heads/understanding.ts';
import type { Gazetteer } from '#core/organisations/gazetteer.ts';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';
import type { Knowledge } from '#workers/pipeline/pipeline.ts';
import { loadGazetteer } from './gazetteer.ts';

const MODELS = new URL('../../core/language/models/', import.meta.url);
let knowledge: LoadedKnowledge | undefined;

export interface LoadedKnowledge extends Knowledge {
  gazetteer: Gazetteer;
}

/** Organisations, themes and learned heads, made once for the process. */
export function loadKnowledge(): LoadedKnowledge {
  knowledge ??= { gazetteer: loadGazetteer(), taxonomy: TAXONOMY, understanding: loadUnderstanding() };
  return knowledge;
}

/** @throws EarshotError 'model-damaged'. */
export function loadUnderstanding(): Understanding {
  const read = (name: string): Uint8Array => {
    try {
      return readFileSync(new URL(`${name}.bin`, MODELS));
    } catch (error) {
      throw new EarshotError('model-damaged', `The model ${name} is missing. Install Earshot again, or run npm run train.`, {
        cause: error,
      });
    }
  };
  return createUnderstanding(Object.fromEntries(MODEL_FILES.map((name) => [name, read(name)])) as Record<ModelFileName, Uint8Array>);
}
