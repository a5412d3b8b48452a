/*
 * KEYS: 1 the log, a stream. An id in it is the time of writing in milliseconds and a number that rises within one. Field `entry`: a packed entry
 * (duplicates-record.ts); field `forgotten`: the id of a post whose entry was taken out.
 */
const COMMON = `
local function lastOf(key)
  local last = redis.call('XREVRANGE', key, '+', '-', 'COUNT', 1)[1]
  return last and last[1] or ''
end
local function append(key, now, last, field, values, from)
  local ms, number = string.match(last, '(%d+)-(%d+)')
  ms, number = tonumber(ms) or 0, tonumber(number) or 0
  now = tonumber(now)
  if now > ms then ms, number = now, 0 end
  for n = from, #values do
    redis.call('XADD', key, string.format('%.0f-%.0f', ms, number + n - from + 1), field, values[n])
  end
  return string.format('%.0f-%.0f', ms, number + 1)
end
`;

/**
 * Adds entries after the last record that their clusters were found with, unless another worker was first. ARGV: 1 the id of that record (empty: none),
 * 2 now, then the packed entries. Returns the id of the first, whose successors count on from it, or nil.
 */
export const APPEND = `${COMMON}
local last = lastOf(KEYS[1])
if last ~= ARGV[1] then return false end
return append(KEYS[1], ARGV[2], last, 'entry', ARGV, 3)
`;

/** Takes entries out and tells the other workers. ARGV: 1 now, 2 how many, then the entries' ids in the log, then their posts' ids. */
export const FORGET = `${COMMON}
local count = tonumber(ARGV[2])
local last = lastOf(KEYS[1])
append(KEYS[1], ARGV[1], last, 'forgotten', ARGV, 3 + count)
for n = 3, 2 + count do redis.call('XDEL', KEYS[1], ARGV[n]) end
return count
`;

/**
 * ARGV: 1 drop records before this time, 2 milliseconds after which the further KEYS expire: the former layout, which another version may still use. Redis frees whole nodes of a stream,
 * some 40 records each, in a fraction of a millisecond. Returns how many records were dropped.
 */
export const PRUNE = `
local dropped = redis.call('XTRIM', KEYS[1], 'MINID', ARGV[1])
if redis.call('XLEN', KEYS[1]) == 0 then redis.call('DEL', KEYS[1]) end
for n = 2, #KEYS do if redis.call('TTL', KEYS[n]) == -1 then redis.call('PEXPIRE', KEYS[n], ARGV[2]) end end
return dropped
`;
