import * as assert from "uvu/assert";
import { perform, projectOf } from "../support/refactor/scene.ts";
import { suite } from "../support/suite.ts";

const test = suite("the other refactorings");

const MODULE = "local M = {}\nreturn M\n";

test("refactor_require stays below its root, goes by the file and not by the name alone, and tells the rest", () => {
  const before = {
    "A/old.lua": MODULE,
    "A/new.lua": MODULE,
    "A/a.lua": 'require("A.old") require("A.older") require(\'A/old\')',
    "B/b.lua": 'require("A.old")',
  };
  const task = { task: "refactor_require", from: "A.old", to: "A.new", live_root: "A" };
  const found = perform(before, task);
  assert.is(found.after?.["A/a.lua"], 'require("A.new") require("A.older") require(\'A/new\')');
  assert.is(found.after?.["B/b.lua"], before["B/b.lua"]);
  assert.match(found.reports.join(), /B\/b\.lua:1 names A\.old, and lies outside/);
  assert.match(perform(before, { ...task, to: "A.none" }).stops.join(), /there is no module A\.none/);
  assert.is(
    perform(before, { ...task, to: "socket.http" }).after?.["A/a.lua"]?.slice(0, 22),
    'require("socket.http")',
  );
  assert.equal(perform(before, { ...task, from: "A/old.lua", to: "./A/new.lua" }).after, found.after);
  assert.match(
    perform(before, { ...task, to: "A/none.lua" }).stops.join(),
    /A\/none\.lua there is no module/,
  );
  const circle = { ...before, "A/new.lua": 'require("A.mid")', "A/mid.lua": 'require("A.old")' };
  assert.match(
    perform(circle, task).stops.join(),
    /would load itself: A\/mid\.lua → A\/new\.lua → A\/mid\.lua/,
  );
  const itself = { ...before, "A/new.lua": 'return require("A.old")' };
  assert.match(perform(itself, task).stops.join(), /A\/new\.lua:1 names A\.old, and would require itself/);
});

test("refactor_require is stopped by a name that means another file in another folder", () => {
  const before = {
    "lib/state.lua": MODULE,
    "a/state.lua": MODULE,
    "a/main.lua": 'require("state")',
    "b/state.lua": MODULE,
    "b/main.lua": 'require("state")',
  };
  const task = { task: "refactor_require", from: "state", to: "lib.state" };
  assert.equal(
    perform(before, task).stops.map((stop) => stop.split(" ")[0]),
    ["a/main.lua:1", "b/main.lua:1"],
  );
  const { "b/main.lua": _, ...one } = before;
  assert.is(perform(one, task).after?.["a/main.lua"], 'require("lib.state")');
});

test("remove_shim takes out files and functions that hand on, and is stopped by what it can't follow", () => {
  const file = {
    "old.lua":
      '-- @deprecated: Temporary parity shim → use new\n-- EXPIRES: 2030-01-01\nreturn require("new")\n',
    "new.lua": MODULE,
    "a.lua": 'local n = require("old")',
  };
  assert.equal(perform(file, { task: "remove_shim", path: "old.lua" }).after, {
    "a.lua": 'local n = require("new")',
    "new.lua": MODULE,
  });
  const shim = "-- @deprecated TEMP_PARITY_SHIM: old() → use new\n-- EXPIRES: 2030-01-01\nM.old = M.new\n";
  const module = `local M = {}\nfunction M.new() return 1 end\n${shim}function M.three() return M.old() end\nreturn M\n`;
  const task = { task: "remove_shim", path: "m.lua", name: "M.old" };
  const used = {
    "m.lua": module,
    "a.lua": 'local m = require("m")\nm.old() m["old"]()\nlocal T = {}\nT.old = 1\nreturn T\n',
  };
  assert.equal(perform(used, task).after, {
    "a.lua": 'local m = require("m")\nm.new() m["new"]()\nlocal T = {}\nT.old = 1\nreturn T\n',
    "m.lua": "local M = {}\nfunction M.new() return 1 end\nfunction M.three() return M.new() end\nreturn M\n",
  });
  const bridge = { "m.lua": module, "a.lua": "return function(bridge) return bridge:old() end" };
  assert.match(perform(bridge, task).stops.join(), /a\.lua:1 may use old of m\.lua/);
  for (const set of ["m.old = print", 'm["old"] = print', "function m.old() end"]) {
    const over = { "m.lua": module, "a.lua": `local m = require("m")\n${set}\n` };
    assert.match(perform(over, task).stops.join(), /a\.lua:2 may use old of m\.lua/, set);
  }
  const folded = { "m.lua": module, "a.lua": 'local m = require("m")\nlocal f = "old"\nm[f]()\n' };
  assert.match(perform(folded, task).stops.join(), /a\.lua:3 may use old of m\.lua/);
  for (const path of ["n.lua", "a.m"])
    assert.match(perform(used, { ...task, path }).stops.join(), /there is no such file of Lua/, path);
  assert.equal(perform(used, { ...task, path: "./m.lua" }).after, perform(used, task).after);
  const more = { "m.lua": module.replace("M.old = M.new", "function M.old(a) return M.new(a, 1) end") };
  assert.match(perform(more, task).stops.join(), /does more than call another function/);
  const two = { "m.lua": module.replace("M.old = M.new", "M.old, M.two = M.new") };
  assert.match(perform(two, task).stops.join(), /does more than call another function/);
  const plain = { "m.lua": module.replace("@deprecated", "old") };
  assert.match(perform(plain, task).stops.join(), /not marked as a shim/);
});

test("cleanup_remove_legacy deletes what is proved, and lists what is not", () => {
  const task = { task: "phaseX_cleanup_remove_legacy", from: "old.state", to: "new.state" };
  const before = {
    "old/state.lua": "local M = {}\nM.a = 1\nreturn M\n",
    "new/state.lua": "local M = {}\nM.a = 1\nM.b = 1\nreturn M\n",
    "main.lua": 'require("old.state")',
  };
  assert.equal(perform(before, task).after, {
    "main.lua": 'require("new.state")',
    "new/state.lua": before["new/state.lua"],
  });
  const smaller = { ...before, "new/state.lua": MODULE };
  assert.match(perform(smaller, task).stops.join(), /new\/state\.lua lacks a/);
  const folders = { ...before, "old/other.lua": MODULE, "old/more.lua": "return setmetatable({}, f)" };
  const whole = perform(folders, { ...task, from: "old.*", to: "new.*" });
  assert.equal(
    whole.stops.map((stop) => stop.split(" ")[0]),
    ["old/other.lua", "old/more.lua"],
  );
  const project = projectOf({ moduleRoots: ["", "A/scripts"] }, "A");
  const tree = {
    "Song/unused.lua": MODULE,
    "A/scripts/Song/core.lua": MODULE,
    "Song/used.lua": MODULE,
    "A/x.lua": 'require("Song.used")',
  };
  const parallel = { task: "phaseX_cleanup_remove_legacy", live_root: "A/scripts", feature_root: "Song" };
  assert.match(
    perform(tree, parallel, project).stops.join(),
    /Song\/used\.lua .*nothing below A\/scripts\/Song has its name/,
  );
  const { "A/x.lua": _, ...quiet } = tree;
  assert.equal(Object.keys(perform(quiet, parallel, project).after ?? {}), ["A/scripts/Song/core.lua"]);
});

test("scaffold_module writes over nothing, and says what is to be done in app alone", () => {
  const files = [{ path: "S/core/a.lua" }, { path: "S/app/b.lua" }, { path: "S/core/there.lua" }];
  const found = perform({ "S/core/there.lua": "return 1" }, { task: "scaffold_module", files });
  assert.equal(found.after, {
    "S/app/b.lua": "local M = {}\n\n-- TODO: fill in\n\nreturn M\n",
    "S/core/a.lua": "local M = {}\n\nreturn M\n",
    "S/core/there.lua": "return 1",
  });
  const typed = { task: "scaffold_module", files: [{ path: "./S/core/c.lua" }, { path: "S\\core\\d.lua" }] };
  assert.equal(Object.keys(perform({}, typed).after ?? {}), ["S/core/c.lua", "S/core/d.lua"]);
});

test("scan_requires tells a file that does not parse from one that requires nothing", () => {
  const before = { "S/a.lua": "", "S/b.lua": 'local = require("S.a")', "T/c.lua": 'require("S.a")' };
  for (const root of ["S", "S/", "./S"])
    assert.match(
      perform(before, { task: "scan_requires", root }).notes,
      /^2 files, 0 requires .*\nRequires:\nS\/a\.lua → \[\]\nS\/b\.lua → does not parse\n$/,
    );
});

test("remove_shim lets callers ask the module that the shim has handed on to", () => {
  const other = "local O = {}\nfunction O.made(a) return a end\nreturn O\n";
  const header = "-- @deprecated TEMP_PARITY_SHIM: old() → use other.made\n-- EXPIRES: 2030-01-01\n";
  const task = { task: "remove_shim", path: "m.lua", name: "old" };
  const using = (local: string, body: string) => `${local}local M = {}\n${body}return M\n`;
  const before = {
    "other.lua": other,
    "m.lua": using(
      'local Other = require("other")\n',
      `${header}function M.old(a)\n  return Other.made(a)\nend\n\nfunction M.two() return M.old(2) + M["old"](3) end\n`,
    ),
    "has.lua": 'local O = require "other"\nlocal m = require("m")\nreturn m.old(1) + O.made(2)\n',
    "not.lua": 'local m = require("m")\nlocal f = m.old\nreturn f(1)\n',
    "shadow.lua":
      'local O = require("other")\nlocal m = require("m")\nreturn function(O) return m.old(O) end\n',
  };
  const { after, stops } = perform(before, task);
  assert.equal(stops, []);
  assert.equal(after, {
    ...before,
    "m.lua": using(
      'local Other = require("other")\n',
      "\nfunction M.two() return Other.made(2) + Other.made(3) end\n",
    ),
    "has.lua": 'local O = require "other"\nlocal m = require("m")\nreturn O.made(1) + O.made(2)\n',
    "not.lua": 'local m = require("m")\nlocal f = require("other").made\nreturn f(1)\n',
    "shadow.lua":
      'local O = require("other")\nlocal m = require("m")\nreturn function(O) return require("other").made(O) end\n',
  });
  assert.equal(perform(after ?? {}, task).after, after);
  const straight = before["m.lua"].replace(/function M\.old[\s\S]*?\nend/, 'M.old = require("other").made');
  assert.is(perform({ ...before, "m.lua": straight }, task).after?.["not.lua"], after?.["not.lua"]);
  const method = { ...before, "by.lua": 'local m = require("m")\nreturn m:old()\n' };
  assert.match(perform(method, task).stops.join(), /by\.lua:2 may use old of m\.lua/);
  const own = { ...before, "m.lua": before["m.lua"].replace("Other.made(a)", "Other.made(a, 1)") };
  assert.match(perform(own, task).stops.join(), /does more than call another function/);
});
