import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '#core/clock.ts';
import type { QueuedOp } from '#core/jobs.ts';
import type { BatchLedger } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { Intake } from '#core/ports/intake.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { DropReason } from '#core/outcome.ts';
import { PUSH_SOURCE, type Push, type PushAnswer, type PushError } from '#core/push.ts';
import { createAccountant, measureCollected, type Aside } from '../../account-asides.ts';
import type { PrepareOps } from '../../prepare-ops.ts';
import { createSourceNames, MAX_NAMES } from './name-sources.ts';
import { parseBody, type SentItem } from './parse-body.ts';
import { createPushStatus } from './push-status.ts';
import { createItemReader, type ReadItem } from './read-item.ts';
import { createPushMemory } from './remember-pushes.ts';

export interface PushReceiverDeps {
  clock: Clock;
  prepare: PrepareOps;
  intake: Intake;
  ledger: BatchLedger;
  documents: DocumentStore;
  metrics: Metrics;
  /** Batches of posts that wait to be analysed. */
  countWaiting(): Promise<number>;
  /** While more wait, no comments are taken. What is to be forgotten always is. */
  maxWaiting: number;
  /** Names of sources that Earshot collects itself. */
  ownSources: ReadonlySet<string>;
}

/** What is wrong with an item, and how it is accounted for. */
interface Refused {
  error: PushError;
  source: string;
  aside: Aside;
}

type Wanted = Extract<ReadItem, { op: object }> & { index: number; bytes: number };

/** How much is redacted before others get their turn: some 20 ms. */
const SLICE_BYTES = 32_768;
const ACCOUNTED_AT_ONCE = 20;

/**
 * Takes pushes in. What is good of one is redacted and durable in the queue when it answers; then what was left out is in the ledger, and the push is
 * remembered. A crash in between repeats some of that, which is harmless.
 * @throws EarshotError 'unavailable'; the sender is to try again.
 */
export function createPushReceiver(deps: PushReceiverDeps): (push: Push) => Promise<PushAnswer> {
  const account = createAccountant(deps);
  const memory = createPushMemory(deps);
  const status = createPushStatus(deps);
  const refusedNames = createSourceNames(deps);

  async function readItems(sent: readonly SentItem[], push: Push): Promise<{ wanted: Wanted[]; refused: Refused[] }> {
    const read = createItemReader({ nowMs: deps.clock.now(), ownSources: deps.ownSources });
    const items = sent.map((item) => ('value' in item ? read(item.value) : { field: '', problem: item.problem }));
    const tooMany = await refusedNames(new Set(items.flatMap((item) => ('op' in item ? [item.source] : []))));
    const last = new Map<string, number>();
    items.forEach((item, index) => {
      if ('op' in item) last.set(keyOf(item), index);
    });
    const wanted: Wanted[] = [];
    const refused: Refused[] = [];
    items.forEach((item, index) => {
      const place = { index, bytes: sent[index]!.bytes };
      if (!('op' in item)) refused.push(refuse(push, place, PUSH_SOURCE, item));
      else if (tooMany.has(item.source)) {
        refused.push(refuse(push, place, PUSH_SOURCE, { field: 'source', problem: `is one name too many: there may be ${MAX_NAMES}` }));
      } else if (last.get(keyOf(item)) !== index) {
        refused.push(
          refuse(push, place, item.source, { field: 'id', problem: 'stands again further on; that one was taken' }, 'duplicate'),
        );
      } else wanted.push({ ...item, ...place });
    });
    return { wanted, refused };
  }

  async function prepareItems(wanted: readonly Wanted[], push: Push): Promise<{ kept: QueuedOp[]; refused: Refused[] }> {
    const kept: QueuedOp[] = [];
    const refused: Refused[] = [];
    let sinceTurn = 0;
    for (const { op, source, index, bytes } of wanted) {
      sinceTurn += bytes;
      if (sinceTurn > SLICE_BYTES) {
        await nextTurn();
        sinceTurn = bytes;
      }
      const [outcome] = deps.prepare([op], { id: source, genre: 'post' });
      if (outcome?.type === 'keep') kept.push(outcome.value);
      else if (outcome?.type === 'drop')
        refused.push(refuse(push, { index, bytes }, source, { field: 'text', problem: 'holds no words' }, 'empty'));
      else refused.push(refuse(push, { index, bytes }, source, { field: '', problem: 'is not valid' }));
    }
    return { kept, refused };
  }

  async function accountFor(wanted: readonly Wanted[], refused: readonly Refused[]): Promise<void> {
    for (let start = 0; start < refused.length; start += ACCOUNTED_AT_ONCE) {
      await Promise.all(refused.slice(start, start + ACCOUNTED_AT_ONCE).map(({ source, aside }) => account(source, aside)));
    }
    const left = new Set(refused.map(({ error }) => error.index));
    const sources = new Set([...wanted, ...refused].map(({ source }) => source));
    for (const source of sources) {
      const asides = refused.filter((one) => one.source === source).map(({ aside }) => aside);
      const taken = wanted.filter((one) => one.source === source && !left.has(one.index)).length;
      measureCollected(deps.metrics, source, taken + asides.length, asides);
    }
  }

  return async (push) => {
    if (await memory.has(push.id)) return { type: 'repeated' };
    const sent = parseBody(push.body, push.format);
    if ('problem' in sent) {
      await accountFor([], [refuse(push, { index: 0, bytes: push.body.length }, PUSH_SOURCE, { field: '', problem: sent.problem })]);
      return { type: 'refused', detail: sent.problem, errors: [] };
    }
    const { wanted, refused: unread } = await readItems(sent, push);
    if (wanted.some(({ op }) => op.op === 'upsert') && (await deps.countWaiting()) > deps.maxWaiting) return { type: 'crowded' };
    const { kept, refused: unfit } = await prepareItems(wanted, push);
    await deps.intake.submit(kept);
    const refused = [...unread, ...unfit].sort((one, other) => one.error.index - other.error.index);
    await accountFor(wanted, refused);
    const errors = refused.map(({ error }) => error);
    if (kept.length === 0)
      return { type: 'refused', detail: 'No item of the body is good: "errors" says what is wrong with each.', errors };
    await memory.add(push.id);
    await status.received().catch(() => undefined);
    return { type: 'taken', accepted: kept.length, errors };
  };
}

/** Dropped for a reason, else set aside as invalid. */
function refuse(
  push: Push,
  { index, bytes }: { index: number; bytes: number },
  source: string,
  { field, problem }: Pick<PushError, 'field' | 'problem'>,
  dropped?: DropReason,
): Refused {
  const left = dropped ? ({ outcome: 'dropped', reason: dropped } as const) : ({ outcome: 'quarantined', reason: 'invalid' } as const);
  return { error: { index, field, problem }, source, aside: { ...left, key: `${push.id} ${index}`, field: field || null, bytes } };
}

function keyOf({ op, source, id }: Extract<ReadItem, { op: object }>): string {
  return `${op.op}\0${source}\0${id}`;
}
