import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HttpError, HttpRequest } from '#core/ports/http.ts';
import { createGuardedHttpClient, type GuardedHttpClientOptions } from './guarded-http-client.ts';

let connections = 0;
let port = 0;
const server = createServer((request, response) => {
  if (request.url === '/away') response.writeHead(302, { location: 'http://169.254.169.254/' });
  response.end(request.headers.host);
}).on('connection', () => (connections += 1));

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
beforeEach(() => {
  connections = 0;
});
afterAll(() => void server.close());

function guarded(options: Partial<GuardedHttpClientOptions> = {}) {
  return createGuardedHttpClient({ allowPrivateHosts: [], resolve: () => expect.fail('looked a name up'), ...options });
}

async function refusal(request: HttpRequest, options: Partial<GuardedHttpClientOptions> = {}): Promise<HttpError> {
  return guarded(options)
    .send(request)
    .then(
      ({ status }) => expect.fail(`answered ${status}`),
      (error: HttpError) => error,
    );
}

describe('an address is refused before any lookup or packet', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://①②⑦.0.0.1/',
    'http://0/',

    'http://127.0.0.1./',
    'http:\\\\127.0.0.1\\',
    'http://%31%32%37.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://168.63.129.16/',

    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::808:808]/',
    'http://[fe80::1]/',
    'http://[2002:808:808::1]/',
    'http://[fd00:ec2::254]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'https://10.0.0.1:8443/',

    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://ｌocalhost/',
    'http://metadata.google.internal/',
    'http://a.internal./',

    'http://internal/',
    'http://user@8.8.8.8/',
    'http://:secret@8.8.8.8/',
    'http://8.8.8.8:22/',
    'http://8.8.8.8:6379/',
    'https://example.org:9200/',
    'ftp://8.8.8.8/',
    'file:///etc/passwd',
    'gopher://8.8.8.8/',
    'javascript:1',
    'not an address',
    '//8.8.8.8/',
  ])('%s', async (url) => {
    const error = await refusal({ url });
    expect(error).toMatchObject({ name: 'HttpError', fault: 'forbidden-address' });
    expect(error.message).not.toMatch(/secret|meta-data|passwd/);
  });
});

describe('a name', () => {
  test.each([
    ['is private', ['127.0.0.1']],
    ['is partly private', ['93.184.216.34', '10.0.0.1']],
    ['is mapped', ['::ffff:93.184.216.34']],
    ['has a zone', ['fe80::1%lo']],
    ['is no address', ['example.org']],
  ])('is refused when what it resolves to %s', async (_why, addresses) => {
    const error = await refusal({ url: 'http://feed.example/a?key=s3cret' }, { resolve: async () => addresses });
    expect(error.fault).toBe('forbidden-address');
    expect(error.message).toBe('feed.example may not be fetched: it is not on the public internet.');
  });

  test.each([
    ['has none', async () => []],
    ['fails', () => Promise.reject(Object.assign(new Error('x'), { code: 'ESERVFAIL' }))],
  ])('is a dns fault when its lookup %s', async (_why, resolve) => {
    expect((await refusal({ url: 'http://feed.example/' }, { resolve })).fault).toBe('dns');
  });

  test('whose lookup hangs runs into the time limit or the signal', async () => {
    const resolve = () => new Promise<string[]>(() => {});
    expect((await refusal({ url: 'http://feed.example/', timeoutMs: 20 }, { resolve })).fault).toBe('timeout');
    const controller = new AbortController();
    const stopped = refusal({ url: 'http://feed.example/', signal: controller.signal }, { resolve });
    controller.abort();
    expect((await stopped).fault).toBe('aborted');
  });

  test('is looked up once for a request, and only the checked address is connected to', async () => {
    let lookups = 0;
    const client = guarded({
      allowPrivateHosts: [`rebinding.invalid:${port}`],
      resolve: async () => (lookups++ === 0 ? ['127.0.0.1'] : ['127.0.0.2']),
    });
    // The system itself knows no address for this name: only the one that was checked can answer.
    const answer = await client.send({ url: `http://rebinding.invalid:${port}/` });
    expect([new TextDecoder().decode(answer.body), lookups, connections]).toEqual([`rebinding.invalid:${port}`, 1, 1]);
  });
});

describe('an exemption', () => {
  test('opens its host and port', async () => {
    const client = guarded({ allowPrivateHosts: [`127.0.0.1:${port}`] });
    expect((await client.send({ url: `http://127.0.0.1:${port}/` })).status).toBe(200);
    expect((await client.send({ url: `http://127.1:${port}/` })).status).toBe(200);
  });

  test('opens no other host, port or spelling of the name', async () => {
    const options = { allowPrivateHosts: [`127.0.0.1:${port}`, 'localhost:80'] };
    for (const url of [
      `http://localhost:${port}/`,
      'http://127.0.0.1:80/',
      `http://127.0.0.2:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
    ]) {
      expect((await refusal({ url }, options)).fault).toBe('forbidden-address');
    }
    expect((await refusal({ url: 'https://localhost/' }, options)).fault).toBe('forbidden-address');
    expect((await refusal({ url: `http://user:pass@127.0.0.1:${port}/` }, options)).fault).toBe('forbidden-address');
    expect(connections).toBe(0);
  });

  test('does not make redirects followed', async () => {
    const answer = await guarded({ allowPrivateHosts: [`127.0.0.1:${port}`] }).send({ url: `http://127.0.0.1:${port}/away` });
    expect([answer.status, answer.headers['location'], connections]).toEqual([302, 'http://169.254.169.254/', 1]);
  });

  test('may name IPv6 and any case of a name', () => {
    expect(() => guarded({ allowPrivateHosts: ['[::1]:8080', 'LocalHost:3000', ' feeds.test:80 '] })).not.toThrow();
  });

  test.each(['localhost', 'http://localhost:80', '127.0.0.1:99999', ':80', '*:80/', 'user@host:80', '::1:8080'])(
    '"%s" is a wrong setting',
    (pair) => {
      expect(() => guarded({ allowPrivateHosts: [pair] })).toThrow(
        expect.objectContaining({ code: 'config', setting: 'EARSHOT_ALLOW_PRIVATE_HOSTS' }),
      );
    },
  );
});
