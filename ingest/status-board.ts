import type { Clock } from '#core/clock.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import { sourceStatusDocument, type SourceGap, type SourceStatus } from '#core/ports/source-status.ts';
import { noteCoverage, type CoverageStretch } from '#core/source-coverage.ts';
import type { Gap } from './connector.ts';

type State = SourceStatus['state'];

/** How one partition is doing. */
export interface PartitionState {
  state: Exclude<State, 'off'>;
  detail?: string | undefined;
  nextTryAtMs?: number | undefined;
}

/** State of one source, put together from its partitions and kept in its document. */
export interface StatusBoard {
  /** Reads what was known before: gaps and the first collection. */
  open(): Promise<void>;
  set(partition: string, state: PartitionState): Promise<void>;
  /** Something was read just now. */
  succeeded(partition: string): Promise<void>;
  addGap(gap: Gap): Promise<void>;
  /** Held posts were looked at again, or could not be. */
  rechecked(news: { completedAtMs?: number; detail: string | null }): Promise<void>;
}

/** Worst first: what an operator should know of. */
const SEVERITY = ['misconfigured', 'unreachable', 'waiting', 'starting', 'collecting'] as const;
const MAX_GAPS = 100;
const MAX_DETAIL = 500;
/** A success that changes nothing else is written this often at most. */
const QUIET_MS = 15_000;
/** A shorter silence is within what sources are usually read at. */
const LEAST_SILENCE_MS = 5 * 60_000;

export function createStatusBoard(deps: {
  id: string;
  mode: SourceStatus['mode'];
  documents: DocumentStore;
  clock: Clock;
  /** Told when the first partition fails and when the last one is back. */
  onChange(isWell: boolean, detail: string | null): void;
}): StatusBoard {
  const { id, mode, documents, clock } = deps;
  const partitions = new Map<string, PartitionState>();
  const lastReadMs = new Map<string, number>();
  let lastRunMs: number | null = null;
  let status: SourceStatus = {
    id,
    mode,
    state: 'starting',
    detail: null,
    collectedSinceMs: null,
    lastSuccessAtMs: null,
    nextTryAtMs: null,
    gaps: [],
    updatedAtMs: clock.now(),
  };
  /** Whether anything was known before; undefined until the store has told. */
  let wasKnown: boolean | undefined;
  let isWell = true;
  let writing: Promise<unknown> = Promise.resolve();

  /** Takes up what was known before, as soon as the store tells. */
  async function recall(): Promise<void> {
    if (wasKnown !== undefined) return;
    const held = await documents.get(sourceStatusDocument, id);
    wasKnown = held !== null;
    if (!held) return;
    const { collectedSinceMs, lastSuccessAtMs, gaps, recheck } = held.value;
    lastRunMs = lastSuccessAtMs;
    status = {
      ...status,
      collectedSinceMs: collectedSinceMs ?? status.collectedSinceMs,
      lastSuccessAtMs: status.lastSuccessAtMs ?? lastSuccessAtMs,
      recheck: status.recheck ?? recheck,
      gaps: [...status.gaps, ...gaps.filter(({ toMs }) => toMs !== null)].slice(0, MAX_GAPS),
    };
  }

  /** One write after another; a store that is down must not stop collection, and nothing is written over what it has not told yet. */
  function write(): Promise<void> {
    status = { ...status, ...overall(partitions), updatedAtMs: clock.now() };
    const done = writing
      .then(recall)
      .then(() =>
        documents.put(sourceStatusDocument, id, { ...status, gaps: [...openGap(status), ...status.gaps].slice(0, MAX_GAPS) }, 'any'),
      )
      .catch(() => undefined);
    writing = done;
    return done.then(() => undefined);
  }

  /** In the ledger, which a store that is down must not hold up either. */
  function note(stretch: Omit<CoverageStretch, 'notedAtMs'>): void {
    const noted = { ...stretch, notedAtMs: clock.now() };
    writing = writing
      .then(recall)
      .then(() => (stretch.kind === 'began' && wasKnown ? undefined : noteCoverage(documents, id, noted)))
      .catch(() => undefined);
  }

  /** Of a partition that was read again just now. */
  function noteSilence(partition: string, nowMs: number): void {
    const before = partitions.get(partition);
    const sinceMs = lastReadMs.get(partition) ?? lastRunMs;
    if (sinceMs === null) {
      if (lastReadMs.size === 0) note({ kind: 'began', fromMs: 0, toMs: nowMs, share: 1, reason: 'Collection began.' });
      return;
    }
    const isFirst = !lastReadMs.has(partition);
    const isOver = before !== undefined && before.state !== 'collecting';
    if (nowMs - sinceMs < LEAST_SILENCE_MS || (!isFirst && !isOver)) return;
    const isStop = isFirst && before?.detail === undefined;
    const reason = isStop ? 'Earshot did not collect.' : (before?.detail ?? 'Nothing came from the source.').slice(0, 200);
    note({ kind: isStop ? 'stopped' : 'outage', fromMs: sinceMs, toMs: nowMs, share: 1 / partitions.size, reason });
  }

  function tellChanges(): void {
    const states = [...partitions.values()];
    const isFailing = states.some(({ state }) => state === 'unreachable' || state === 'misconfigured');
    const isGood = states.every(({ state }) => state === 'collecting');
    if (isWell ? isFailing : isGood) {
      isWell = !isWell;
      deps.onChange(isWell, overall(partitions).detail);
    }
  }

  return {
    async open() {
      await write();
    },
    async set(partition, state) {
      partitions.set(partition, state);
      await write();
      tellChanges();
    },
    async succeeded(partition) {
      const nowMs = clock.now();
      noteSilence(partition, nowMs);
      lastReadMs.set(partition, nowMs);
      const isNews = partitions.get(partition)?.state !== 'collecting' || nowMs - status.updatedAtMs >= QUIET_MS;
      partitions.set(partition, { state: 'collecting' });
      status = { ...status, collectedSinceMs: status.collectedSinceMs ?? nowMs, lastSuccessAtMs: nowMs };
      if (isNews) await write();
      tellChanges();
    },
    async rechecked({ completedAtMs, detail }) {
      const known = status.recheck?.completedAtMs ?? null;
      status = { ...status, recheck: { completedAtMs: completedAtMs ?? known, detail: detail?.slice(0, MAX_DETAIL) ?? null } };
      await write();
    },
    async addGap({ fromMs, toMs, reason }) {
      // A clock that was ahead for a while makes a gap that ends before it begins.
      const [firstMs, lastMs] = [fromMs, toMs].map((atMs) => Math.max(0, Math.round(atMs))).sort((one, other) => one - other) as [
        number,
        number,
      ];
      const gap = { fromMs: firstMs, toMs: lastMs, reason: reason.slice(0, 200) };
      if (status.gaps.some((known) => known.fromMs === gap.fromMs && known.toMs === gap.toMs)) return;
      status = { ...status, gaps: [gap, ...status.gaps].slice(0, MAX_GAPS) };
      note({ kind: 'missing', ...gap, share: 1 / Math.max(1, partitions.size) });
      await write();
    },
  };
}

/** Since when nothing at all comes. It closes when the source answers again; what is lost for good by then is a gap of its own. */
function openGap({ state, lastSuccessAtMs, detail }: SourceStatus): SourceGap[] {
  if (state === 'collecting' || state === 'starting' || state === 'off' || lastSuccessAtMs === null) return [];
  return [{ fromMs: lastSuccessAtMs, toMs: null, reason: (detail ?? 'Nothing comes from the source.').slice(0, 200) }];
}

/** A source collects while any partition does; what fails of it is said in the detail. */
function overall(partitions: ReadonlyMap<string, PartitionState>): Pick<SourceStatus, 'state' | 'detail' | 'nextTryAtMs'> {
  const states = [...partitions.values()];
  const worst = SEVERITY.find((name) => states.some(({ state }) => state === name)) ?? 'starting';
  const troubled = states.filter(({ detail }) => detail !== undefined);
  const share = troubled.length > 0 && states.length > 1 ? `${troubled.length} of ${states.length}: ` : '';
  const detail = troubled.length ? `${share}${[...new Set(troubled.map(({ detail }) => detail))].join(' ')}`.slice(0, MAX_DETAIL) : null;
  const tries = states.flatMap(({ nextTryAtMs }) => nextTryAtMs ?? []);
  return {
    state: states.some(({ state }) => state === 'collecting') ? 'collecting' : worst,
    detail,
    nextTryAtMs: tries.length ? Math.round(Math.min(...tries)) : null,
  };
}

/** Says of a source that is known and not collected that it is off, and keeps what was known of it. */
export async function markOff(
  id: string,
  mode: SourceStatus['mode'],
  { documents, clock }: { documents: DocumentStore; clock: Clock },
): Promise<void> {
  const held = await documents.get(sourceStatusDocument, id).catch(() => undefined);
  if (held === undefined || held?.value.state === 'off') return;
  const known = held?.value ?? { collectedSinceMs: null, lastSuccessAtMs: null, gaps: [], recheck: undefined };
  const { collectedSinceMs, lastSuccessAtMs, gaps, recheck } = known;
  const status = {
    id,
    mode,
    state: 'off' as const,
    detail: null,
    collectedSinceMs,
    lastSuccessAtMs,
    nextTryAtMs: null,
    gaps: gaps.filter(({ toMs }) => toMs !== null),
    recheck,
    updatedAtMs: clock.now(),
  };
  await documents.put(sourceStatusDocument, id, status, 'any');
}
