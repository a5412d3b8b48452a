/*
 * KEYS: 1 accounts (hash: source US field → count), 2 open (hash: batch id → JSON), 3 opened-at (sorted set of batch ids),
 * 4 state of the batch, 5… states of its parts. A state is 'open', 'settled', 'split' or 'void' (a part of a batch that was settled whole).
 * The states of finished batches lapse, so that they don't grow for ever; no queue redelivers a job after that long.
 */
const COMMON = `
local LAPSE = 40 * 86400000
local function add(counts, field, sign)
  for source, count in pairs(counts) do redis.call('HINCRBY', KEYS[1], source .. '\\31' .. field, sign * count) end
end
local function finish(stateKey, id, state)
  redis.call('SET', stateKey, state, 'PX', LAPSE)
  redis.call('HDEL', KEYS[2], id)
  redis.call('ZREM', KEYS[3], id)
end
local function open(stateKey, batch, json)
  redis.call('SET', stateKey, 'open')
  redis.call('HSET', KEYS[2], batch.id, json)
  redis.call('ZADD', KEYS[3], string.format('%.17g', batch.openedAtMs), batch.id)
  add(batch.counts, 'collected', 1)
  add(batch.counts, 'pending', 1)
end
`;

/** ARGV: 1 the batch. */
export const OPEN = `${COMMON}
if redis.call('EXISTS', KEYS[4]) == 0 then open(KEYS[4], cjson.decode(ARGV[1]), ARGV[1]) end
return 1
`;

/** ARGV: 1 the batch, 2 its outcomes. */
export const SETTLE = `${COMMON}
local state = redis.call('GET', KEYS[4])
if state and state ~= 'open' then return 0 end
local batch = cjson.decode(ARGV[1])
if state then add(batch.counts, 'pending', -1) else add(batch.counts, 'collected', 1) end
for _, each in ipairs(cjson.decode(ARGV[2])) do
  redis.call('HINCRBY', KEYS[1], each.source .. '\\31' .. each.outcome .. '\\31' .. each.reason, each.count)
end
finish(KEYS[4], batch.id, 'settled')
return 1
`;

/** ARGV: 1 the batch, 2… its parts. */
export const SPLIT = `${COMMON}
local state = redis.call('GET', KEYS[4])
if state == 'split' or state == 'void' then return 0 end
local batch = cjson.decode(ARGV[1])
for n = 2, #ARGV do
  local stateKey = KEYS[n + 3]
  if redis.call('EXISTS', stateKey) == 0 then
    local part = cjson.decode(ARGV[n])
    if state == 'settled' then finish(stateKey, part.id, 'void') else open(stateKey, part, ARGV[n]) end
  end
end
if state == 'settled' then return 0 end
if state then
  add(batch.counts, 'collected', -1)
  add(batch.counts, 'pending', -1)
end
finish(KEYS[4], batch.id, 'split')
return 1
`;

/** KEYS: 1 accounts, 2 the record's mark. ARGV: 1 source, 2 collected, 3 outcomes. */
export const RECORD = `
if not redis.call('SET', KEYS[2], '1', 'NX', 'PX', 40 * 86400000) then return 0 end
redis.call('HINCRBY', KEYS[1], ARGV[1] .. '\\31collected', ARGV[2])
for _, each in ipairs(cjson.decode(ARGV[3])) do
  redis.call('HINCRBY', KEYS[1], ARGV[1] .. '\\31' .. each.outcome .. '\\31' .. each.reason, each.count)
end
return 1
`;
