import type { RuledTheme } from './define-themes.ts';
import { TAXONOMY, TAXONOMY_DOCUMENT } from './taxonomy.ts';

const CATEGORIES = new Set(TAXONOMY_DOCUMENT.categories.filter(({ source }) => source === 'qdc-v7').map(({ name }) => name));

/**
 * The themes of the NHS qualitative data categorisation framework, version 7 (names as published; definitions and rules are ours).
 * "Labelling not possible" and "Not assigned" are no themes. Order is the framework's.
 */
export const QDC_THEMES: readonly RuledTheme[] = TAXONOMY.themes.filter(({ category }) => CATEGORIES.has(category));
