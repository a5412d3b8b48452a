import { createVirtualClock, type VirtualClock } from '#core/virtual-clock.ts';
import { configureSource } from '../configure-sources.ts';
import type { HeldPost, MalformedItem, Op, Page, ReadRange } from '../connector.ts';
import type { ScriptedHttp } from './scripted-http.ts';

/** One connector's functions, called as the runtime calls them, over a server in memory. */
export interface OpenConnector {
  clock: VirtualClock;
  malformed: MalformedItem[];
  dropped: { key: string; reason: string }[];
  warnings: string[];
  read(from?: unknown, range?: ReadRange): Promise<Page<unknown>[]>;
  /** The same, a page at a time. */
  pages(from?: unknown): AsyncIterable<Page<unknown>>;
  /** Of posts with these ids, or with more of what is held. */
  recheck(...posts: (string | Partial<HeldPost>)[]): Promise<Op[]>;
}

export function openConnector(
  source: string,
  raw: object,
  http: Pick<ScriptedHttp, 'send'>,
  nowMs = Date.UTC(2026, 10, 16, 9),
): OpenConnector {
  const { connector, config } = configureSource(source, raw);
  const clock = createVirtualClock(nowMs);
  const malformed: MalformedItem[] = [];
  const dropped: OpenConnector['dropped'] = [];
  const warnings: string[] = [];
  const context = {
    clock,
    http,
    openSocket: () => Promise.reject(new Error('not used')),
    signal: new AbortController().signal,
    attempt: 0,
    malformed: (item: MalformedItem) => void malformed.push(item),
    dropped: (item: { key: string; reason: string }) => void dropped.push(item),
    warn: (message: string) => void warnings.push(message),
  };
  const [partition] = connector.partitions(config).values();
  return {
    clock,
    malformed,
    dropped,
    warnings,
    read: (from, range) => Array.fromAsync(connector.read({ ...context, partition }, from, range)),
    pages: (from) => connector.read({ ...context, partition }, from),
    async recheck(...posts) {
      const held = posts.map((post): HeldPost => {
        const given = typeof post === 'string' ? { nativeId: post, canonicalId: post } : post;
        return { source, nativeId: '', canonicalId: '', createdAtMs: nowMs, ...given };
      });
      return (await Array.fromAsync(connector.recheck!({ ...context, config }, held))).flat();
    },
  };
}

export function textsOfPages(pages: readonly Page<unknown>[]): string[] {
  return pages.flatMap(({ ops }) => ops.map((op) => (op.op === 'upsert' ? op.item.text : op.op)));
}

/** An operation in a few words, for tests to compare. */
export function describeOp(op: Op): string {
  if (op.op === 'upsert') return op.item.text;
  return op.op === 'delete' ? `${op.ref.nativeId} is gone (${op.reason})` : 'purge';
}
