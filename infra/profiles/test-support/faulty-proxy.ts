import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an Elasticsearch in trouble does to each request. `items`: the bulk is answered, but every item with 429. */
export type Trouble = 'none' | 'items' | 'too-many' | 'unavailable' | 'reset' | 'hang' | 'slow' | 'read-only';

export interface FaultyProxy extends AsyncDisposable {
  readonly url: string;
  trouble: Trouble;
  /** Bulk writes and searches that arrived since the trouble was last changed by `begin`. */
  readonly requests: number;
  begin(trouble: Trouble): void;
}

const SLOW_MS = 10_000;

/** Stands before a real Elasticsearch and answers in its place while there is trouble. */
export async function openFaultyProxy(target: string): Promise<FaultyProxy> {
  let trouble: Trouble = 'none';
  let requests = 0;

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    requests += 1;
    const body = await readAll(incoming);
    const isBulk = incoming.url?.includes('_bulk') ?? false;
    if (trouble === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    switch (trouble) {
      case 'hang':
        return;
      case 'reset':
        incoming.socket.resetAndDestroy();
        return;
      case 'too-many':
        return say(outgoing, 429, { error: { type: 'circuit_breaking_exception' }, status: 429 });
      case 'unavailable':
        return say(outgoing, 503, { error: { type: 'unavailable_shards_exception' }, status: 503 });
      case 'items':
        if (isBulk) return say(outgoing, 200, bulkAnswer(body, 429, 'es_rejected_execution_exception'));
        break;
      case 'read-only':
        // As with index.blocks.read_only_allow_delete on the indices of posts: deletes still pass.
        if (isBulk && writesPosts(body)) return say(outgoing, 200, bulkAnswer(body, 429, 'cluster_block_exception'));
        break;
      default:
        break;
    }
    forward(target, incoming, body, outgoing);
  }

  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get trouble() {
      return trouble;
    },
    set trouble(next) {
      trouble = next;
    },
    get requests() {
      return requests;
    },
    begin(next) {
      trouble = next;
      requests = 0;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function forward(target: string, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
  const passed = request(new URL(incoming.url ?? '/', target), { method: incoming.method, headers: incoming.headers }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(outgoing);
  });
  passed.on('error', () => outgoing.destroy());
  passed.end(body);
}

function say(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
  outgoing.end(JSON.stringify(body));
}

interface Action {
  name: string;
  index: string;
  id: string;
}

/** The actions of a bulk body: each line that names one, without the lines of documents. */
function actionsOf(body: Buffer): Action[] {
  const actions: Action[] = [];
  const lines = body.toString('utf8').split('\n').filter(Boolean);
  for (let n = 0; n < lines.length; n++) {
    const [[name, target]] = Object.entries(JSON.parse(lines[n]!) as Record<string, { _index: string; _id: string }>) as [
      [string, { _index: string; _id: string }],
    ];
    actions.push({ name, index: target._index, id: target._id });
    if (name !== 'delete') n += 1;
  }
  return actions;
}

function writesPosts(body: Buffer): boolean {
  return actionsOf(body).some(({ name, index }) => name !== 'delete' && index.includes('-posts-'));
}

function bulkAnswer(body: Buffer, status: number, type: string): unknown {
  const items = actionsOf(body).map(({ name, index, id }) => ({ [name]: { _index: index, _id: id, status, error: { type } } }));
  return { took: 1, errors: true, items };
}
