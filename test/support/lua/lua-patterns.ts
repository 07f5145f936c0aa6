// Asks a real Lua 5.3 what a pattern finds: lua5.3 where it is installed, else fengari, a Lua 5.3 in JavaScript.
import { spawnSync } from "node:child_process";

export interface Question {
  readonly text: string;
  readonly pattern: string;
}

/** `find` with its captures, then what is left when `gsub` takes every match away and how many there were; or the error.
 * A pattern that `find` takes as plain text may be a fault to `gsub`: then only the first is known. */
export type LuaAnswer =
  | { readonly found: readonly string[]; readonly left?: string; readonly count?: number }
  | { readonly error: string };

const SCRIPT = `
local function hex(s) return (tostring(s):gsub('.', function(c) return ('%02x'):format(c:byte()) end)) end
local function unhex(s) return (s:gsub('..', function(h) return string.char(tonumber(h, 16)) end)) end
function ask(text, pattern)
  text, pattern = unhex(text), unhex(pattern)
  local found = table.pack(pcall(string.find, text, pattern))
  if not found[1] then return 'E' .. hex(found[2]) end
  local out = {}
  for i = 2, found.n do out[#out + 1] = hex(found[i]) end
  local ok, left, count = pcall(string.gsub, text, pattern, '')
  if not ok then return 'F' .. table.concat(out, ' ') end
  return 'F' .. table.concat(out, ' ') .. '|' .. hex(left) .. '|' .. math.floor(count)
end
`;

const LOOP = `${SCRIPT}
for line in io.lines() do
  local text, pattern = line:match('^(%x*) (%x*)$')
  print(ask(text, pattern))
end`;

export function hasLua(): boolean {
  return spawnSync("lua5.3", ["-v"]).status === 0;
}

export function askLua(questions: readonly Question[]): LuaAnswer[] {
  const input = questions.map(({ text, pattern }) => `${hex(text)} ${hex(pattern)}\n`).join("");
  const { status, stdout, stderr } = spawnSync("lua5.3", ["-e", LOOP], { input, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout.toString().trimEnd().split("\n").map(read);
}

export async function askFengari(questions: readonly Question[]): Promise<LuaAnswer[]> {
  const { default: fengari } = await import("fengari");
  const { lua, lauxlib, lualib, to_luastring, to_jsstring } = fengari;
  const state = lauxlib.luaL_newstate();
  lualib.luaL_openlibs(state);
  if (lauxlib.luaL_dostring(state, to_luastring(SCRIPT)) !== lua.LUA_OK)
    throw new Error("the oracle is broken");
  return questions.map(({ text, pattern }) => {
    lua.lua_getglobal(state, to_luastring("ask"));
    lua.lua_pushstring(state, to_luastring(hex(text)));
    lua.lua_pushstring(state, to_luastring(hex(pattern)));
    lua.lua_call(state, 2, 1);
    const answer = to_jsstring(lua.lua_tostring(state, -1));
    lua.lua_pop(state, 1);
    return read(answer);
  });
}

function read(line: string): LuaAnswer {
  if (line.startsWith("E")) return { error: unhex(line.slice(1)).replace(/^[^:]*:\d+: /, "") };
  const [found = "", left = "", count = ""] = line.slice(1).split("|");
  return {
    found: found.split(" ").map(unhex),
    ...(count === "" ? {} : { left: unhex(left), count: Number(count) }),
  };
}

function hex(text: string): string {
  return Buffer.from(text, "latin1").toString("hex");
}

function unhex(digits: string): string {
  return Buffer.from(digits, "hex").toString("latin1");
}
