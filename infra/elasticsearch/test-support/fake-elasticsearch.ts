import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Answer = { status: number; body: unknown } | 'hang' | 'reset';

/** A server that speaks as much of Elasticsearch's protocol as the client demands, to answer what a healthy one never would. */
export async function openFakeElasticsearch(
  answer: (request: FakeRequest) => Answer,
): Promise<AsyncDisposable & { url: string; requests: FakeRequest[] }> {
  const requests: FakeRequest[] = [];
  const server = createServer((incoming, response) => void respond(incoming, response));

  async function respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString(),
    };
    requests.push(request);
    const given = answer(request);
    if (given === 'hang') return;
    if (given === 'reset') return void incoming.socket.destroy();
    response.writeHead(given.status, {
      'content-type': 'application/vnd.elasticsearch+json;compatible-with=9',
      'x-elastic-product': 'Elasticsearch',
    });
    response.end(JSON.stringify(given.body));
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
