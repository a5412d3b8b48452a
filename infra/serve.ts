import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { configError } from '#core/errors.ts';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 5_000;
const MAX_HEADER_BYTES = 16_384;
const MAX_CONNECTIONS = 1_000;
const DRAIN_MS = 10_000;

export interface HttpServer extends AsyncDisposable {
  readonly host: string;
  /** The port that was taken: another than the one asked for if that was 0. */
  readonly port: number;
  /** Where a browser on this machine finds it, such as `http://127.0.0.1:8080`. */
  readonly address: string;
}

export interface ServeOptions {
  host: string;
  /** 0: any free one. */
  port: number;
  /** How long requests at work may go on once it is disposed. Default 10,000. */
  drainMs?: number;
}

/**
 * Serves an application over HTTP/1.1 until it is disposed: then it takes no more connections, lets requests at work finish, and cuts those
 * that don't within `drainMs`.
 * @throws EarshotError 'config' that names PORT or HOST when the address can't be taken.
 */
export async function serve(
  app: { fetch: (request: Request) => Response | Promise<Response> },
  { host, port, drainMs = DRAIN_MS }: ServeOptions,
): Promise<HttpServer> {
  const listener = getRequestListener((request) => app.fetch(request), { overrideGlobalObjects: false, errorHandler: refuse });
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    (incoming, outgoing) => {
      // A connection that was busy when closing began would otherwise stay open until its keep-alive ends.
      outgoing.once('finish', () => {
        if (!server.listening) setImmediate(() => server.closeIdleConnections());
      });
      void listener(incoming, outgoing);
    },
  );
  server.maxConnections = MAX_CONNECTIONS;

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen({ host, port }, resolve);
  });
  const taken = (server.address() as AddressInfo).port;

  return {
    host,
    port: taken,
    address: `http://${browserHost(host)}:${taken}`,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** Whether only this machine can reach a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}

function browserHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/** What is so broken that no application sees it: a Host header that is none, an address that is none. */
function refuse(): Response {
  const problem = {
    type: 'urn:earshot:problem:invalid-request',
    title: 'The request could not be read',
    status: 400,
    code: 'invalid-request',
    detail: 'The address or the Host header is not valid.',
  };
  return new Response(JSON.stringify(problem), { status: 400, headers: { 'Content-Type': 'application/problem+json' } });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return configError(
        'PORT',
        `Port ${port} on ${host} is in use by another program. Stop that one, or set PORT to a free port (PORT=0 finds one).`,
        error,
      );
    case 'EACCES':
      return configError('PORT', `This user may not listen on port ${port}. Set PORT to one from 1024 to 65535.`, error);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EINVAL':
      return configError(
        'HOST',
        `This machine has no address ${host}. Set HOST to one of its addresses, to 127.0.0.1, or to 0.0.0.0 for all.`,
        error,
      );
    default:
      return error;
  }
}
