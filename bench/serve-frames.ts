import { WebSocketServer } from 'ws';
import { inventedFrames } from './invented-jetstream.ts';

/** A process of its own: sends so many invented frames to whoever connects, as fast as they are taken, and tells its parent the port. */
const COUNT = Number(process.argv[2]);
const SEED = Number(process.argv[3]);
const HIGH_WATER_BYTES = 1 << 20;
const pool = inventedFrames(20_000, SEED, Date.now() - 3_600_000);

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => {
  let sent = 0;
  const send = () => {
    while (sent < COUNT && socket.bufferedAmount < HIGH_WATER_BYTES) socket.send(pool[sent++ % pool.length]!, { binary: false });
    if (sent < COUNT) setImmediate(send);
    else socket.close();
  };
  send();
});
server.on('listening', () => process.send?.((server.address() as { port: number }).port));
process.on('disconnect', () => process.exit(0));
