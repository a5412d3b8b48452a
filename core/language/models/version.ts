/** Made by "npm run train". */
export const MODEL_VERSION = 'linear-0379f3aa6d';
export const NAMES_VERSION = 'names-a6167abd4b';
