/** Made by "npm run train". */
export const MODEL_VERSION = 'linear-ea25c70945';
