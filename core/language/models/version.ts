/** Made by "npm run train". */
export const MODEL_VERSION = 'linear-ea25c70945';
export const NAMES_VERSION = 'names-28e7f23d6c';
