import type { Client } from '@elastic/elasticsearch';
import type { Metrics } from '#core/ports/metrics.ts';
import { isTransient, nameOf, toError, type Fault } from './fault.ts';
import { createGather } from './gather.ts';
import type { Patience } from './patience.ts';

export interface BulkOperation {
  action: 'index' | 'create' | 'delete';
  index: string;
  id: string;
  /** With version_type external, or external_gte for a delete. */
  version?: number;
  /** The write happens only if the document is still as it was read. */
  ifUnchanged?: { seqNo: number; primaryTerm: number };
  /** JSON of the document; none for a delete. */
  source?: string;
}

/** `conflict`: the same or a newer version is held, or it changed meanwhile. `missing`: there was nothing to delete. */
export type BulkResult = { type: 'ok' } | { type: 'conflict' } | { type: 'missing' } | { type: 'rejected'; reason: string };

export interface BulkWriter {
  /**
   * Writes each operation durably, or says why not, by position.
   * @throws EarshotError 'unavailable' when Elasticsearch can't take some of them for too long: repeat the whole call, it is idempotent.
   */
  write(operations: readonly BulkOperation[]): Promise<BulkResult[]>;
}

export interface BulkWriterOptions {
  client: Client;
  patience: Patience;
  metrics?: Metrics | undefined;
}

const MAX_OPERATIONS = 1_000;
const MAX_CHARACTERS = 8_000_000;
/** How long Elasticsearch itself waits for a shard before it says so, and how long we wait for an answer. */
const SHARD_TIMEOUT = '10s';
const REQUEST_TIMEOUT_MS = 20_000;
const TOO_LARGE = 'too large';

type Item = Record<string, { status?: number; error?: { type?: string } }>;

/** Our own, since the client's helper drops 403, 409 and 503 at once, and reports half of the deletes that fail. */
export function createBulkWriter({ client, patience, metrics }: BulkWriterOptions): BulkWriter {
  const send = createGather({ send: sendSome, shareOf });

  async function write(operations: readonly BulkOperation[]): Promise<BulkResult[]> {
    const results: BulkResult[] = [];
    for (const chunk of chunked(operations)) results.push(...(await writeChunk(chunk)));
    return results;
  }

  async function writeChunk(operations: readonly BulkOperation[]): Promise<BulkResult[]> {
    const results: (BulkResult | undefined)[] = operations.map(() => undefined);
    let waiting = operations.map((_, position) => position);
    for (let tries = 1; waiting.length > 0; tries++) {
      const answers = await send(waiting.map((position) => operations[position]!));
      const again: number[] = [];
      let lastFault: Fault | undefined;
      for (const [nth, position] of waiting.entries()) {
        const fault = faultIn(operations[position]!, answers[nth]!);
        if (fault) again.push(position);
        else results[position] = resultOf(operations[position]!, answers[nth]!);
        lastFault = fault ?? lastFault;
      }
      waiting = again;
      if (lastFault) {
        metrics?.count('earshot_bulk_items_total', { outcome: 'retried' }, again.length);
        if (tries >= patience.maxTries) throw toError(lastFault);
      }
    }
    return count(results as BulkResult[]);
  }

  /** What became of each operation; one request, or several where it is too large. */
  async function sendSome(operations: readonly BulkOperation[]): Promise<Fault[]> {
    const request = {
      operations: operations.flatMap(lines),
      timeout: SHARD_TIMEOUT,
      filter_path: ['items.*.status', 'items.*.error.type'],
    };
    const itemsOf = ({ body }: { body: { items?: unknown } }) => (body.items ?? []) as Item[];
    const answer = await patience.send(
      () => client.bulk(request, { requestTimeout: REQUEST_TIMEOUT_MS, meta: true, ignore: [413] }),
      (each) => itemsOf(each).flatMap((item, nth) => faultIn(operations[nth]!, answerOf(item)) ?? [])[0],
    );
    if (answer.statusCode === 413) {
      if (operations.length === 1) return [{ status: 413, type: TOO_LARGE }];
      const middle = operations.length >> 1;
      return [...(await sendSome(operations.slice(0, middle))), ...(await sendSome(operations.slice(middle)))];
    }
    const items = itemsOf(answer);
    if (items.length !== operations.length) throw toError({ status: 502, type: 'incomplete_answer' });
    return items.map(answerOf);
  }

  function count(results: BulkResult[]): BulkResult[] {
    if (metrics) {
      for (const [outcome, some] of Object.entries(Object.groupBy(results, (result) => result.type))) {
        metrics.count('earshot_bulk_items_total', { outcome }, some.length);
      }
    }
    return results;
  }

  return { write };
}

function* chunked(operations: readonly BulkOperation[]): Generator<readonly BulkOperation[]> {
  let from = 0;
  let characters = 0;
  for (const [n, operation] of operations.entries()) {
    const length = operation.source?.length ?? 0;
    if (n > from && (n - from >= MAX_OPERATIONS || characters + length > MAX_CHARACTERS)) {
      yield operations.slice(from, n);
      from = n;
      characters = 0;
    }
    characters += length;
  }
  if (from < operations.length) yield operations.slice(from);
}

function lines({ action, index, id, version, ifUnchanged, source }: BulkOperation): string[] {
  const meta = {
    _index: index,
    _id: id,
    ...(version === undefined ? {} : { version, version_type: action === 'delete' ? 'external_gte' : 'external' }),
    ...(ifUnchanged ? { if_seq_no: ifUnchanged.seqNo, if_primary_term: ifUnchanged.primaryTerm } : {}),
  };
  const header = JSON.stringify({ [action]: meta });
  return source === undefined ? [header] : [header, source];
}

function shareOf(operations: readonly BulkOperation[]): number {
  const characters = operations.reduce((sum, { source }) => sum + (source?.length ?? 0), 0);
  return Math.max(operations.length / MAX_OPERATIONS, characters / MAX_CHARACTERS);
}

function answerOf(item: Item | undefined): Fault {
  const answer = Object.values(item ?? {})[0];
  return { status: answer?.status ?? 502, type: nameOf(answer?.error?.type) };
}

/** The fault for which an operation is tried again. */
function faultIn({ action }: BulkOperation, answer: Fault): Fault | undefined {
  if (answer.status < 300 || answer.status === 409) return undefined;
  // An index that isn't there and may not be made is no fault of the document.
  const isUnwritable = action !== 'delete' && answer.type === 'index_not_found_exception';
  return isTransient(answer) || isUnwritable ? answer : undefined;
}

function resultOf({ action }: BulkOperation, { status, type }: Fault): BulkResult {
  if (status < 300) return { type: 'ok' };
  if (status === 409) return { type: 'conflict' };
  if (status === 404 && action === 'delete') return { type: 'missing' };
  return { type: 'rejected', reason: type };
}
