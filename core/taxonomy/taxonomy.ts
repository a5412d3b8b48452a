import type { RuledTheme } from './define-themes.ts';
import { QDC_THEMES } from './qdc-v7.ts';
import { SOCIAL_MEDIA_THEMES } from './social-media.ts';

/** A list of themes with a version, which each analysed post carries. */
export interface Taxonomy {
  version: string;
  themes: readonly RuledTheme[];
}

/** The taxonomy that comes with the program: QDC v7 and what public conversation adds. */
export const TAXONOMY: Taxonomy = { version: 'qdc-v7+social-1', themes: [...QDC_THEMES, ...SOCIAL_MEDIA_THEMES] };
