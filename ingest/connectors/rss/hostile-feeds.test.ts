import { expect, test } from 'vitest';
import type { ParsedFeed } from './entry.ts';
import { parseFeed } from './parse-feed.ts';
import { createPause } from './work-slices.ts';

const LENGTH = 1_000_000;
const MOST_MS = 2_000;

const parse = (body: string): Promise<ParsedFeed> =>
  parseFeed({ body: Buffer.from(body), url: 'https://news.example/feed' }, new AbortController().signal);

async function millisecondsFor(body: string): Promise<number> {
  const startedMs = performance.now();
  await parse(body);
  return performance.now() - startedMs;
}

test.each([
  '<item>',
  '<item><b>',
  '<',
  '<a ',
  '&',
  '<![CDATA[',
  '<item></item>',
  '<a b="',
  '<!a>',
  '<!DOCTYPE [',
  '<!--',
  '<?a?>',
  '</a>',
  '<a/>',
  '<x xmlns:a="b">',
  '<entry><author><name>',
])('a megabyte of %j takes linear time', async (unit) => {
  expect(await millisecondsFor(`<rss>${unit.repeat(LENGTH / unit.length)}`)).toBeLessThan(MOST_MS);
});

test.each(['<b>', '<p>', '<font color=1>', '&lt;div&gt;', '<media:group>', '<description>', '<title>a</title>', '<link>a</link>', 'x<'])(
  'a megabyte of %j in one entry takes linear time, bare, in its text and in CDATA',
  async (unit) => {
    const inside = unit.repeat(LENGTH / unit.length);
    for (const text of [inside, `<description>${inside}</description>`, `<description><![CDATA[${inside}]]></description>`]) {
      expect(await millisecondsFor(`<rss><channel><item>${text}</item></channel></rss>`)).toBeLessThan(MOST_MS);
    }
  },
);

test('text 50,000 elements deep is read', async () => {
  const deep = `${'<b>'.repeat(50_000)}deep${'</b>'.repeat(50_000)}`;
  const { entries } = await parse(`<rss><channel><item><description>${deep}</description><title>After it</title></item></channel></rss>`);
  expect(entries).toMatchObject([{ text: 'deep', title: 'After it' }]);
});

test('20,000 entries are read, and of more than 50,000 the first', async () => {
  const feed = (count: number) => `<rss><channel>${'<item><title>x</title></item>'.repeat(count)}</channel></rss>`;
  expect(await parse(feed(20_000))).toMatchObject({ entries: { length: 20_000 }, isTooLong: false });
  expect(await parse(feed(50_001))).toMatchObject({ entries: { length: 50_000 }, isTooLong: true });
});

test('entities that hold others are never expanded, nor those that stand elsewhere; short ones are, up to a limit', async () => {
  const title = async (doctype: string, text: string) =>
    (await parse(`<!DOCTYPE rss [${doctype}]><rss><channel><item><title>${text}</title></item></channel></rss>`)).entries[0]!.title;
  expect(await title('<!ENTITY trust "Leeds Trust"><!ENTITY e "&#233;">', '&trust; caf&e;')).toBe('Leeds Trust café');
  expect(await title('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">', '&b;')).toBe('&b;');
  expect(await title('<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y "z">', '&x;')).toBe('&x;');
  expect((await title(`<!ENTITY a "${'x'.repeat(100)}">`, '&a;'.repeat(20_000))).length).toBeLessThan(1_100_000);
});

test('JSON nested deeper than the stack, and millions of items that are none', async () => {
  const feed = (items: string) => `{"version":"https://jsonfeed.org/version/1","items":[${items}]}`;
  expect((await parse(feed(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).malformed).toHaveLength(1);
  expect(await parse(feed(`${'0,'.repeat(100_000)}0`))).toMatchObject({ malformed: { length: 50_000 }, isTooLong: true });
});

test('work that takes more than five seconds ends, and the time of others doesn’t count', async () => {
  let nowMs = 0;
  const pause = createPause(new AbortController().signal, () => nowMs);
  const work = async (ms: number) => {
    for (let steps = 0; steps < 500; steps++) if (pause.isDue()) await pause.take();
    nowMs += ms;
  };
  await work(3_000);
  await work(1_900);
  await work(200);
  await expect(work(0)).rejects.toMatchObject({ outcome: { type: 'fatal' } });
});
