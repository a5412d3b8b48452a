import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort } from '../test-servers/server-process.ts';
import { openElasticsearch } from './open-client.ts';
import { openFakeElasticsearch } from './test-support/fake-elasticsearch.ts';

const versioned = (version: string) => () => ({ status: 200, body: { nodes: { a: { version } } } });

async function refusalOf(elasticsearchUrl: string | undefined, more = {}): Promise<{ code: string; setting: string; message: string }> {
  try {
    await using _ = await openElasticsearch({ elasticsearchUrl, ...more });
    throw new Error('it opened');
  } catch (error) {
    return error as never;
  }
}

describe('opening Elasticsearch', () => {
  it.each(['8.19.3', '7.17.0', 'unknown'])('refuses version %s, naming what to change', async (version) => {
    await using server = await openFakeElasticsearch(versioned(version));
    const refusal = await refusalOf(server.url);
    expect(refusal).toMatchObject({ code: 'config', setting: 'ELASTICSEARCH_URL' });
    expect(refusal.message).toContain(`version ${version}`);
  });

  it.each(['9.0.0', '9.2.0', '10.1.0'])('accepts version %s', async (version) => {
    await using server = await openFakeElasticsearch(versioned(version));
    await using opened = await openElasticsearch({ elasticsearchUrl: server.url });
    expect(opened.client).toBeDefined();
  });

  it('sends the API key, or the user name and password of the address', async () => {
    await using server = await openFakeElasticsearch(versioned('9.2.0'));
    await using _ = await openElasticsearch({ elasticsearchUrl: server.url, elasticsearchApiKey: 'a2V5' });
    await using __ = await openElasticsearch({ elasticsearchUrl: server.url.replace('//', '//elastic:p%40ss@') });
    expect(server.requests.map((request) => request.headers.authorization)).toEqual([
      'ApiKey a2V5',
      `Basic ${Buffer.from('elastic:p@ss').toString('base64')}`,
    ]);
  });

  it('names the key when the credentials are refused', async () => {
    await using server = await openFakeElasticsearch(() => ({ status: 401, body: { error: { type: 'security_exception' } } }));
    expect(await refusalOf(server.url)).toMatchObject({ code: 'config', setting: 'ELASTICSEARCH_API_KEY' });
  });

  it('says that it can’t be reached, without the password', async () => {
    const port = await freePort();
    const refusal = await refusalOf(`http://elastic:hunter2@127.0.0.1:${port}`);
    expect(refusal).toMatchObject({ code: 'unavailable', setting: 'ELASTICSEARCH_URL' });
    expect(refusal.message).toMatch(/can't be reached at ELASTICSEARCH_URL \(ECONNREFUSED\)/);
    expect(JSON.stringify(refusal) + refusal.message).not.toContain('hunter2');
  });

  it('says so when something else answers', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const refusal = await refusalOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    expect(refusal).toMatchObject({ code: 'config', setting: 'ELASTICSEARCH_URL' });
    expect(refusal.message).toContain('not Elasticsearch');
  });

  it.each([undefined, '', 'localhost:9200', 'redis://localhost', 'http://'])('refuses %j as an address', async (url) => {
    expect(await refusalOf(url)).toMatchObject({ code: 'config', setting: 'ELASTICSEARCH_URL' });
  });

  it('names a certificate file that can’t be read', async () => {
    const refusal = await refusalOf('https://localhost:9200', { elasticsearchCa: '/nowhere/ca.pem' });
    expect(refusal).toMatchObject({ code: 'config', setting: 'ELASTICSEARCH_CA' });
  });
});
