import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import * as assert from "uvu/assert";
import { encodeText } from "../../../src/base/byte-text.ts";
import { LuaSource } from "../../../src/lua/source.ts";
import { lua, slice } from "../../support/lua/reading.ts";
import { program } from "../../support/lua/scoped-programs.ts";
import { suite } from "../../support/suite.ts";

const test = suite("globals");

function globals(text: string): string[] {
  const source = lua(text);
  return source.globals
    .filter(({ isStandard }) => !isStandard)
    .map(({ name, kind, range, scope }) => {
      const written = slice(source, range);
      const via = written === name ? "" : ` <${written}>`;
      return `${kind} ${name ?? "?"}${via}${scope === "" ? "" : ` in ${scope}`}`;
    });
}

const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ["x = 1", ["write x"]],
  ["local x = x", ["read x"]],
  ["local x; x = 1; return x", []],
  ["x.y = 1", ["read x"]],
  ["x[y] = z", ["read x", "read y", "read z"]],
  ["x, y = y, x", ["write x", "write y", "read y", "read x"]],
  ["function f() end", ["write f"]],
  ["function t.f() end", ["read t"]],
  ["function t.a:f() return self end", ["read t"]],
  ["local function f() return f end", []],
  ["local f = function() return f end", ["read f in local f"]],
  ["for i = 1, n do use(i) end", ["read n", "read use"]],
  ["for k, v in each(t) do k = v end k = 1", ["read each", "read t", "write k"]],
  ["repeat local done = step() until done", ["read step"]],
  ["while x do local x end", ["read x"]],
  ["if a then local b = c elseif b then else return b end", ["read a", "read c", "read b", "read b"]],
  ["do local x end x()", ["read x"]],
  ["function f(a, ...) a(b, ...) end", ["write f", "read b in f"]],
  ["local t = { x = y, [z] = 1, w }", ["read y", "read z", "read w"]],
  ["goto x ::x::", []],
  ["f 'x'; g{ h }", ["read f", "read g", "read h"]],
  ["_G.x = 1; local y = _G.z", ["write x <_G.x>", "read z <_G.z>"]],
  [`_G["x"] = 1`, [`write x <_G["x"]>`]],
  ["_G[k] = 1", ["write ? <_G[k]>", "read k"]],
  ["_G._G.x = 1", ["write x <_G._G.x>"]],
  ["_ENV.x = 1", ["write x <_ENV.x>"]],
  ["local G = _G; G.x = G.y", ["write x <G.x>", "read y <G.y>"]],
  ["rawset(_G, 'x', 1); rawget(_G, 'y')", ["write x <rawset(_G, 'x', 1)>", "read y <rawget(_G, 'y')>"]],
  ["local _ENV = {}; x = 1; y()", []],
  ["local _ENV = setmetatable({}, { __index = _G }); x = 1", []],
  ["local _ENV = setmetatable({}, { __newindex = _G }); x = 1", ["write x"]],
  [
    "local _ENV = setmetatable({}, { __index = function(_, k) return _G[k] end }) f() x = 1",
    ["read ? <_G[k]> in __index", "read f"],
  ],
  [
    "local _ENV = setmetatable({}, { __index = function(_, k) return made[k] end }) f() x = 1",
    ["read made in __index"],
  ],
  ["local _ENV = nil; x = 1; go(y.z)", ["write x", "read go", "read y"]],
  ["local go = go local _ENV = nil go(1)", ["read go"]],
  ["local _ENV = nil; function f(_ENV) return x end", ["write f"]],
  ["local _ENV; _ENV = {}; x = 1", []],
  ["local _ENV = _G; x = 1", ["write x"]],
  ["local _ENV = _ENV; x = 1", ["write x"]],
  ["local function f(_ENV) return x end y = 1", ["write y"]],
  ["do local _ENV = {} x = 1 end x = 2", ["write x"]],
  ["local M = {} x = 0 _ENV = M; x = y; function f() z = 1 end", ["write x"]],
  ["local M = {} _ENV = setmetatable(M, {}); x = 1", []],
  ["_ENV = _G; x = 1", ["write x"]],
  ["do _ENV = {} x = 1 end", []],
  ["local M = {} setfenv(1, M); x = 1", ["read setfenv", "write x"]],
  ["local x = reaper.GetX", ["read reaper"]],
  ["local M = {} function M.f() x = 1 end", ["write x in M.f"]],
];

for (const [text, expected] of CASES) {
  test(`globals are told from locals: ${text}`, () => assert.equal(globals(text), expected));
}

test("before 5.2, behind `setfenv(1, M)` a plain name is a field of M", () => {
  const of = (text: string) =>
    new LuaSource(encodeText(text), "luajit").globals
      .filter(({ kind }) => kind === "write")
      .map(({ name }) => name);
  assert.equal(of("local M = {} x = 0 setfenv(1, M) function f() y = 1 end z = 1"), ["x"]);
  assert.equal(of("local M = {} do setfenv(1, M) y = 1 end x = 1"), ["x"]);
  assert.equal(of("setfenv(1, _G) x = 1"), ["x"]);
  assert.equal(of("setfenv(f, {}) x = 1"), ["x"]);
  assert.equal(of("local M = {} _ENV = M x = 1"), ["x"]);
});

test("the names that Lua itself defines are marked", () => {
  const source = lua("print(x, string, unpack, utf8, setfenv)");
  assert.equal(
    source.globals.map(({ name, isStandard }) => [name, isStandard]),
    [
      ["print", true],
      ["x", false],
      ["string", true],
      ["unpack", false],
      ["utf8", true],
      ["setfenv", false],
    ],
  );
});

test("a name is resolved as a naive reader of scopes would", () => {
  fc.assert(
    fc.property(program, ({ text, globals: expected }) => {
      const source = lua(text);
      assert.ok(source.syntax.ok, text);
      const found = source.globals.map(({ name, kind, range }) => `${kind} ${name} ${range.start}`);
      assert.equal(found.sort(), [...expected].sort(), text);
    }),
    { numRuns: 400 },
  );
});

const luac = spawnSync("luac5.3", ["-v"]).status === 0;
const title = "the compiler gets and sets the same globals";
if (!luac) test.skip(title, "luac5.3 is not installed; a naive reader of scopes was asked instead");
else {
  test(title, () => {
    const folder = mkdtempSync(join(tmpdir(), "arkitekt-globals-"));
    try {
      const programs = fc.sample(program, { numRuns: 60, seed: 53 });
      programs.forEach(({ text }, index) => {
        const file = join(folder, `${index}.lua`);
        writeFileSync(file, text);
        const found = lua(text).globals.map(({ name, kind }) => `${kind} ${name}`);
        assert.equal(found.sort(), compiled(file).sort(), text);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

/** What `luac -l` lists of the table of globals. */
function compiled(file: string): string[] {
  const { stdout } = spawnSync("luac5.3", ["-l", "-p", file], { encoding: "utf8" });
  return [...stdout.matchAll(/([GS])ETTABUP\s.*; _ENV "(\w+)"/g)].map(
    ([, way, name]) => `${way === "G" ? "read" : "write"} ${name}`,
  );
}
