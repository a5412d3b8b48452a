import { hash } from 'node:crypto';
import { parseJson } from '../../classify-response.ts';
import type { Socket } from '#core/ports/socket.ts';
import type { Op, ReadContext } from '../../connector.ts';
import { createKeywordMatcher } from '../../match-keywords.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { get, type Instance } from './request.ts';
import { eventSchema, statusSchema, streamingSchema, type Config } from './schema.ts';
import { toItem } from './to-item.ts';

export interface Listening extends Instance {
  hashtag: string;
  feed: string;
  match: Config['match'];
  indexableOnly: boolean;
}

/** The timeline is polled again after this, whatever the stream said: streams hold no position. */
const LISTEN_MS = 10 * 60_000;
const MAX_IDS = 10_000;

/**
 * What happens under a hashtag from now on, for some minutes or until the stream breaks. It only comes earlier than by polling, which goes on from its own position; a
 * deletion is followed where the post went by in this process, else when held posts are asked for again. A stream that can't be had is told of once.
 */
export async function* listen(context: ReadContext<unknown>, listening: Listening): AsyncGenerator<Op[]> {
  const { instance, hashtag, accessToken } = listening;
  const host = new URL(instance).host;
  const address = await streamOf(context, listening).catch(() => undefined);
  context.signal.throwIfAborted();
  if (!address || !accessToken) {
    context.warn(`${host} offers no stream on a host of its own: its timelines are polled.`);
    return;
  }
  const url = new URL(`/api/v1/streaming?stream=hashtag&tag=${encodeURIComponent(hashtag)}`, address);
  const own = new AbortController();
  const signal = AbortSignal.any([context.signal, own.signal]);
  let isOver = false;
  let socket: Socket | undefined;

  async function endAfter(ms: number): Promise<void> {
    await context.clock.sleep(ms, signal).catch(() => undefined);
    isOver = true;
    socket?.close();
  }

  try {
    socket = await context.openSocket(url.href, { signal, headers: { authorization: `Bearer ${accessToken}` } });
    const deadline = endAfter(LISTEN_MS);
    const read = createEventReader(context, listening);
    for await (const frame of socket.frames) {
      const op = read(frame);
      if (op) yield [op];
      if (isOver) break;
    }
    own.abort();
    await deadline;
  } catch {
    context.signal.throwIfAborted();
    if (!isOver) context.warn(`${host} does not stream right now: its timelines are polled.`);
  } finally {
    own.abort();
  }
}

/** Only a host of the instance gets the token. */
async function streamOf(context: ReadContext<unknown>, instance: Instance): Promise<string | undefined> {
  const response = await get(context, instance, '/api/v2/instance');
  if (response.status !== 200) return undefined;
  const streaming = streamingSchema.safeParse(parseJson(response)).data?.configuration.urls.streaming;
  if (streaming === undefined) return undefined;
  const [own, other] = [new URL(instance.instance).hostname, new URL(streaming).hostname];
  return other === own || other.endsWith(`.${own}`) ? streaming : undefined;
}

function createEventReader(context: ReadContext<unknown>, { feed, match, indexableOnly }: Listening): (frame: string) => Op | undefined {
  const matches = createKeywordMatcher(match);
  const canonicalIds = new Map<string, string>();

  function remember(id: string, canonicalId: string): void {
    canonicalIds.set(id, canonicalId);
    if (canonicalIds.size > MAX_IDS) canonicalIds.delete(canonicalIds.keys().next().value!);
  }

  return (frame) => {
    const keyOf = () => hash('sha256', frame, 'base64url');
    const event = parseOrTell(eventSchema, json(frame), context, keyOf);
    if (!event?.payload) return undefined;
    if (event.event === 'delete') {
      const canonicalId = canonicalIds.get(event.payload);
      return canonicalId === undefined
        ? undefined
        : { op: 'delete', ref: { source: 'mastodon', nativeId: event.payload, canonicalId }, reason: 'user' };
    }
    if (event.event !== 'update' && event.event !== 'status.update') return undefined;
    const status = parseOrTell(statusSchema, json(event.payload), context, keyOf);
    const item = status && toItem(status, feed, new Date(context.clock.now()).toISOString(), { indexableOnly });
    if (!item || !matches([item.title, item.text])) return undefined;
    remember(item.nativeId, item.canonicalId);
    return { op: 'upsert', item };
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
