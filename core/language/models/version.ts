/** Made by "npm run train". */
export const MODEL_VERSION = 'linear-f101e55645';
