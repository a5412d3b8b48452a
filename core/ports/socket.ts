/**
 * Opens a WebSocket and resolves once the server accepted it.
 * @throws SocketRefused when the server answered the handshake with anything else, HttpError when there was no answer.
 */
export interface OpenSocket {
  (url: string, options: { signal: AbortSignal; headers?: Record<string, string> | undefined }): Promise<Socket>;
}

export interface Socket {
  /**
   * Text frames in order, at the pace at which they are taken: a reader that lags slows the server down. Ends when the server closes;
   * throws HttpError when the connection breaks. Binary frames are skipped.
   */
  readonly frames: AsyncIterable<string>;
  close(): void;
}

/** The handshake was answered, but not with a socket. */
export class SocketRefused extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** The beginning of the answer. */
  readonly body: string;

  constructor(host: string, answer: { status: number; headers: Record<string, string>; body: string }) {
    super(`${host} refused the stream (${answer.status}).`);
    this.name = 'SocketRefused';
    this.status = answer.status;
    this.headers = answer.headers;
    this.body = answer.body;
  }
}
