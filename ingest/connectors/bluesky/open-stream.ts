import { SocketRefused, type Socket } from '#core/ports/socket.ts';
import { retryAfterMs } from '../../classify-response.ts';
import type { ReadContext, ReadRange } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { streamUrl } from './hosts.ts';
import { instantToAsk, sequenceAt } from './position.ts';
import type { Config, Cursor } from './schema.ts';

const SETTING = 'sources.bluesky.url';

export interface OpenedStream {
  socket: Socket;
  /** The event number that was asked for; undefined: an instant was, or nothing. */
  sequence: number | undefined;
  /** The host no longer had that event, so the instant was asked for. */
  isTooOld: boolean;
}

/** Opens the stream of a host where reading stopped, by the number of the event if that host gave it, else by its time. */
export async function openStream(
  context: ReadContext<Config>,
  host: string,
  from: Cursor | undefined,
  range: ReadRange,
): Promise<OpenedStream> {
  const sequence = sequenceAt(from, host);
  const byInstant = () => open(context, streamUrl(context.partition, host, instantToAsk(from, range)));
  if (sequence === undefined) return { socket: await byInstant(), sequence, isTooOld: false };
  try {
    return { socket: await open(context, streamUrl(context.partition, host, sequence)), sequence, isTooOld: false };
  } catch (error) {
    if (!(error instanceof SourceError) || error.outcome.type !== 'cursor-invalid') throw error;
    return { socket: await byInstant(), sequence: undefined, isTooOld: true };
  }
}

async function open({ openSocket, signal, clock }: ReadContext<Config>, url: string): Promise<Socket> {
  try {
    return await openSocket(url, { signal });
  } catch (error) {
    if (error instanceof SocketRefused) throw classify(error, clock.now());
    throw error;
  }
}

function classify(refusal: SocketRefused, nowMs: number): SourceError {
  const { status, headers, body, message } = refusal;
  const options = { status, cause: refusal };
  if (status === 400 && body.includes('CursorTooOld')) {
    return new SourceError({ type: 'cursor-invalid' }, 'The stream no longer holds the position.', options);
  }
  const waitMs = retryAfterMs(headers, nowMs);
  if (status === 429) {
    return new SourceError({ type: 'rate-limited', untilMs: waitMs === undefined ? undefined : nowMs + waitMs }, message, options);
  }
  if (status >= 500 || status === 408) return new SourceError({ type: 'retry', afterMs: waitMs }, message, options);
  return new SourceError({ type: 'config', setting: SETTING }, `${message} Check ${SETTING}.`, options);
}
