import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { HttpError } from '#core/ports/http.ts';
import { SocketRefused, type OpenSocket, type Socket } from '#core/ports/socket.ts';
import { codeOf, httpError, toHttpError } from './fault.ts';
import { DEFAULT_USER_AGENT } from './http-client.ts';

const HANDSHAKE_TIMEOUT_MS = 30_000;
const MAX_FRAME_BYTES = 4 * 1024 * 1024;
const MAX_REFUSAL_BYTES = 4_096;
/** Frames held for a slow reader before the server is made to wait. */
const HIGH_WATER = 2_000;
const NORMAL_CLOSURES = new Set([1_000, 1_001, 1_005]);

/**
 * Connects to an operator's ws or wss address. Uses `ws` for what Node's own WebSocket lacks: the answer to a refused handshake, and a reader
 * that lags stops the connection from being read, so memory stays bounded however fast the server sends. A server that falls silent isn't
 * noticed here: the caller knows the pace.
 */
export const openWebSocket: OpenSocket = (address, { signal, headers }) => {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'ws:' && url?.protocol !== 'wss:') {
    reject(new HttpError('forbidden-address', 'This is not a complete ws or wss address.'));
    return promise;
  }
  const { host } = url;
  if (signal.aborted) {
    reject(httpError('aborted', host));
    return promise;
  }
  const socket = new WebSocket(url, {
    headers: { 'user-agent': DEFAULT_USER_AGENT, ...headers },
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const inbox = createInbox(socket, host);
  const fail = (error: Error) => {
    inbox.fail(error);
    reject(error);
    socket.terminate();
  };
  const stop = () => fail(httpError('aborted', host));
  signal.addEventListener('abort', stop, { once: true });
  socket.on('close', () => signal.removeEventListener('abort', stop));
  socket.on('open', () => resolve({ frames: inbox.frames, close: () => socket.terminate() }));
  socket.on('error', (error) => fail(faultOf(error, host)));
  socket.on('unexpected-response', (_request, answer) => {
    void refusalOf(answer, host).then(fail);
  });
  return promise;
};

/** What has arrived and isn't taken yet. Frames that came before a fault are given before its error, but none after an abort. */
function createInbox(socket: WebSocket, host: string): { frames: AsyncIterable<string>; fail(error: Error): void } {
  let waiting: string[] = [];
  let failure: Error | undefined;
  let isEnded = false;
  let wake = () => {};

  socket.on('message', (data, isBinary) => {
    if (isBinary || failure) return;
    // Messages are Buffers unless `binaryType` says otherwise.
    waiting.push((data as Buffer).toString());
    if (waiting.length >= HIGH_WATER) socket.pause();
    wake();
  });
  socket.on('close', (code) => {
    isEnded = true;
    // The server's own reason may say anything; the code is a number.
    if (!NORMAL_CLOSURES.has(code)) failure ??= httpError('reset', host, String(code));
    wake();
  });
  const isAborted = () => failure instanceof HttpError && failure.fault === 'aborted';

  async function* read(): AsyncGenerator<string, void> {
    try {
      for (;;) {
        const batch = waiting;
        waiting = [];
        // A paused socket that has lost its connection refuses to go on.
        if (socket.isPaused && socket.readyState === WebSocket.OPEN) socket.resume();
        for (const frame of batch) {
          if (isAborted()) break;
          yield frame;
        }
        if (waiting.length > 0 && !isAborted()) continue;
        if (failure) throw failure;
        if (isEnded) return;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      socket.terminate();
    }
  }
  return {
    frames: { [Symbol.asyncIterator]: read },
    fail(error) {
      failure ??= error;
      wake();
    },
  };
}

async function refusalOf(answer: IncomingMessage, host: string): Promise<SocketRefused> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      parts.push(part);
      bytes += part.length;
      if (bytes >= MAX_REFUSAL_BYTES) break;
    }
  } catch {
    // What came of it is enough.
  }
  const body = Buffer.concat(parts).subarray(0, MAX_REFUSAL_BYTES).toString();
  return new SocketRefused(host, { status: answer.statusCode ?? 0, headers: headersOf(answer), body });
}

function headersOf(answer: IncomingMessage): Record<string, string> {
  const entries = Object.entries(answer.headers).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function faultOf(error: Error, host: string): HttpError {
  const code = codeOf(error);
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return httpError('too-large', host, `limit ${MAX_FRAME_BYTES} bytes a frame`);
  return error.message.includes('handshake has timed out') ? httpError('timeout', host) : toHttpError(host, error);
}
