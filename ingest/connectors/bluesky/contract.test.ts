import { describe } from 'vitest';
import { describeConnector } from '../../connector.contract.ts';
import { HttpError } from '#core/ports/http.ts';
import type { ConnectorKit, InventedPost, Trouble } from '../../test-support/connector-kit.ts';
import { createScriptedSockets } from '../../test-support/scripted-socket.ts';

const DID = 'did:plc:inventedaaaaaaaaaaaaaaaa';

interface Event {
  timeUs: number;
  frame: Record<string, unknown>;
}

type Operation = 'create' | 'update' | 'delete';

function eventOf({ n, text, atMs }: InventedPost, record: Record<string, unknown> = {}, operation: Operation = 'create'): Event {
  const rkey = `3k${String(n).padStart(11, '0')}`;
  const body = { $type: 'app.bsky.feed.post', text, createdAt: new Date(atMs).toISOString(), ...record };
  const content = operation === 'delete' ? {} : { record: body, cid: 'bafyinvented' };
  const commit = { rev: rkey, operation, collection: 'app.bsky.feed.post', rkey, ...content };
  return { timeUs: atMs * 1_000, frame: { did: DID, kind: 'commit', commit } };
}

/** The two wire formats, each in its own shape, from one list of events. */
function wires(wire: 'v1' | 'v2') {
  return (event: Event, seq: number): string => {
    if (wire === 'v1') return JSON.stringify({ ...event.frame, time_us: event.timeUs });
    const { did, kind, commit, account } = event.frame as { did: string; kind: string; commit?: object; account?: object };
    const base = { $type: `network.bsky.jetstream.subscribeEvents#${kind}`, seq, did, time: new Date(event.timeUs / 1_000).toISOString() };
    return JSON.stringify({ $type: 'message', payload: { ...base, ...(commit ?? { account }) } });
  };
}

function kit(wire: 'v1' | 'v2'): ConnectorKit {
  return {
    source: 'bluesky',
    config: { url: 'wss://stream.example', wire, match: ['nhs'] },
    setting: 'sources.bluesky.url',
    secret: { config: { identifier: 'someone.example', appPassword: 'secret-77-of-account' }, value: 'secret-77-of-account' },
    wrong: { config: { wire: 'v3' }, key: 'sources.bluesky.wire' },
    settleMs: 60_000,
    overlap: 6,
    open(clock) {
      const events: Event[] = [];
      const encode = wires(wire);
      let trouble: Trouble | undefined;
      let last = 0;
      const byText = new Map<string, InventedPost>();
      const nextUs = () => Math.max(clock.now() * 1_000, (events.at(-1)?.timeUs ?? 0) + 1_000);
      const sockets = createScriptedSockets((url) => {
        const position = url.searchParams.get('cursor');
        const isTime = wire === 'v1' || Number(position) >= 1e15;
        const frames = events.flatMap((event, index) => {
          const isAfter = position !== null && (isTime ? event.timeUs >= Number(position) : index + 1 >= Number(position));
          return isAfter ? [encode(event, index + 1)] : [];
        });
        return { frames, afterwards: 'stay' };
      });
      const send = (event: Event) => {
        events.push(event);
        sockets.push(encode(event, events.length));
      };
      // The network is never silent: something passes every ten seconds.
      const beat = async (): Promise<never> => {
        for (;;) {
          await clock.sleep(10_000);
          send({ ...eventOf({ n: ++last, text: 'Nothing of interest', atMs: clock.now() }), timeUs: (events.at(-1)?.timeUs ?? 0) + 1 });
        }
      };
      void beat();
      return {
        http: { send: () => Promise.reject(new Error('streamed, not polled')) },
        async openSocket(url, options) {
          const current = trouble;
          if (current === undefined) return sockets.openSocket(url, options);
          const refusing = createScriptedSockets(() => {
            if ('status' in current) return { refuse: current };
            if ('fault' in current) throw new HttpError(current.fault, 'The stream can’t be reached.');
            return { frames: [], afterwards: 'stay' };
          });
          sockets.urls.push(url);
          return refusing.openSocket(url, options);
        },
        contacts: () => sockets.urls.length,
        taken: () => sockets.taken,
        publish(posts) {
          for (const post of posts) {
            last += 1;
            byText.set(post.text, { ...post, n: last });
            send(eventOf({ ...post, n: last }));
          }
        },
        signals: {
          edit(text, to) {
            const post = byText.get(text)!;
            send({ ...eventOf({ ...post, text: to }, {}, 'update'), timeUs: nextUs() });
          },
          remove: (text) => send({ ...eventOf(byText.get(text)!, undefined, 'delete'), timeUs: nextUs() }),
          republish: (text) => send({ ...eventOf(byText.get(text)!), timeUs: nextUs() }),
          purgeAuthor: () =>
            send({ timeUs: nextUs(), frame: { did: DID, kind: 'account', account: { active: false, status: 'deleted', did: DID } } }),
        },
        publishUnreadable: (text) => send(eventOf({ n: ++last, text, atMs: clock.now() }, { text: { plain: text } })),
        publishInvisible: () => send(eventOf({ n: ++last, text: 'Nothing of interest', atMs: clock.now() })),
        trouble: (next) => void (trouble = next),
      };
    },
  };
}

describe.each(['v1', 'v2'] as const)('%s', (wire) => describeConnector(kit(wire)));
