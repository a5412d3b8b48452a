import { collectPartition, type CollectDeps, type CollectOptions } from './collect-partition.ts';
import { reportOf, type CollectEnd } from './collect-report.ts';
import type { Connector, Op, Page } from './connector.ts';
import { shortHash } from './identity.ts';
import { toSourceError } from './source-error.ts';

/** Instances or feeds read at a time when each is to end. */
const AT_ONCE = 4;
/** Operations remembered so that a stream's overlap isn't handed on twice. */
const MAX_REMEMBERED = 100_000;

export interface CollectSourceDeps extends Omit<CollectDeps, 'deliver'> {
  /** Takes what is new, in order. Resolves when there is room for more. */
  write(ops: readonly Op[]): Promise<void>;
}

/**
 * What a connector hands on, storing nothing and saving no position. Each partition ends for itself.
 * @returns how each ended, in their order.
 */
export async function collectSource(
  connector: Connector,
  config: unknown,
  options: CollectOptions,
  deps: CollectSourceDeps,
): Promise<CollectEnd[]> {
  const { since, until } = boundsOf(options);
  const isKnown = createMemory(MAX_REMEMBERED);
  const isStream = connector.meta.mode === 'stream';

  async function deliver({ ops }: Page<unknown>): Promise<number> {
    const inRange = isStream ? ops : ops.filter((op) => op.op !== 'upsert' || isWithin(op.item.createdAt, since, until));
    const fresh = isStream ? inRange.filter((op) => !isKnown(keyOf(op))) : inRange;
    await deps.write(fresh);
    return fresh.length;
  }

  const partitions = [...connector.partitions(config).values()];
  const ends = partitions.map((): CollectEnd => 'whole');
  const queue = partitions.entries();
  async function work(): Promise<void> {
    for (const [index, partition] of queue) {
      if (deps.signal.aborted) return;
      try {
        ends[index] = await collectPartition(connector, partition, options, { ...deps, deliver });
      } catch (error) {
        deps.report(reportOf(connector.meta.id, toSourceError(error)));
        ends[index] = 'unavailable';
      }
    }
  }
  const workers = options.isOnce ? Math.min(AT_ONCE, partitions.length) : partitions.length;
  await Promise.all(Array.from({ length: workers }, work));
  return ends;
}

function boundsOf({ range }: CollectOptions): { since: number; until: number } {
  return { since: range.sinceMs ?? -Infinity, until: range.untilMs ?? Infinity };
}

function isWithin(createdAt: string, since: number, until: number): boolean {
  const at = Date.parse(createdAt);
  return at >= since && at < until;
}

/** The same operation seen again, whenever it was seen. */
function keyOf(op: Op): string {
  return shortHash(JSON.stringify(op.op === 'upsert' ? { ...op.item, observedAt: '' } : op));
}

/** Remembers the last `size` keys. */
function createMemory(size: number): (key: string) => boolean {
  const keys = new Set<string>();
  return (key) => {
    if (keys.has(key)) return true;
    keys.add(key);
    if (keys.size > size) keys.delete(keys.values().next().value!);
    return false;
  };
}
