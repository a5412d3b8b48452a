import { connect } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { hasCode } from '#core/errors.ts';
import { isLoopback, serve } from './serve.ts';

const LOCAL = { host: '127.0.0.1', port: 0 };
const hello = { fetch: () => new Response('hello') };

describe('serve', () => {
  it('takes a free port and says where it is', async () => {
    await using server = await serve(hello, LOCAL);
    expect(server.port).toBeGreaterThan(0);
    expect(await (await fetch(server.address)).text()).toBe('hello');
  });

  it('names PORT when the port is taken', async () => {
    await using first = await serve(hello, LOCAL);
    const second = await serve(hello, { host: '127.0.0.1', port: first.port }).catch((error: unknown) => error);
    expect(hasCode(second, 'config') && second.setting).toBe('PORT');
    expect((second as Error).message).toContain(String(first.port));
  });

  it('names HOST when it is not an address of this machine', async () => {
    const error = await serve(hello, { host: '203.0.113.7', port: 0 }).catch((reason: unknown) => reason);
    expect(hasCode(error, 'config') && error.setting).toBe('HOST');
  });

  it('lets a request at work finish, and takes no more', async () => {
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const server = await serve(
      {
        async fetch() {
          started.resolve();
          await release.promise;
          return new Response('finished');
        },
      },
      LOCAL,
    );
    const answer = fetch(server.address);
    await started.promise;
    const closed = server[Symbol.asyncDispose]();
    await expect(fetch(server.address)).rejects.toThrow();
    release.resolve();
    expect(await (await answer).text()).toBe('finished');
    await closed;
  });

  it('cuts a request that does not finish in time', async () => {
    const started = Promise.withResolvers<void>();
    const server = await serve(
      {
        fetch() {
          started.resolve();
          return new Promise<Response>(() => {});
        },
      },
      { ...LOCAL, drainMs: 20 },
    );
    const answer = fetch(server.address);
    answer.catch(() => {});
    await started.promise;
    await server[Symbol.asyncDispose]();
    await expect(answer).rejects.toThrow();
  });

  it('tells the application that a caller went away', async () => {
    const started = Promise.withResolvers<void>();
    const gone = Promise.withResolvers<void>();
    await using server = await serve(
      {
        fetch(request) {
          request.signal.addEventListener('abort', () => gone.resolve());
          started.resolve();
          return gone.promise.then(() => new Response(null, { status: 499 }));
        },
      },
      LOCAL,
    );
    const caller = new AbortController();
    const answer = fetch(server.address, { signal: caller.signal });
    answer.catch(() => {});
    await started.promise;
    caller.abort();
    await gone.promise;
  });

  it.each([
    ['an address that is none', 'GET \\evil HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 400],
    ['a Host header that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['no Host header', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['headers beyond 16 kB', `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('refuses %s', async (_, request, status) => {
    await using server = await serve(hello, LOCAL);
    const socket = connect(server.port, server.host);
    socket.setEncoding('utf8');
    let answer = '';
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.write(request);
    await once(socket, 'close');
    expect(answer.split('\r\n')[0]).toContain(` ${status} `);
  });
});

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.10', false],
    ['127.0.0.1.example', false],
  ])('%s: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
