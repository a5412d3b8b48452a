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
export const openWebSocket: OpenSocket = (address, { signal }) => {
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
    headers: { 'user-agent': DEFAULT_USER_AGENT },
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

/** What has arrived and isn't read yet. The first `end` counts. */
function createInbox() {
  let frames: string[] = [];
  let readTo = 0;
  let characters = 0;
  let ended: { error: HttpError | undefined } | undefined;
  let wake = () => {};

  function take(): string | undefined {
    const frame = frames[readTo];
    if (frame === undefined) return undefined;
    readTo += 1;
    characters -= frame.length;
    // Shifting a long array for every frame would cost its length each time.
    if (readTo === frames.length || readTo >= MAX_BUFFERED_FRAMES) {
      frames = frames.slice(readTo);
      readTo = 0;
    }
    return frame;
  }

  return {
    /** False if there is no room. Frames after the end are dropped. */
    add(frame: string): boolean {
      if (ended) return true;
      if (frames.length - readTo >= MAX_BUFFERED_FRAMES || characters + frame.length > MAX_BUFFERED_CHARACTERS) return false;
      frames.push(frame);
      characters += frame.length;
      wake();
      return true;
    },
    end(error?: HttpError): void {
      ended ??= { error };
      wake();
    },
    clear(): void {
      frames = [];
      readTo = 0;
      characters = 0;
    },
    async *read(close: () => void): AsyncGenerator<string, void> {
      try {
        for (;;) {
          const frame = take();
          if (frame !== undefined) yield frame;
          else if (ended?.error) throw ended.error;
          else if (ended) return;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        close();
      }
    },
  };
}
