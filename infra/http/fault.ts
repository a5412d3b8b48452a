import { HttpError, type HttpFault } from '#core/ports/http.ts';

const SYSTEM_FAULTS: Record<string, HttpFault> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  EHOSTDOWN: 'refused',
  ENETUNREACH: 'refused',
  ENETDOWN: 'refused',
  EADDRNOTAVAIL: 'refused',
  EACCES: 'refused',
  EPERM: 'refused',
  ERR_INVALID_CHAR: 'refused',
  ERR_INVALID_HTTP_TOKEN: 'refused',
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  ETIMEDOUT: 'timeout',
  ERR_SOCKET_CONNECTION_TIMEOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  EPROTO: 'tls',
  HOSTNAME_MISMATCH: 'tls',
  INVALID_CA: 'tls',
  INVALID_PURPOSE: 'tls',
  PATH_LENGTH_EXCEEDED: 'tls',
  HPE_HEADER_OVERFLOW: 'too-large',
  HPE_INVALID_EOF_STATE: 'truncated',
};

const SAYS: Record<HttpFault, string> = {
  refused: "can't be reached",
  dns: "has no address that can be looked up: check the host's name",
  timeout: 'took too long to answer',
  reset: 'broke the connection off, or answered with something that is not HTTP',
  tls: 'failed the TLS check: its certificate or protocol is not acceptable',
  'too-large': 'sent more than is accepted',
  truncated: 'sent an answer that is cut short or damaged',
  'forbidden-address': 'has an address that may not be used',
  aborted: 'was being asked when the request was stopped',
};

/** The `code` of an error of Node, its own or of what caused it. */
export function codeOf(error: unknown): string | undefined {
  for (let depth = 0, at = error; depth < 5 && at instanceof Error; depth++, at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}

export function faultOf(code: string | undefined): HttpFault {
  if (code === undefined) return 'reset';
  const known = Object.hasOwn(SYSTEM_FAULTS, code) ? SYSTEM_FAULTS[code] : undefined;
  if (known) return known;
  if (code.startsWith('EAI_')) return 'dns';
  return /^(?:ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/.test(code) ? 'tls' : 'reset';
}

/**
 * An error of Node as an HttpError. The original isn't kept as its cause: a parser's error holds the bytes it was given, a URL's error the
 * whole address.
 */
export function toHttpError(host: string, error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  const code = codeOf(error);
  return httpError(faultOf(code), host, code);
}

export function httpError(fault: HttpFault, host: string, detail?: string): HttpError {
  return new HttpError(fault, `${host} ${SAYS[fault]}${detail ? ` (${detail})` : ''}.`);
}
