import { HttpError } from '#core/ports/http.ts';
import { httpError } from './fault.ts';

const HANDSHAKE_TIMEOUT_MS = 30_000;
const MAX_BUFFERED_FRAMES = 20_000;
const MAX_BUFFERED_CHARACTERS = 64 * 1024 * 1024;
const NORMAL_CLOSURE = 1_000;

export interface OpenWebSocket {
  /**
   * Text frames in order, to be read once; leaving the loop closes the connection. Ends when either side closes as agreed (1000). Frames that
   * had arrived before a fault come before its HttpError.
   */
  frames: AsyncIterable<string>;
  close(): void;
}

/**
 * Connects to an operator's ws or wss address. The signal stops the handshake and, later, the frames. A WebSocket can't hold its server back,
 * so a reader that is 20,000 frames behind is cut off (`reset`). A server that falls silent isn't noticed here: the caller knows the pace.
 * @throws HttpError
 */
export async function openWebSocket(
  address: string,
  { signal, headers = {} }: { signal: AbortSignal; headers?: Record<string, string> },
): Promise<OpenWebSocket> {
  const url = parseAddress(address);
  if (signal.aborted) throw httpError('aborted', url.host);
  const socket = new WebSocket(url, { headers });
  socket.binaryType = 'arraybuffer';
  const inbox = createInbox();

  function fail(error: HttpError): void {
    inbox.end(error);
    socket.close();
  }
  function stop(): void {
    inbox.clear();
    fail(httpError('aborted', url.host));
  }
  signal.addEventListener('abort', stop, { once: true });
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'string') fail(new HttpError('reset', `${url.host} sent a binary frame where text was due.`));
    else if (!inbox.add(data)) fail(new HttpError('reset', `The reader of ${url.host} fell behind and was cut off.`));
  });
  socket.addEventListener('close', ({ code }) => {
    signal.removeEventListener('abort', stop);
    // The server's own reason may say anything; the code is a number.
    inbox.end(code === NORMAL_CLOSURE ? undefined : new HttpError('reset', `${url.host} closed the connection (${code}).`));
  });
  await opened(socket, url.host, signal);

  return {
    frames: inbox.read(() => socket.close()),
    close() {
      inbox.clear();
      inbox.end();
      socket.close();
    },
  };
}

function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'ws:' || url?.protocol === 'wss:') return url;
  throw new HttpError('forbidden-address', 'This is not a complete ws or wss address.');
}

/** Node says no more about a failed handshake than that it failed: a wrong name, certificate or answer all look alike. */
async function opened(socket: WebSocket, host: string, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = () => reject(httpError('aborted', host));
  const timer = setTimeout(() => {
    reject(httpError('timeout', host, `limit ${HANDSHAKE_TIMEOUT_MS} ms`));
    socket.close();
  }, HANDSHAKE_TIMEOUT_MS);
  signal.addEventListener('abort', stop, { once: true });
  socket.addEventListener('open', () => resolve(), { once: true });
  socket.addEventListener('error', () => reject(new HttpError('refused', `${host} can't be reached, or refuses the WebSocket.`)), {
    once: true,
  });
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** What has arrived and isn't read yet. The first `end` counts. */
function createInbox() {
  let waiting: string[] = [];
  let characters = 0;
  let ended: { error: HttpError | undefined } | undefined;
  let wake = () => {};

  return {
    /** False if there is no room. Frames after the end are dropped. */
    add(frame: string): boolean {
      if (ended) return true;
      if (waiting.length >= MAX_BUFFERED_FRAMES || characters + frame.length > MAX_BUFFERED_CHARACTERS) return false;
      waiting.push(frame);
      characters += frame.length;
      wake();
      return true;
    },
    end(error?: HttpError): void {
      ended ??= { error };
      wake();
    },
    clear(): void {
      waiting = [];
      characters = 0;
    },
    async *read(close: () => void): AsyncGenerator<string, void> {
      try {
        for (;;) {
          const batch = waiting;
          waiting = [];
          for (const frame of batch) {
            characters -= frame.length;
            yield frame;
          }
          if (waiting.length > 0) continue;
          if (ended?.error) throw ended.error;
          if (ended) return;
          await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        close();
      }
    },
  };
}
