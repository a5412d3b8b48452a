import { SocketRefused, type Socket } from '#core/ports/socket.ts';
import { retryAfterMs } from '../../classify-response.ts';
import type { ReadContext, ReadRange } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { streamUrl } from './hosts.ts';
import { instantToAsk, positionAt, sequenceAt, timeOf } from './position.ts';
import type { Config, Cursor } from './schema.ts';

const SETTING = 'sources.bluesky.url';

/**
 * Opens the stream of a host where reading stopped: by the number of the event if that host gave it, else by its time.
 * @returns the number that was asked for with it, if one was.
 * @throws SourceError 'cursor-invalid' where the host no longer has that event, with the position by time.
 */
export async function openStream(
  context: ReadContext<Config>,
  host: string,
  from: Cursor | undefined,
  range: ReadRange,
): Promise<{ socket: Socket; sequence: number | undefined }> {
  const sequence = sequenceAt(from, host);
  const byTime = from && sequence !== undefined ? positionAt(from.wire, timeOf(from)) : undefined;
  return { socket: await open(context, streamUrl(context.partition, host, sequence ?? instantToAsk(from, range)), byTime), sequence };
}

async function open({ openSocket, signal, clock }: ReadContext<Config>, url: string, byTime: Cursor | undefined): Promise<Socket> {
  try {
    return await openSocket(url, { signal });
  } catch (error) {
    if (error instanceof SocketRefused) throw classify(error, clock.now(), byTime);
    throw error;
  }
}

function classify(refusal: SocketRefused, nowMs: number, byTime: Cursor | undefined): SourceError {
  const { status, headers, body, message } = refusal;
  const options = { status, cause: refusal };
  if (status === 400 && body.includes('CursorTooOld')) {
    return new SourceError({ type: 'cursor-invalid', from: byTime }, 'The stream no longer holds the position.', options);
  }
  const waitMs = retryAfterMs(headers, nowMs);
  if (status === 429) {
    return new SourceError({ type: 'rate-limited', untilMs: waitMs === undefined ? undefined : nowMs + waitMs }, message, options);
  }
  if (status >= 500 || status === 408) return new SourceError({ type: 'retry', afterMs: waitMs }, message, options);
  return new SourceError({ type: 'config', setting: SETTING }, `${message} Check ${SETTING}.`, options);
}
