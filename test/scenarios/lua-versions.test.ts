import * as assert from "uvu/assert";
import { arkitekt, makeGated } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("a repository of several Luas");

const POLICY = {
  lua: { version: { ".": "5.3", old: "5.1", "old/jit": "luajit", new: "5.4" } },
  rules: {
    "path-fence": "off",
    "no-globals": "error",
    "no-require-effects": "error",
    "module-shape": "error",
  },
} as const;

/** What is sound in one folder and broken in the others. */
const OF_54 = "local size <const> = 7 // 2\nreturn { size = size }\n";
const OF_51 =
  'module("old.sums", package.seeall)\nsum = 0\nfunction add(...) sum = sum + arg.n + #unpack({ "\\q" }) end\n';
const OF_JIT =
  'local ffi = require("ffi")\nffi.cdef[[ int abs(int); ]]\nlocal M = {}\nfunction M.big() return 42ULL end\nreturn M\n';

test("a commit is judged by each folder's own Lua", () => {
  const repo = makeGated({}, POLICY);
  repo.stage({ "new/size.lua": OF_54, "old/sums.lua": OF_51, "old/jit/big.lua": OF_JIT });
  const good = repo.tryGit("commit", "-qm", "[AB-1] Add three");
  assert.equal([good.code, good.stderr], [0, ""]);
});

test("what another version would read is told with its name", () => {
  const repo = makeGated({}, POLICY);
  repo.stage({
    "a.lua": OF_54,
    "d.lua": "return { n = 42ULL }\n",
    "dd.lua": "local M = {}\nM.n = 42ULL\nreturn M\n",
    "new/b.lua": OF_51,
    "old/c.lua": OF_JIT,
    "old/e.lua": "return { n = 7 // 2 }\n",
    "old/f.lua": "return { n = (1 & 2) + 1i }\n",
    "old/g.lua": "do goto done end ::done:: return {}\n",
  });
  const { stdout } = arkitekt(repo, ["check", "--format", "json"]);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string; hint: string }[] };
  const [whole] = findings.filter(({ path, rule }) => path === "a.lua" && rule === "lua-parse");
  assert.match(whole?.hint ?? "", /: see `lua.version` in the policy; the whole file parses as Lua 5.4$/);
  const hints = findings
    .filter(({ rule }) => rule === "lua-parse")
    .map(({ path, hint }) => [path, hint.replace(/: see .*/, "")]);
  assert.equal(hints, [
    ["a.lua", "`<const>` is Lua 5.4; this folder is Lua 5.3"],
    ["d.lua", "`42ULL` is LuaJIT; this folder is Lua 5.3"],
    ["dd.lua", "`42ULL` is LuaJIT; this folder is Lua 5.3"],
    ["new/b.lua", '`"\\q` is Lua 5.1; this folder is Lua 5.4'],
    ["old/c.lua", "`42ULL` is LuaJIT; this folder is Lua 5.1"],
    ["old/e.lua", "`//` is Lua 5.3 or Lua 5.4; this folder is Lua 5.1"],
    ["old/f.lua", "`&` is Lua 5.3 or Lua 5.4; this folder is Lua 5.1"],
    ["old/g.lua", "`goto done` is Lua 5.2, Lua 5.3, Lua 5.4 or LuaJIT; this folder is Lua 5.1"],
  ]);
});

test("a template is told from a slip beside what only looks like one", () => {
  const repo = makeGated({}, POLICY);
  repo.stage({
    "a.lua": "{% if x %}\nreturn {}\n{% endif %}\n",
    "b.lua": "local x = <%= name %>\nreturn {}\n",
    "c.lua": "return { v = @VERSION@ }\n",
    "d.lua": "{{ header }}\nreturn {}\n",
    "e.lua": "local t = {{1, 2}} )\nreturn t\n",
    "f.lua": 'local t = "@X@" .. "<% %>" )\nreturn t\n',
  });
  const { stdout } = arkitekt(repo, ["check", "--format", "json"]);
  const { findings } = JSON.parse(stdout) as { findings: { path: string; hint: string }[] };
  assert.equal(
    findings.filter(({ hint }) => hint.startsWith("this reads like a template")).map(({ path }) => path),
    ["a.lua", "b.lua", "c.lua", "d.lua"],
  );
});

test("globals and modules that a version lacks are foreign to it", () => {
  const repo = makeGated({}, POLICY);
  repo.stage({
    "a.lua": "local M = {}\nfunction M.f(...) return unpack({ ... }), arg end\nreturn M\n",
    "old/b.lua": "local M = {}\nfunction M.f(...) return unpack({ ... }), arg, utf8 end\nreturn M\n",
  });
  const { stdout } = arkitekt(repo, ["check", "--format", "json"]);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string; message: string }[] };
  const globals = findings.filter(({ rule }) => rule === "no-globals");
  assert.equal(
    globals.map(({ path, message }) => [path, /\b(?:unpack|arg|utf8)\b/.exec(message)?.[0]]),
    [
      ["a.lua", "unpack"],
      ["a.lua", "arg"],
      ["old/b.lua", "utf8"],
    ],
  );
});

test("rockspecs and files of annotations are data, whatever ending the policy calls Lua", () => {
  const repo = makeGated({}, { ...POLICY, lua: { files: ["**/*.lua", "**/*.rockspec", "**/*.script"] } });
  repo.stage({
    "a-1.0-1.rockspec": 'package = "a"\nversion = "1.0-1"\nsource = { url = "x" }\n',
    "api.d.lua": "---@class Api\nApi = {}\nfunction Api.run() end\n",
    "meta.lua": "-- Made by hand.\n---@meta\nHost = {}\nHost.start()\n",
  });
  const good = repo.tryGit("commit", "-qm", "[AB-1] Add data");
  assert.equal([good.code, good.stderr], [0, ""]);
  repo.stage({
    "b.rockspec": "package = \n",
    "c.script": "x = 1\n",
    "plain.lua": "--- @metal\nHost = {}\nreturn {}\n",
  });
  const { stdout } = arkitekt(repo, ["check", "--format", "json"]);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string }[] };
  assert.equal(findings.map(({ rule, path }) => `${path} ${rule}`).sort(), [
    "b.rockspec lua-parse",
    "c.script no-globals",
    "plain.lua no-globals",
  ]);
});

test("what the host calls in a file of its own ending is no global that leaks", () => {
  const repo = makeGated({}, { ...POLICY, lua: { files: ["**/*.script", "**/*.gui_script", "**/*.nse"] } });
  const DEFOLD = "function init(self) self.n = 0 end\nfunction on_message(self, id) return id end\n";
  repo.stage({
    "game/a.script": DEFOLD,
    "game/b.gui_script": DEFOLD,
    "c.nse": 'description = "x"\ncategories = { "safe" }\naction = function() return description end\n',
  });
  const good = repo.tryGit("commit", "-qm", "[AB-1] Add scripts");
  assert.equal([good.code, good.stderr], [0, ""]);
  repo.stage({
    "game/a.script": `${DEFOLD}function helper() end\n`,
    "game/b.gui_script": `local function f() init = 1 end\nreturn f\n`,
    "game/d.lua": `${DEFOLD}return {}\n`,
    "c.nse": "description = 1\nspeed = 2\n",
  });
  const { stdout } = arkitekt(repo, ["check", "--format", "json"]);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string; message: string }[] };
  assert.equal(findings.map(({ path, message }) => `${path} ${message}`).sort(), [
    "c.nse sets the global speed",
    "game/a.script sets the global helper",
    "game/b.gui_script sets the global init",
    "game/d.lua sets the global init",
    "game/d.lua sets the global on_message",
  ]);
});

test("the version of a folder is one of five", () => {
  const repo = makeGated({}, { lua: { version: { old: "5.0" } } } as never);
  const { code, stderr } = arkitekt(repo, ["check"]);
  assert.is(code, 2);
  assert.match(stderr, /5\.1/);
});
