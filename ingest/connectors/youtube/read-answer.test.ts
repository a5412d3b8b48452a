import { describe, expect, test } from 'vitest';
import { inventedError } from '../../test-support/invented-youtube.ts';
import type { ScriptedAnswer } from '../../test-support/scripted-http.ts';
import { DAY, film, HOUR, place, read, START, thread, threads } from '../../test-support/youtube-place.ts';

describe('refusals, by their reason', () => {
  test.each([
    ['commentsDisabled', 403],
    ['videoNotFound', 404],
    ['forbidden', 403],
  ])('%s skips the video', async (reason, status) => {
    const at = place(film('one', { refusal: { status, reason } }), film('two', { threads: [thread(1, START)] }));
    expect(await read(at)).toMatchObject({ texts: ['Comment 1'], fault: undefined });
  });

  const blocked = { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_SERVICE_BLOCKED' }] };
  const cases: [string, ScriptedAnswer, object][] = [
    ['a key that is not valid, the old way', inventedError(400, 'keyInvalid'), { type: 'config', setting: 'sources.youtube.apiKey' }],
    [
      'a key that is not valid, the new way',
      inventedError(400, 'badRequest', { message: 'API key not valid. Please pass a valid API key.' }),
      { type: 'config', setting: 'sources.youtube.apiKey' },
    ],
    ['a key that is for something else', inventedError(403, 'forbidden', blocked), { type: 'config', setting: 'sources.youtube.apiKey' }],
    ['an API that was not enabled', inventedError(403, 'accessNotConfigured'), { type: 'config', setting: 'sources.youtube.apiKey' }],
    ['too many requests in a short time', inventedError(403, 'rateLimitExceeded'), { type: 'rate-limited', untilMs: undefined }],
    ['a channel without videos', inventedError(404, 'playlistNotFound'), { type: 'config', setting: 'sources.youtube.channels' }],
    ['another mistake of ours', inventedError(400, 'missingRequiredParameter'), { type: 'fatal' }],
    ['a fault of theirs', inventedError(500, 'backendError'), { type: 'retry' }],
  ];
  test.each(cases)('%s', async (_name, answer, outcome) => {
    const at = place(film('film'));
    at.instead = () => answer;
    expect((await read(at)).fault).toMatchObject({ outcome });
  });

  test('a failure that may pass is tried again, then passed over for a day, and is a gap after a week', async () => {
    const at = place(film('bad'), film('good', { threads: [thread(1, START)] }));
    at.instead = (url) => (url.searchParams.get('videoId') === 'bad' ? inventedError(400, 'processingFailure') : undefined);
    const first = await read(at);
    expect(first).toMatchObject({ texts: [], fault: { outcome: { type: 'retry' } } });
    at.attempt = 3;
    let { cursor, texts } = await read(at, first.cursor);
    expect(texts).toEqual(['Comment 1']);
    const { wholeMs } = cursor;
    const gaps: unknown[] = [];
    for (let day = 1; day <= 8; day++) {
      await at.clock.advance(DAY + HOUR);
      const next = await read(at, cursor);
      gaps.push(...next.pages.flatMap(({ gap }) => (gap ? [[day, gap]] : [])));
      ({ cursor } = next);
      if (day < 7) expect(cursor.wholeMs).toBe(wholeMs);
    }
    expect(gaps).toEqual([[7, { fromMs: wholeMs, toMs: wholeMs + 7 * (DAY + HOUR), reason: expect.stringContaining('a week') }]]);
  });

  test('a position in a video that YouTube no longer takes is begun anew, once', async () => {
    const at = place(film('film', { threads: threads(250, START) }));
    const all = await read(at, undefined, { sinceMs: START - DAY });
    const [firstPage] = all.pages;
    const broken = structuredClone(firstPage!.cursor);
    broken.whole!.walk!.token = 'ended';
    expect(new Set((await read(at, broken, { sinceMs: START - DAY })).texts).size).toBe(250);
    at.instead = (url) => (url.searchParams.has('pageToken') ? inventedError(400, 'invalidPageToken') : undefined);
    expect((await read(at, broken, { sinceMs: START - DAY })).fault).toMatchObject({ outcome: { type: 'retry' } });
  });
});
