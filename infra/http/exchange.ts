import { request as requestHttp, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { HttpError, type HttpRequest, type HttpResponse } from '#core/ports/http.ts';
import { codeOf, httpError, toHttpError } from './fault.ts';
import { readBody } from './read-body.ts';

const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

/** How to connect; without it, as the whole process does, with the proxy that its environment names. */
export interface Route extends Pick<RequestOptions, 'agent' | 'lookup'> {
  /** May throw, before a byte is sent. */
  checkSocket?: (socket: Socket) => void;
}

/** The address as a URL over http or https. @throws HttpError `forbidden-address`, without the address: it may hold a credential. */
export function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new HttpError('forbidden-address', 'This is not a complete http or https address.');
}

/** One request and its answer, body included. */
export async function exchange(
  url: URL,
  request: HttpRequest,
  userAgent: string,
  signal: AbortSignal,
  route: Route = {},
): Promise<HttpResponse> {
  let sent: ClientRequest;
  try {
    sent = open(url, request, userAgent, signal, route);
  } catch (error) {
    throw toHttpError(url.host, error);
  }
  let failure: unknown;
  let isAnswered = false;
  sent.on('error', (error) => (failure ??= error));
  try {
    const response = await head(sent, request.body);
    isAnswered = true;
    const body = await readBody(response, url.host, request.maxBytes ?? DEFAULT_MAX_BYTES);
    return { status: response.statusCode ?? 0, headers: flatHeaders(response), body, url: withoutUser(url) };
  } catch (error) {
    sent.destroy();
    if (error instanceof HttpError) throw error;
    if (!isAnswered && isStale(sent, request, failure)) return exchange(url, request, userAgent, signal, route);
    // Without an error of the connection itself, the answer ended early or its compressed form is broken.
    throw isAnswered && failure === undefined ? httpError('truncated', url.host, codeOf(error)) : toHttpError(url.host, failure ?? error);
  }
}

function open(url: URL, request: HttpRequest, userAgent: string, signal: AbortSignal, { checkSocket, ...options }: Route): ClientRequest {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const sent = send(url, { ...options, method: request.method ?? 'GET', headers: requestHeaders(request, userAgent), signal });
  if (checkSocket) {
    sent.once('socket', (socket) => {
      socket.once('connect', () => {
        try {
          checkSocket(socket);
        } catch (error) {
          sent.destroy(error instanceof Error ? error : undefined);
        }
      });
    });
  }
  return sent;
}

function head(sent: ClientRequest, body: string | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
    sent.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    sent.end(body);
  });
}

/** A server may close an idle connection just as it is used again: nothing was answered, and a GET can be asked anew. */
function isStale(sent: ClientRequest, request: HttpRequest, failure: unknown): boolean {
  const code = codeOf(failure);
  return sent.reusedSocket && (request.method ?? 'GET') === 'GET' && (code === 'ECONNRESET' || code === 'EPIPE');
}

function requestHeaders(request: HttpRequest, userAgent: string): Record<string, string | number> {
  const own = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
    ...Object.fromEntries(own),
    ...(request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) }),
  };
}

function flatHeaders(response: IncomingMessage): Record<string, string> {
  const entries = Object.entries(response.headers).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]));
}

function withoutUser(url: URL): string {
  const address = new URL(url);
  address.username = '';
  address.password = '';
  return address.href;
}
