import { HttpError, type HttpClient, type HttpFault, type HttpRequest } from '#core/ports/http.ts';

/** What a scripted server says: an answer, a fault of the connection, or nothing until the request is aborted. */
export type ScriptedAnswer =
  | { status?: number; headers?: Record<string, string>; json?: unknown; body?: string | Uint8Array }
  | { fault: HttpFault }
  | { hang: true };

export interface ScriptedHttp extends HttpClient {
  readonly requests: HttpRequest[];
}

/** A server in memory: a fake of an outside service, behind the port that reaches it. */
export function createScriptedHttp(answer: (url: URL, request: HttpRequest) => ScriptedAnswer): ScriptedHttp {
  const requests: HttpRequest[] = [];
  return {
    requests,
    async send(request) {
      request.signal?.throwIfAborted();
      requests.push(request);
      const url = new URL(request.url);
      const scripted = answer(url, request);
      if ('hang' in scripted) return untilAborted(request.signal);
      if ('fault' in scripted) throw new HttpError(scripted.fault, `${url.host} could not be read.`);
      const body = scripted.json === undefined ? (scripted.body ?? '') : JSON.stringify(scripted.json);
      const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
      if (bytes.length > (request.maxBytes ?? 10 * 1024 * 1024))
        throw new HttpError('too-large', `${url.host} sent more than is accepted.`);
      const type = scripted.json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
      return { status: scripted.status ?? 200, headers: { ...type, ...scripted.headers }, body: bytes, url: url.href };
    },
  };
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new HttpError('aborted', 'The request was aborted.')), { once: true });
  });
}
