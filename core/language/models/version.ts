/** Made by "npm run train". */
export const MODEL_VERSION = 'linear-ea25c70945';
export const NAMES_VERSION = 'names-a6167abd4b';
