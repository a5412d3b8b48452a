import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { HttpFault, HttpRequest } from '#core/ports/http.ts';
import { createHttpClient } from './http-client.ts';
import { certificate } from './test-support/certificate.ts';

const TEXT = 'The ward was calm and clean. '.repeat(200);
const client = createHttpClient({ userAgent: 'Earshot/test' });
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function listen(server: Server, close: () => void = () => {}): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(async () => {
    close();
    await new Promise((resolve) => server.close(resolve));
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>): Promise<string> {
  const server = createServer((request, response) => void answer(request, response));
  return `http://${await listen(server, () => server.closeAllConnections())}`;
}

/** A server that says exactly these bytes and then closes. */
async function serveRaw(bytes: string | Buffer): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(bytes));
  });
  return `http://${await listen(server)}`;
}

async function faultOf(request: HttpRequest): Promise<{ fault: HttpFault; message: string; cause: unknown }> {
  return client.send(request).then(
    ({ status }) => expect.fail(`answered ${status}`),
    ({ fault, message, cause }) => ({ fault, message, cause }),
  );
}

function text(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

describe('an answer', () => {
  test('has status, lower-case headers, body and address', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(418, { 'X-Tea': 'yes', 'Set-Cookie': ['a=1', 'b=2'] }).end(TEXT);
    });
    const answer = await client.send({ url: `${base}/pot?size=2` });
    expect(answer).toMatchObject({ status: 418, headers: { 'x-tea': 'yes', 'set-cookie': 'a=1, b=2' }, url: `${base}/pot?size=2` });
    expect(text(answer.body)).toBe(TEXT);
  });

  test('to a POST: body, length and headers arrive as given', async () => {
    const base = await serve(async (request, response) => {
      const chunks = await request.toArray();
      const { method, headers } = request;
      response.end(JSON.stringify({ method, headers, body: Buffer.concat(chunks).toString() }));
    });
    const answer = await client.send({ url: base, method: 'POST', body: '£5 for parking', headers: { 'Content-Type': 'text/plain' } });
    expect(JSON.parse(text(answer.body))).toMatchObject({
      method: 'POST',
      body: '£5 for parking',
      headers: {
        'content-type': 'text/plain',
        'content-length': '15',
        'user-agent': 'Earshot/test',
        'accept-encoding': 'gzip, deflate, br',
      },
    });
  });

  test('that redirects is not followed', async () => {
    let requests = 0;
    const base = await serve((_request, response) => {
      requests += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const answer = await client.send({ url: base });
    expect([answer.status, answer.headers['location'], requests]).toEqual([302, '/elsewhere', 1]);
  });

  test('on a kept connection that the server closes meanwhile is asked for anew', async () => {
    let connections = 0;
    let kept: Socket | undefined;
    const server = createTcpServer((socket) => {
      connections += 1;
      kept = socket;
      let requests = 0;
      socket.on('error', () => {});
      socket.on('data', () => {
        requests += 1;
        if (requests === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        else socket.destroy();
      });
    });
    const base = `http://${await listen(server, () => kept?.destroy())}`;
    await client.send({ url: base });
    expect(text((await client.send({ url: base })).body)).toBe('ok');
    expect(connections).toBe(2);
  });
});

describe('compression', () => {
  const FORMS = [
    ['gzip', 'gzip', gzipSync(TEXT)],
    ['GZIP', 'GZIP', gzipSync(TEXT)],
    ['x-gzip', 'x-gzip', gzipSync(TEXT)],
    ['gzip in two members', 'gzip', Buffer.concat([gzipSync(TEXT.slice(0, 99)), gzipSync(TEXT.slice(99))])],
    ['zlib', 'deflate', deflateSync(TEXT)],
    ['bare deflate', 'deflate', deflateRawSync(TEXT)],
    ['brotli', 'br', brotliCompressSync(TEXT)],
    ['gzip, then brotli', 'gzip, br', brotliCompressSync(gzipSync(TEXT))],
    ['identity', 'identity', Buffer.from(TEXT)],
  ] as const;

  test.each(FORMS)('%s is undone', async (_name, coding, bytes) => {
    const base = await serve((_request, response) => void response.writeHead(200, { 'content-encoding': coding }).end(bytes));
    expect(text((await client.send({ url: base })).body)).toBe(TEXT);
  });

  test.each([
    ['gzip', gzipSync('calm')],
    ['deflate', deflateSync('calm')],
    ['br', brotliCompressSync('calm')],
  ])('%s that ends early, after any byte, is truncated', async (coding, bytes) => {
    const base = await serve((request, response) => {
      // Chunked, so that only the compressed form can tell.
      response.writeHead(200, { 'content-encoding': coding }).flushHeaders();
      response.end(bytes.subarray(0, Number(request.url?.slice(1))));
    });
    for (let length = 0; length < bytes.length; length++) {
      expect(await faultOf({ url: `${base}/${length}` })).toMatchObject({ fault: 'truncated' });
    }
    expect(text((await client.send({ url: `${base}/${bytes.length}` })).body)).toBe('calm');
  });

  test.each([
    ['gzip', 'plain text'],
    ['br', 'plain text'],
    ['gzip', Buffer.concat([gzipSync(TEXT).subarray(0, -8), Buffer.alloc(8)])],
  ])('%s that is not what it says is refused', async (coding, bytes) => {
    const base = await serve((_request, response) => void response.writeHead(200, { 'content-encoding': coding }).end(bytes));
    expect((await faultOf({ url: base })).fault).toBe('truncated');
  });

  test.each(['zstd', 'compress', 'gzip, gzip, gzip, gzip'])('"%s", which was not asked for, is refused', async (coding) => {
    const base = await serve((_request, response) => void response.writeHead(200, { 'content-encoding': coding }).end('x'));
    expect((await faultOf({ url: base })).fault).toBe('reset');
  });

  test.each([204, 304])('an answer %i has no body to undo', async (status) => {
    const base = await serve((_request, response) => void response.writeHead(status, { 'content-encoding': 'gzip' }).end());
    const answer = await client.send({ url: base });
    expect([answer.status, answer.body.length]).toEqual([status, 0]);
  });
});

describe('limits', () => {
  test('a body of exactly the limit is accepted, one byte more is not', async () => {
    const base = await serve((request, response) => {
      const bytes = Buffer.alloc(Number(request.url?.slice(1)));
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(bytes));
    });
    expect((await client.send({ url: `${base}/1000`, maxBytes: 1_000 })).body).toHaveLength(1_000);
    expect((await faultOf({ url: `${base}/1001`, maxBytes: 1_000 })).fault).toBe('too-large');
  });

  test('an announced length beyond the limit is refused without reading', async () => {
    const base = await serve((_request, response) => response.writeHead(200, { 'content-length': 11 * 1024 * 1024 }).flushHeaders());
    expect((await faultOf({ url: base })).fault).toBe('too-large');
  });

  test.each(['plain', 'compressed'])('an endless %s body is broken off at 10 MiB', async (form) => {
    const closed = Promise.withResolvers<void>();
    const base = await serve((_request, response) => {
      response.writeHead(200, form === 'plain' ? {} : { 'content-encoding': 'gzip' });
      const sink = form === 'plain' ? response : createGzip({ level: 1 });
      if (sink !== response) sink.pipe(response);
      const block = Buffer.alloc(256 * 1024);
      const fill = () => {
        while (!response.destroyed && sink.write(block));
      };
      sink.on('drain', fill);
      response.on('close', () => closed.resolve());
      fill();
    });
    expect((await faultOf({ url: base })).fault).toBe('too-large');
    await closed.promise;
  });

  test('the time counts for the whole exchange, however the server spends it', async () => {
    const silent = await serve(() => {});
    expect((await faultOf({ url: silent, timeoutMs: 30 })).fault).toBe('timeout');
    const stuck = await serve((_request, response) => void response.writeHead(200, { 'content-length': 9 }).write('half'));
    expect((await faultOf({ url: stuck, timeoutMs: 60 })).fault).toBe('timeout');
  });

  test('a signal stops the request before, while waiting, and while reading', async () => {
    expect((await faultOf({ url: 'http://127.0.0.1:9', signal: AbortSignal.abort() })).fault).toBe('aborted');
    const controller = new AbortController();
    const closed = Promise.withResolvers<void>();
    const base = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 9 }).write('half', () => controller.abort());
      response.on('close', () => closed.resolve());
    });
    expect((await faultOf({ url: base, signal: controller.signal })).fault).toBe('aborted');
    await closed.promise;
  });
});

describe('a fault', () => {
  test.each([
    ['truncated', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'],
    ['truncated', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
    ['reset', ''],
    ['reset', 'HTTP/1.1 20'],
    ['reset', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['reset', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'],
    ['too-large', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`],
  ])('is %s for a server that says only %j', async (fault, bytes) => {
    expect(await faultOf({ url: await serveRaw(bytes) })).toMatchObject({ fault });
  });

  test('is reset for a connection that is torn down', async () => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.resetAndDestroy());
    });
    expect((await faultOf({ url: `http://${await listen(server)}` })).fault).toBe('reset');
  });

  test('is refused where nothing listens', async () => {
    const server = createTcpServer();
    const host = await listen(server);
    await open.pop()?.();
    expect((await faultOf({ url: `http://${host}` })).fault).toBe('refused');
  });

  test('is dns for a name that does not exist', async () => {
    expect((await faultOf({ url: 'http://no-such-host.invalid/' })).fault).toBe('dns');
  });

  test('is tls for a certificate that nobody vouches for, and for a server without TLS', async () => {
    const server = createTlsServer(await certificate(), (_request, response) => void response.end());
    expect((await faultOf({ url: `https://${await listen(server)}` })).fault).toBe('tls');
    const plain = await serve((_request, response) => void response.end());
    expect((await faultOf({ url: plain.replace('http:', 'https:') })).fault).toBe('tls');
  });

  test.each(['ftp://example.com/a', 'file:///etc/passwd', '/relative?token=s3cret', 'http://', 'http://[fe80::1%25eth0]/'])(
    'is forbidden-address for %s, which is not an http address',
    async (url) => {
      expect((await faultOf({ url })).fault).toBe('forbidden-address');
    },
  );

  test('never names path, query, credentials or content', async () => {
    const hosts = [
      await serveRaw('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\ns3cret'),
      await serveRaw('s3cret'),
      await serve((_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('s3cret')),
      'http://no-such-host.invalid',
      'http://127.0.0.1:1',
    ];
    for (const host of hosts) {
      const url = `${host.replace('//', '//s3cret:s3cret@')}/s3cret?key=s3cret#s3cret`;
      const error = await faultOf({ url, headers: { authorization: 's3cret' } });
      expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('s3cret');
      expect(error.cause).toBeUndefined();
    }
    const error = await faultOf({ url: 'http://127.0.0.1:1/', headers: { authorization: 's3cret\n' } });
    expect(error).toMatchObject({ fault: 'refused' });
    expect(error.message).not.toContain('s3cret');
  });
});
