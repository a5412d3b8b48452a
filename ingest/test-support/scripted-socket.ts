import { HttpError } from '#core/ports/http.ts';
import { SocketRefused, type OpenSocket } from '#core/ports/socket.ts';

/** One connection: frames, then what the server does. `stay`: it stays open, and frames may be pushed. */
export type ScriptedConnection =
  | { frames: readonly string[]; afterwards: 'close' | 'break' | 'stay' }
  | { refuse: { status: number; headers?: Record<string, string>; body?: string } }
  | { fault: 'refused' };

export interface ScriptedSockets {
  openSocket: OpenSocket;
  /** Addresses that were connected to, in order, and what was sent along. */
  readonly urls: string[];
  readonly headers: (Record<string, string> | undefined)[];
  /** Frames that were taken by the reader so far. */
  readonly taken: number;
  /** Sends to the connection that stays open. */
  push(...frames: string[]): void;
  /** Ends the connection that stays open. */
  end(): void;
}

/** A stream's server in memory. */
export function createScriptedSockets(connect: (url: URL, nth: number) => ScriptedConnection): ScriptedSockets {
  const urls: string[] = [];
  const sent: (Record<string, string> | undefined)[] = [];
  let taken = 0;
  let live: { queue: string[]; isEnded: boolean; wake: () => void } | undefined;

  return {
    urls,
    headers: sent,
    get taken() {
      return taken;
    },
    push(...frames) {
      live?.queue.push(...frames);
      live?.wake();
    },
    end() {
      if (live) live.isEnded = true;
      live?.wake();
    },
    async openSocket(address, { signal, headers }) {
      signal.throwIfAborted();
      urls.push(address);
      sent.push(headers);
      const url = new URL(address);
      const script = connect(url, urls.length);
      if ('refuse' in script) throw new SocketRefused(url.host, { headers: {}, body: '', ...script.refuse });
      if ('fault' in script) throw new HttpError(script.fault, `${url.host} refuses the connection.`);
      const connection = { queue: [...script.frames], isEnded: script.afterwards !== 'stay', wake: () => {} };
      if (script.afterwards === 'stay') live = connection;
      signal.addEventListener('abort', () => connection.wake(), { once: true });

      async function* frames(): AsyncGenerator<string, void> {
        for (;;) {
          if (signal.aborted) throw new HttpError('aborted', `${url.host} was not waited for.`);
          const next = connection.queue.shift();
          if (next !== undefined) {
            taken += 1;
            yield next;
          } else if (connection.isEnded) break;
          else await new Promise<void>((resolve) => (connection.wake = resolve));
        }
        if ('afterwards' in script && script.afterwards === 'break') throw new HttpError('reset', `${url.host} broke the connection off.`);
      }
      return {
        frames: frames(),
        close() {
          connection.isEnded = true;
          connection.wake();
        },
      };
    },
  };
}
