import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { quarantineDocument } from '#core/quarantine.ts';
import { coveredShare, readCoverage } from '#core/source-coverage.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { configureSource } from './configure-sources.ts';
import { openCollecting, type Collecting } from './test-support/collecting.ts';
import type { ConnectorKit, InventedPost, SourceServer, Trouble } from './test-support/connector-kit.ts';
import { heldBytes } from './test-support/held-bytes.ts';
import { pageTexts, readOnce } from './test-support/read-once.ts';
import { textsHeld } from './test-support/texts-held.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const CANARY = 'canary-5d20e1';
const MANY = 450;

/** What every connector keeps to, whatever its source: ten groups, on a clock that tests move and a server in memory. */
export function describeConnector(kit: ConnectorKit): void {
  const sample = kit.open(createVirtualClock());
  const [hasSignals, hasInvisible, hasTokens] = ['signals' in sample, 'publishInvisible' in sample, 'endTokens' in sample];
  let world: Collecting;
  let server: SourceServer;
  let running: AsyncDisposable | undefined;
  beforeEach(async () => {
    world = await openCollecting();
    server = kit.open(world.clock);
  });
  afterEach(async () => {
    await stop();
    await world[Symbol.asyncDispose]();
  });

  const connector = () => configureSource(kit.source, kit.config).connector;

  function start(config = kit.config): void {
    running = world.start({ source: kit.source, config, http: server.http, openSocket: server.openSocket });
  }
  async function stop(): Promise<void> {
    await running?.[Symbol.asyncDispose]();
    running = undefined;
  }
  const settle = () => world.clock.advance(kit.settleMs);

  /** Posts a second apart, the last of them now. */
  function posts(from: number, to: number): InventedPost[] {
    const count = to - from + 1;
    return Array.from({ length: count }, (_, nth) => ({
      n: from + nth,
      text: `Post ${from + nth} about the nhs`,
      atMs: world.clock.now() - (count - 1 - nth) * SECOND,
    }));
  }
  const texts = (from: number, to: number) => posts(from, to).map(({ text }) => text);

  /** Collecting, with one post behind it. */
  async function begin(): Promise<void> {
    server.publish(posts(1, 1));
    start();
    await settle();
    server.publish(posts(2, 2));
    await settle();
    expect(world.texts()).toContain(texts(2, 2)[0]);
  }

  /** Where reading goes on after what is there now. */
  async function position(): Promise<unknown> {
    const { pages } = await readOnce(kit, server, world.clock, { range: { sinceMs: world.clock.now() - 60 * SECOND } });
    return pages.at(-1)!.cursor;
  }

  /** A position, and what there is after it. */
  async function readAfter(from: number, to: number) {
    server.publish(posts(1, 2));
    const cursor = await position();
    await world.clock.advance(600 * SECOND);
    server.publish(posts(from, to));
    return { cursor, whole: await readOnce(kit, server, world.clock, { cursor }) };
  }

  describe('1 configuration and position', () => {
    test('a wrong configuration is refused by the name of its key', () => {
      expect(() => configureSource(kit.source, kit.wrong.config)).toThrow(kit.wrong.key);
      const parsed = configureSource(kit.source, kit.config);
      expect(JSON.parse(JSON.stringify(parsed.config))).toEqual(parsed.config);
    });

    test('every position survives JSON and stays under 4 kB', async () => {
      const { whole } = await readAfter(3, 1_000);
      expect(whole.pages.length).toBeGreaterThan(0);
      for (const { cursor } of whole.pages) {
        const json = JSON.stringify(cursor);
        expect(Buffer.byteLength(json)).toBeLessThan(4_096);
        expect(connector().meta.cursorSchema.parse(JSON.parse(json))).toEqual(cursor);
      }
    });
  });

  test('2 killed at any page and resumed, nothing is lost, and only the overlap comes twice', async () => {
    const { whole } = await readAfter(3, MANY);
    expect(new Set(pageTexts(whole.pages)).isSupersetOf(new Set(texts(3, MANY)))).toBe(true);
    expect(whole.pages.length).toBeGreaterThan(1);
    for (const [index, { cursor }] of whole.pages.entries()) {
      const before = new Set(pageTexts(whole.pages.slice(0, index + 1)));
      const after = pageTexts((await readOnce(kit, server, world.clock, { cursor })).pages);
      expect(before.union(new Set(after)).isSupersetOf(new Set(texts(3, MANY)))).toBe(true);
      expect(after.filter((text) => before.has(text)).length).toBeLessThanOrEqual(kit.overlap);
    }
  });

  test('3 the position never passes a page that the queue did not take', async () => {
    await begin();
    const [held] = await world.cursors();
    let submitted = 0;
    Object.defineProperty(world.queue, 'refuses', { get: () => ++submitted > 1, configurable: true });
    await world.clock.advance(MANY * SECOND);
    server.publish(posts(3, MANY));
    await settle();
    await stop();
    const [now] = await world.cursors();
    const taken = new Set(world.texts());
    Object.defineProperty(world.queue, 'refuses', { value: false });
    const rest = pageTexts((await readOnce(kit, server, world.clock, { cursor: now })).pages);
    expect(taken.union(new Set(rest)).isSupersetOf(new Set(texts(2, MANY)))).toBe(true);
    expect(taken.size).toBeLessThan(MANY);
    expect(held).toBeDefined();
    start();
    await settle();
    expect(new Set(world.texts()).isSupersetOf(new Set(texts(2, MANY)))).toBe(true);
  });

  test('4 the same stretch gives the same ids twice, and a range only what is in it', async () => {
    const { cursor, whole } = await readAfter(3, 100);
    const ids = (reading: typeof whole) =>
      reading.pages.flatMap(({ ops }) => ops.map((op) => (op.op === 'upsert' ? `${op.item.nativeId} ${op.item.canonicalId}` : '')));
    expect(ids(await readOnce(kit, server, world.clock, { cursor }))).toEqual(ids(whole));
    expect(new Set(ids(whole)).size).toBe(ids(whole).length);

    const all = whole.pages.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'upsert' ? [Date.parse(op.item.createdAt)] : [])));
    const [sinceMs, untilMs] = [Math.min(...all) + 20 * SECOND, Math.max(...all) - 20 * SECOND];
    const part = await readOnce(kit, server, world.clock, { range: { sinceMs, untilMs } });
    const dates = part.pages.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'upsert' ? [Date.parse(op.item.createdAt)] : [])));
    expect(dates.every((at) => at >= sinceMs && at < untilMs)).toBe(true);
    if (connector().meta.capabilities.backfill) expect(dates.length).toBe(all.filter((at) => at >= sinceMs && at < untilMs).length);
  });

  describe('5 a server that asks for patience', () => {
    const in10Minutes = (nowMs: number) => nowMs + 600 * SECOND;
    const cases: [string, (nowMs: number) => Record<string, string>, number][] = [
      ['seconds', () => ({ 'retry-after': '600' }), 600],
      ['a fraction of a second', () => ({ 'retry-after': '0.2' }), 0],
      ['a date', (nowMs) => ({ 'retry-after': new Date(in10Minutes(nowMs)).toUTCString() }), 600],
      ...(kit.nativeReset
        ? [['its own header', (nowMs: number) => kit.nativeReset!(in10Minutes(nowMs)), 600] satisfies (typeof cases)[number]]
        : []),
      ['nothing', () => ({}), 0],
      ['a negative number', () => ({ 'retry-after': '-30' }), 0],
      ['nonsense', () => ({ 'retry-after': 'soon' }), 0],
      ['a month', () => ({ 'retry-after': '2592000' }), 0],
    ];
    test.each(cases)('%s', async (_name, headers, seconds) => {
      server.trouble({ status: 429, headers: headers(world.clock.now()), body: '<html><h1>Too many requests</h1></html>' });
      start();
      if (seconds > 0) {
        await world.clock.advance((seconds - 5) * SECOND);
        expect(server.contacts()).toBe(1);
      }
      await world.clock.advance(SECOND);
      expect((await world.status(kit.source))?.state).toBe('waiting');
      await world.clock.advance(10 * 60 * SECOND);
      const contacts = server.contacts();
      expect(contacts).toBeGreaterThan(1);
      expect(contacts).toBeLessThan(40);
      server.trouble(undefined);
      await world.clock.advance(HOUR);
      expect((await world.status(kit.source))?.state).toBe('collecting');
    });
  });

  describe('6 a server that fails', () => {
    test.each([401, 403])('%i is a setting to change: it is named, and nothing is tried for hours', async (status) => {
      server.trouble({ status });
      start();
      await world.clock.advance(3 * HOUR);
      expect(server.contacts()).toBe(1);
      expect(await world.status(kit.source)).toMatchObject({ state: 'misconfigured', detail: expect.stringContaining(kit.setting) });
    });

    const faults: [string, Trouble][] = [
      ['500', { status: 500 }],
      ['502', { status: 502 }],
      ['503', { status: 503 }],
      ['504', { status: 504 }],
      ['520', { status: 520 }],
      ['522', { status: 522 }],
      ['a reset', { fault: 'reset' }],
      ['a time-out', { fault: 'timeout' }],
      ['a closed port', { fault: 'refused' }],
    ];
    test.each(faults)('%s is tried again with growing pauses, told of once, and forgotten when it is over', async (_name, trouble) => {
      server.trouble(trouble);
      start();
      await world.clock.advance(60 * SECOND);
      const inAMinute = server.contacts();
      expect(inAMinute).toBeGreaterThan(2);
      await world.clock.advance(6 * HOUR);
      expect(server.contacts() - inAMinute).toBeLessThan(80);
      expect((await world.status(kit.source))?.state).toBe('unreachable');
      expect(world.logs).toHaveLength(1);
      server.trouble(undefined);
      await world.clock.advance(HOUR);
      expect((await world.status(kit.source))?.state).toBe('collecting');
      expect(world.logs).toHaveLength(2);
    });
  });

  test.runIf(hasTokens)('6 a token that has ended is replaced once, without a word', async () => {
    await begin();
    server.endTokens!();
    server.publish(posts(3, 4));
    await settle();
    expect(new Set(world.texts()).isSupersetOf(new Set(texts(3, 4)))).toBe(true);
    expect((await world.status(kit.source))?.state).toBe('collecting');
    expect(world.logs).toEqual([]);
  });

  test('6 an outage is an open gap until the source answers again', async () => {
    await begin();
    await stop();
    server.trouble({ status: 503 });
    start();
    await world.clock.advance(HOUR);
    const lastMs = (await world.status(kit.source))!.lastSuccessAtMs;
    expect((await world.status(kit.source))?.gaps).toEqual([{ fromMs: lastMs, toMs: null, reason: expect.stringContaining('503') }]);
    server.trouble(undefined);
    await world.clock.advance(HOUR);
    expect((await world.status(kit.source))?.gaps).toEqual([]);
    const stretches = await readCoverage(world.documents, kit.source, lastMs! - SECOND, world.clock.now());
    expect(stretches.find(({ kind }) => kind === 'outage')).toMatchObject({
      fromMs: lastMs,
      share: 1,
      reason: expect.stringContaining('503'),
    });
    expect(stretches.find(({ kind }) => kind === 'outage')!.toMs - lastMs!).toBeGreaterThanOrEqual(HOUR);
  });

  describe.runIf(kit.strange)('7 an answer that is not what is due', () => {
    test.each(kit.strange ?? [])('$name', async ({ trouble, outcome, isRetried }) => {
      server.trouble(trouble);
      const { pages, reports } = await readOnce(kit, server, world.clock);
      expect(pageTexts(pages)).toEqual([]);
      expect(new Set(reports.map((report) => report.outcome))).toEqual(new Set([outcome]));
      if (isRetried) expect(reports).toHaveLength(6);
      else expect(reports).toHaveLength(1);
      expect(JSON.stringify(reports)).not.toContain(CANARY);
    });
  });

  test('8 a position that can’t be used is a gap in the ledger, and collection begins anew', async () => {
    await begin();
    await stop();
    const [held] = await world.coordination.cursors.list('source:');
    await world.coordination.cursors.set(held!.key, { nonsense: true }, held!.cursor.revision, 1);
    await world.clock.advance(HOUR);
    start();
    await settle();
    server.publish(posts(3, 4));
    await settle();
    expect(new Set(world.texts()).isSupersetOf(new Set(texts(2, 4)))).toBe(true);
    const [gap] = (await world.status(kit.source))?.gaps ?? [];
    expect(gap!.toMs! - gap!.fromMs).toBeGreaterThanOrEqual(HOUR);
    expect(coveredShare(await readCoverage(world.documents, kit.source, gap!.fromMs, gap!.toMs!), gap!.fromMs, gap!.toMs!)).toBe(0);
    await expect(world.cursors()).resolves.not.toContainEqual({ nonsense: true });
  });

  describe.runIf(hasSignals)('9 edits and deletes fold to the truth, in whatever order they are replayed', () => {
    const [third, fourth, fifth] = [3, 4, 5].map((n) => `Post ${n} about the nhs`) as [string, string, string];

    const isAskedAgain = connector().meta.capabilities.deletes === 'recheck';
    const withinHours = connector().meta.policy.deleteWithinHours ?? 24;

    /** Until the source has told what happened, or was asked again about what is held. */
    async function becomeKnown(): Promise<void> {
      await settle();
      if (!isAskedAgain) return;
      await world.store();
      await world.clock.advance(withinHours * HOUR);
      await world.store();
    }

    async function heldAfter(act: (signals: NonNullable<SourceServer['signals']>) => void | Promise<void>): Promise<string[]> {
      await begin();
      server.publish(posts(3, 5));
      await settle();
      await world.clock.advance(HOUR);
      await world.store();
      await act(server.signals!);
      await becomeKnown();
      const held = textsHeld(world.queued);
      expect(textsHeld([...world.queued, ...world.queued.toReversed()])).toEqual(held);
      return [...held].filter((text) => [third, fourth, fifth].includes(text) || text.includes('edit')).sort();
    }

    test('an edit, and an edit of it', async () => {
      const held = await heldAfter((signals) => {
        signals.edit(third, 'First edit about the nhs');
        signals.edit(third, 'Second edit about the nhs');
      });
      expect(held).toEqual([fourth, fifth, 'Second edit about the nhs']);
    });

    test('created, deleted, created again: it stays deleted', async () => {
      const held = await heldAfter(async (signals) => {
        signals.remove(third);
        await becomeKnown();
        signals.republish(third);
      });
      expect(held).toEqual([fourth, fifth]);
    });

    test('an account that is gone takes all that it wrote with it', async () => {
      expect(await heldAfter((signals) => signals.purgeAuthor())).toEqual([]);
    });
  });

  describe('10 whatever comes', () => {
    test('an item that can’t be read is set aside without its content, and the rest goes on', async () => {
      await begin();
      server.publish(posts(3, 3));
      server.publishUnreadable(`${CANARY} about the nhs`);
      server.publish(posts(4, 4));
      await settle();
      expect(world.texts()).toEqual(expect.arrayContaining(texts(3, 4)));
      const { documents } = await world.documents.list(quarantineDocument);
      expect(documents.map(({ value }) => value)).toMatchObject([{ source: kit.source, op: null, sizeBytes: expect.any(Number) }]);
      expect(JSON.stringify([documents, world.logs, world.queued, await world.status(kit.source)])).not.toContain(CANARY);
      const [account] = await world.coordination.ledger.accounts();
      expect(account?.outcomes).toContainEqual({ outcome: 'quarantined', reason: 'invalid', count: 1 });
    });

    test.runIf(hasInvisible)('the position moves past what is no post of anyone’s', async () => {
      await begin();
      const before = await world.cursors();
      server.publishInvisible!();
      await settle();
      expect(await world.cursors()).not.toEqual(before);
    });

    test('a source that has nothing new is not asked without end', async () => {
      await begin();
      const before = server.contacts();
      await world.clock.advance(10 * kit.settleMs);
      expect(server.contacts() - before).toBeLessThan(50);
    });

    test('stopping takes no time, whatever is under way', async () => {
      server.trouble({ hang: true });
      start();
      await world.clock.advance(SECOND);
      await stop();
      server.trouble(undefined);
      await begin();
      const atMs = world.clock.now();
      await stop();
      expect(world.clock.now() - atMs).toBeLessThanOrEqual(SECOND);
    });

    test('while nobody takes what was read, little more is read', async () => {
      await begin();
      world.queue.stalls = true;
      server.publish(posts(3, 2_000));
      await world.clock.advance(Math.max(kit.settleMs, 60 * SECOND));
      const taken = server.taken();
      server.publish(posts(2_001, 4_000));
      await world.clock.advance(10 * kit.settleMs);
      expect(server.taken() - taken).toBeLessThan(500);
      world.queue.stalls = false;
      await world.clock.advance(5 * SECOND);
    });

    test('memory stays flat over 20,000 posts', async () => {
      let count = 0;
      const onPage = (page: { ops: unknown[] }) => void (count += page.ops.length);
      server.publish(posts(1, 1));
      let cursor = await position();
      let warmBytes = 0;
      for (let from = 2; from <= 20_001; from += 500) {
        await world.clock.advance(kit.batchEveryMs ?? 600 * SECOND);
        server.publish(posts(from, from + 499));
        const { pages } = await readOnce(kit, server, world.clock, { cursor, onPage });
        cursor = pages.at(-1)!.cursor;
        if (from > 5_000 && warmBytes === 0) warmBytes = heldBytes();
      }
      expect(count).toBeGreaterThanOrEqual(20_000);
      // The server in memory keeps all that it published, some 1 kB a post.
      expect(heldBytes() - warmBytes).toBeLessThan(40 * 1024 * 1024);
    });

    test.runIf(kit.secret)('a credential shows nowhere', async () => {
      start({ ...kit.config, ...kit.secret!.config });
      await settle();
      server.trouble({ status: 401, body: kit.secret!.value });
      await world.clock.advance(HOUR);
      const shown = [
        world.logs,
        world.queued,
        await world.cursors(),
        await world.status(kit.source),
        await world.documents.list(quarantineDocument),
      ];
      expect(JSON.stringify(shown)).not.toContain(kit.secret!.value);
    });
  });
}
