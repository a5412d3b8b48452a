import type { Clock } from '#core/clock.ts';
import { configError } from '#core/errors.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { Config } from '#infra/config.ts';
import type { Logger } from '#infra/logger.ts';
import type { Profile } from './profile.ts';

export interface ProfileOptions {
  logger: Logger;
  clock: Clock;
  metrics?: Metrics;
  /** Told in a line what takes long. */
  progress?: (text: string) => void;
}

/**
 * Which profile the settings ask for.
 * @throws EarshotError 'config' when only one of the two servers is named.
 */
export function profileName(config: Pick<Config, 'redisUrl' | 'elasticsearchUrl'>): Profile['name'] {
  const { redisUrl, elasticsearchUrl } = config;
  if ((redisUrl === undefined) === (elasticsearchUrl === undefined)) return redisUrl === undefined ? 'embedded' : 'production';
  const [set, missing] = redisUrl === undefined ? ['ELASTICSEARCH_URL', 'REDIS_URL'] : ['REDIS_URL', 'ELASTICSEARCH_URL'];
  throw configError(
    missing!,
    `${set} is set and ${missing} is not. The production profile needs both; unset ${set} for the embedded profile, which needs neither.`,
  );
}

/**
 * Opens everything that lasts, in order; what was already open is closed again when a later part can't be opened.
 * @throws EarshotError 'config', 'locked', 'unavailable' or what a damaged file is reported with.
 */
export async function openProfile(config: Config, options: ProfileOptions): Promise<Profile> {
  if (profileName(config) === 'embedded') {
    const { openEmbedded } = await import('./embedded.ts');
    return openEmbedded(config, options);
  }
  const { openProduction } = await import('./production.ts');
  return openProduction(config, options);
}
