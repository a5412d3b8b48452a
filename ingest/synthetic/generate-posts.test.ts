import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, londonDate, londonDay, londonOffsetMs } from '#core/calendar.ts';
import { createDirectory } from '#core/organisations/directory.ts';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';
import { DEFAULT_UNTIL_MS, GENERATOR_VERSION, generateLabelled, generatePosts, type LabelledPost } from './generate-posts.ts';
import { OTHER_LANGUAGES } from './grammar/other-languages.ts';
import { PLACES } from './grammar/places.ts';
import { PLANTED_TOPIC } from './grammar/planted.ts';
import { REGISTERS } from './grammar/registers.ts';
import { TOPICS } from './grammar/topics.ts';
import { plantedConcern } from './planted-concern.ts';
import { SYNTHETIC_SOURCES } from './sources.ts';

let labelled: LabelledPost[];

beforeAll(() => {
  labelled = [...generateLabelled()];
});

function digest(options: Parameters<typeof generatePosts>[0]): string {
  const hash = createHash('sha256');
  for (const post of generatePosts(options)) hash.update(JSON.stringify(post));
  return hash.digest('hex');
}

describe('the same options give the same posts', () => {
  test('byte for byte', () => {
    expect(digest({ posts: 3_000 })).toBe(digest({ posts: 3_000 }));
  });

  test('as in this version of the generator: whoever changes the posts raises GENERATOR_VERSION', () => {
    expect({ version: GENERATOR_VERSION, digest: digest({ posts: 3_000 }).slice(0, 16) }).toEqual({
      version: 3,
      digest: '89aa527907de6b8c',
    });
  });

  test('another seed or end gives others, with other ids', () => {
    const ids = (options: Parameters<typeof generatePosts>[0]) => new Set([...generatePosts(options)].map((post) => post.canonicalId));
    const first = ids({ posts: 500 });
    for (const other of [ids({ posts: 500, seed: 2 }), ids({ posts: 500, untilMs: DEFAULT_UNTIL_MS - 7 * DAY_MS })]) {
      expect([...first].some((id) => other.has(id))).toBe(false);
    }
  });

  test('exactly as many as asked for, each with an id of its own', () => {
    expect([...generatePosts({ posts: 1_234 })]).toHaveLength(1_234);
    expect(new Set(labelled.map(({ post }) => post.canonicalId)).size).toBe(60_000);
  });
});

describe('time', () => {
  test('13 weeks that end with the last day in London, in order', () => {
    const times = labelled.map(({ post }) => Date.parse(post.createdAt));
    expect(londonDate(times.at(-1)!)).toBe('2026-11-22');
    expect(londonDay(times.at(-1)!) - londonDay(times[0]!)).toBe(13 * 7 - 1);
    expect(times.every((time, index) => index === 0 || time >= times[index - 1]!)).toBe(true);
  });

  test('nothing was observed before it was written or after the end', () => {
    const endMs = Date.UTC(2026, 10, 23);
    for (const { post } of labelled) {
      const observedMs = Date.parse(post.observedAt);
      expect(observedMs).toBeGreaterThanOrEqual(Date.parse(post.editedAt ?? post.createdAt));
      expect(observedMs).toBeLessThan(endMs);
    }
  });

  test('evenings are busy and nights quiet, Mondays busier than Sundays, through the change of the clocks', () => {
    const hours = Array.from({ length: 24 }, () => 0);
    const days = Array.from({ length: 7 }, () => 0);
    for (const { post } of labelled) {
      const atMs = Date.parse(post.createdAt);
      hours[Math.floor(((atMs + londonOffsetMs(atMs)) % DAY_MS) / HOUR_MS)]!++;
      days[(londonDay(atMs) + 3) % 7]!++;
    }
    expect(hours[20]).toBeGreaterThan(5 * hours[3]!);
    expect(days[0]! / days[6]!).toBeGreaterThan(1.2);
    expect(days[0]! / days[6]!).toBeLessThan(1.8);
  });
});

describe('variety', () => {
  test('under 2 % of texts repeat, apart from the copies that are meant', () => {
    const texts = labelled.filter(({ type }) => type !== 'copy').map(({ post }) => post.text);
    expect(1 - new Set(texts).size / texts.length).toBeLessThan(0.02);
  });

  test('every topic, register, source and language occurs, none drowns the rest', () => {
    const seen = (pick: (post: LabelledPost) => string) => {
      const counts = new Map<string, number>();
      for (const post of labelled) counts.set(pick(post), (counts.get(pick(post)) ?? 0) + 1);
      return counts;
    };
    const topics = seen((item) => item.topic);
    for (const { id } of TOPICS) expect(topics.get(id), id).toBeGreaterThan(100);
    const registers = seen((item) => item.register);
    for (const { id } of REGISTERS) {
      expect(registers.get(id), id).toBeGreaterThan(600);
      expect(registers.get(id)! / labelled.length, id).toBeLessThan(0.3);
    }
    const sources = seen((item) => item.post.source);
    for (const { id } of SYNTHETIC_SOURCES) expect(sources.get(id), id).toBeGreaterThan(5_000);
    const languages = seen((item) => (item.type === 'other-language' ? (item.post.lang ?? '') : ''));
    for (const { code } of OTHER_LANGUAGES) expect(languages.get(code), code).toBeGreaterThan(20);
  });

  test('copies are 3 to 8 % of all, some word for word and some not', () => {
    const copies = labelled.filter(({ type }) => type === 'copy');
    expect(copies.length / labelled.length).toBeGreaterThan(0.03);
    expect(copies.length / labelled.length).toBeLessThan(0.08);
    const reshares = copies.filter(({ post }) => post.kind === 'reshare').length;
    expect(reshares / copies.length).toBeGreaterThan(0.4);
    expect(reshares / copies.length).toBeLessThan(0.8);
  });

  test('many authors write once, a few every day', () => {
    const counts = new Map<string, number>();
    for (const { post } of labelled) counts.set(post.author!.id!, (counts.get(post.author!.id!) ?? 0) + 1);
    const sizes = [...counts.values()];
    expect(sizes.length).toBeGreaterThan(20_000);
    expect(sizes.filter((size) => size === 1).length / sizes.length).toBeGreaterThan(0.5);
    expect(Math.max(...sizes)).toBeGreaterThan(91);
    expect(Math.max(...sizes)).toBeLessThan(600);
  });

  test('there is praise, complaint and both at once', () => {
    const share = (mood: string) => labelled.filter((item) => item.mood === mood).length / labelled.length;
    expect(share('positive')).toBeGreaterThan(0.2);
    expect(share('negative')).toBeGreaterThan(0.35);
    expect(share('mixed')).toBeGreaterThan(0.03);
  });

  test('sentences are finished: no slot, double space or empty text is left', () => {
    for (const { post } of labelled) {
      expect(post.text).not.toMatch(/[{}|]|undefined| {2}|^\s|\s$/);
      expect(post.text.length).toBeGreaterThan(3);
    }
  });
});

describe('what it names', () => {
  test('themes of the taxonomy, and every theme of the framework but the two that mean "unclear"', () => {
    const known = new Set(TAXONOMY.themes.map((theme) => theme.id));
    const used = new Set([...TOPICS, PLANTED_TOPIC].flatMap((topic) => topic.themes));
    for (const id of used) expect(known.has(id), id).toBe(true);
    const left = [...known].filter((id) => !used.has(id) && !/labelling-not-possible|not-assigned/.test(id));
    expect(left).toEqual([]);
  });

  test('organisations of the directory, by their right names and codes', () => {
    const directory = createDirectory();
    for (const { ods, trust } of PLACES) expect(directory.get(ods)?.name.replaceAll("'", '’').toLowerCase()).toBe(trust.toLowerCase());
  });
});

describe('the planted concern', () => {
  const concern = plantedConcern(DEFAULT_UNTIL_MS);

  test('is in the last full week but one, whatever day the data ends on', () => {
    expect([londonDate(concern.fromMs), londonDate(concern.toMs)]).toEqual(['2026-11-09', '2026-11-16']);
    const endsOnWednesday = plantedConcern(Date.UTC(2026, 10, 25, 12));
    expect(londonDate(endsOnWednesday.fromMs)).toBe('2026-11-09');
    const endsOnSunday = plantedConcern(Date.UTC(2026, 10, 29, 23, 59));
    expect(londonDate(endsOnSunday.fromMs)).toBe('2026-11-16');
  });

  test('is many voices, no near-copies, nearly all unhappy, all at one trust and in that week', () => {
    const planted = labelled.filter(({ type }) => type === 'planted');
    expect(planted.length).toBeGreaterThan(80);
    expect(new Set(planted.map(({ post }) => post.author!.id)).size).toBeGreaterThan(60);
    expect(new Set(planted.map(({ post }) => post.text)).size).toBe(planted.length);
    for (const { post } of planted) {
      const atMs = Date.parse(post.createdAt);
      expect(atMs).toBeGreaterThanOrEqual(concern.fromMs);
      expect(atMs).toBeLessThan(concern.toMs);
    }
    const named = planted.filter(({ post }) => `${post.text} ${post.place ?? ''}`.toLowerCase().includes('bradford'));
    expect(named.length / planted.length, 'the rest are misspelt').toBeGreaterThan(0.95);
    expect(planted.filter(({ mood }) => mood === 'negative' || mood === 'mixed').length / planted.length).toBeGreaterThan(0.85);
  });

  test('stands out: in other weeks that place has under a tenth as many posts about medication or discharge', () => {
    const elsewhere = labelled.filter(
      ({ post, type, topic }) => type === 'comment' && ['medication', 'discharge'].includes(topic) && post.text.includes('Bradford'),
    );
    const planted = labelled.filter(({ type }) => type === 'planted').length;
    expect(elsewhere.length / 13).toBeLessThan(planted / 10);
  });
});

describe('personal data', () => {
  test('phones, e-mails, NHS numbers and handles occur, in ranges that belong to nobody', () => {
    const texts = labelled.map(({ post }) => post.text);
    const found = (pattern: RegExp) => texts.flatMap((text) => text.match(pattern) ?? []);
    const mails = found(/[\w.]+@[\w.]+/g);
    expect(mails.length).toBeGreaterThan(100);
    for (const mail of mails) expect(mail).toMatch(/@(?:example\.org|social\.example)$/);
    const numbers = found(/(?:\+44 |\b0)[\d ]{8,13}\d|\b\d{3} ?\d{3} ?\d{4}\b/g);
    expect(numbers.length).toBeGreaterThan(300);
    for (const number of numbers) {
      expect(number).toMatch(
        /^(?:(?:\+44 |0)7700 900\d{3}|020 7946 0\d{3}|01[136]1 496 0\d{3}|0113 496 0\d{3}|0121 496 0\d{3}|0191 498 0\d{3}|01632 960\d{3}|999 ?\d{3} ?\d{4})$/,
      );
    }
  });

  test('addresses are reserved names only', () => {
    const hosts = labelled.flatMap(({ post }) =>
      [...`${post.url ?? ''} ${post.text}`.matchAll(/https?:\/\/([^/\s]+)/g)].map((match) => match[1]!),
    );
    for (const host of new Set(hosts)) expect(host).toMatch(/(?:^|\.)(?:example\.(?:org|com)|social\.example)$/);
  });
});
