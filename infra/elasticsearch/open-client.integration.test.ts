import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { buildPost } from '#core/test-support/analysed-post.ts';
import { findExecutable } from '../test-servers/executable.ts';
import { testElasticsearch, uniquePrefix } from '../test-servers/in-tests.ts';
import { openElasticsearch } from './open-client.ts';
import { openElasticsearchPostStore } from './post-store.ts';
import { removeIndices } from './test-support/with-indices.ts';

const upstream = await testElasticsearch();
const openssl = findExecutable('openssl');
const API_KEY = Buffer.from('id:secret').toString('base64');

/** Elasticsearch as a production one stands: behind TLS with a certificate of its own, and with a key. */
describe.skipIf(!upstream || !openssl)('Elasticsearch with TLS and an API key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-tls-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  let url: string;
  let close: () => void;

  beforeAll(async () => {
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    execFileSync(
      openssl!,
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate, ...subject],
      {
        stdio: 'ignore',
      },
    );
    const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (incoming, response) => {
      if (incoming.headers.authorization !== `ApiKey ${API_KEY}`) {
        response.writeHead(401, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
        response.end(JSON.stringify({ error: { type: 'security_exception', reason: 'unable to authenticate' }, status: 401 }));
        return;
      }
      const { authorization: _, ...headers } = incoming.headers;
      const forwarded = request(`${upstream}${incoming.url}`, { method: incoming.method!, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      incoming.pipe(forwarded);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `https://localhost:${(server.address() as AddressInfo).port}`;
    close = () => {
      server.closeAllConnections();
      server.close();
    };
  });
  afterAll(() => {
    close();
    rmSync(folder, { recursive: true });
  });

  it('opens, writes and reads with the right key and authority', async () => {
    await using opened = await openElasticsearch({ elasticsearchUrl: url, elasticsearchApiKey: API_KEY, elasticsearchCa: certificate });
    const prefix = uniquePrefix();
    const store = await openElasticsearchPostStore({ client: opened.client, prefix, clock: systemClock });
    const post = buildPost();
    expect(await store.save([{ post }])).toEqual([{ type: 'stored' }]);
    expect((await store.get(post.id))?.text).toBe(post.text);
    await store.checkHealth();
    await removeIndices(opened.client, prefix);
  });

  it.each([undefined, Buffer.from('id:wrong').toString('base64')])(
    'refuses the key %s, naming the setting',
    async (elasticsearchApiKey) => {
      const opening = openElasticsearch({ elasticsearchUrl: url, elasticsearchApiKey, elasticsearchCa: certificate });
      await expect(opening).rejects.toMatchObject({ code: 'config', setting: 'ELASTICSEARCH_API_KEY' });
    },
  );

  it('refuses a certificate that nobody vouches for, naming the setting', async () => {
    const opening = openElasticsearch({ elasticsearchUrl: url, elasticsearchApiKey: API_KEY });
    await expect(opening).rejects.toMatchObject({ code: 'config', setting: 'ELASTICSEARCH_CA' });
  });
});
