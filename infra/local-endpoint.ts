import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { EarshotError } from '#core/errors.ts';

/** Answers one operation by name. Input and output are JSON. */
export type OperationHandler = (name: string, input: unknown) => Promise<unknown>;

const fileSchema = z.object({ url: z.url(), token: z.string().min(32), pid: z.number().int() });
const answerSchema = z.union([
  z.object({ output: z.unknown() }),
  z.object({ error: z.object({ code: z.string(), message: z.string(), setting: z.string().optional() }) }),
]);

const MAX_BODY_BYTES = 64 * 1024 * 1024;
const FILE = 'endpoint.json';

/**
 * Opens the way by which commands reach the process that holds a data folder: HTTP on loopback, with a token in a file that only the
 * folder's owner can read.
 */
export async function openLocalEndpoint(folder: string, handle: OperationHandler): Promise<AsyncDisposable> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => void answer(request, response, token, handle));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const path = join(folder, FILE);
  await writeFile(`${path}.next`, JSON.stringify({ url, token, pid: process.pid }), { mode: 0o600 });
  await rename(`${path}.next`, path);
  return {
    async [Symbol.asyncDispose]() {
      await rm(path, { force: true });
      server.closeIdleConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, token: string, handle: OperationHandler): Promise<void> {
  const name = /^\/operations\/([a-z][a-z-]{0,40})$/.exec(request.url ?? '')?.[1];
  if (!isAuthorised(request, token)) return send(response, 401, failure('unauthorised', 'The token is not right.'));
  if (request.method !== 'POST' || name === undefined) return send(response, 404, failure('not-found', 'There is no such operation.'));
  try {
    const output = await handle(name, JSON.parse(await readBody(request)));
    send(response, 200, { output: output ?? null });
  } catch (error) {
    const known = error instanceof EarshotError;
    send(response, known ? 422 : 500, {
      error: known
        ? { code: error.code, message: error.message, ...(error.setting ? { setting: error.setting } : {}) }
        : failure('failed', `The running process could not do it (${error instanceof Error ? error.name : 'unknown'}).`).error,
    });
  }
}

/** A page in a browser can't know the token; the Host check keeps a rebound name from even trying. */
function isAuthorised(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  const isLocal = /^127\.0\.0\.1:\d+$/.test(request.headers.host ?? '');
  return isLocal && given.length === expected.length && timingSafeEqual(given, expected);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new EarshotError('too-large', 'The request is larger than 64 MB: send it in parts.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function failure(code: string, message: string) {
  return { error: { code, message } };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify(body));
}

/** Calls operations of the running process. */
export interface LocalClient {
  call(name: string, input: unknown): Promise<unknown>;
}

/** The running process's endpoint, or null while it has none. */
export async function findLocalEndpoint(folder: string): Promise<LocalClient | null> {
  let content: z.infer<typeof fileSchema>;
  try {
    content = fileSchema.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
  } catch {
    return null;
  }
  return {
    async call(name, input) {
      const response = await post(`${content.url}/operations/${name}`, content.token, input);
      const parsed = answerSchema.parse(await response.json());
      if ('output' in parsed) return parsed.output;
      const { code, message, setting } = parsed.error;
      throw new EarshotError(code, message, setting === undefined ? {} : { setting });
    },
  };
}

async function post(url: string, token: string, input: unknown): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input ?? null),
    });
  } catch (error) {
    throw new EarshotError('unavailable', 'The running Earshot stopped answering. Nothing that it acknowledged was lost; try again.', {
      cause: error,
    });
  }
}
