/** Categorical palette of the Government Analysis Function, in its order of use: at most four categories in one chart. */
export const PALETTE = ['#12436D', '#28A197', '#801650', '#F46A25'] as const;

export const INK = '#212b32';
export const RULE = '#d8dde0';
export const FONT = 'Arial, sans-serif';
