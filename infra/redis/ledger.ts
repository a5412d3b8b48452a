import { ACCOUNT_OUTCOMES, type BatchLedger, type OpenBatch, type SourceAccount } from '#core/ports/coordination.ts';
import type { RedisContext } from './context.ts';
import { OPEN, RECORD, SETTLE, SPLIT } from './ledger-scripts.ts';
import { ask, createScript } from './script.ts';

const SEPARATOR = '\x1F';

export function createLedger({ redis, key }: RedisContext): BatchLedger {
  const open = createScript(redis, OPEN);
  const settle = createScript(redis, SETTLE);
  const split = createScript(redis, SPLIT);
  const record = createScript(redis, RECORD);
  const accountsKey = key('ledger', 'accounts');
  const openKey = key('ledger', 'open');
  const openedAtKey = key('ledger', 'opened-at');
  const shared = [accountsKey, openKey, openedAtKey];
  const stateKey = (batch: OpenBatch) => key('ledger', 'batch', batch.id);

  return {
    async open(batch) {
      await open([...shared, stateKey(batch)], [JSON.stringify(batch)]);
    },
    async settle(batch, outcomes) {
      await settle([...shared, stateKey(batch)], [JSON.stringify(batch), JSON.stringify(outcomes)]);
    },
    async split(batch, parts) {
      await split(
        [...shared, stateKey(batch), ...parts.map(stateKey)],
        [batch, ...parts].map((each) => JSON.stringify(each)),
      );
    },
    async record(name, source, collected, outcomes) {
      await record([accountsKey, key('ledger', 'record', name)], [source, collected, JSON.stringify(outcomes)]);
    },
    async accounts() {
      return readAccounts(await ask(() => redis.hgetall(accountsKey)));
    },
    async unsettled(beforeMs, limit) {
      const before = Number.isFinite(beforeMs) ? `(${beforeMs}` : '+inf';
      const ids = await ask(() => redis.zrangebyscore(openedAtKey, '-inf', before, 'LIMIT', 0, limit));
      if (ids.length === 0) return [];
      const batches = await ask(() => redis.hmget(openKey, ...ids));
      return batches.flatMap((json) => (json === null ? [] : [JSON.parse(json) as OpenBatch]));
    },
  };
}

function readAccounts(fields: Record<string, string>): SourceAccount[] {
  const accounts = new Map<string, SourceAccount>();
  for (const [field, value] of Object.entries(fields)) {
    const count = Number(value);
    if (count === 0) continue;
    const [source = '', name, reason = ''] = field.split(SEPARATOR);
    const account = accounts.get(source) ?? { source, collected: 0, pending: 0, outcomes: [] };
    accounts.set(source, account);
    const outcome = ACCOUNT_OUTCOMES.find((each) => each === name);
    if (outcome) account.outcomes.push({ outcome, reason, count });
    else if (name === 'collected' || name === 'pending') account[name] = count;
  }
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  for (const { outcomes } of accounts.values()) outcomes.sort((a, b) => byText(a.outcome, b.outcome) || byText(a.reason, b.reason));
  return [...accounts.values()].sort((a, b) => byText(a.source, b.source));
}
