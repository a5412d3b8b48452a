import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { SocketRefused } from '#core/ports/socket.ts';
import { openWebSocket } from './web-socket.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/subscribe`;
}

async function serveSocket(onConnection: (socket: WebSocket) => void): Promise<string> {
  const server = createServer();
  new WebSocketServer({ server }).on('connection', onConnection);
  return listen(server);
}

const { signal } = new AbortController();

describe('a WebSocket', () => {
  it('gives text frames in order, skips binary ones, and ends when the server closes', async () => {
    const address = await serveSocket((socket) => {
      socket.send('first');
      socket.send(Buffer.from('binary'));
      socket.send('second ü');
      socket.close(1_000);
    });
    const { frames } = await openWebSocket(address, { signal });
    expect(await Array.fromAsync(frames)).toEqual(['first', 'second ü']);
  });

  it('says what a server answered that refuses the handshake', async () => {
    const server = createServer();
    server.on('upgrade', (_request, socket) => {
      const body = '{"error":"CursorTooOld","message":"…"}';
      socket.end(
        `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\nretry-after: 3\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
    const refusal = await openWebSocket(await listen(server), { signal }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SocketRefused);
    expect(refusal).toMatchObject({ status: 400, headers: { 'retry-after': '3' }, body: expect.stringContaining('CursorTooOld') });
  });

  it('gives what came before the connection broke, then the fault', async () => {
    const address = await serveSocket((socket) => socket.send('only', () => socket.terminate()));
    const { frames } = await openWebSocket(address, { signal });
    const seen: string[] = [];
    const reading = (async () => {
      for await (const frame of frames) seen.push(frame);
    })();
    await expect(reading).rejects.toMatchObject({ name: 'HttpError', fault: 'reset' });
    expect(seen).toEqual(['only']);
  });

  it('holds a server back whose reader lags', async () => {
    const frame = 'x'.repeat(10_000);
    const total = 20_000;
    let serverSide: WebSocket | undefined;
    const address = await serveSocket((socket) => {
      serverSide = socket;
      for (let count = 0; count < total; count++) socket.send(frame);
      socket.close(1_000);
    });
    const { frames } = await openWebSocket(address, { signal });
    const reader = frames[Symbol.asyncIterator]();
    await reader.next();
    // The reader took one frame: once no more is sent, most of the 200 MB wait at the server.
    let before = 0;
    const isSteady = () => before === (before = serverSide!.bufferedAmount);
    await expect.poll(isSteady, { interval: 100, timeout: 20_000 }).toBe(true);
    expect(serverSide!.bufferedAmount).toBeGreaterThan(50_000_000);
    let count = 1;
    for (let next = await reader.next(); !next.done; next = await reader.next()) count += 1;
    expect(count).toBe(total);
  });

  it('refuses a frame beyond 4 MiB', async () => {
    const address = await serveSocket((socket) => socket.send('x'.repeat(4 * 1024 * 1024 + 1)));
    const { frames } = await openWebSocket(address, { signal });
    await expect(Array.fromAsync(frames)).rejects.toMatchObject({ fault: 'too-large' });
  });

  it('ends at once when it is aborted, open or not', async () => {
    const address = await serveSocket(() => {});
    const stop = new AbortController();
    const { frames } = await openWebSocket(address, { signal: stop.signal });
    const reading = Array.fromAsync(frames);
    stop.abort();
    await expect(reading).rejects.toMatchObject({ fault: 'aborted' });
    await expect(openWebSocket(address, { signal: stop.signal })).rejects.toMatchObject({ fault: 'aborted' });
    const silent = createServer();
    silent.on('upgrade', () => {});
    const late = new AbortController();
    const opening = openWebSocket(await listen(silent), { signal: late.signal });
    late.abort();
    await expect(opening).rejects.toMatchObject({ fault: 'aborted' });
  });

  it('tells a closed port and an address of another kind', async () => {
    const server = createServer();
    const address = await listen(server);
    server.close();
    await once(server, 'close');
    await expect(openWebSocket(address, { signal })).rejects.toMatchObject({ fault: 'refused' });
    await expect(openWebSocket('https://example.org/', { signal })).rejects.toMatchObject({ fault: 'forbidden-address' });
  });
});
