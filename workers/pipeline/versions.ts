import { REDACTOR_VERSION } from '#core/language/redactor/redactor.ts';
import type { AnalysisVersions } from '#core/insight.ts';
import { MODEL_VERSION } from '#core/language/models/version.ts';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';

/** Raised with each change of a model, rule or word list, so that a later analysis of the same wording replaces an earlier one. */
export const ANALYSIS_NUMBER = 3;

export const VERSIONS: AnalysisVersions = { model: MODEL_VERSION, taxonomy: TAXONOMY.version, redactor: REDACTOR_VERSION };
