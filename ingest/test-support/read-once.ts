import type { VirtualClock } from '#core/virtual-clock.ts';
import { collectPartition } from '../collect-partition.ts';
import type { CollectEnd, CollectReport } from '../collect-report.ts';
import { configureSource } from '../configure-sources.ts';
import type { Op, Page, ReadRange } from '../connector.ts';
import { advanceUntil } from './advance-until.ts';
import type { ConnectorKit, SourceServer } from './connector-kit.ts';

export interface OneReading {
  end: CollectEnd;
  pages: Page<unknown>[];
  reports: CollectReport[];
}

interface ReadOptions {
  cursor?: unknown;
  range?: ReadRange;
  config?: Record<string, unknown>;
  onPage?: (page: Page<unknown>) => void;
}

/** Reads the source's only partition to its end, without the runtime's stores. */
export async function readOnce(
  kit: ConnectorKit,
  server: SourceServer,
  clock: VirtualClock,
  { cursor, range = {}, config = kit.config, onPage }: ReadOptions = {},
): Promise<OneReading> {
  const { connector, config: parsed } = configureSource(kit.source, config);
  const [partition] = connector.partitions(parsed).values();
  const pages: Page<unknown>[] = [];
  const reports: CollectReport[] = [];
  const reading = collectPartition(
    connector,
    partition,
    { cursor, range, isOnce: true },
    {
      clock,
      http: server.http,
      openSocket: server.openSocket,
      random: () => 0.5,
      signal: new AbortController().signal,
      maxWaitMs: 60_000,
      report: (line) => void reports.push(line),
      deliver: async (page) => {
        // Whoever looks at each page as it comes gets the last one only: the rest would be held in memory.
        if (onPage) pages.length = 0;
        pages.push(page);
        onPage?.(page);
        return page.ops.length;
      },
    },
  );
  return { end: await advanceUntil(clock, reading, { stepMs: 250 }), pages, reports };
}

export function textsOf(ops: readonly Op[]): string[] {
  return ops.flatMap((op) => (op.op === 'upsert' ? [op.item.text] : []));
}

export function pageTexts(pages: readonly Page<unknown>[]): string[] {
  return pages.flatMap(({ ops }) => textsOf(ops));
}
