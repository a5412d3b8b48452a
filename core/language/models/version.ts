/** Made by "npm run train". */
export const MODEL_VERSION = 'linear-6d632c8748';
