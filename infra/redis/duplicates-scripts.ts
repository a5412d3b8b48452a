/*
 * KEYS: 1 ids (hash: post id → number), 2 entries (hash: number → packed entry), 3 bands (hash: band → numbers of the entries that have it,
 * earliest first, each followed by a comma), 4 indexed (sorted set: number by time of indexing), 5 the last number.
 * A packed entry is date, lengths of id, cluster and bands, then id, cluster, bands (one a line) and the signature.
 */
const COMMON = `
local CHUNK = 4000
local function readAll(key, fields, from, to)
  if to - from < CHUNK then return to < from and {} or redis.call('HMGET', key, unpack(fields, from, to)) end
  local values = {}
  for first = from, to, CHUNK do
    local last = math.min(to, first + CHUNK - 1)
    for n, value in ipairs(redis.call('HMGET', key, unpack(fields, first, last))) do values[first - from + n] = value end
  end
  return values
end
local function callAll(command, key, args)
  for first = 1, #args, CHUNK do redis.call(command, key, unpack(args, first, math.min(#args, first + CHUNK - 1))) end
end
local function unpackEntry(packed)
  local at, idLength, clusterLength, bandsLength, first = struct.unpack('>dI2I2I2', packed)
  local afterId = first + idLength
  local afterCluster = afterId + clusterLength
  return {
    at = at,
    id = string.sub(packed, first, afterId - 1),
    cluster = string.sub(packed, afterId, afterCluster - 1),
    bands = string.sub(packed, afterCluster, afterCluster + bandsLength - 1),
    signature = string.sub(packed, afterCluster + bandsLength)
  }
end
`;

/**
 * ARGV: 1 now, 2 least similarity, 3 horizon, 4 number of entries, then for all entries the ids, dates, signatures and numbers of bands, then all bands.
 * A band keeps its 32 earliest entries: more are copies of the same text, and what is like a later one is like one of these.
 */
export const ASSIGN = `${COMMON}
local MOST_ON_A_BAND = 32
local ARGV = ARGV
local now, least, horizon, count = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])

-- Without the bands, which are most of it.
local function unpackForComparing(packed)
  local at, idLength, clusterLength, bandsLength, first = struct.unpack('>dI2I2I2', packed)
  local afterId = first + idLength
  local afterCluster = afterId + clusterLength
  return { at = at, cluster = string.sub(packed, afterId, afterCluster - 1), signature = string.sub(packed, afterCluster + bandsLength) }
end

local EIGHT = '>I4I4I4I4I4I4I4I4'
local function isAlike(a, b)
  if a == b then return true end
  if #a ~= #b then return false end
  local left = math.floor(#a / 4 * (1 - least) + 1e-9)
  for n = 1, #a, 32 do
    local a1, a2, a3, a4, a5, a6, a7, a8 = struct.unpack(EIGHT, a, n)
    local b1, b2, b3, b4, b5, b6, b7, b8 = struct.unpack(EIGHT, b, n)
    if a1 ~= b1 then left = left - 1 end
    if a2 ~= b2 then left = left - 1 end
    if a3 ~= b3 then left = left - 1 end
    if a4 ~= b4 then left = left - 1 end
    if a5 ~= b5 then left = left - 1 end
    if a6 ~= b6 then left = left - 1 end
    if a7 ~= b7 then left = left - 1 end
    if a8 ~= b8 then left = left - 1 end
    if left < 0 then return false end
  end
  return true
end

local cache = {}
local function entryOf(number)
  local entry = cache[number]
  if entry == nil then
    local packed = redis.call('HGET', KEYS[2], string.format('%.0f', number))
    entry = packed and unpackForComparing(packed)
    cache[number] = entry
  end
  return entry
end

local parsed = {}
local function numbersOf(list)
  local numbers = parsed[list]
  if not numbers then
    numbers = {}
    for number in string.gmatch(list, '%d+') do numbers[#numbers + 1] = tonumber(number) end
    parsed[list] = numbers
  end
  return numbers
end

local known = readAll(KEYS[1], ARGV, 5, 4 + count)
local firstBand = 5 + 4 * count
local held = readAll(KEYS[3], ARGV, firstBand, #ARGV)
local changed, changes, changeCount = {}, {}, 0
local number = redis.call('INCRBY', KEYS[5], count) - count
local numberOf = {}
local newIds, newEntries, newIndexed, clusters = {}, {}, {}, {}

local band = firstBand
for n = 1, count do
  local id, at, signature, bandCount = ARGV[4 + n], tonumber(ARGV[4 + count + n]), ARGV[4 + 2 * count + n], tonumber(ARGV[4 + 3 * count + n])
  local mine = tonumber(known[n]) or numberOf[id]
  local before = mine and entryOf(mine)
  if before then
    clusters[n] = before.cluster
  else
    number = number + 1
    local name = string.format('%.0f', number)
    local alone = name .. ','
    local lists, listCount, seen = {}, 0, {}
    for b = band, band + bandCount - 1 do
      local each = ARGV[b]
      local change = changed[each]
      local list = change and changes[change] or held[b - firstBand + 1]
      if not list then
        changes[changeCount + 1], changes[changeCount + 2] = each, alone
        changeCount = changeCount + 2
        changed[each] = changeCount
      elseif list ~= alone then
        local numbers = numbersOf(list)
        if not seen[list] then
          seen[list] = true
          listCount = listCount + 1
          lists[listCount] = numbers
        end
        if #numbers < MOST_ON_A_BAND and numbers[#numbers] ~= number then
          if change then
            changes[change] = list .. alone
          else
            changes[changeCount + 1], changes[changeCount + 2] = each, list .. alone
            changeCount = changeCount + 2
            changed[each] = changeCount
          end
        end
      end
    end
    local candidates = lists[1] or {}
    if listCount > 1 then
      local all = {}
      candidates = {}
      for l = 1, listCount do
        for _, each in ipairs(lists[l]) do
          if not all[each] then
            all[each] = true
            candidates[#candidates + 1] = each
          end
        end
      end
      table.sort(candidates)
    end
    local cluster = id
    for _, each in ipairs(candidates) do
      local entry = entryOf(each)
      if entry and math.abs(entry.at - at) <= horizon and isAlike(entry.signature, signature) then
        cluster = entry.cluster
        break
      end
    end
    local bands = bandCount > 0 and table.concat(ARGV, '\\n', band, band + bandCount - 1) or ''
    newIds[#newIds + 1] = id
    newIds[#newIds + 1] = name
    newEntries[#newEntries + 1] = name
    newEntries[#newEntries + 1] = struct.pack('>dI2I2I2', at, #id, #cluster, #bands) .. id .. cluster .. bands .. signature
    newIndexed[#newIndexed + 1] = now
    newIndexed[#newIndexed + 1] = name
    cache[number] = { at = at, cluster = cluster, signature = signature }
    numberOf[id] = number
    clusters[n] = cluster
  end
  band = band + bandCount
end

callAll('HSET', KEYS[1], newIds)
callAll('HSET', KEYS[2], newEntries)
callAll('HSET', KEYS[3], changes)
callAll('ZADD', KEYS[4], newIndexed)
return clusters
`;

const DROP = `${COMMON}
local function drop(numbers)
  local dropped = 0
  for _, number in ipairs(numbers) do
    local packed = number and redis.call('HGET', KEYS[2], number)
    if packed then
      local entry = unpackEntry(packed)
      for band in string.gmatch(entry.bands, '[^\\n]+') do
        local list = redis.call('HGET', KEYS[3], band)
        if list then
          local rest = string.gsub(string.gsub(',' .. list, ',' .. number .. ',', ','), '^,', '')
          if rest == '' then redis.call('HDEL', KEYS[3], band) else redis.call('HSET', KEYS[3], band, rest) end
        end
      end
      redis.call('HDEL', KEYS[2], number)
      if redis.call('HGET', KEYS[1], entry.id) == number then redis.call('HDEL', KEYS[1], entry.id) end
      dropped = dropped + 1
    end
    if number then redis.call('ZREM', KEYS[4], number) end
  end
  return dropped
end
`;

/** ARGV: the ids. */
export const FORGET = `${DROP}
return drop(redis.call('HMGET', KEYS[1], unpack(ARGV)))
`;

/** ARGV: 1 drop what was indexed before, 2 at most so many. Returns how many were there to drop. */
export const PRUNE = `${DROP}
return drop(redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', '(' .. ARGV[1], 'LIMIT', 0, ARGV[2]))
`;
