import type { Clock } from '#core/clock.ts';
import type { OpenSocket } from '#core/ports/socket.ts';

/** What happens on the sockets that a connector opens. */
export interface SocketActivity {
  /** When the last frame came, or the socket opened; undefined while none is open. */
  lastMs: number | undefined;
  /** The last socket was open and was closed by the server as agreed. */
  isClosedWell: boolean;
}

/** The same sockets, watched: silence on the wire is not seen in pages, which hold only what matters. */
export function watchSockets(openSocket: OpenSocket, clock: Clock): { openSocket: OpenSocket; activity: SocketActivity } {
  const activity: SocketActivity = { lastMs: undefined, isClosedWell: false };

  async function* watched(frames: AsyncIterable<string>): AsyncGenerator<string, void> {
    try {
      for await (const frame of frames) {
        activity.lastMs = clock.now();
        yield frame;
      }
      activity.isClosedWell = true;
    } finally {
      activity.lastMs = undefined;
    }
  }

  return {
    activity,
    async openSocket(url, options) {
      activity.isClosedWell = false;
      const socket = await openSocket(url, options);
      activity.lastMs = clock.now();
      return { frames: watched(socket.frames), close: () => socket.close() };
    },
  };
}
