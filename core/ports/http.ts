/**
 * HTTP towards the outside. Two clients are built from it: one for an operator's own addresses, one that also guards
 * addresses a user gave (`infra/http`).
 */
export interface HttpClient {
  /**
   * Sends a request and reads the whole body within the limits. Follows no redirect: the caller decides.
   * @throws HttpError for anything but an HTTP answer.
   */
  send(request: HttpRequest): Promise<HttpResponse>;
}

export interface HttpRequest {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal | undefined;
  /** Default 30,000, for the whole exchange. */
  timeoutMs?: number;
  /** Default 10 MiB, after decompression. */
  maxBytes?: number;
}

export interface HttpResponse {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Uint8Array;
  /** The address that answered. */
  url: string;
}

export const HTTP_FAULTS = ['refused', 'dns', 'timeout', 'reset', 'tls', 'too-large', 'truncated', 'forbidden-address', 'aborted'] as const;
export type HttpFault = (typeof HTTP_FAULTS)[number];

/** No usable answer. The message names the host at most. */
export class HttpError extends Error {
  readonly fault: HttpFault;

  constructor(fault: HttpFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'HttpError';
    this.fault = fault;
  }
}
