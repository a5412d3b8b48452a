import type { Cursors, StoredCursor } from '#core/ports/coordination.ts';
import type { RedisContext } from './context.ts';
import { ask, createScript } from './script.ts';

/** Cursors are one hash; a field is `revision|fence|savedAtMs|json`. */
const SET = `
local revision, fence = 0, 0
local held = redis.call('HGET', KEYS[1], ARGV[1])
if held then
  local r, f = string.match(held, '^(%d+)|(%d+)|')
  revision, fence = tonumber(r), tonumber(f)
end
local expected, asked = tonumber(ARGV[2]), tonumber(ARGV[3])
if revision ~= expected or asked < fence then return -1 end
redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f|%.0f|%s|%s', revision + 1, asked, ARGV[4], ARGV[5]))
return revision + 1
`;

const MAX_VALUE_BYTES = 4_096;

export function createCursors({ redis, clock, key }: RedisContext): Cursors {
  const set = createScript(redis, SET);
  const hash = key('cursors');
  return {
    async get(name) {
      const held = await ask(() => redis.hget(hash, name));
      return held === null ? null : parse(held);
    },
    async set(name, value, expectedRevision, fence) {
      const json = JSON.stringify(value ?? null);
      if (Buffer.byteLength(json) > MAX_VALUE_BYTES) throw new RangeError(`a cursor is at most ${MAX_VALUE_BYTES} bytes of JSON`);
      const revision = Number(await set([hash], [name, expectedRevision, fence, clock.now(), json]));
      return revision < 0 ? null : revision;
    },
    async list(prefix) {
      const all = await ask(() => redis.hgetall(hash));
      return Object.entries(all)
        .filter(([name]) => name.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, held]) => ({ key: name, cursor: parse(held) }));
    },
  };
}

function parse(held: string): StoredCursor {
  const [revision, , savedAtMs] = held.split('|', 3);
  const json = held.split('|').slice(3).join('|');
  return { value: JSON.parse(json) as unknown, revision: Number(revision), savedAtMs: Number(savedAtMs) };
}
