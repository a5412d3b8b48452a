import { Client } from '@elastic/elasticsearch';
import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { createBulkWriter, type BulkOperation } from './bulk-writer.ts';
import { createPatience } from './patience.ts';
import { openFakeElasticsearch, type Answer, type FakeRequest } from './test-support/fake-elasticsearch.ts';

const operations = (...ids: string[]): BulkOperation[] =>
  ids.map((id) => ({ action: 'index', index: 'posts', id, version: 7, source: JSON.stringify({ text: `comment ${id}` }) }));

function idsOf({ body }: FakeRequest): string[] {
  return body
    .split('\n')
    .filter((line) => line.includes('"_id"'))
    .map((line) => (JSON.parse(line) as { index: { _id: string } }).index._id);
}

const item = (status: number, type?: string, reason?: string) => ({ index: { status, ...(type ? { error: { type, reason } } : {}) } });

/** Writes to a server that answers so, letting time pass whenever the writer waits. */
async function write(given: BulkOperation[], answer: (request: FakeRequest) => Answer) {
  await using server = await openFakeElasticsearch(answer);
  const client = new Client({ node: server.url, maxRetries: 0 });
  const clock = createVirtualClock();
  const startMs = clock.now();
  const counted: [string, number][] = [];
  const metrics = { count: (_: string, { outcome }: Record<string, string>, by = 1) => void counted.push([outcome!, by]) };
  const writer = createBulkWriter({ client, patience: createPatience({ clock, random: () => 1 }), metrics: metrics as never });
  const done = new AbortController();
  const outcome = writer
    .write(given)
    .then(
      (results) => ({ results }),
      (error: unknown) => ({ error }),
    )
    .finally(() => done.abort());
  while (!done.signal.aborted) {
    await new Promise((resolve) => setImmediate(resolve));
    if (clock.sleeping) await clock.advance(100);
  }
  await client.close();
  return { ...(await outcome), requests: server.requests, tookMs: clock.now() - startMs, counted };
}

describe('the bulk writer', () => {
  it('tells each item apart: written, conflicting, rejected, without a word of the document', async () => {
    const reason = "failed to parse field [x]: preview of field's value: 'comment b'";
    const { results, counted } = (await write(operations('a', 'b', 'c'), () => ({
      status: 200,
      body: { items: [item(201), item(400, 'document_parsing_exception', reason), item(409, 'version_conflict_engine_exception')] },
    }))) as { results: unknown; counted: unknown };
    expect(results).toEqual([{ type: 'ok' }, { type: 'rejected', reason: 'document_parsing_exception' }, { type: 'conflict' }]);
    expect(counted).toEqual([
      ['ok', 1],
      ['rejected', 1],
      ['conflict', 1],
    ]);
  });

  it.each([
    [429, 'es_rejected_execution_exception'],
    [503, 'unavailable_shards_exception'],
    [403, 'cluster_block_exception'],
    [404, 'index_not_found_exception'],
  ])('tries items again that answer %i %s, and only those', async (status, type) => {
    let calls = 0;
    const outcome = await write(operations('a', 'b', 'c'), (request) => {
      calls += 1;
      return { status: 200, body: { items: idsOf(request).map((id) => (id === 'b' && calls < 3 ? item(status, type) : item(200))) } };
    });
    expect(outcome).toMatchObject({ results: [{ type: 'ok' }, { type: 'ok' }, { type: 'ok' }] });
    expect(outcome.requests.map(idsOf)).toEqual([['a', 'b', 'c'], ['b'], ['b']]);
    expect(outcome.tookMs).toBeGreaterThanOrEqual(1_500);
  });

  it.each<[string, Answer]>([
    ['429', { status: 429, body: { error: { type: 'circuit_breaking_exception' } } }],
    ['503', { status: 503, body: { error: { type: 'master_not_discovered_exception' } } }],
    ['a connection that is cut', 'reset'],
  ])('tries the whole request again after %s', async (_, fault) => {
    let calls = 0;
    const outcome = await write(operations('a'), () => (++calls < 4 ? fault : { status: 200, body: { items: [item(201)] } }));
    expect(outcome).toMatchObject({ results: [{ type: 'ok' }] });
    expect(outcome.requests).toHaveLength(4);
  });

  it('gives up after some tries, saying that nothing is lost, with no document in the error', async () => {
    const outcome = (await write(operations('a'), () => ({
      status: 200,
      body: { items: [item(429, 'es_rejected_execution_exception', 'comment a')] },
    }))) as unknown as {
      error: Error;
      requests: unknown[];
    };
    expect(outcome.error).toMatchObject({ code: 'unavailable' });
    expect(outcome.requests).toHaveLength(5);
    for (let each: unknown = outcome.error; each instanceof Error; each = each.cause) {
      expect(JSON.stringify(each) + each.message).not.toContain('comment');
    }
  });

  it('halves a request that is too large, and rejects a document that is too large alone', async () => {
    const outcome = await write(operations('a', 'b', 'large', 'd', 'e'), (request) => {
      const ids = idsOf(request);
      if (ids.length > 2 || ids.includes('large')) return { status: 413, body: {} };
      return { status: 200, body: { items: ids.map(() => item(201)) } };
    });
    expect(outcome).toMatchObject({
      results: [{ type: 'ok' }, { type: 'ok' }, { type: 'rejected', reason: 'too large' }, { type: 'ok' }, { type: 'ok' }],
    });
  });

  it('waits when credentials are refused: posts are not dropped for an expired key', async () => {
    const outcome = await write(operations('a'), () => ({ status: 401, body: { error: { type: 'security_exception' } } }));
    expect(outcome).toMatchObject({ error: { code: 'unavailable' } });
  });
});
