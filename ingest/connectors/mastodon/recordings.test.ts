import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { rawPostSchema } from '../../raw-post-schema.ts';
import type { ConnectorKit } from '../../test-support/connector-kit.ts';
import { readOnce } from '../../test-support/read-once.ts';
import { createScriptedHttp, type ScriptedAnswer } from '../../test-support/scripted-http.ts';

/** Payloads that others recorded: real people's public posts, so they are not part of the project. */
const RECORDED = join(import.meta.dirname, '../../../../shared/fixtures/mastodon');
const isThere = existsSync(RECORDED);

interface Exchange {
  request: { url: string };
  response: { status: number; headers: Record<string, string>; json?: unknown; text?: string };
}

function exchanges(): (Exchange & { name: string })[] {
  return readdirSync(RECORDED).flatMap((file) => {
    const list = JSON.parse(readFileSync(join(RECORDED, file), 'utf8')) as Exchange[];
    return list.map((exchange, nth) => ({ ...exchange, name: `${file} ${nth}` }));
  });
}

function answerOf({ response: { status, headers, json, text } }: Exchange): ScriptedAnswer {
  return { status, headers, ...(json === undefined ? { body: text ?? '' } : { json }) };
}

async function replay(answers: readonly ScriptedAnswer[]) {
  const queue = [...answers];
  const http = createScriptedHttp(() => queue.shift() ?? { json: [] });
  const kit = { source: 'mastodon', config: { instances: ['https://social.example'], hashtags: ['nhs'] } } as unknown as ConnectorKit;
  const server = { http, openSocket: () => Promise.reject(new Error('polled')) } as unknown as Parameters<typeof readOnce>[1];
  return readOnce(kit, server, createVirtualClock(Date.UTC(2026, 7, 3)));
}

describe.runIf(isThere)('recorded answers of Mastodon, which are not in the project (../shared/fixtures)', () => {
  const all = isThere ? exchanges() : [];
  const timelines = all.filter(({ response: { status, json } }) => status === 200 && Array.isArray(json));
  const others = all.filter((exchange) => !timelines.includes(exchange));

  test('there are some of both kinds', () => {
    expect(timelines.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
  });

  test.each(timelines)('a timeline is read whole: $name', async (exchange) => {
    const statuses = exchange.response.json as { id: string; reblog: unknown; visibility: string; account: { noindex?: boolean } }[];
    const { end, pages, reports } = await replay([answerOf(exchange)]);
    expect([end, reports]).toEqual(['whole', []]);
    const items = pages.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'upsert' ? [op.item] : [])));
    for (const item of items) expect(rawPostSchema.safeParse(item).success).toBe(true);
    for (const item of items) expect(item.text).not.toMatch(/<\/?(?:p|a|span|br)\b/);
    const isPublic = ({ reblog, visibility, account }: (typeof statuses)[number]) => !reblog && visibility === 'public' && !account.noindex;
    expect(items.length).toBeGreaterThanOrEqual(statuses.filter(isPublic).length);
  });

  test.each(others)('what is no timeline is classified, and nothing of it is handed on: $name', async (exchange) => {
    const { pages, reports } = await replay(Array.from({ length: 6 }, () => answerOf(exchange)));
    expect(pages.flatMap(({ ops }) => ops)).toEqual([]);
    expect(new Set(reports.map(({ outcome }) => outcome))).toEqual(new Set([exchange.response.status === 200 ? 'fatal' : 'config']));
  });
});

test.runIf(!isThere)('recorded answers of Mastodon are not there (../shared/fixtures/mastodon): nothing was replayed', () => {
  expect(isThere).toBe(false);
});
