import { describe, expect, test } from 'vitest';
import { inventedError } from '../../test-support/invented-youtube.ts';
import { DAY, film, place, recheck, replies, START, thread } from '../../test-support/youtube-place.ts';

describe('comments that are held', () => {
  const film1 = () => film('film', { threads: [thread(1, START - DAY, { replies: replies(1, 3, START - DAY) }), thread(2, START - DAY)] });
  const url = 'https://www.youtube.com/watch?v=film&lc=Ug1AaABAg';

  test('what is gone is deleted, what is there comes as it is now, fifty for one unit', async () => {
    const at = place(film1());
    at.world.videos[0]!.threads[0]!.text = 'Edited';
    at.world.videos[0]!.threads[0]!.editedMs = START;
    const ops = await recheck(at, [{ nativeId: 'Ug1AaABAg', url, feed: 'https://www.youtube.com/channel/UCx' }, { nativeId: 'Ug9AaABAg' }]);
    expect(ops).toEqual([
      {
        op: 'upsert',
        item: expect.objectContaining({
          text: 'Edited',
          editedAt: new Date(START).toISOString(),
          url,
          feed: 'https://www.youtube.com/channel/UCx',
        }),
      },
      { op: 'delete', ref: { source: 'youtube', nativeId: 'Ug9AaABAg', canonicalId: 'Ug9AaABAg' }, reason: 'user' },
    ]);
    expect(at.asked).toEqual(['comments Ug1AaABAg,Ug9AaABAg']);
  });

  test('a reply that does not come by its id is looked for among those to its thread', async () => {
    const at = place(film1());
    at.world.hidesRepliesById = true;
    const ops = await recheck(at, [{ nativeId: 'Ug1AaABAg.reply0' }, { nativeId: 'Ug1AaABAg.reply7' }, { nativeId: 'Ug8AaABAg.reply0' }]);
    expect(ops.map((op) => (op.op === 'upsert' ? op.item.text : op.op))).toEqual(['Reply 0 to 1', 'delete', 'delete']);
  });

  test('one that is gone hides no others where the service refuses them together', async () => {
    const at = place(film1());
    at.world.refusesMissing = true;
    const ops = await recheck(
      at,
      ['Ug1AaABAg', 'Ug9AaABAg', 'Ug2AaABAg', 'Ug1AaABAg.reply1'].map((nativeId) => ({ nativeId })),
    );
    expect(ops.map((op) => (op.op === 'upsert' ? op.item.text : op.op))).toEqual(['Comment 1', 'delete', 'Comment 2', 'Reply 1 to 1']);
  });

  test.each([
    ['what is refused', inventedError(403, 'forbidden')],
    ['what can’t be read', { json: { kind: 'youtube#commentListResponse', items: [{ id: 'Ug1AaABAg', snippet: {} }] } }],
  ])('%s is not taken for a deletion', async (_name, answer) => {
    const at = place(film1());
    at.instead = () => answer;
    expect(await recheck(at, [{ nativeId: 'Ug1AaABAg' }])).toEqual([]);
  });

  test.each([
    ['a failure', inventedError(400, 'processingFailure'), { type: 'retry' }],
    ['a used-up quota', inventedError(403, 'quotaExceeded'), { type: 'rate-limited' }],
    ['a web page', { body: '<html>' }, { type: 'fatal' }],
  ])('%s is no answer', async (_name, answer, outcome) => {
    const at = place(film1());
    at.instead = () => answer;
    await expect(recheck(at, [{ nativeId: 'Ug1AaABAg' }])).rejects.toMatchObject({ outcome });
  });
});
