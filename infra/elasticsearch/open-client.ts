import { readFile } from 'node:fs/promises';
import { Client, errors } from '@elastic/elasticsearch';
import { configError, EarshotError } from '#core/errors.ts';

export interface ElasticsearchConfig {
  elasticsearchUrl?: string | undefined;
  elasticsearchApiKey?: string | undefined;
  /** File with the certificate authority, PEM. */
  elasticsearchCa?: string | undefined;
}

/** A client and its connections. */
export interface ElasticsearchConnection extends AsyncDisposable {
  readonly client: Client;
}

const LEAST_MAJOR = 9;

/**
 * Connects to Elasticsearch and checks its version.
 * @throws EarshotError 'config' or 'unavailable' that names the setting and the fix.
 */
export async function openElasticsearch(config: ElasticsearchConfig): Promise<ElasticsearchConnection> {
  const url = config.elasticsearchUrl;
  if (!url || !/^https?:/.test(url) || !URL.canParse(url)) {
    throw configError('ELASTICSEARCH_URL', 'ELASTICSEARCH_URL must be an address such as https://localhost:9200.');
  }
  const ca = config.elasticsearchCa ? await readCa(config.elasticsearchCa) : undefined;
  const options: ConstructorParameters<typeof Client>[0] = {
    node: url,
    // Each caller decides about retries: only it knows whether repeating is harmless and how long it can wait.
    maxRetries: 0,
    requestTimeout: 30_000,
    redaction: { type: 'remove' },
    ...(config.elasticsearchApiKey ? { auth: { apiKey: config.elasticsearchApiKey } } : {}),
    ...(ca ? { tls: { ca } } : {}),
  };
  const client = new Client(options);
  try {
    checkVersion(await readVersion(client));
    return { client, [Symbol.asyncDispose]: () => client.close() };
  } catch (error) {
    await client.close();
    throw error instanceof EarshotError ? error : refusal(error);
  }
}

async function readCa(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    throw configError('ELASTICSEARCH_CA', `ELASTICSEARCH_CA names the file ${file}, which can't be read (${code}).`);
  }
}

async function readVersion(client: Client): Promise<string> {
  const { nodes } = await client.nodes.info(
    { node_id: '_local', metric: 'http', filter_path: 'nodes.*.version' },
    { requestTimeout: 10_000 },
  );
  return Object.values(nodes)[0]?.version ?? 'unknown';
}

function checkVersion(version: string): void {
  if (Number.parseInt(version, 10) >= LEAST_MAJOR) return;
  throw configError(
    'ELASTICSEARCH_URL',
    `The Elasticsearch at ELASTICSEARCH_URL is version ${version}; Earshot needs ${LEAST_MAJOR}.0 or later. Upgrade it, or set ELASTICSEARCH_URL to another.`,
  );
}

/** The client's errors may hold the address with its password, so only codes are passed on. */
function refusal(error: unknown): EarshotError {
  if (error instanceof errors.ProductNotSupportedError) {
    return configError('ELASTICSEARCH_URL', 'What answers at ELASTICSEARCH_URL is not Elasticsearch. Correct the address.');
  }
  if (error instanceof errors.ResponseError && (error.statusCode === 401 || error.statusCode === 403)) {
    return configError(
      'ELASTICSEARCH_API_KEY',
      `Elasticsearch refuses the credentials (status ${error.statusCode}). Set ELASTICSEARCH_API_KEY to a key that may monitor the cluster and manage the indices of EARSHOT_INDEX_PREFIX.`,
    );
  }
  if (error instanceof errors.ConnectionError && /certificate/i.test(error.message)) {
    const reason = /self-signed|unable to|expired|does not match/i.exec(error.message)?.[0].toLowerCase() ?? 'not valid';
    return configError(
      'ELASTICSEARCH_CA',
      `The certificate of Elasticsearch is not trusted (${reason}). Set ELASTICSEARCH_CA to the file with its certificate authority (PEM), and name the host in ELASTICSEARCH_URL as the certificate does.`,
    );
  }
  const detail = detailOf(error);
  return new EarshotError(
    'unavailable',
    `Elasticsearch can't be reached at ELASTICSEARCH_URL${detail ? ` (${detail})` : ''}. Start Elasticsearch, or correct ELASTICSEARCH_URL.`,
    { setting: 'ELASTICSEARCH_URL' },
  );
}

/** The client passes on the message of a connection's error, not its code. */
function detailOf(error: unknown): string {
  if (error instanceof errors.ResponseError) return `status ${error.statusCode}`;
  if (error instanceof errors.TimeoutError) return 'no answer within 10 s';
  return error instanceof Error ? (/\bE[A-Z_]{4,}\b/.exec(error.message)?.[0] ?? '') : '';
}
