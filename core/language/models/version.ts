/** Made by "npm run train". */
export const MODEL_VERSION = 'linear-abaabe4509';
