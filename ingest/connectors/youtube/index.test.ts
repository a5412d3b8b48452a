import { describe, expect, test } from 'vitest';
import { answerYoutube } from '../../test-support/invented-youtube.ts';
import { CHANNEL, DAY, film, HOUR, place, read, replies, SECOND, START, thread, threads } from '../../test-support/youtube-place.ts';
import { cursorSchema, MAX_TOKEN_LENGTH } from './schema.ts';

describe('what a comment becomes', () => {
  test('text, dates, thread and author, and nothing else of who wrote it', async () => {
    const question = thread(1, START - HOUR, {
      text: 'Why is it <b>closed</b> &amp; dark?',
      editedMs: START - 60 * SECOND,
      author: 'UCsomeone',
    });
    question.replies = [{ id: 'Ug1AaABAg.9x-_', text: 'We are sorry', atMs: START - 30 * SECOND, author: CHANNEL }];
    const { items, http } = await read(place(film('film', { threads: [question] })));
    expect(items).toEqual([
      {
        source: 'youtube',
        nativeId: 'Ug1AaABAg',
        canonicalId: 'Ug1AaABAg',
        feed: `https://www.youtube.com/channel/${CHANNEL}`,
        kind: 'post',
        text: 'Why is it <b>closed</b> &amp; dark?',
        createdAt: '2026-11-16T08:00:00.000Z',
        editedAt: '2026-11-16T08:59:00.000Z',
        observedAt: '2026-11-16T09:00:00.000Z',
        author: { id: 'UCsomeone' },
        url: 'https://www.youtube.com/watch?v=film&lc=Ug1AaABAg',
      },
      expect.objectContaining({ kind: 'response', text: 'We are sorry', parentId: 'Ug1AaABAg', rootId: 'Ug1AaABAg' }),
    ]);
    expect(JSON.stringify(items)).not.toContain('Nobody');
    const [, request] = http.requests.map(({ url }) => new URL(url));
    expect(request!.href).toBe(
      'https://www.googleapis.com/youtube/v3/commentThreads?part=snippet%2Creplies&videoId=film&order=time&textFormat=plainText&maxResults=100&key=key-one',
    );
  });

  test('a word is looked for in the comment and in the title of its video, which comes with entities', async () => {
    const at = place(
      film('one', { title: 'Nurses &amp; doctors at St Mary&#39;s', threads: [thread(1, START, { text: 'Thank you' })] }),
      film('two', { threads: [thread(2, START, { text: 'A&E was full' }), thread(3, START, { text: 'Nice music' })] }),
    );
    at.config = { match: ["St Mary's", 'A&E'] };
    expect((await read(at)).texts.sort()).toEqual(['A&E was full', 'Thank you']);
  });

  test('a comment that can’t be read is told by its id, and the others come', async () => {
    const broken = thread(2, START, { text: { html: 'secret' } });
    const { texts, malformed } = await read(place(film('film', { threads: [thread(1, START), broken, thread(3, START)] })));
    expect(texts).toEqual(['Comment 3', 'Comment 1']);
    expect(malformed).toEqual([{ key: 'Ug2AaABAg', field: 'snippet.textOriginal', bytes: expect.any(Number) }]);
  });
});

describe('rounds', () => {
  test('the first time the newest hundred threads of each video, then what is new, however many there are', async () => {
    const at = place(film('film', { threads: threads(250, START - HOUR) }));
    const first = await read(at);
    expect([first.texts.length, first.texts[0], at.asked]).toEqual([100, 'Comment 250', ['playlistItems', 'commentThreads film']]);
    await at.clock.advance(DAY / 2);
    at.world.videos[0]!.threads.push(...threads(320, at.clock.now() - HOUR, 251));
    const second = await read(at, first.cursor);
    expect(new Set(second.texts)).toEqual(new Set(threads(320, 0, 251).map(({ text }) => text)));
    expect(second.pages.every(({ ops }) => ops.length <= 200)).toBe(true);
    await at.clock.advance(HOUR);
    const third = await read(at, second.cursor);
    expect([third.texts, at.asked]).toEqual([[], ['playlistItems', 'commentThreads film']]);
  });

  test('a pinned thread among new ones, and an old one out of order, end nothing', async () => {
    const at = place(film('film', { threads: [] }));
    const { cursor } = await read(at);
    await at.clock.advance(2 * HOUR);
    const many = threads(150, at.clock.now(), 2);
    at.world.videos[0]!.threads.push(...many.slice(0, 50), thread(1, START - DAY), ...many.slice(50), thread(999, START - DAY));
    expect((await read(at, cursor)).texts).toHaveLength(150);
  });

  test('a video that was published since is read to its end', async () => {
    const at = place(film('old'));
    const { cursor } = await read(at);
    await at.clock.advance(HOUR);
    at.world.videos.push(film('new', { publishedMs: at.clock.now() - 60 * SECOND, threads: threads(230, START - HOUR) }));
    expect((await read(at, cursor)).texts).toHaveLength(230);
  });

  test('replies that did not come with their thread are asked for, all of them', async () => {
    const asked = thread(1, START, { replies: replies(1, 120, START) });
    const at = place(film('film', { threads: [asked, thread(2, START, { replies: replies(2, 5, START) })] }));
    const { texts } = await read(at);
    expect(new Set(texts).size).toBe(1 + 120 + 1 + 5);
    expect(at.asked).toEqual(['playlistItems', 'commentThreads film', 'comments Ug1AaABAg', 'comments Ug1AaABAg']);
  });

  test('videos beyond the age are left alone, but for the ten newest', async () => {
    const videos = Array.from({ length: 60 }, (_, n) => film(`film-${n}`, { publishedMs: START - (60 - n) * DAY }));
    const at = place(...videos);
    at.config = { maxVideoAgeDays: 20 };
    await read(at);
    expect(at.asked.filter((name) => name.startsWith('commentThreads'))).toHaveLength(20);
    at.config = { maxVideoAgeDays: 2 };
    await read(at);
    expect(at.asked.filter((name) => name.startsWith('commentThreads'))).toHaveLength(10);
    at.config = { maxVideoAgeDays: 2, videos: ['film-0'], channels: [] };
    await read(at);
    expect(at.asked).toEqual(['commentThreads film-0']);
  });

  test('once a day every thread of every video is looked at, for late replies, late comments and busy channels', async () => {
    const old = thread(1, START - 3 * DAY);
    const videos = Array.from({ length: 70 }, (_, n) => film(`film-${n}`, { publishedMs: START - 10 * DAY + n * HOUR }));
    videos[0]!.threads = [old, ...threads(300, START - 2 * DAY, 2)];
    const at = place(...videos);
    const { cursor } = await read(at);
    await at.clock.advance(HOUR);
    old.replies = replies(1, 1, at.clock.now());
    videos[0]!.threads.push(thread(400, at.clock.now()));
    const soon = await read(at, cursor);
    expect(soon.texts).toEqual([]);
    await at.clock.advance(DAY);
    expect((await read(at, soon.cursor)).texts).toEqual(expect.arrayContaining(['Reply 0 to 1', 'Comment 400']));
  });

  test('interrupted at any request and gone on with, nothing is lost', async () => {
    const busy = threads(120, START - HOUR).map((held, n) => ({ ...held, replies: replies(n + 1, n % 9, START - HOUR) }));
    const videos = [film('busy', { threads: busy }), film('quiet', { threads: threads(3, START, 900) })];
    const range = { sinceMs: START - DAY };
    const all = new Set((await read(place(...videos), undefined, range)).texts);
    let broken = 1;
    for (let isOver = false; !isOver; broken++) {
      const at = place(...videos);
      let requests = 0;
      at.instead = () => (++requests === broken ? { status: 503 } : undefined);
      const first = await read(at, undefined, range);
      isOver = first.fault === undefined;
      at.instead = () => undefined;
      const rest = isOver ? first : await read(at, first.cursor, range);
      expect(new Set([...first.texts, ...rest.texts])).toEqual(all);
      expect(rest.fault).toBeUndefined();
    }
    expect(broken).toBeGreaterThan(30);
  });

  test('a channel by its handle is looked up once', async () => {
    const at = place(film('film', { threads: [thread(1, START)] }));
    at.config = { channels: ['@ExampleTrust'] };
    const { texts, cursor } = await read(at);
    expect([texts, at.asked[0], cursor.channelId]).toEqual([['Comment 1'], 'channels @ExampleTrust', CHANNEL]);
    await read(at, cursor);
    expect(at.asked).not.toContain('channels @ExampleTrust');
    at.config = { channels: ['@NobodyAtAll'] };
    expect((await read(at)).fault).toMatchObject({ outcome: { type: 'config', setting: 'sources.youtube.channels' } });
  });

  test('a range of time holds what is in it, replies to older threads too', async () => {
    const old = thread(1, START - 9 * DAY, { replies: replies(1, 30, START - 5 * DAY) });
    const at = place(film('film', { publishedMs: START - 60 * DAY, threads: [old, ...threads(500, START - 2 * DAY, 2)] }));
    const range = { sinceMs: START - 6 * DAY, untilMs: START - 4 * DAY };
    const { texts, cursor } = await read(at, undefined, range);
    expect(new Set(texts)).toEqual(new Set(replies(1, 30, 0).map(({ text }) => text)));
    at.world.videos[0]!.threads.push(thread(900, START + HOUR));
    await at.clock.advance(HOUR);
    expect((await read(at, cursor)).texts).toEqual(['Comment 900']);
  });
});

describe('positions', () => {
  test('the largest is under 4 kB, and a longer page token is not kept', async () => {
    const id = 'v'.repeat(32);
    const walk = { id, token: 't'.repeat(MAX_TOKEN_LENGTH), after: 'c'.repeat(128) };
    const round = {
      startMs: START,
      sinceMs: START,
      isFirst: true,
      isPart: true,
      units: 999_999_999,
      done: { publishedMs: START, id },
      walk,
    };
    const marks = { freshMs: START, wholeMs: START, wholeDueMs: START, dueMs: START, isRange: true };
    const cursor = { channelId: `UC${'x'.repeat(60)}`, day: '2026-11-16', units: 999_999_999, ...marks, fresh: round, whole: round };
    expect(cursorSchema.parse(cursor)).toEqual(cursor);
    expect(Buffer.byteLength(JSON.stringify(cursor))).toBeLessThan(4_096);

    const at = place(film('film', { threads: threads(150, START) }));
    at.instead = (url) =>
      url.pathname.endsWith('/commentThreads') && !url.searchParams.has('pageToken')
        ? { json: { ...(answerYoutube(url, at.world) as { json: object }).json, nextPageToken: 't'.repeat(2_000) } }
        : undefined;
    const { pages } = await read(at, undefined, { sinceMs: START - DAY });
    expect(pages[0]!.cursor.whole!.walk).toEqual({ id: 'film' });
  });
});
