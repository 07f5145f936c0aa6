import * as assert from "uvu/assert";
import { perform, projectOf, type Texts } from "../support/refactor/scene.ts";
import { suite } from "../support/suite.ts";

const test = suite("move_module");

const MODULE = "local M = {}\nreturn M\n";
const move = (from: string, to: string, more = {}) => ({ task: "move_module", from, to, ...more });

/** How a file names `lib.colors`, and how it does afterwards: every other byte stays. */
const SPELLINGS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  "double quotes": ['local c = require "lib.colors"\n', 'local c = require "core.paint"\n'],
  "brackets and no last newline": ["local c=require( 'lib.colors' )", "local c=require( 'core.paint' )"],
  "a protected call": [
    "local ok, c = pcall(require, \"lib.colors\")\nlocal a, b = xpcall(require, print, 'lib.colors')\n",
    "local ok, c = pcall(require, \"core.paint\")\nlocal a, b = xpcall(require, print, 'core.paint')\n",
  ],
  "a version behind it": ["require 'lib.colors' '0.9'\n", "require 'core.paint' '0.9'\n"],
  slashes: ['require("lib/colors")', 'require("core/paint")'],
  backslashes: ['require("lib\\\\colors")', 'require("core\\\\paint")'],
  "a long string, and one that begins with a line end": [
    "require[[lib.colors]] require [==[\nlib.colors]==]",
    "require[[core.paint]] require [==[\ncore.paint]==]",
  ],
  "an alias": [
    'local r = require\nlocal c = r"lib.colors"\n',
    'local r = require\nlocal c = r"core.paint"\n',
  ],
  "an alias in a table, and _G": [
    'local t = { load = require }\nt.load("lib.colors")\n_G.require("lib.colors")\n',
    'local t = { load = require }\nt.load("core.paint")\n_G.require("core.paint")\n',
  ],
  "what is loaded": [
    'package.loaded["lib.colors"] = nil\nlocal l = package.loaded\nl[ \'lib.colors\' ] = nil\npackage.preload["lib.colors"] = f\n',
    'package.loaded["core.paint"] = nil\nlocal l = package.loaded\nl[ \'core.paint\' ] = nil\npackage.preload["core.paint"] = f\n',
  ],
  "a file by its path": [
    'dofile("lib/colors.lua") loadfile "./lib/colors.lua" pcall(dofile, "lib/colors.lua")',
    'dofile("core/paint.lua") loadfile "./core/paint.lua" pcall(dofile, "core/paint.lua")',
  ],
  "an annotation": [
    "---@module \"lib.colors\"\n---@module 'lib.colors'\n---@module lib.colors\n---@type lib.colors\nlocal c\n",
    "---@module \"core.paint\"\n---@module 'core.paint'\n---@module core.paint\n---@type lib.colors\nlocal c\n",
  ],
  "CRLF, a byte order mark and bytes that are no UTF-8": [
    '\xef\xbb\xbflocal c = require("lib.colors")\r\n-- \xff\xfe\r\n',
    '\xef\xbb\xbflocal c = require("core.paint")\r\n-- \xff\xfe\r\n',
  ],
  "a first line for a shell": [
    '#!/usr/bin/lua\nrequire "lib.colors"',
    '#!/usr/bin/lua\nrequire "core.paint"',
  ],
  "names that begin alike": [
    'require "lib.colors2" require "lib.colorspace" require "mylib.colors" require "lib.colors.deep"',
    'require "lib.colors2" require "lib.colorspace" require "mylib.colors" require "lib.colors.deep"',
  ],
};

for (const [name, [before, after]] of Object.entries(SPELLINGS)) {
  test(`follows ${name}`, () => {
    const found = perform({ "lib/colors.lua": MODULE, "a.lua": before }, move("lib.colors", "core.paint"));
    assert.equal(found.stops, []);
    assert.equal(found.after, { "a.lua": after, "core/paint.lua": MODULE });
  });
}

test("keeps the escapes of what does not change", () => {
  const before = {
    "lib/a/colors.lua": MODULE,
    "a.lua": 'require "l\\105b\\46a.c\\x6flors" require "\\u{6c}ib.\\z  a.colors"',
  };
  const found = perform(before, move("lib.a.colors", "lib.a.paint"));
  assert.is(found.after?.["a.lua"], 'require "l\\105b\\46a.paint" require "\\u{6c}ib.\\z  a.paint"');
});

test("takes names as paths, dotted, and folders with all that lies in them", () => {
  const before: Texts = {
    "src/old/init.lua": 'return require("old.part")',
    "src/old/part.lua": MODULE,
    "src/old/deep/more.lua": 'require("old") require("old.init") require("old.gone") require("older")',
    "src/old/read.me": "old.part",
    "main.lua": 'require("old") require("old.part") require("old.deep.more") require("old.lost.long")',
  };
  const after: Texts = {
    "main.lua": 'require("new") require("new.part") require("new.deep.more") require("new.lost.long")',
    "src/new/deep/more.lua": 'require("new") require("new.init") require("new.gone") require("older")',
    "src/new/init.lua": 'return require("new.part")',
    "src/new/part.lua": MODULE,
    "src/new/read.me": "old.part",
  };
  const project = projectOf({ moduleRoots: ["src"] });
  for (const [from, to] of [
    ["old.*", "new.*"],
    ["src/old/", "src/new/"],
    ["old.*", "src/new/"],
    ["src/old/", "new.*"],
  ] as const)
    assert.equal(perform(before, move(from, to), project).after, after, `${from} ${to}`);
  const one = { "src/new/part.lua": MODULE, "main.lua": 'require("old.part")' };
  assert.equal(perform(one, move("old.*", "new.*"), project).after?.["main.lua"], 'require("new.part")');
});

test("moves several at once, chains too, and refuses swaps and cycles", () => {
  const before = { "a.lua": "return 1", "b.lua": "return 2", "m.lua": 'require"a" require"b"' };
  const chain = {
    task: "move_module",
    moves: [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
    ],
  };
  assert.equal(perform(before, chain).after, {
    "b.lua": "return 1",
    "c.lua": "return 2",
    "m.lua": 'require"b" require"c"',
  });
  const without = { "a.lua": "return 1", "m.lua": 'require"a"' };
  assert.equal(perform(without, chain).after, { "c.lua": "return 1", "m.lua": 'require"c"' });
  for (const moves of [
    [
      { from: "a", to: "b" },
      { from: "b", to: "a" },
    ],
    [
      { from: "a.lua", to: "b.lua" },
      { from: "b.lua", to: "c.lua" },
      { from: "c.lua", to: "a.lua" },
    ],
    [{ from: "a", to: "a" }],
  ])
    assert.match(
      perform(before, { task: "move_module", moves }).stops.join(),
      /second run would change it again/,
    );
  // Spelled differently, or by way of a folder, they are the same.
  for (const moves of [
    [
      { from: "a", to: "b.lua" },
      { from: "b", to: "a.lua" },
    ],
    [
      { from: "d.x", to: "e.x" },
      { from: "e.*", to: "d.*" },
    ],
  ])
    assert.match(
      perform(
        { ...before, "d/x.lua": MODULE, "e/y.lua": MODULE },
        { task: "move_module", moves },
      ).stops.join(),
      /a second run would change it again/,
    );
  const twice = {
    task: "move_module",
    moves: [
      { from: "a", to: "x" },
      { from: "b", to: "x" },
    ],
  };
  assert.match(perform(before, twice).stops.join(), /both come here/);
});

test("moves a folder into one of its own, a module into its folder, and to a name that differs in case alone", () => {
  const before = { "a/x.lua": MODULE, "a/sub/y.lua": MODULE, "m.lua": 'require"a.x" require"a.sub.y"' };
  assert.equal(perform(before, move("a/", "a/sub/")).after, {
    "a/sub/x.lua": MODULE,
    "a/sub/y.lua": MODULE,
    "m.lua": 'require"a.sub.x" require"a.sub.y"',
  });
  const one = { "a/x.lua": MODULE, "m.lua": 'require"a.x"' };
  assert.equal(perform(one, move("a/x.lua", "a/x/init.lua")).after, {
    "a/x/init.lua": MODULE,
    "m.lua": 'require"a.x"',
  });
  assert.equal(perform(one, move("a.x", "a.x.core")).after, {
    "a/x/core.lua": MODULE,
    "m.lua": 'require"a.x.core"',
  });
  assert.equal(perform(one, move("a.x", "a.X")).after, { "a/X.lua": MODULE, "m.lua": 'require"a.X"' });
  assert.equal(perform(one, move("a/x.lua", "b/")).after, { "b/x.lua": MODULE, "m.lua": 'require"b.x"' });
});

test("joins a folder where no file collides, and says which do", () => {
  const before = { "a/x.lua": MODULE, "a/y.lua": MODULE, "b/y.lua": "return 1", "b/z.lua": MODULE };
  assert.match(perform(before, move("a/", "b/")).stops.join(), /b\/y\.lua .*a\/y\.lua is to be moved here/);
  const { "a/y.lua": _, ...joined } = before;
  assert.equal(Object.keys(perform(joined, move("a.*", "b.*")).after ?? {}), [
    "b/x.lua",
    "b/y.lua",
    "b/z.lua",
  ]);
  assert.match(perform(before, move("a.x", "b.z")).stops.join(), /b\/z\.lua is there/);
  assert.match(perform(before, move("a.q", "b.q")).stops.join(), /nothing to move: a\.q/);
  for (const to of ["../x.lua", "/etc/x.lua", ".git/hooks/x.lua", "b/./x.lua"])
    assert.match(perform(before, move("a/x.lua", to)).stops.join(), /can't be moved to/, to);
  for (const odd of [".*", "..", "/", "./", "a..b", "*"])
    assert.ok(perform(before, move(odd, "c.*")).stops.length > 0, odd);
  assert.match(perform(before, move("a/x.lua", "a/x.lua/init.lua")).stops.join("") || "ok", /ok|there/);
});

test("is stopped where a second run would find something else by the same name", () => {
  const behind = { "a/x.lua": MODULE, "a/x/init.lua": MODULE, "m.lua": 'require "a.x"' };
  assert.match(
    perform(behind, move("a.x", "a.y")).stops.join(),
    /second run would change it again: a\/x\/init\.lua would become a\/y\/init\.lua/,
  );
  assert.is(perform(behind, move("a/x.lua", "a/y.lua")).after?.["m.lua"], 'require "a.y"');
  const nested = { "a/b/b/x.lua": MODULE };
  assert.match(perform(nested, move("a/b/", "a/")).stops.join(), /a\/b\/x\.lua would become a\/x\.lua/);
  const nowhere = { "a/b/x.lua": MODULE, "m.lua": 'require "a.b.b.gone"' };
  assert.match(
    perform(nowhere, move("a.b.*", "a.*")).stops.join(),
    /m\.lua:1 names a\.b\.b\.gone, which leads nowhere/,
  );
});

test("moves what lies in a folder to the top of the repository", () => {
  const before = {
    "lib/x.lua": 'require "lib.y"',
    "lib/y.lua": MODULE,
    "m.lua": 'require "lib.x" require "lib.z"',
  };
  assert.equal(perform(before, move("lib/", "./")).after, {
    "m.lua": 'require "x" require "z"',
    "x.lua": 'require "y"',
    "y.lua": MODULE,
  });
});

test("reads the strings of an importer that does not parse as Lua does", () => {
  const stops = (text: string, moves = move("lib.x", "lib.z")) =>
    perform({ "lib/x.lua": MODULE, "lib/y.lua": MODULE, "m.lua": text }, moves).stops;
  for (const text of [
    'local = require("lib\\46x")',
    'local = require("lib." .. "x")',
    "local = require[[lib.x]]",
    'local = require("lib/x")',
    'local = dofile("lib/x.lua")',
    'local = pcall(require, "lib.x")',
    'local = "lib.x"',
  ])
    assert.match(stops(text).join(), /^m\.lua:1 names lib.*, and the file does not parse/, text);
  for (const text of [
    'local = require("lib.xy")',
    'local = 1 -- require("lib.x")',
    "--[[ require 'lib.x' ]] local =",
  ])
    assert.equal(stops(text), [], text);
  const top = { "x.lua": MODULE, "m.lua": 'local = { "x" }' };
  assert.equal(perform(top, move("x", "z")).stops, []);
  assert.is(perform({ ...top, "m.lua": 'local = require "x"' }, move("x", "z")).stops.length, 1);
  const beside = { "a/m.lua": 'local = require "x"', "a/x.lua": MODULE };
  assert.match(perform(beside, move("a/m.lua", "b/m.lua")).stops.join(), /a\/m\.lua:1 names x, and/);
});

test("follows a path of dofile that climbs out of the file's folder, and tells one that comes from afar", () => {
  const before = { "a/m.lua": 'dofile("../lib/x.lua")', "lib/x.lua": MODULE };
  assert.is(perform(before, move("lib/x.lua", "x.lua")).after?.["a/m.lua"], 'dofile("../x.lua")');
  assert.match(
    perform(before, move("a/m.lua", "b/c/m.lua")).stops.join(),
    /a\/m\.lua:1 no path leads from here to lib\/x\.lua/,
  );
  assert.is(perform(before, move("a/m.lua", "b/m.lua")).after?.["b/m.lua"], before["a/m.lua"]);
  for (const text of [
    'dofile("/opt/scripts/lib/x.lua")',
    'dofile(home() .. "/scripts/lib/x.lua")',
    'local s = "C:\\\\scripts\\\\lib\\\\x.lua"',
  ])
    assert.match(
      perform({ ...before, "a/m.lua": text }, move("lib.x", "lib.z")).reports.join(),
      /a\/m\.lua:1 (?:may name a file|a string that holds)/,
      text,
    );
  const other = { ...before, "a/m.lua": 'dofile("/opt/mylib/x.lua") dofile("../../x.lua")' };
  assert.equal(perform(other, move("lib.x", "lib.z")).reports, []);
});

test("is stopped by every place that names the module and can't be changed safely, and lists them all", () => {
  const before = {
    "lib/colors.lua": MODULE,
    "broken.lua": 'local x = = require("lib.colors")',
    "shadow.lua": 'local function require(n) return n end\nrequire("lib.colors")',
    "own.lua": 'local old = require\nfunction require(n) return old(n) end\nrequire "lib.colors"',
    "member.lua": "package.loaded.lib = nil",
    "pieces.lua": 'require("lib." .. "colors")',
  };
  const { after, stops } = perform(before, move("lib.colors", "core.paint"));
  assert.is(after, undefined);
  assert.equal(
    stops.map((stop) => stop.split(" ")[0]),
    ["broken.lua:1", "own.lua:3", "pieces.lua:1", "shadow.lua:2"],
  );
});

test("is stopped by a name whose meaning hangs on the folder that it is looked up from", () => {
  const beside = { "a/util.lua": MODULE, "a/main.lua": 'require "util"' };
  assert.match(
    perform(beside, move("a/util.lua", "b/util.lua")).stops.join(),
    /a\/main\.lua:1 util is looked up/,
  );
  assert.is(perform(beside, move("a/util.lua", "a/tool.lua")).after?.["a/main.lua"], 'require "tool"');
  assert.match(
    perform(beside, move("a/main.lua", "b/main.lua")).stops.join(),
    /a\/main\.lua:1 util is looked up/,
  );
  assert.equal(Object.keys(perform(beside, move("a/", "b/")).after ?? {}), ["b/main.lua", "b/util.lua"]);
  const file = { "a/main.lua": 'dofile("util.lua")', "a/util.lua": MODULE };
  assert.match(perform(file, move("a/main.lua", "b/main.lua")).stops.join(), /a\/main\.lua:1 no path leads/);
  const two = { ...beside, "util.lua": MODULE };
  assert.match(perform(two, move("util", "tool")).stops.join(), /util means util\.lua or, .* a\/util\.lua/);
  const taken = { "a.lua": MODULE, "m.lua": 'require "socket"' };
  assert.match(perform(taken, move("a", "socket")).stops.join(), /comes from outside today/);
});

test("leaves names of the host's modules and of declared ones alone, though a file beside is called so", () => {
  const before = { "a/socket.lua": MODULE, "a/gfx.lua": MODULE, "a/m.lua": 'require "socket" require "gfx"' };
  const project = projectOf();
  const hosted = { ...project, host: { ...project.host, modules: ["gfx"] } };
  const found = perform(before, move("a/m.lua", "b/m.lua"), hosted);
  assert.equal(found.stops, []);
  assert.is(found.after?.["b/m.lua"], before["a/m.lua"]);
  for (const file of ["socket", "gfx"])
    assert.is(
      perform(before, move(`a/${file}.lua`, `b/${file}.lua`), hosted).after?.["a/m.lua"],
      before["a/m.lua"],
      file,
    );
  // Undeclared it is the one beside.
  assert.match(perform(before, move("a/gfx.lua", "b/gfx.lua")).stops.join(), /a\/m\.lua:1 gfx is looked up/);
});

test("tells plain strings and computed names, and rewrites exact strings where that is asked", () => {
  const before = {
    "lib/colors.lua": MODULE,
    "a.lua":
      'local names = { "lib.colors", "lib/colors.lua", "see lib.colors.mix", "lib.colors2" }\nrequire("lib." .. x)\nrequire("other." .. x)\nrequire(y)\n',
  };
  const told = perform(before, move("lib.colors", "core.paint"));
  assert.is(told.after?.["a.lua"], before["a.lua"]);
  assert.equal(
    told.reports.map((report) => report.slice(0, 32)),
    [
      "a.lua:1 a string that is lib.col",
      "a.lua:1 a string that is lib/col",
      "a.lua:1 a string that holds lib.",
      "a.lua:2 a computed name, which m",
      "a.lua:4 a computed name, which m",
    ],
  );
  assert.match(told.notes, /a\.lua:2:\d+ a computed name/);
  const strings = perform(before, move("lib.colors", "core.paint", { strings: true }));
  assert.match(
    strings.after?.["a.lua"] ?? "",
    /"core\.paint", "core\/paint\.lua", "see lib\.colors\.mix", "lib\.colors2"/,
  );
});

test("renames a namespace of which nothing is there, and knows when that is done", () => {
  const before = { "m.lua": 'require("old.x") require("older.x") require("old")' };
  const { after } = perform(before, move("old.*", "new.*"));
  assert.is(after?.["m.lua"], 'require("new.x") require("older.x") require("old")');
  assert.match(perform({ "m.lua": "" }, move("old.*", "new.*")).stops.join(), /there is nothing to move/);
});

test("follows a folder whose name holds a space", () => {
  const before = { "old/a b/c.lua": MODULE, "m.lua": 'require("old.a b.c") local s = "old.a b.c"' };
  const found = perform(before, move("old.*", "new.*"));
  assert.equal(found.after, {
    "m.lua": 'require("new.a b.c") local s = "old.a b.c"',
    "new/a b/c.lua": MODULE,
  });
});

test("knows that a namespace below another root than the first has moved, though nobody names what lies in it", () => {
  const project = projectOf({ moduleRoots: ["A", "A/scripts"] }, "A");
  const before = {
    "A/scripts/Song/init.lua": MODULE,
    "A/scripts/Song/core.lua": MODULE,
    "A/m.lua": 'require "Song"',
  };
  const found = perform(before, move("Song.*", "Tune.*"), project);
  assert.is(found.after?.["A/m.lua"], 'require "Tune"');
});

test("keeps the likest name where a file has several", () => {
  const project = projectOf({ moduleRoots: ["A", "A/scripts"] }, "A");
  const before = {
    "A/scripts/Song/core/state.lua": MODULE,
    "A/scripts/Song/app/main.lua": 'require("Song.core.state") require("scripts.Song.core.state")',
  };
  const found = perform(before, move("Song.core.state", "Song.app.state"), project);
  assert.equal(found.after, {
    "A/scripts/Song/app/main.lua": 'require("Song.app.state") require("scripts.Song.app.state")',
    "A/scripts/Song/app/state.lua": MODULE,
  });
});
