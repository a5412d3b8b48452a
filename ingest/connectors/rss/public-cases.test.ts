import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { parseFeed } from './parse-feed.ts';
import { toItem } from './to-item.ts';

const CASES = join(import.meta.dirname, '../../../../shared/fixtures/feeds/cases.jsonl');
const FEED = 'https://feeds.example/feed.xml';

interface Case {
  path: string;
  headers: Record<string, string>;
  bytes_b64: string;
  oracle: {
    entries: {
      id: string | null;
      title: string | null;
      link: string | null;
      summary: string | null;
      content: unknown;
      language: string | null;
    }[];
  };
}

/** All text of markup, another way than the connector reads it: by the tree. */
function textOf(html: unknown): string {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === '#text') found.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parseFragment(typeof html === 'string' ? html : ''));
  return found.join('').replace(/\s+/g, '');
}

function expectedOf({ entries }: Case['oracle']): object[] {
  return entries
    .map(({ title, summary, content, link, language }) => ({
      title: textOf(title),
      bodies: [summary, content].map(textOf).filter(Boolean),
      url: link && URL.canParse(link, FEED) ? new URL(link, FEED).href : undefined,
      language: language ?? undefined,
    }))
    .filter(({ title, bodies }) => title !== '' || bodies.length > 0)
    .map(({ title, bodies, ...rest }) => ({ title, text: bodies[0] ?? '', ...rest }));
}

async function entriesOf({ headers, bytes_b64 }: Case): Promise<object[]> {
  const of = (wanted: string) => Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];
  const source = {
    body: Buffer.from(bytes_b64, 'base64'),
    contentType: of('content-type'),
    contentLocation: of('content-location'),
    url: FEED,
  };
  const { entries } = await parseFeed(source, new AbortController().signal);
  return entries
    .filter(({ title, text }) => title || text)
    .map((entry) => ({
      title: entry.title.replace(/\s+/g, ''),
      text: entry.text.replace(/\s+/g, ''),
      url: toItem(entry, FEED, Date.now()).url,
      language: entry.language,
    }));
}

describe.skipIf(!existsSync(CASES))('public cases (only where they are)', () => {
  const lines = existsSync(CASES) ? readFileSync(CASES, 'utf8').trim().split('\n') : [];
  test.each(lines.map((line) => JSON.parse(line) as Case))('$path', async (each) => {
    expect(await entriesOf(each)).toEqual(expectedOf(each.oracle));
  });
});
