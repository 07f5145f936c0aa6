// Lua that is not called `.lua`: programs without an ending, files of other endings, and what becomes Lua.

import * as assert from "uvu/assert";
import { judge } from "../../src/gate/judge.ts";
import { commitChangeSets } from "../../src/git/changes/commits.ts";
import { stagedChangeSet } from "../../src/git/changes/staged.ts";
import { treeChangeSet } from "../../src/git/changes/tree.ts";
import { becomesLua, namesOf, standIns } from "../../src/lua/facts/module-names.ts";
import type { ChangeSet } from "../../src/model/change.ts";
import type { Verdict } from "../../src/model/finding.ts";
import { pathOf, spanOf } from "../../src/model/place.ts";
import { hasNoEnding, programIn } from "../../src/modules/programs.ts";
import { remarkOf } from "../../src/report/notes.ts";
import { withRepository } from "../support/git/describe.ts";
import { type Files, makeRepo } from "../support/repo.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

const test = suite("Lua by another name");

const ENDINGS = ["script", "gui_script", "render_script", "editor_script", "nse", "wlua", "rockspec"];
const MODULE = "local M = {}\nfunction M.draw() end\nfunction M.size() end\nreturn M\n";
const SMALL = "local M = {}\nfunction M.draw() end\nreturn M\n";

const POLICY = {
  project: {
    lua: { files: ["**/*.lua", ...ENDINGS.map((ending) => `**/*.${ending}`)], moduleRoots: [""] },
  },
  rules: Object.fromEntries(
    [
      "lua-parse",
      "no-globals",
      "module-shape",
      "no-require-effects",
      "require-graph",
      "unmet-exports",
      "suppression",
    ].map((id) => [id, "error"]),
  ),
};

/** A change is judged as what is staged and as a commit, and its tree beside them: always the same. */
async function verdictOn(
  before: Files,
  changed: Files,
): Promise<{ found: string[]; hints: string[]; notes: string[] }> {
  const repo = makeRepo(before);
  const terms = termsOf({ rule: "lua-parse", policy: POLICY, settings: {} });
  repo.stage(changed);
  const staged = await withRepository(repo, async (opened) => judge(await stagedChangeSet(opened), terms));
  repo.git("commit", "-qm", "change");
  const [committed, tree] = await withRepository(repo, async (opened) => {
    let commit: ChangeSet | undefined;
    for await (const each of commitChangeSets(opened, [repo.git("rev-parse", "HEAD")])) commit = each;
    return Promise.all([
      judge(commit as ChangeSet, terms),
      judge(await treeChangeSet(opened, "HEAD"), terms),
    ]);
  });
  assert.equal(shown(committed).found, shown(staged).found);
  assert.equal(shown(tree).found, shown(staged).found);
  return shown(staged);
}

function shown({ findings, notes }: Verdict): { found: string[]; hints: string[]; notes: string[] } {
  const fresh = findings.filter(({ standing }) => standing.kind === "new");
  return {
    found: fresh.map(({ rule, place }) => `${pathOf(place)}:${spanOf(place)?.start.line} ${rule}`).sort(),
    hints: fresh.flatMap(({ hint }) => hint ?? []),
    notes: notes.map(remarkOf).map(({ what, why }) => `${what}: ${why}`),
  };
}

test("a first line tells a program in Lua, and which Lua", () => {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["#!/usr/bin/lua", "any"],
    ["#!/usr/bin/env lua", "any"],
    ["#! /usr/bin/env -S FOO=1 lua5.4 -W", "5.4"],
    ["#!/usr/bin/lua5.1 -e x", "5.1"],
    ["#!/usr/bin/lua53", "5.3"],
    ["#!/opt/luajit-2.1.0-beta3\r", "luajit"],
    ["#!/usr/bin/env texlua", "any"],
    ["#!/usr/bin/lua6.0", "any"],
    ["#!/usr/local/lua/bin/python", undefined],
    ["#!/bin/sh lua", undefined],
    ["#!/usr/bin/luac", undefined],
    ["#!", undefined],
    ["-- lua", undefined],
    [` #!/usr/bin/lua`, undefined],
  ];
  for (const [line, wanted] of lines) {
    const program = programIn(`${line}\nreturn 1\n`);
    assert.is(program && (program.version ?? "any"), wanted, line);
  }
  assert.equal(["run", "a.b/run", "run.sh", ".run"].map(hasNoEnding), [true, true, false, false]);
});

test("the names of what becomes Lua are those of the Lua that it becomes", () => {
  const text = (name: string) => name as Parameters<typeof standIns>[0];
  assert.equal(
    [
      "a/b.tl",
      "a/init.moon",
      "b.fnl",
      "b.yue",
      "b.lua.in",
      "b.lua.j2",
      "b.d.tl",
      "b.lua",
      "b.in",
      "b/c.so",
      "c.dll",
    ].map((path) => [path, becomesLua(path), namesOf(path, [""]).join(" ")]),
    [
      ["a/b.tl", true, "a.b"],
      ["a/init.moon", true, "a a.init"],
      ["b.fnl", true, "b"],
      ["b.yue", true, "b"],
      ["b.lua.in", true, "b"],
      ["b.lua.j2", true, "b"],
      ["b.d.tl", true, ""],
      ["b.lua", false, "b"],
      ["b.in", false, ""],
      ["b/c.so", false, "b.c"],
      ["c.dll", false, "c"],
    ],
  );
  for (const path of ["a/b.tl", "a/b/init.fnl", "a/b.lua.in", "c/a/b.moon", "a/b.so"])
    assert.ok(standIns(text("a.b"), ["", "c"]).includes(path), path);
});

test("a program without an ending is judged by any change of it, in the version that it names", async () => {
  const program = (line: string, code: string) => `#!/usr/bin/${line}\n${code}`;
  const before = {
    "bin/old": program("lua", "print(arg[1])\nleaked = 1\n"),
    "bin/moved": program("lua", "leaked = 1\nprint(1)\nprint(2)\nprint(3)\n"),
    "bin/was-lua": program("lua", "local x = 1\n"),
    "lib/m.lua": MODULE,
  };
  const { found, hints } = await verdictOn(before, {
    "bin/broken": program("lua", "local = 1\n"),
    "bin/jit": program("luajit", "local big = 42ULL\nprint(big)\n"),
    "bin/plain": program("env lua", "print(42ULL)\n"),
    "bin/five": program("lua5.1", "local x <const> = 1\n"),
    "bin/tool.py": program("python3", "import x\n"),
    "bin/other": program("sh", "local = 1\n"),
    "bin/old": program("lua", "print(arg[1])\nleaked = 1\nspilt = 2\n"),
    "bin/moved": null,
    "tools/moved": program("lua", "leaked = 1\nprint(1)\nprint(2)\nprint(3)\nmore = 1\n"),
    "bin/was-lua": program("sh", "local x = 1; if\n"),
    README: "local = 1\n",
  });
  assert.equal(found, [
    "bin/broken:2 lua-parse",
    "bin/five:2 lua-parse",
    "bin/old:4 no-globals",
    "bin/plain:2 lua-parse",
    "tools/moved:6 no-globals",
  ]);
  assert.match(hints.join("\n"), "`<const>` is Lua 5.4; the first line says Lua 5.1");
});

test("importers count whatever they are called: for what moves, what is deleted and what is taken out", async () => {
  const importers = [...ENDINGS.map((ending) => `use/a.${ending}`), "use/program"];
  const user = (head: string) =>
    `${head}local m, n, o = require("lib.m"), require("lib.n"), require("lib.o")\nlocal function f() return m.size, n, o end\n`;
  const before: Files = {
    ...Object.fromEntries(
      importers.map((path) => [path, user(path === "use/program" ? "#!/usr/bin/env lua\n" : "\n")]),
    ),
    // Neither Lua nor a program.
    "use/text": user("\n"),
    "use/a.txt": user("\n"),
    "lib/m.lua": MODULE,
    "lib/n.lua": `${MODULE}-- n\n`,
    "lib/o.lua": `${MODULE}-- o\n`,
  };
  const { found } = await verdictOn(before, {
    "lib/m.lua": SMALL,
    "lib/n.lua": null,
    "lib/new.lua": `${MODULE}-- n\n`,
    "lib/o.lua": null,
  });
  const each = (path: string) => [
    `${path}:2 require-graph`,
    `${path}:2 require-graph`,
    `${path}:3 unmet-exports`,
  ];
  assert.equal(found, importers.flatMap(each).sort());
});

test("a module that becomes another language's is not missing, and what becomes Lua is said once and not read", async () => {
  const before = {
    "lib/t.lua": MODULE,
    "lib/d.lua": `${MODULE}-- d\n`,
    "lib/gone.tl": "local function f(x: integer) end\n",
    "user.lua": 'return { require("lib.t"), require("lib.gone"), require("lib.d") }\n',
  };
  const { found, notes } = await verdictOn(before, {
    "lib/t.lua": null,
    "lib/t.tl": "local record M end\nfunction M.draw(x: integer) end\nreturn M\n",
    "lib/d.lua": null,
    // What tells a language server what others define is no module.
    "lib/d.d.lua": `${MODULE}-- d\n`,
    "lib/gone.tl": null,
    "lib/moon.moon": "class Moon\n  new: => @x = 1\n",
    "lib/made/init.fnl": "(local M {}) M\n",
    "lib/config.lua.in": "return { version = @VERSION@ }\n",
    "new.lua":
      'return { require("lib.moon"), require("lib.made"), require("lib.config"), require("lib.none"), require("lib.t") }\n',
    "page.lua": "local M = {}\nM.name = <%= name %>\nreturn M\n",
  });
  assert.equal(found, [
    "new.lua:1 require-graph",
    "page.lua:2 lua-parse",
    "user.lua:1 require-graph",
    "user.lua:1 require-graph",
  ]);
  assert.equal(notes.slice(0, 1), [
    "lib/config.lua.in, lib/made/init.fnl, lib/moon.moon and lib/t.tl: what requires them finds them; they become Lua only when they are built",
  ]);
});

test("a compiled module is found in its place, missed when it goes, and nothing is said of it", async () => {
  const before = {
    "lib/kept.so": "\x7fELF\0",
    "lib/gone.so": "\x7fELF\0\x01",
    "user.lua": 'return { require("lib.kept"), require("lib.gone") }\n',
  };
  const { found, notes } = await verdictOn(before, {
    "lib/gone.so": null,
    "lib/win.dll": "MZ\0",
    "new.lua": 'return { require("lib.kept"), require("lib.win"), require("lib.none") }\n',
  });
  assert.equal(found, ["new.lua:1 require-graph", "user.lua:1 require-graph"]);
  assert.equal(notes, []);
});
