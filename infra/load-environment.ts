import { existsSync } from 'node:fs';
import { readConfig, type Config } from './config.ts';

/** Reads a `.env` file in the working directory, if there is one, and then the settings. The only reader of `process.env`. */
export function loadConfig(overrides: Record<string, string> = {}): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig({ ...process.env, ...overrides });
}
