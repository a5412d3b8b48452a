import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What a proxy does to traffic. `hole`: swallows it, connections stay open. */
export interface Weather {
  latencyMs: number;
  /** From client to server, and back. */
  hole: { up: boolean; down: boolean };
  /** New connections are refused at once. */
  refuse: boolean;
}

export interface TcpProxy extends AsyncDisposable {
  readonly port: number;
  readonly weather: Weather;
  /** Cuts every open connection with a reset. */
  reset(): void;
}

/** A bad network between a client and a server, on a port of its own. Change `weather` at any time. */
export async function openTcpProxy(target: { host?: string; port: number }): Promise<TcpProxy> {
  const weather: Weather = { latencyMs: 0, hole: { up: false, down: false }, refuse: false };
  const sockets = new Set<Socket>();

  function pass(from: Socket, to: Socket, direction: 'up' | 'down'): void {
    from.on('data', (chunk) => {
      setTimeout(() => {
        if (!weather.hole[direction] && !to.destroyed) to.write(chunk);
      }, weather.latencyMs);
    });
    from.on('error', () => to.resetAndDestroy());
    from.on('close', () => {
      sockets.delete(from);
      setTimeout(() => to.end(), weather.latencyMs);
    });
  }

  const server = createServer((client) => {
    if (weather.refuse) return void client.resetAndDestroy();
    const upstream = connect(target.port, target.host ?? '127.0.0.1');
    for (const socket of [client, upstream]) sockets.add(socket.setNoDelay(true));
    pass(client, upstream, 'up');
    pass(upstream, client, 'down');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  function reset(): void {
    for (const socket of sockets) socket.resetAndDestroy();
  }

  return {
    port: (server.address() as AddressInfo).port,
    weather,
    reset,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      reset();
      await closed;
    },
  };
}
