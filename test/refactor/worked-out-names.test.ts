// Names that a program works out when it runs: rewritten where a string alone has to change, else told or a stop, and never missed.
import * as assert from "uvu/assert";
import { perform, type Texts } from "../support/refactor/scene.ts";
import { suite } from "../support/suite.ts";

const test = suite("names that are worked out");

const MODULE = "local M = {}\nreturn M\n";
const move = (from: string, to: string) => ({ task: "move_module", from, to });

/** What a file next to `lib/x.lua` and `lib/y.lua` says of them, and what it says once `lib.x` is `lib.z`. */
const REWRITTEN: Readonly<Record<string, readonly [before: string, after: string]>> = {
  "a local": [
    'local n = "lib.x"\nlocal ok, m = pcall(require, n)\npackage.loaded[n] = nil\n',
    'local n = "lib.z"\nlocal ok, m = pcall(require, n)\npackage.loaded[n] = nil\n',
  ],
  "a list": [
    'for _, n in ipairs({ "lib.x", "lib.y", "socket" }) do require(n) end',
    'for _, n in ipairs({ "lib.z", "lib.y", "socket" }) do require(n) end',
  ],
  "ends of names in a list": [
    'for _, n in ipairs({ "x", "y" }) do require("lib." .. n) end',
    'for _, n in ipairs({ "z", "y" }) do require("lib." .. n) end',
  ],
  "two strings": [
    'require("lib." .. "x") package.loaded["lib" .. ".x"] = nil',
    'require("lib." .. "z") package.loaded["lib" .. ".z"] = nil',
  ],
  "a format": ['require(("lib.%s"):format("x"))', 'require(("lib.%s"):format("z"))'],
  "one of two": ['require(a and "lib.x" or "lib.y")', 'require(a and "lib.z" or "lib.y")'],
  "the end of what a local begins": [
    'local at = "lib."\nlocal x, y = require(at .. "x"), require(at .. "y")\n',
    'local at = "lib."\nlocal x, y = require(at .. "z"), require(at .. "y")\n',
  ],
  "what stands in for a setting": ['require(given or "lib.x")', 'require(given or "lib.z")'],
};

/** What a file says of the namespace `lib`, and what it says once that is `core.ui`. */
const BEGINNINGS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  "a local": [
    'local at = "lib."\nlocal x = require(at .. "x")\nreturn pcall(require, at .. "y")\n',
    'local at = "core.ui."\nlocal x = require(at .. "x")\nreturn pcall(require, at .. "y")\n',
  ],
  "a local without a dot": [
    "local at = 'lib'\nrequire(at .. '.x')\n",
    "local at = 'core.ui'\nrequire(at .. '.x')\n",
  ],
  "a path": ['local at = "lib/" require(at .. "x")', 'local at = "core/ui/" require(at .. "x")'],
  "the call, of names that are keys, too": [
    'for _, n in ipairs({ "x", "y" }) do M[n] = require("lib." .. n) end',
    'for _, n in ipairs({ "x", "y" }) do M[n] = require("core.ui." .. n) end',
  ],
  "a local that a name from elsewhere follows, too": [
    'local at = "lib."\nrequire(at .. "x")\nrequire(at .. k)\n',
    'local at = "core.ui."\nrequire(at .. "x")\nrequire(at .. k)\n',
  ],
};

for (const [names, task, what] of [
  [REWRITTEN, move("lib.x", "lib.z"), "follows"],
  [BEGINNINGS, move("lib.*", "core.ui.*"), "follows a namespace in the beginning of names that stands in"],
] as const)
  for (const [name, [before, after]] of Object.entries(names)) {
    test(`${what} ${name}`, () => {
      const found = perform({ "lib/x.lua": MODULE, "lib/y.lua": MODULE, "m.lua": before }, task);
      assert.equal(found.stops, []);
      assert.is(found.after?.["m.lua"], after);
    });
  }

test("stops where the part of a name that has to change is used for something else, too", () => {
  const tree = (text: string) => ({ "lib/x.lua": MODULE, "lib/y.lua": MODULE, "m.lua": text });
  for (const text of [
    'for _, n in ipairs({ "x", "y" }) do M[n] = require("lib." .. n) end',
    'local n = "x"\nM[n] = require("lib." .. n)',
    'local n = "x"\nrequire("lib." .. n)\nshow(n)',
    'local n = "x"\nrequire("lib." .. n)\ndofile("other/" .. n .. ".lua")',
    'local names = { "x", "y" }\nfor _, n in ipairs(names) do require("lib." .. n) end\nreturn names',
    'local names = { "x", "y" }\nlocal copy = names\nfor _, n in ipairs(names) do require("lib." .. n) end\nshow(copy)',
  ])
    assert.match(
      perform(tree(text), move("lib.x", "lib.z")).stops.join(),
      /m\.lua:\d a computed name, which is one/,
      text,
    );
  for (const text of [
    'local at = "lib."\nrequire(at .. "x")\nprint(at)',
    'local at = "lib."\nrequire(at .. "x")\ndofile(at .. "x.lua")',
    'local at = "lib."\nfor _, k in ipairs(list) do show(at .. k) end\nrequire(at .. "x")',
  ])
    assert.match(
      perform(tree(text), move("lib.*", "core.*")).stops.join(),
      /m\.lua:\d a computed name, which is one/,
      text,
    );
  const counted = 'local l = { "x", "y" }\nfor i = 1, #l do require("lib." .. l[i]) end';
  assert.is(perform(tree(counted), move("lib.x", "lib.z")).after?.["m.lua"], counted.replace('"x"', '"z"'));
});

test("stops where names that begin alike do not move alike", () => {
  const text = 'local at = "lib."\nrequire(at .. "x")\nrequire(at .. k)\n';
  const found = perform({ "lib/x.lua": MODULE, "lib/y.lua": MODULE, "m.lua": text }, move("lib.x", "core.x"));
  assert.match(found.stops.join(), /^m\.lua:2 a computed name, which is one that changes: at \.\. "x"/);
});

test("tells where a whole name that is rewritten goes besides", () => {
  const before = { "lib/x.lua": MODULE, "m.lua": 'local n = "lib.x"\nrequire(n)\nprint("no " .. n)\n' };
  const found = perform(before, move("lib.x", "lib.z"));
  assert.is(found.after?.["m.lua"], before["m.lua"].replace("lib.x", "lib.z"));
  assert.equal(found.reports, ["m.lua:3 a name that is rewritten goes here, too: n"]);
});

test("tells a computed name of a file that holds nothing of the module's", () => {
  for (const text of [
    'require("lib." .. k)',
    "pcall(require, 'lib.' .. k)",
    "require([[lib.]] .. k)",
    'local r = require\nr("lib." .. k)',
    'require( "lib." --[[ and ]] .. k)',
  ])
    assert.match(
      perform({ "lib/x.lua": MODULE, "m.lua": text }, move("lib.x", "lib.z")).reports.join(),
      /m\.lua:\d a computed name, which may be one/,
      text,
    );
  const elsewhere = { "lib/x.lua": MODULE, "m.lua": 'require("other." .. k) require("lib.y")' };
  assert.equal(perform(elsewhere, move("lib.x", "lib.z")).reports, []);
});

test("follows a long list of modules that a loop requires", () => {
  const names = Array.from({ length: 40 }, (_, at) => `m${at}`);
  const list = (folder: string) =>
    `for _, n in ipairs({ ${names.map((n) => `"${folder}.${n}"`).join(", ")} }) do require(n) end`;
  const tree = Object.fromEntries(names.map((name) => [`old/${name}.lua`, MODULE]));
  const found = perform({ ...tree, "m.lua": list("old") }, move("old.*", "new.*"));
  assert.is(found.after?.["m.lua"], list("new"));
});

/** How a file at `lib/a.lua` comes to the name of its neighbour from its own. */
const OWN_NAMES = [
  'local base = (...):match("(.-)[^%.]+$")\nreturn require(base .. "x")',
  'local base = (...):match("^(.+)%.[^%.]+$") or ""\nreturn require(base .. ".x")',
  'local base = string.gsub(..., "[^.]*$", "")\nreturn require(base .. "x")',
  'return require((...):gsub("%.a$", ".x"))',
  'local name = select(1, ...)\nreturn require(name:sub(1, -2) .. "x")',
  'local name, path = ...\nlocal base = name:gsub("%.[^%.]+$", "")\nreturn require(base .. ".x")',
];

test("leaves names that are derived from the file's own where both move, and stops where one does", () => {
  for (const text of OWN_NAMES) {
    const before = { "lib/a.lua": text, "lib/x.lua": MODULE, "m.lua": 'require "lib.a"' };
    const both = perform(before, move("lib.*", "core.*"));
    assert.equal(both.reports, [], text);
    assert.is(both.after?.["core/a.lua"], text);
    assert.match(
      perform(before, move("lib/a.lua", "core/a.lua")).stops.join(),
      /^lib\/a\.lua:\d a computed name, which is one that changes/,
      text,
    );
  }
});

test("rewrites the end of a name that is derived from the file's own", () => {
  const before = { "lib/init.lua": 'local base = ...\nreturn require(base .. ".x")', "lib/x.lua": MODULE };
  const found = perform(before, move("lib.x", "lib.z"));
  assert.is(found.after?.["lib/init.lua"], 'local base = ...\nreturn require(base .. ".z")');
  const required = perform(
    { ...before, "lib/z.lua": MODULE },
    { task: "refactor_require", from: "lib.x", to: "lib.z" },
  );
  assert.is(required.after?.["lib/init.lua"], 'local base = ...\nreturn require(base .. ".z")');
  assert.match(perform(before, move("lib.x", "core.x")).stops.join(), /lib\/init\.lua:2 a computed name/);
  const one = { "lib.lua": 'return require(... .. ".x")', "lib/x.lua": MODULE };
  assert.equal(perform(one, move("lib.lua", "lib/init.lua")).reports, []);
});

test("tells a name that can't be worked out from the file's own, and knows the arguments of a function apart", () => {
  const before = { "lib/a.lua": 'return require(strip(...) .. ".x")', "lib/x.lua": MODULE };
  assert.match(
    perform(before, move("lib/a.lua", "core/a.lua")).reports.join(),
    /a\.lua:1 a computed name, which may/,
  );
  const file = {
    "a/m.lua": 'dofile(debug.getinfo(1, "S").source:match("@?(.*/)") .. "b.lua")',
    "a/b.lua": MODULE,
  };
  assert.match(
    perform(file, move("a/m.lua", "z/m.lua")).reports.join(),
    /a\/m\.lua:1 a computed name, which may/,
  );
  const retired = { "m.lua": 'require("old.x") require("old." .. k)' };
  assert.match(
    perform(retired, move("old.*", "new.*")).reports.join(),
    /m\.lua:1 a computed name, which may/,
  );
  const inside = {
    "lib/a.lua": 'local function f(...) return require(... .. ".x") end',
    "lib/a/x.lua": MODULE,
  };
  assert.equal(perform(inside, move("lib/a.lua", "core/a.lua")).stops, []);
});

test("stops where only another way of writing it would do, and leaves what leads elsewhere", () => {
  const before: Texts = { "lib/x.lua": MODULE, "m.lua": 'local at = "lib.%s"\nrequire(at:format("x"))' };
  assert.match(
    perform(before, move("lib.x", "core.x")).stops.join(),
    /m\.lua:2 a computed name, which is one that/,
  );
  const elsewhere = { "lib/x.lua": MODULE, "m.lua": 'local n = "socket"\nrequire(n)' };
  assert.equal(perform(elsewhere, move("lib.x", "core.x")).reports, []);
});

test("a caller that names the module as a path is one, and a cycle through it is a cycle", () => {
  const shim =
    "-- @deprecated TEMP_PARITY_SHIM: f() → use lib.n.g\n-- EXPIRES: 2025-11-15 (planned removal: Phase-3)\n";
  const before = {
    "lib/s.lua": `local M = {}\n${shim}function M.f(...) return require("lib.n").g(...) end\nreturn M\n`,
    "lib/n.lua": "local M = {}\nfunction M.g() end\nreturn M\n",
    "m.lua": 'local s = require("./lib/s")\ns.f(1)',
  };
  const found = perform(before, { task: "remove_shim", path: "lib/s.lua", name: "f" });
  assert.is(found.after?.["m.lua"], 'local s = require("./lib/s")\nrequire("lib.n").g(1)');
  const cycle = { "a.lua": 'require "./b"', "b.lua": 'require "c"', "c.lua": MODULE };
  assert.match(
    perform(cycle, { task: "refactor_require", from: "c", to: "a" }).stops.join(),
    /b\.lua it would load itself/,
  );
  const named = {
    "t/a.lua": `local HERE = (...):gsub("a$", "")\nrequire(HERE .. "b")\n${MODULE}`,
    "t/b.lua": 'require "c"',
    "c.lua": MODULE,
  };
  assert.match(
    perform(named, { task: "refactor_require", from: "c", to: "t.a" }).stops.join(),
    /t\/b\.lua it would load itself/,
  );
});

test("reads a name that begins as a path does", () => {
  const before = {
    "lib/x.lua": MODULE,
    "m.lua": 'require("./lib/x") require "./lib.x" require(".\\\\lib\\\\x") require "/lib/x"',
  };
  assert.is(
    perform(before, move("lib.x", "core.z")).after?.["m.lua"],
    'require("./core/z") require "./core.z" require(".\\\\core\\\\z") require "/core/z"',
  );
  const top = { "x.lua": MODULE, "m.lua": 'require("./x")' };
  assert.is(perform(top, move("x", "core.z")).after?.["m.lua"], 'require("./core/z")');
  const beside = { "lib/x.lua": MODULE, "lib/m.lua": 'require("./x")' };
  assert.is(perform(beside, move("lib/x.lua", "lib/z.lua")).after?.["lib/m.lua"], 'require("./z")');
  assert.is(perform(beside, move("lib.*", "core.*")).after?.["core/m.lua"], 'require("./x")');
  assert.match(perform(beside, move("lib/x.lua", "core/x.lua")).stops.join(), /lib\/m\.lua:1 x is looked up/);
  assert.match(perform(beside, move("lib/m.lua", "core/m.lua")).stops.join(), /lib\/m\.lua:1 x is looked up/);
  const above = { "a/x.lua": MODULE, "a/lib/m.lua": 'require("../x")' };
  assert.is(perform(above, move("a/", "b/")).after?.["b/lib/m.lua"], 'require("../x")');
  for (const [from, to] of [
    ["a/x.lua", "a/z.lua"],
    ["a/lib/m.lua", "m.lua"],
  ] as const)
    assert.match(perform(above, move(from, to)).stops.join(), /a\/lib\/m\.lua:1 names a\/x\.lua by its path/);
  for (const name of ["lib/./x", "lib//x", "./lib/././x", "lib\\\\.\\\\x"]) {
    const roundabout = { "lib/x.lua": MODULE, "m.lua": `require("${name}")` };
    assert.match(
      perform(roundabout, move("lib.x", "core.x")).stops.join(),
      /m\.lua:1 names lib\/x\.lua by its/,
      name,
    );
    const other = { ...roundabout, "lib/y.lua": MODULE };
    assert.is(perform(other, move("lib.y", "core.y")).after?.["m.lua"], roundabout["m.lua"], name);
  }
  const ending = { "lib/x.lua": MODULE, "m.lua": 'require("lib/x.lua")' };
  assert.match(
    perform(ending, move("lib.x", "core.x")).reports.join(),
    /m\.lua:1 names lib\/x\.lua by its path/,
  );
});
