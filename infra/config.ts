import { z } from 'zod';
import { configError } from '#core/errors.ts';
import { readWebhookKeys } from './webhook-keys.ts';

export interface Setting {
  env: string;
  /** As the environment would give it; undefined: unset. */
  default: string | undefined;
  doc: string;
  schema: z.ZodType;
  secret?: boolean;
}

const wholeNumber = (min: number, max: number) =>
  z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.number().min(min).max(max));
const text = z.string().trim();
const optional = text.optional();
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const list = text.transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

/**
 * Every setting, once: `.env.example`, `--help` and `docs/configuration.md` are made from this table, and nothing else
 * reads `process.env`.
 */
export const SETTINGS = {
  port: { env: 'PORT', default: '8080', doc: 'Port of the page and the API.', schema: wholeNumber(0, 65_535) },
  host: {
    env: 'HOST',
    default: '127.0.0.1',
    doc: 'Address to listen on. On any but loopback EARSHOT_ADMIN_KEY is needed.',
    schema: text.min(1),
  },
  dataFolder: { env: 'EARSHOT_DATA', default: './data', doc: 'Folder for everything the embedded profile keeps.', schema: text.min(1) },
  redisUrl: {
    env: 'REDIS_URL',
    default: undefined,
    doc: 'Redis 6.2 or later with appendonly yes and maxmemory-policy noeviction. Set with ELASTICSEARCH_URL: production profile.',
    schema: optional,
    secret: true,
  },
  elasticsearchUrl: {
    env: 'ELASTICSEARCH_URL',
    default: undefined,
    doc: 'Elasticsearch 9.0 or later. Set with REDIS_URL: production profile.',
    schema: optional,
    secret: true,
  },
  elasticsearchApiKey: {
    env: 'ELASTICSEARCH_API_KEY',
    default: undefined,
    doc: 'API key for Elasticsearch (base64, as Elasticsearch prints it).',
    schema: optional,
    secret: true,
  },
  elasticsearchCa: {
    env: 'ELASTICSEARCH_CA',
    default: undefined,
    doc: 'File with the certificate authority of Elasticsearch (PEM).',
    schema: optional,
  },
  indexPrefix: {
    env: 'EARSHOT_INDEX_PREFIX',
    default: 'earshot',
    doc: 'First part of the names of indices, Redis keys and queues.',
    schema: text.regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be lower-case letters, digits and dashes'),
  },
  allowUnsafeRedis: {
    env: 'EARSHOT_ALLOW_UNSAFE_REDIS',
    default: 'false',
    doc: 'Start although Redis may lose or evict acknowledged work. For trials only.',
    schema: flag,
  },
  adminKey: {
    env: 'EARSHOT_ADMIN_KEY',
    default: undefined,
    doc: 'Key that callers send as "Authorization: Bearer …". At least 32 characters; needed when HOST is not loopback.',
    schema: z.string().min(32, 'must have at least 32 characters').optional(),
    secret: true,
  },
  pseudonymSecret: {
    env: 'EARSHOT_PSEUDONYM_SECRET',
    default: undefined,
    doc: 'Secret for pseudonyms and sealed references, at least 32 characters. Embedded: made at first start. Production: required.',
    schema: z.string().min(32, 'must have at least 32 characters').optional(),
    secret: true,
  },
  sources: {
    env: 'EARSHOT_SOURCES',
    default: 'bluesky,mastodon,rss',
    doc: 'Sources to collect from, separated by commas; "none" collects nothing.',
    schema: list,
  },
  sourcesFile: {
    env: 'EARSHOT_SOURCES_FILE',
    default: undefined,
    doc: 'JSON file with the configuration of sources by id, such as {"rss": {"feeds": [{"url": "…"}]}}. See docs/sources.md.',
    schema: optional,
  },
  retentionDays: {
    env: 'EARSHOT_RETENTION_DAYS',
    default: '396',
    doc: 'Days that redacted posts are kept.',
    schema: wholeNumber(1, 3_660),
  },
  workerConcurrency: {
    env: 'EARSHOT_WORKER_CONCURRENCY',
    default: '8',
    doc: 'Batches of posts that one worker process has in hand at a time. Those that wait for a store share its requests.',
    schema: wholeNumber(1, 64),
  },
  pushKeys: {
    env: 'EARSHOT_PUSH_SECRET',
    default: undefined,
    doc: 'Switches POST /v1/ingest on: "whsec_" and the base64 of 24 to 64 random bytes, which senders sign with. Several, separated by spaces, while one replaces another. See docs/push.md.',
    schema: text.transform(readWebhookKeys).optional(),
    secret: true,
  },
  pushMaxWaiting: {
    env: 'EARSHOT_PUSH_MAX_WAITING',
    default: '2000',
    doc: 'Batches of posts that may wait to be analysed before senders to POST /v1/ingest are asked to come back later.',
    schema: wholeNumber(0, 1_000_000),
  },
  allowPrivateHosts: {
    env: 'EARSHOT_ALLOW_PRIVATE_HOSTS',
    default: '',
    doc: 'host:port pairs, separated by commas, that feeds may be fetched from although they are private. For development.',
    schema: list,
  },
  collectMaxWaitSeconds: {
    env: 'EARSHOT_COLLECT_MAX_WAIT',
    default: '60',
    doc: 'Longest wait, in seconds, that "collect" accepts from a server before it ends the run.',
    schema: wholeNumber(0, 86_400),
  },
  logLevel: {
    env: 'EARSHOT_LOG_LEVEL',
    default: 'info',
    doc: 'trace, debug, info, warn, error or silent.',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
  },
} satisfies Record<string, Setting>;

type Settings = typeof SETTINGS;
export type Config = { readonly [Name in keyof Settings]: z.output<Settings[Name]['schema']> };

/**
 * Reads and checks all settings.
 * @throws EarshotError 'config' that names the variable and says what it must be.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const config: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries<Setting>(SETTINGS)) {
    const given = environment[setting.env];
    const raw = given === undefined || given === '' ? setting.default : given;
    const parsed = setting.schema.safeParse(raw);
    if (!parsed.success) {
      const problem = parsed.error.issues[0]?.message ?? 'is not valid';
      throw configError(setting.env, `${setting.env} ${problem}. ${setting.doc}`);
    }
    config[name] = parsed.data;
  }
  return config as Config;
}
