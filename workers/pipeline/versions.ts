import { REDACTOR_VERSION } from '#core/language/redactor/redactor.ts';
import type { AnalysisVersions } from '#core/insight.ts';
import { MODEL_VERSION } from '#core/language/models/version.ts';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';

/** Raised with each change of a model, rule or word list, so that a later analysis of the same wording replaces an earlier one. */
export const ANALYSIS_NUMBER = 5;

/** `model` ends in the analysis number: rules and word lists change what is found while the learned heads stay the same. */
export const VERSIONS: AnalysisVersions = {
  model: `${MODEL_VERSION}.${ANALYSIS_NUMBER}`,
  taxonomy: TAXONOMY.version,
  redactor: REDACTOR_VERSION,
};

/** Whether something was found out by what this program finds out with. */
export function isCurrent({ model, taxonomy, redactor }: AnalysisVersions): boolean {
  return model === VERSIONS.model && taxonomy === VERSIONS.taxonomy && redactor === VERSIONS.redactor;
}
