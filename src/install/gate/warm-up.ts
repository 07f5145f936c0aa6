// A commit in a scratch repository, judged by a fresh copy of the program, so that V8's code caches hold what a commit runs.
import { join } from "node:path";
import { userGit, withoutRepository } from "../../git/process/user-git.ts";
import { replaceFile } from "../../system/files.ts";
import { makeFolder } from "../../system/folders.ts";
import { runProcessNow } from "../../system/process.ts";
import { plainNode } from "../../system/program/node-variables.ts";
import { makeScratch, removeScratch } from "../../system/scratch.ts";

const POLICY = `{ "extends": "playbook-v5", "root": "lib", "lua": { "moduleRoots": ["lib", "src"], "externals": ["lfs", "socket.*"], "vendored": ["third/**"] },
  "namespace": { "canonical": "warm" },
  "taskCode": { "patterns": ["^\\\\[(?<code>[A-Z]+-\\\\d+)\\\\]"], "examples": ["[AB-1] Warm up"] } }\n`;

/** What modules are usually written with, so that little of the reader is left to be compiled at the first commit. */
const LUA = `--[[ What a module
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
    if value == nil then goto continue
    elseif type(value) == "table" and value.isOn or index >= 10 then visit(value, index)
    else visit { value } end
    ::continue::
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

const OTHER = "local M = {}\n\nfunction M.text(value)\n  return tostring(value)\nend\n\nreturn M\n";

/** `folder` holds the copy. The program runs without a cache too, so nothing that goes wrong here is reported. */
export function warmUp(folder: string, env: NodeJS.ProcessEnv): void {
  makeFolder(join(folder, "cache"));
  const scratch = makeScratch("warm-up");
  try {
    const own = { ...withoutRepository(env), GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    const git = (...args: readonly string[]) => userGit(scratch, own, args);
    const write = (path: string, text: string) => {
      makeFolder(join(scratch, path, ".."));
      replaceFile(join(scratch, path), text);
    };
    git("init", "-q", "-b", "main");
    write(".arkitektrc.json", POLICY);
    write("notes.txt", "one\ntwo\n");
    git("add", ".");
    git("-c", "user.name=warm", "-c", "user.email=warm@example.com", "commit", "-qm", "[AB-1] Warm up");
    write("notes.txt", "one\nthree\n");
    write("lib/warm/other.lua", OTHER);
    for (const name of ["a", "b", "c", "d"]) write(`lib/warm/${name}.lua`, LUA);
    git("add", ".");
    const { ARKITEKT: _off, ...kept } = plainNode(own);
    const message = join(scratch, ".git/COMMIT_EDITMSG");
    replaceFile(message, "[AB-1] Warm up\n");
    for (const hook of [["pre-commit"], ["commit-msg", message]]) {
      runProcessNow(process.execPath, [join(folder, "dist/arkitekt.cjs"), "hook", ...hook], {
        cwd: scratch,
        env: kept,
        keeps: "nothing",
        limit: { seconds: 60, signal: "SIGTERM" },
      });
    }
  } finally {
    removeScratch(scratch);
  }
}
