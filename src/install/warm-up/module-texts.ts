// Lua for the warm-up: what modules are usually written with, so that little of the reader is left to be compiled at the first commit.

export const LUA = `--[[ What a module
mostly holds. ]]
local other = require("warm.other")
local text = require "warm.other".text
local lfs = require("lfs")
local _, socket = pcall(require, "socket.core")
local insert, concat = table.insert, table.concat
local M = { list = {}, name = "x", ["key"] = 1.5e3; 2, nested = { on = true, off = nil } }
M.__index = M
M.first, M.second = 1, "two\\t\\65\\u{20AC}"

local function each(list, visit)
  for index, value in ipairs(list) do
    if value == nil then break
    elseif type(value) == "table" and value.isOn or index >= 10 then visit(value, index)
    else visit { value } end
  end
  return nil
end

--- Makes one.
-- @param name what it is called
function M.new(name)
  local self = setmetatable({}, M)
  self.name, self.items = name or "none", {}
  return self
end

function M:add(item, ...)
  local rest = { ... }
  insert(self.items, item)
  self.items[#self.items + 1] = rest[1]
  return self:sum():gsub("^%s+", ""), #rest
end

function M.sum(a, b, ...)
  local total, mask = 0, (0xff & 3 | 1) << 2 ~ 5 >> 1
  for key, value in pairs(a or {}) do
    if key ~= b and not value.isOff then total = total + value.weight * (0x10 - -1) // 2 % 7 ^ 2 end
  end
  for index = 1, select("#", ...), 2 do M.list[index] = other.text(index) .. "\\n" .. text(mask) end
  local line = [[long]] .. 'short'
  while #line > 3 do
    line = line:sub(2)
    if line == "" then break end
  end
  do
    local ok, err = pcall(each, a, function(value) return tostring(value) <= line end)
    if not ok then error(err, 0) end
  end
  repeat local isDone = #M.list > 0 until isDone or total == nil
  return concat(M.list), function() return M.name, ~mask end
end

setmetatable(M, { __index = other, __call = function(_, ...) return M.new(...) end, ["a key"] = function() end })
local version = _G.VERSION or _VERSION
M.version, M.list[1] = version, nil

return M
`;

/** A plain one. */
export const PLAIN = `--- Reads what others wrote.
-- @module warm.plain
local other = require("warm.other")
local M = {}
local names = { first = 1, second = 2.5e-3, [3] = 0xff }
local seen = {}
M.draft = true
local function path(name)
  return ("%s/%s"):format("a", name)
end

function M.read(name)
  local handle, problem = io.open(path(name), "r")
  if not handle then return nil, problem end
  local all = handle:read("a")
  handle:close()
  seen[name], M.last = all, tostring(seen[name])
  for key, value in pairs(names) do
    if all == key then return value end
  end
  return other.text(all)
end

M.count = function() return #names end
M.draft = nil

return M
`;

/** What is done while a module loads, and names that are made there. */
export const MADE = `local M = {}
local unpack = table.unpack or unpack
local config = package.config
local name, open, path = "warm.other", nil, ""
if config:sub(1, 1) == "\\\\" then
  open = function(...) return io.popen(...) end
elseif unpack then
  open, path = io.open, "a/b"
else
  error("no table.unpack")
end
local other = require(name)
local hasText, text = pcall(require, "warm." .. "other")
local names, count = { "first", "second" }, 0
for _, each in ipairs(names) do
  count = count + #each
  M[each:lower()] = count
end
for at = 1, #names do names[at] = names[at] .. at end
while count > 100 do count = count - 1 end
repeat count = count + 1 until count > 2
M[path] = count
if path == "" then path = "c" end
M[path] = open
do
  local shown = string.format("%s %d", path, count)
  names[#names + 1], M.shown = shown:upper(), shown
end
local visit = open
if hasText then visit = text.text end
for _, each in ipairs({ "warm.other" }) do require(each) end

function M.read(file)
  local handle, problem = open(file or path, "r")
  if not handle then return nil, problem end
  return other[path](handle:read("a")), visit
end

return M
`;

/** What is added most often. */
export const MORE = `local function weigh(weights, scale, total)
  for step = 1, #weights do
    total = total + weights[step] * scale -- each of them
  end
  return total
end
`;

/** With a jump, as loops have it. */
export const JUMPING = LUA.replace(
  "if value == nil then break",
  "if value == nil then goto continue",
).replace("else visit { value } end\n", "else visit { value } end\n    ::continue::\n");

export const OTHER = "local M = {}\n\nfunction M.text(value)\n  return tostring(value)\nend\n\nreturn M\n";
